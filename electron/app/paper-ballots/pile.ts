import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import type { AppContext } from '../../context.ts'
import type { PageOutcome } from '../../../shared/domain/paper-ballots/page-outcome.ts'
import { pageEndingOf } from '../../../shared/domain/paper-ballots/page-files.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'

/** Scanned pages of a meeting, held by the program for as long as the file is open. */
export type Pile = {
  readonly sessionId: number
  /** Of the open file: of another one the pile is gone. */
  readonly workspaceId: string
  /** Where its files lie meanwhile. */
  readonly folder: string
  readonly files: Map<number, PiledFile>
  readonly pages: Map<number, PiledPage>
  reading: { readonly done: number; readonly of: number } | null
  watched: string | null
  sample: Sample | null
}

/** Ballots drawn, by `castKey`; `agreed` ones were taken as they were read. */
export type Sample = {
  readonly drawn: Map<string, BallotIds>
  /** All that were ready then, the drawn ones among them. */
  readonly of: Set<string>
  readonly agreed: Set<string>
  hasFailed: boolean
}

export type PiledFile = {
  readonly id: number
  /** As it was called, with an ending that says what it is. */
  readonly name: string
  readonly path: string
  readonly sha256: string
  readonly size: number
  /** Null until it was opened. */
  pages: number | null
  /** Its name in the folder beside the workspace, once a ballot was taken from it. */
  storedName: string | null
}

export type PiledPage = {
  readonly id: number
  readonly file: PiledFile
  /** From 1. */
  readonly page: number
  readonly outcome: PageOutcome
  /** Which ballot a person said that a spare is. */
  assigned: BallotIds | null
}

const piles = new WeakMap<AppContext['workspace'], Map<number, Pile>>()

/** The pile of a meeting, empty at first. Those of a file that is no longer open are forgotten. */
export function pileOf(app: AppContext, sessionId: number): Pile {
  const workspaceId = app.workspace.current?.id ?? ''
  const known = piles.get(app.workspace) ?? new Map<number, Pile>()
  piles.set(app.workspace, known)
  for (const [id, pile] of known) {
    if (pile.workspaceId === workspaceId) continue
    known.delete(id)
    removeTempFolder(app, pile.folder)
  }
  const pile = known.get(sessionId) ?? emptyPile(app, sessionId)
  known.set(sessionId, pile)
  return pile
}

function emptyPile(app: AppContext, sessionId: number): Pile {
  return {
    sessionId,
    workspaceId: app.workspace.current?.id ?? '',
    folder: makeTempFolder(app),
    files: new Map(),
    pages: new Map(),
    reading: null,
    watched: null,
    sample: null,
  }
}

/** Those of the open file that have pages. */
export function openPiles(app: AppContext): readonly Pile[] {
  const workspaceId = app.workspace.current?.id
  return [...(piles.get(app.workspace)?.values() ?? [])].filter(
    (pile) => pile.workspaceId === workspaceId && pile.pages.size > 0,
  )
}

/** Forgets a pile. What reads it meanwhile finds that it is not the meeting's any more. */
export function forgetPile(app: AppContext, sessionId: number): void {
  const known = piles.get(app.workspace)
  const pile = known?.get(sessionId)
  if (pile === undefined) return
  removeTempFolder(app, pile.folder)
  // Whoever puts a pile away does not draw anew of the same ballots.
  known?.set(sessionId, { ...emptyPile(app, sessionId), sample: pile.sample })
}

/** The page with that id, of whichever meeting's pile. */
export function findPiledPage(app: AppContext, id: number): PiledPage | null {
  const workspaceId = app.workspace.current?.id
  for (const pile of piles.get(app.workspace)?.values() ?? []) {
    const page = pile.workspaceId === workspaceId ? pile.pages.get(id) : undefined
    if (page !== undefined) return page
  }
  return null
}

let lastId = 0

/** Ids are never given twice while the program runs. */
export function nextId(): number {
  lastId += 1
  return lastId
}

/** Puts a file to the pile; null where its very bytes are there already. What is large is not hashed beside the keys. */
export async function addToPile(
  app: AppContext,
  pile: Pile,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<PiledFile | null> {
  const id = nextId()
  const path = join(pile.folder, String(id))
  await mkdir(pile.folder, { recursive: true })
  // On the disk before the file's own next act, which would wait for it.
  await writeFile(path, bytes, { flush: true })
  const { sha256, size } = await app.work.run('measure-file', { path })
  if ([...pile.files.values()].some((file) => file.sha256 === sha256)) {
    await rm(path, { force: true })
    return null
  }
  const plain = basename(name)
  const named = `${basename(plain, extname(plain))}${pageEndingOf(bytes) ?? extname(plain)}`
  const file: PiledFile = { id, name: named, path, sha256, size, pages: null, storedName: null }
  pile.files.set(id, file)
  return file
}
