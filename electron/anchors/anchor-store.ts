import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { thinAnchors, type Anchor } from '../../shared/domain/anchors/anchors.ts'
import { canonicalJson } from '../../shared/domain/session/canonical-json.ts'
import { writeWholeFile } from '../backups/whole-file.ts'
import { readAnchorKey, takeAnchorKey } from './anchor-key.ts'

/** What this machine knows of a file, oldest first. `strange`: lines that were not written under its key as they stand. */
export type KnownAnchors = { readonly anchors: readonly Anchor[]; readonly strange: number }

/** Null where this machine knows none. */
export function readAnchors(dataFolder: string, uuid: string): KnownAnchors | null {
  const lines = readLines(dataFolder, uuid)
  if (lines.length === 0) return null
  const key = readAnchorKey(dataFolder)
  const anchors = lines.flatMap((line) => {
    const anchor = key === null ? null : readLine(line, { uuid, key })
    return anchor === null ? [] : [anchor]
  })
  return { anchors, strange: lines.length - anchors.length }
}

/**
 * Adds an anchor to those of a file, unless the last one says the same: one line each, in a small file that is written
 * whole or not at all. What was not written under the key stays where it is, to be told of.
 *
 * @throws the file system's error
 */
export function addAnchor(dataFolder: string, uuid: string, anchor: Anchor): void {
  change(dataFolder, uuid, (known) => {
    const last = known.at(-1)
    const isSame = last?.seq === anchor.seq && last.hash === anchor.hash && last.path === anchor.path
    if (isSame && last.givenUpAt === undefined) return known
    return thinAnchors([...known, anchor])
  })
}

/**
 * The same of a file that was just closed, where an anchor stands for this very state in this place: it takes it in, once.
 *
 * @throws the file system's error
 */
export function addClosing(dataFolder: string, uuid: string, closing: Anchor): void {
  change(dataFolder, uuid, (known) => {
    const ofState = known.filter((anchor) => isOfState(anchor, closing))
    if (!ofState.some(({ path }) => path === closing.path)) return known
    if (ofState.some(({ closed }) => closed?.sha256 === closing.closed?.sha256)) return known
    const last = known.at(-1)
    const isLast =
      last !== undefined && last.closed === undefined && last.path === closing.path && isOfState(last, closing)
    return thinAnchors([...(isLast ? known.slice(0, -1) : known), closing])
  })
}

/** Whether an anchor that counts stands for that state of its file. */
export function isOfState(anchor: Anchor, state: Pick<Anchor, 'commits' | 'seq' | 'hash'>): boolean {
  const { commits, seq, hash, givenUpAt } = anchor
  return givenUpAt === undefined && commits === state.commits && seq === state.seq && hash === state.hash
}

/**
 * After a backup was put in the file's place: what it does not hold is given up, what it holds counts again.
 *
 * @throws the file system's error
 */
export function sortAnchors(
  dataFolder: string,
  uuid: string,
  { at, holds }: { readonly at: string; readonly holds: (anchor: Anchor) => boolean },
): void {
  change(dataFolder, uuid, (known) =>
    known.map(({ givenUpAt, ...anchor }) => (holds(anchor) ? anchor : { ...anchor, givenUpAt: givenUpAt ?? at })),
  )
}

/**
 * Before a file takes the place of another: what it does not hold is given up, so that a program that ends between the
 * two leaves no anchor that accuses either of them. What counts again is told by `sortAnchors`, once it is open.
 *
 * @throws the file system's error
 */
export function giveUpAnchors(
  dataFolder: string,
  uuid: string,
  { at, holds }: { readonly at: string; readonly holds: (anchor: Anchor) => boolean },
): void {
  change(dataFolder, uuid, (known) =>
    known.map((anchor) => (holds(anchor) ? anchor : { ...anchor, givenUpAt: anchor.givenUpAt ?? at })),
  )
}

/** How anchors name a file's path, so that the store tells nobody where files lie; the same by whatever link it is reached. */
export function hashOfPath(path: string): string {
  return createHash('sha256').update(realPath(path)).digest('hex')
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return resolve(path)
  }
}

function change(dataFolder: string, uuid: string, edit: (known: readonly Anchor[]) => readonly Anchor[]): void {
  const key = takeAnchorKey(dataFolder)
  const lines = readLines(dataFolder, uuid).map((line) => ({ line, anchor: readLine(line, { uuid, key }) }))
  const strange = lines.flatMap(({ line, anchor }) => (anchor === null ? [line] : []))
  const known = lines.flatMap(({ anchor }) => (anchor === null ? [] : [anchor]))
  const changed = edit(known)
  if (changed === known) return
  const kept = changed.map((one) => JSON.stringify({ ...one, mac: macOf(one, { uuid, key }).toString('hex') }))
  mkdirSync(folderOf(dataFolder), { recursive: true })
  writeWholeFile(pathOf(dataFolder, uuid), `${[...strange, ...kept].join('\n')}\n`, 0o600)
}

type Seal = { readonly uuid: string; readonly key: Buffer }

const lineSchema = z.object({
  at: z.string(),
  why: z.string(),
  commits: z.number(),
  seq: z.number(),
  hash: z.string(),
  path: z.string().optional(),
  closed: z.object({ sha256: z.string(), schema: z.number() }).optional(),
  givenUpAt: z.string().optional(),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
})

function readLine(line: string, seal: Seal): Anchor | null {
  try {
    const { mac, ...anchor } = lineSchema.parse(JSON.parse(line))
    return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(anchor, seal)) ? anchor : null
  } catch {
    return null
  }
}

function macOf(anchor: Anchor, { uuid, key }: Seal): Buffer {
  const { at, why, commits, seq, hash, path, closed, givenUpAt } = anchor
  const told = canonicalJson({ uuid, at, why, commits, seq, hash, path, closed, givenUpAt })
  return createHmac('sha256', key).update(told).digest()
}

function readLines(dataFolder: string, uuid: string): readonly string[] {
  const path = pathOf(dataFolder, uuid)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

const folderOf = (dataFolder: string) => join(dataFolder, 'ban-ghi')

/** A UUID out of a file may be anything: nothing but letters and figures becomes a name. */
const pathOf = (dataFolder: string, uuid: string) =>
  join(folderOf(dataFolder), `${uuid.replace(/[^0-9a-z-]/gi, '_')}.jsonl`)
