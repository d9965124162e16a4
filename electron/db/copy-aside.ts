import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

/** A full copy of the open file, named by the schema version that it holds; its path. */
export function setCopyAside(sqlite: Database, version: number): string {
  const backup = `${sqlite.name}.version-${version}.bak`
  try {
    writeFileSync(`${backup}.part`, sqlite.serialize(), { flush: true })
    renameSync(`${backup}.part`, backup)
  } catch (error) {
    rmSync(`${backup}.part`, { force: true })
    throw error
  }
  return backup
}

/** The closed file as it was when the copy was set aside. */
export function restoreCopy(path: string, backup: string): void {
  copyFileSync(backup, `${path}.part`)
  renameSync(`${path}.part`, path)
}
