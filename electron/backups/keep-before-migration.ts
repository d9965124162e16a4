import { writeWhole } from '../db/snapshot.ts'
import type { ReadDb } from '../db/handles.ts'
import { readBackupFacts } from '../db/queries/backup-facts.ts'
import { makeFolder } from '../workspace-path.ts'
import { keepBackup, newBackupId } from './keep-backup.ts'
import { folderOf, ownStore } from './list-backups.ts'
import { unfinishedPath } from './whole-file.ts'

type FileToMigrate = { readonly dataFolder: string; readonly source: string; readonly now: Date }

/**
 * The backup of a file of an older schema before anything in it is changed, kept for good. Its audit is what only the
 * migrated file can be asked for, so the rest is checked.
 *
 * @returns its path
 */
export function keepBeforeMigration(db: ReadDb, { dataFolder, source, now }: FileToMigrate): string {
  const facts = readBackupFacts(db)
  const folder = folderOf(ownStore(dataFolder), { uuid: facts.uuid, path: source })
  makeFolder(folder)
  const unfinished = unfinishedPath(folder)
  writeWhole(db, unfinished)
  const { path } = keepBackup({
    id: newBackupId(),
    unfinished,
    folder,
    facts,
    occasion: 'migration',
    madeAt: now.toISOString(),
    source,
    newest: null,
  })
  return path
}
