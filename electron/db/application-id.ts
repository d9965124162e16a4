import { closeSync, openSync, readSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/refusal.ts'

/** "OCOP" in ASCII: tells a workspace file from any other SQLite file. */
export const applicationId = 0x4f434f50

/** Schema version of a workspace file. @throws Refusal `not-a-workspace` */
export function versionOf(sqlite: Database): number {
  if (sqlite.pragma('application_id', { simple: true }) !== applicationId) throw new Refusal('not-a-workspace')
  return sqlite.pragma('user_version', { simple: true }) as number
}

/**
 * True where the file's own first bytes name it a workspace file: those outlive what else of it is damaged. Never for the
 * file that is open: to close it again would drop SQLite's locks.
 */
export function isOursByHeader(path: string): boolean {
  const header = readHeader(path)
  return header.toString('latin1').startsWith('SQLite format 3') && header.readUInt32BE(68) === applicationId
}

/**
 * True where a program keeps the file with a write-ahead log, which ours never does. Never for the file that is open.
 * https://www.sqlite.org/fileformat.html#file_format_version_numbers
 */
export function isKeptWithLog(path: string): boolean {
  return readHeader(path)[18] === 2
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header)
  } finally {
    closeSync(file)
  }
  return header
}
