import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { backupsToDrop } from '../../shared/domain/backups/retention.ts'
import type { BackupPlace } from '../../shared/api/backups.ts'
import { isRunning } from '../is-running.ts'
import { notePathOf } from './keep-backup.ts'
import { readNote, type BackupNote } from './note.ts'
import { makerOf } from './whole-file.ts'

/** A backup that is there, with its note. */
export type StoredBackup = {
  readonly note: BackupNote
  /** Absolute path of the backup itself. */
  readonly path: string
  readonly place: BackupPlace
  readonly isEncrypted: boolean
  /** Bytes on the disk. */
  readonly size: number
}

/** Which file's backups: by the file's own id, and by its path for those of before it had one. */
export type BackupsOf = { readonly uuid: string | null; readonly path: string }

/** Where the program keeps its backups. */
export function ownStore(dataFolder: string): string {
  return join(dataFolder, 'sao-luu')
}

/** The folder of one file's backups in a store. */
export function folderOf(store: string, { uuid, path }: BackupsOf): string {
  return join(store, uuid ?? fileKey(path))
}

/** What is listed as a backup beside its note; of an encrypted one the ending tells. */
export const encryptedEnding = '.age'

/**
 * All backups in a store, newest first; with `of` those of one file. What has no note, or is unfinished, is none. A
 * store that is not there has none.
 */
export async function listBackups(
  store: string,
  { place, of }: { readonly place: 'own' | 'second'; readonly of?: BackupsOf | undefined },
): Promise<readonly StoredBackup[]> {
  const folders = await namesIn(store)
  const found = await Promise.all(
    folders.map(async (name) => {
      const names = await namesIn(join(store, name))
      return Promise.all(
        names.filter((file) => file.endsWith('.json')).map((file) => findBackup(join(store, name, file), place)),
      )
    }),
  )
  return found
    .flat()
    .filter((backup) => backup !== null)
    .filter(({ note }) => of === undefined || isOf(note, of))
    .toSorted(newestFirst)
}

/** Of one moment, as by a clock that stands, the one that holds more is the newer. */
export function newestFirst({ note: a }: StoredBackup, { note: b }: StoredBackup): number {
  return b.madeAt.localeCompare(a.madeAt) || (b.facts?.events ?? 0) - (a.facts?.events ?? 0)
}

export function isOf({ facts, source }: Pick<BackupNote, 'facts' | 'source'>, { uuid, path }: BackupsOf): boolean {
  const id = facts?.uuid ?? null
  return id !== null && uuid !== null ? id === uuid : source === path
}

/** Removes what retention lets go of one file's own backups; and what killed runs left unfinished in their folder. */
export async function dropOldBackups(store: string, of: BackupsOf): Promise<void> {
  const own = (await listBackups(store, { place: 'own', of })).filter(({ place }) => place === 'own')
  const goes = new Set(backupsToDrop(own.map(({ note, size }) => ({ ...note, size }))))
  for (const { note, path } of own) {
    if (!goes.has(note.id)) continue
    await rm(path, { force: true })
    await rm(notePathOf(path), { force: true })
  }
  await dropUnfinished(folderOf(store, of))
}

async function dropUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const maker = makerOf(name)
    if (maker === null || maker === process.pid || isRunning(maker)) continue
    await rm(join(folder, name), { force: true })
  }
}

async function findBackup(notePath: string, place: 'own' | 'second'): Promise<StoredBackup | null> {
  const note = await readNote(notePath)
  if (note === null) return null
  const path = note.aside ?? notePath.slice(0, -'.json'.length)
  const stats = await stat(path).catch(() => null)
  if (stats === null || !stats.isFile()) return null
  const isEncrypted = note.aside === null && path.endsWith(encryptedEnding)
  return { note, path, place: note.aside === null ? place : 'aside', isEncrypted, size: stats.size }
}

/** For people: the folder that a path lies in. */
export function placeOf(path: string): { readonly name: string; readonly location: string } {
  return { name: basename(path), location: dirname(path) }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}

function fileKey(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}
