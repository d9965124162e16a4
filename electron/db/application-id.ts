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
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header)
  } finally {
    closeSync(file)
  }
  return header.toString('latin1').startsWith('SQLite format 3') && header.readUInt32BE(68) === applicationId
}
