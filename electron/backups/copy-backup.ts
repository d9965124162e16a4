import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
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
  /** Null for a copy as it is. */
  readonly seal: { readonly password: string; readonly passwordId: string | null } | null
}

/**
 * Copies a backup to another place, as it is or encrypted, reads it back from there, and only then gives it its name.
 *
 * @throws Refusal `backup-faulty` where the backup is not whole, `second-fails` where what was read back is something else;
 *   the file system's error
 */
export async function copyBackup({ from, note, folder, seal }: BackupToCopy): Promise<void> {
  makeFolder(folder)
  const unfinished = unfinishedPath(folder)
  const readBack = `${unfinished}-doc-lai`
  try {
    if (seal === null) {
      copyFileSync(from, unfinished)
      syncFile(unfinished)
    } else {
      const { password } = seal
      await sealFile({ from, to: unfinished, password })
      await unsealFile({ from: unfinished, to: readBack, password })
    }
    if (measureFile(seal === null ? unfinished : readBack).sha256 !== note.sha256) {
      requireSame(from, note.sha256, from)
      throw new Refusal('second-fails', { code: 'SHA-256' })
    }
    const { size, sha256 } = measureFile(unfinished)
    const sealed = seal === null ? null : { sha256, passwordId: seal.passwordId }
    const path = freePath(folder, note, seal === null ? '' : encryptedEnding)
    writeWholeFile(notePathOf(path), noteText({ ...note, size, sealed }))
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
  /** An encrypted one stays as it is. */
  readonly staysSealed?: boolean
  /** What it was when it became a backup. */
  readonly note: BackupNote
}

/**
 * Writes what a backup holds to a new file, on the disk when this settles.
 *
 * @throws Refusal `password-needed`, `password-wrong`, `backup-faulty`; nothing is left then
 */
export async function unpackBackup(asked: BackupToUnpack): Promise<void> {
  const { from, to, isEncrypted, staysSealed = false, password, note } = asked
  const isOpened = isEncrypted && !staysSealed
  if (isOpened && password === null) throw new Refusal('password-needed')
  const unfinished = unfinishedPath(dirname(to))
  try {
    if (password !== null && isOpened) await unsealFile({ from, to: unfinished, password })
    else copyFileSync(from, unfinished)
    syncFile(unfinished)
    const size = isOpened ? null : note.size
    requireSame(unfinished, isEncrypted && staysSealed ? note.sealed?.sha256 : note.sha256, from, size)
    renameSync(unfinished, to)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** @param sha256 unknown of copies of before it was noted: then the length alone tells */
function requireSame(path: string, sha256: string | undefined, from: string, size: number | null = null): void {
  const found = measureFile(path)
  if ((sha256 !== undefined && found.sha256 !== sha256) || (size !== null && found.size !== size))
    throw new Refusal('backup-faulty', { name: basename(from) })
}
