import { closeSync, openSync, readSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { Refusal } from '../../shared/api/refusal.ts'

/** "OCOP" in ASCII: tells a workspace file from any other SQLite file. */
export const applicationId = 0x4f434f50

/** Schema version of a workspace file. @throws Refusal `not-a-workspace` */
export function versionOf(sqlite: Sqlite.Database): number {
  if (sqlite.pragma('application_id', { simple: true }) !== applicationId) throw new Refusal('not-a-workspace')
  return sqlite.pragma('user_version', { simple: true }) as number
}

/** No database for SQLite, nor one of ours by its own first bytes: those outlive what else of a file is damaged. */
export function isForeign(error: unknown, path: string): boolean {
  if (!(error instanceof Sqlite.SqliteError) || error.code !== 'SQLITE_NOTADB') return false
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header)
  } finally {
    closeSync(file)
  }
  return !header.toString('latin1').startsWith('SQLite format 3') || header.readUInt32BE(68) !== applicationId
}
