import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { hasLog } from './log-beside.ts'

/** True where neither the file nor its folder may be written: SQLite could not keep its log beside it. */
export function isPlaceReadOnly(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return false
  } catch {
    return true
  }
}

/**
 * The file as it stands, in memory: in a place that cannot be written SQLite does not read a file that was kept with a
 * log, although none lies beside it.
 */
export function readIntoMemory(path: string): Sqlite.Database {
  const bytes = readFileSync(path)
  // "Read and written with a log" in the header; memory has none. https://www.sqlite.org/fileformat.html#file_format_version_numbers
  if (bytes.length > 19) bytes[18] = bytes[19] = 1
  return new Sqlite(bytes)
}

/**
 * The same of a file that somebody else may be writing: read while no change went on, by the marks that a change leaves
 * and by SQLite's own check of the copy. What stays faulty unchanged is a damage, no change. Null where no such moment
 * came: a change takes long, or was cut off.
 */
export function readBetweenChanges(path: string): Sqlite.Database | null {
  let faulty = ''
  for (let tries = 0; tries < 20; tries += 1) {
    const before = marksOf(path)
    if (!hasLog(path)) {
      const copy = readIntoMemory(path)
      if (marksOf(path) === before && (faulty === before || isWhole(copy))) return copy
      copy.close()
      faulty = before
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25)
  }
  return null
}

/** SQLite's own change counter stands still in a file that is held for long; these move with each change. */
function marksOf(path: string): string {
  return [path, `${path}-journal`]
    .map((each) => statSync(each, { throwIfNoEntry: false, bigint: true }))
    .map((stats) => (stats === undefined ? '' : `${stats.ino} ${stats.size} ${stats.mtimeNs}`))
    .join(' ')
}

function isWhole(copy: Sqlite.Database): boolean {
  try {
    return copy.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  }
}
