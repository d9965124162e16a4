import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { FileOwner } from '../../../shared/api/workspace.ts'
import { partOf, withoutLinks } from '../../db/create.ts'
import { isRunning, startOfProcess } from '../../is-running.ts'
import { ownerState, type OwnerMark } from './owner-state.ts'

/** What names beside a file begin with that say who has it open: as office programs do it. */
export const ownerPrefix = '~$'

/** That this process holds a file: the file beside it, and what stands in there. */
export type Holding = { readonly at: string; readonly token: string }

export type Held =
  | { readonly kind: 'held'; readonly holding: Holding }
  | { readonly kind: 'of-another'; readonly owner: FileOwner }
  /** Nothing can be made beside the file. */
  | { readonly kind: 'cannot'; readonly error: unknown }

type Asked = {
  readonly path: string
  readonly now: Date
  /** A person decided that a silent holder is gone. */
  readonly takesOver?: boolean
}

/**
 * Holds the file at the path for this process: the file beside it is made only where there is none. One whose process
 * ended is taken over; where it cannot be read who has the file, a person decides.
 */
export function holdFile({ path, now, takesOver = false }: Asked): Held {
  const holding = { at: ownerFileOf(path), token: randomUUID() }
  const { at } = holding
  for (;;) {
    try {
      writeMark(holding, now)
      return { kind: 'held', holding }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return { kind: 'cannot', error }
    }
    const mark = lookAtMark(at)
    if (mark === null) continue
    const isUnreadable = mark.machine === ''
    const state = isUnreadable
      ? 'silent'
      : ownerState({ mark, machine: hostname(), now, isRunning, startOf: startOfProcess })
    const isLeft = state === 'gone' || (takesOver && state === 'silent')
    try {
      if (isLeft && takeAway(at, mark.token)) continue
    } catch (error) {
      return { kind: 'cannot', error }
    }
    const { machine, user, since, lastSign } = mark
    const unreadable = isUnreadable ? basename(at) : null
    return { kind: 'of-another', owner: { machine, user, since, lastSign, isSilent: state === 'silent', unreadable } }
  }
}

/** Whatever stands there: a folder, or what nobody lets be read, names nobody either. */
function lookAtMark(at: string): OwnerMark | null {
  try {
    return readMark(at)
  } catch (error) {
    return { ...nobody, token: codeOf(error) }
  }
}

/** That nothing takes the place of a file which somebody has; named where the file beside it can be read. */
export function inUse({ machine, user }: FileOwner): Refusal {
  return machine === '' ? new Refusal('workspace-open-elsewhere') : new Refusal('workspace-in-use', { machine, user })
}

/** True while the holding is this one. Where somebody deleted the file beside, it is made again. */
export function isHeld(holding: Holding, now: Date): boolean {
  try {
    const mark = readMark(holding.at)
    if (mark === null) writeMark(holding, now)
    return mark === null || mark.token === holding.token
  } catch (error) {
    // A place that does not answer refuses the change itself.
    return codeOf(error) !== 'EEXIST'
  }
}

/** True where the file beside names another holding; a place that does not answer says nothing. */
export function isTaken(holding: Holding | null): boolean {
  if (holding === null) return false
  try {
    const mark = readMark(holding.at)
    return mark !== null && mark.token !== holding.token
  } catch {
    return false
  }
}

/** A sign of life; false where the holding is another's. */
export function giveSign(holding: Holding, now: Date): boolean {
  if (!isHeld(holding, now)) return false
  try {
    utimesSync(holding.at, now, now)
  } catch {
    // The next change tells what ails the place.
  }
  return true
}

/** Lets go of the file. */
export function releaseFile({ at, token }: Holding): void {
  try {
    if (readMark(at)?.token === token) rmSync(at)
  } catch {
    // A place that is gone keeps it; the next one finds its process ended.
  }
}

/** Where it is that says who has the file, whichever link leads there. */
export function ownerFileOf(path: string): string {
  const real = join(realPath(dirname(path)), basename(path))
  const file = realPath(real)
  return join(dirname(file), ownerPrefix + basename(file))
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function writeMark({ at, token }: Holding, now: Date): void {
  const mark = {
    token,
    machine: hostname(),
    user: userInfo().username,
    process: process.pid,
    processStart: startOfProcess(process.pid),
    since: now.toISOString(),
  } satisfies z.input<typeof markSchema>
  const part = partOf(at)
  try {
    // What a journal and a few more pages of the file need is tried here, and not by the first key.
    const text = Buffer.from(JSON.stringify(mark, null, 2))
    writeFileSync(part, Buffer.concat([text, Buffer.alloc(neededBeside)]), { flush: true })
    truncateSync(part, text.length)
    utimesSync(part, now, now)
    giveMark(part, at)
  } finally {
    rmSync(part, { force: true })
  }
  hide(at)
}

/** In bytes. */
const neededBeside = 256 * 1024

/** Whole from the first moment on, where the disk knows of second names. @throws EEXIST where there is one */
function giveMark(part: string, at: string): void {
  try {
    linkSync(part, at)
  } catch (error) {
    if (!withoutLinks.has(codeOf(error))) throw error
    copyFileSync(part, at, constants.COPYFILE_EXCL)
    utimesSync(at, statSync(part).mtime, statSync(part).mtime)
  }
}

const markSchema = z.object({
  token: z.string(),
  machine: z.string(),
  user: z.string(),
  process: z.int(),
  processStart: z.string().nullable(),
  since: z.string(),
})

/** Of a mark that nobody can be read from. */
const nobody = { machine: '', user: '', process: 0, processStart: null, since: '', lastSign: '' }

/** Null where there is none. One that is being written, or was cut off, names nobody. */
function readMark(at: string): OwnerMark | null {
  try {
    const lastSign = statSync(at).mtime.toISOString()
    const text = readFileSync(at, 'utf8')
    const read = markSchema.safeParse(readJson(text))
    return { ...(read.success ? read.data : { ...nobody, token: text }), lastSign }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** False where by now it was another's: two that find a file left at the same moment do not both get it. */
function takeAway(at: string, token: string): boolean {
  const aside = `${at}.${randomUUID()}`
  try {
    renameSync(at, aside)
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
  try {
    if (lookAtMark(aside)?.token === token) return true
    linkSync(aside, at)
    return false
  } finally {
    // Of a folder nobody knows what is in it: it keeps its new name.
    if (!statSync(aside).isDirectory()) rmSync(aside)
  }
}

/** Where a system hides files by more than their name. */
function hide(at: string): void {
  const command = { win32: ['attrib', '+h', at], darwin: ['chflags', 'hidden', at] }[process.platform as string]
  const [program, ...rest] = command ?? []
  if (program !== undefined) execFile(program, rest, () => {})
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
