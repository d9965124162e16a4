import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { besideEndings } from '../db/log-beside.ts'
import { syncFolder } from '../db/sync-folder.ts'
import { measureFile, moveInto, syncFile } from './whole-file.ts'

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
  /** A name that no file has, for what is in the place. */
  readonly aside: string
}): void {
  if (existsSync(path)) nameAlso(path, aside)
  // A journal that is left over would be played back into the new file: it goes with the old one.
  for (const end of besideOf(path)) renameSync(path + end, aside + end)
  syncFolder(dirname(aside))
  const own = besideOf(finished)
  // Whatever ends this between two steps, the new file has its journal under one of its two names.
  for (const end of own) nameAlso(finished + end, path + end)
  try {
    moveInto(finished, path)
  } catch (error) {
    if (existsSync(finished)) for (const end of own) rmSync(path + end, { force: true })
    throw error
  }
  for (const end of own) rmSync(finished + end, { force: true })
}

const besideOf = (path: string): readonly string[] => besideEndings.filter((end) => existsSync(path + end))

/** A second name for one file, never one that another has; where the file system has no such thing, as on a USB stick, a copy. */
function nameAlso(path: string, other: string): void {
  try {
    linkSync(path, other)
  } catch (error) {
    if (isTaken(error)) throw error
    copyTo(path, other)
  }
}

/** Read back: where this is what keeps a file, nothing else of it stays. */
function copyTo(path: string, other: string): void {
  try {
    copyFileSync(path, other, constants.COPYFILE_EXCL)
    syncFile(other)
    if (measureFile(other).sha256 !== measureFile(path).sha256)
      throw Object.assign(new Error('the copy is not what was copied'), { code: 'EIO' })
  } catch (error) {
    if (!isTaken(error)) rmSync(other, { force: true })
    throw error
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
