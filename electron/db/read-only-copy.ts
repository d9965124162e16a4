import { accessSync, constants, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'

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
