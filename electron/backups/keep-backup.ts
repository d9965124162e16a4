import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupFacts } from '../../shared/api/backups.ts'
import { vietnamTimeInName } from '../../shared/domain/calendar/vietnam-day.ts'
import { besideEndings } from '../db/log-beside.ts'
import { fileStemOf, workspaceEnding } from '../workspace-path.ts'
import { checkCopy } from './check-copy.ts'
import { noteText, type BackupNote } from './note.ts'
import { measureFile, moveInto, syncFile, writeWholeFile } from './whole-file.ts'

export type CopyToKeep = {
  /** The copy in the making, in the folder where it is to stay. */
  readonly unfinished: string
  readonly folder: string
  readonly facts: BackupFacts
  /** Schema version of this program; null leaves the audit unchecked. */
  readonly newest: number | null
} & Pick<BackupNote, 'id' | 'occasion' | 'madeAt' | 'source'>

/**
 * Makes a copy a backup: checked in full, on the disk, with its note, then under its name. Whatever happens before the
 * last step leaves an unfinished file or a note without its backup, and neither counts.
 *
 * @throws Refusal `copy-faulty`, or the file system's error; the copy is gone then
 */
export function keepBackup(copy: CopyToKeep): { readonly note: BackupNote; readonly path: string } {
  const { unfinished, folder, newest, facts, id, occasion, madeAt, source } = copy
  try {
    checkCopy({ path: unfinished, facts, newest })
    syncFile(unfinished)
    const note: BackupNote = {
      id,
      occasion,
      madeAt,
      source,
      facts,
      ...measureFile(unfinished),
      sealed: null,
      aside: null,
    }
    const path = freePath(folder, note)
    writeWholeFile(notePathOf(path), noteText(note))
    moveInto(unfinished, path)
    return { note, path }
  } finally {
    for (const end of ['', ...besideEndings]) rmSync(unfinished + end, { force: true })
  }
}

export function newBackupId(): string {
  return randomUUID()
}

/** Where the note of a backup lies. */
export function notePathOf(path: string): string {
  return `${path}.json`
}

/** `Hội đồng X 2026-11-26 14.05.12.ocop`, by Vietnam's clock. */
export function freePath(folder: string, { facts, madeAt }: Pick<BackupNote, 'facts' | 'madeAt'>, more = ''): string {
  const date = vietnamTimeInName(madeAt)
  for (let count = 1; ; count += 1) {
    const stem = `${fileStemOf(facts?.name ?? '')} ${date}${count === 1 ? '' : `, ${count}`}`
    const path = join(folder, `${stem}${workspaceEnding}${more}`)
    if (!existsSync(path) && !existsSync(notePathOf(path))) return path
  }
}
