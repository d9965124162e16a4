import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../../shared/api/refusal.ts'
import { makeFolder } from '../workspace-path.ts'
import { freePath, notePathOf } from './keep-backup.ts'
import { encryptedEnding } from './list-backups.ts'
import { noteText, type BackupNote } from './note.ts'
import { sealFile, unsealFile } from './sealed-file.ts'
import { measureFile, moveInto, syncFile, unfinishedPath, writeWholeFile } from './whole-file.ts'

export type BackupToCopy = {
  readonly from: string
  readonly note: BackupNote
  /** Where it goes; made when missing. */
  readonly folder: string
  readonly password: string | null
}

/**
 * Copies a backup to another place, as it is or encrypted, reads it back from there, and only then gives it its name.
 *
 * @throws Refusal `backup-faulty` where what was read back is something else; the file system's error
 */
export async function copyBackup({ from, note, folder, password }: BackupToCopy): Promise<void> {
  makeFolder(folder)
  const unfinished = unfinishedPath(folder)
  const readBack = `${unfinished}-doc-lai`
  try {
    if (password === null) {
      copyFileSync(from, unfinished)
      syncFile(unfinished)
    } else {
      await sealFile({ from, to: unfinished, password })
      await unsealFile({ from: unfinished, to: readBack, password })
    }
    requireSame(password === null ? unfinished : readBack, note)
    const path = freePath(folder, note, password === null ? '' : encryptedEnding)
    writeWholeFile(notePathOf(path), noteText({ ...note, size: measureFile(unfinished).size }))
    moveInto(unfinished, path)
  } finally {
    for (const path of [unfinished, readBack]) rmSync(path, { force: true })
  }
}

export type BackupToUnpack = {
  readonly from: string
  readonly to: string
  readonly isEncrypted: boolean
  readonly password: string | null
  /** What it was when it became a backup; null for a file from elsewhere. */
  readonly note: BackupNote | null
}

/**
 * Writes what a backup holds to a new file, on the disk when this settles.
 *
 * @throws Refusal `password-needed`, `password-wrong`, `backup-faulty`; nothing is left then
 */
export async function unpackBackup({ from, to, isEncrypted, password, note }: BackupToUnpack): Promise<void> {
  if (isEncrypted && password === null) throw new Refusal('password-needed')
  const unfinished = unfinishedPath(dirname(to))
  try {
    if (password !== null && isEncrypted) await unsealFile({ from, to: unfinished, password })
    else copyFileSync(from, unfinished)
    syncFile(unfinished)
    if (note !== null) requireSame(unfinished, note)
    renameSync(unfinished, to)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function requireSame(path: string, { sha256 }: BackupNote): void {
  if (measureFile(path).sha256 !== sha256) throw new Refusal('backup-faulty', { what: 'SHA-256' })
}
