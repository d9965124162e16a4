import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../shared/api/refusal.ts'
import { isRunning } from '../is-running.ts'
import { blankFile } from './blank-file.ts'
import { installChangeLog } from './change-log.ts'
import { connectToWrite, disconnect, keepJournal } from './connect.ts'
import { refusingFileTroubles } from './file-trouble.ts'
import { toReadDb } from './connection.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { besideEndings } from './log-beside.ts'
import { write } from './statement.ts'
import { syncFolder } from './sync-folder.ts'
import { transaction } from './transaction.ts'

/** A file that does not exist yet. */
export type NewFile = {
  readonly path: string
  readonly migrations: string
  readonly name: string
  readonly isSample: boolean
  readonly createdAt: string
  /** What else a new file holds. */
  readonly begin?: (db: WriteDb) => void
}

/**
 * Creates an empty workspace file: whole under another name, on the disk, and only then under its own. Where that fails, or
 * is cut off, there is no file of that name.
 *
 * @throws Refusal `workspace-exists`: an existing file is never overwritten; and those of `fileRefusal`.
 */
export function createWorkspaceFile(file: NewFile): ReadDb {
  const { path } = file
  if (existsSync(path)) throw new Refusal('workspace-exists')
  return refusingFileTroubles(() => {
    const folder = dirname(path)
    if (!statSync(folder).isDirectory()) throw new Refusal('place-gone')
    accessSync(folder, constants.W_OK)
    removeCutOff(folder)
    const part = partOf(path)
    try {
      makeWhole(part, file)
      giveName(part, path)
      syncFolder(folder)
    } finally {
      for (const end of ['', ...besideEndings]) rmSync(part + end, { force: true })
    }
    const sqlite = connectToWrite(path)
    keepJournal(sqlite)
    installChangeLog(sqlite)
    return toReadDb(sqlite)
  })
}

/** Files in the making are none of the start screen's, which lists names by their ending, nor of what keeps folders in step. */
const partPrefix = '~$new-'

/** What a file is called until it is whole; the next creation in the folder sweeps what a killed process left. */
export function partOf(path: string): string {
  return join(dirname(path), `${partPrefix}${process.pid}-${basename(path)}`)
}

/** What a killed process was making. */
function removeCutOff(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(partPrefix)) continue
    const maker = Number.parseInt(name.slice(partPrefix.length), 10)
    if (!isRunning(maker)) rmSync(join(folder, name), { force: true })
  }
}

function makeWhole(part: string, file: NewFile): void {
  writeFileSync(part, blankFile(file.migrations))
  const sqlite = connectToWrite(part)
  try {
    keepJournal(sqlite)
    installChangeLog(sqlite)
    transaction(toReadDb(sqlite), (db) => begin(db, file))
  } catch (error) {
    sqlite.close()
    throw error
  }
  disconnect(sqlite, 'UPDATE workspace SET in_use = 0')
}

/** Not over a file that came meanwhile, where the disk knows of second names. */
function giveName(part: string, path: string): void {
  try {
    linkSync(part, path)
  } catch (error) {
    if (existsSync(path)) throw new Refusal('workspace-exists')
    if (!(error instanceof Error && 'code' in error && withoutLinks.has(String(error.code)))) throw error
    renameSync(part, path)
  }
}

/** Codes of disks that know of one name only for each file. */
export const withoutLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EACCES',
  'EISDIR',
  'UNKNOWN',
])

function begin(db: WriteDb, { name, isSample, createdAt, begin: beginMore }: NewFile): void {
  write<[string, number, string]>(
    db,
    'INSERT INTO workspace (id, name, is_sample, created_at, uuid) VALUES (1, ?, ?, ?, lower(hex(randomblob(16))))',
  ).run(name, Number(isSample), createdAt)
  beginMore?.(db)
}
