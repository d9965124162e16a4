import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { besideEndings } from '../db/log-beside.ts'
import { moveInto, syncFile, syncFolder } from './whole-file.ts'

/**
 * Gives a finished file the place of another, which keeps all of its bytes under its new name. At no moment is there no
 * whole file in the place: the old one gets its second name first, then the new one takes the place in one step.
 *
 * @throws the file system's error; the old file is in its place then
 */
export function putInPlace({
  finished,
  path,
  aside,
}: {
  readonly finished: string
  readonly path: string
  /** A name that no file has; null where the place is empty. */
  readonly aside: string | null
}): void {
  if (aside !== null) {
    nameAlso(path, aside)
    // A journal that is left over would be played back into the new file: it goes with the old one.
    for (const end of besideEndings) if (existsSync(path + end)) renameSync(path + end, aside + end)
    syncFolder(dirname(aside))
  }
  moveInto(finished, path)
}

/** A second name for one file, never one that another has; where the file system has no such thing, as on a USB stick, a copy. */
function nameAlso(path: string, other: string): void {
  try {
    linkSync(path, other)
  } catch (error) {
    if (isTaken(error)) throw error
    copyTo(path, other)
  }
}

function copyTo(path: string, other: string): void {
  try {
    copyFileSync(path, other, constants.COPYFILE_EXCL)
    syncFile(other)
  } catch (error) {
    if (!isTaken(error)) rmSync(other, { force: true })
    throw error
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
