import { copyFileSync, renameSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { toReadDb } from './connection.ts'
import { writeWhole } from './snapshot.ts'

/** A full copy of the open file, named by the schema version that it holds; its path. */
export function setCopyAside(sqlite: Database, version: number): string {
  const backup = `${sqlite.name}.version-${version}.bak`
  writeWhole(toReadDb(sqlite), backup)
  return backup
}

/** The closed file as it was when the copy was set aside. */
export function restoreCopy(path: string, backup: string): void {
  copyFileSync(backup, `${path}.part`)
  renameSync(`${path}.part`, path)
}
