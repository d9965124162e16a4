import { copyFileSync, renameSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { logEndings } from './log-beside.ts'

/** A full copy of the file with its write-ahead log merged, named by the schema version that it holds; its path. */
export function setCopyAside(path: string, version: number): string {
  const backup = `${path}.version-${version}.bak`
  const sqlite = new Sqlite(path)
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.close()
  }
  try {
    copyFileSync(path, `${backup}.part`)
    renameSync(`${backup}.part`, backup)
  } catch (error) {
    rmSync(`${backup}.part`, { force: true })
    throw error
  }
  return backup
}

/** The file as it was when the copy was set aside. */
export function restoreCopy(path: string, backup: string): void {
  for (const end of logEndings) rmSync(path + end, { force: true })
  copyFileSync(backup, path)
}
