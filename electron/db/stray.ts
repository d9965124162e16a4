import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { vietnamTimeInName } from '../../shared/domain/calendar/vietnam-day.ts'
import { belongsToFile, type CopyState } from './belongs-to-file.ts'

/**
 * A journal or a log that lies beside a file and is of another gets a name with its date, under which SQLite does not
 * play it; it is never deleted. Copies of the file are asked which it is, so that the file itself is not touched.
 *
 * @returns the new name, or null where nothing is strange
 */
export function setStrayAside(path: string): string | null {
  const aside = ['-journal', '-wal'].flatMap((end) => {
    if (sizeOf(path + end) === 0 || isHeldByProgram(path) || isOfFile(path, end)) return []
    const name = freeName(path, end)
    renameSync(path + end, name)
    return [basename(name)]
  })
  return aside[0] ?? null
}

function isOfFile(path: string, end: string): boolean {
  // SQLite ends a log before the file says that it has none. https://www.sqlite.org/fileformat.html#file_format_version_numbers
  if (end === '-wal' && !saysItHasLog(path)) return false
  const folder = mkdtempSync(join(tmpdir(), 'ocop-'))
  try {
    const before = tracesOf(path, end)
    const [alone, played] = [join(folder, 'alone'), join(folder, 'played')]
    for (const copy of [alone, played]) copyFileSync(path, copy)
    copyFileSync(path + end, played + end)
    const isOfIt = belongsToFile(end === '-wal' ? 'log' : 'journal', stateOf(alone), stateOf(played))
    // Somebody writes it at this moment.
    return isOfIt || tracesOf(path, end) !== before
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Opens a copy as SQLite does, with what lies beside it. */
function stateOf(copy: string): CopyState {
  let sqlite: Sqlite.Database | null = null
  try {
    sqlite = new Sqlite(copy)
    const isWhole =
      sqlite.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
      (sqlite.pragma('foreign_key_check') as readonly unknown[]).length === 0 &&
      sqlite.prepare(brokenLinks).get() === undefined
    if (!isWhole) return null
    const row = sqlite.prepare('SELECT * FROM workspace').get() as Record<string, unknown> | undefined
    if (row === undefined) return null
    const { uuid, commits } = row
    return { uuid: typeof uuid === 'string' ? uuid : null, commits: typeof commits === 'number' ? commits : null }
  } catch {
    return null
  } finally {
    sqlite?.close()
  }
}

/** The audit's events follow each other without a gap, each upon the one before. */
const brokenLinks = `SELECT 1 FROM (
  SELECT seq, previous_hash, row_number() OVER (ORDER BY seq) AS place, lag(hash) OVER (ORDER BY seq) AS before
  FROM audit_events
) WHERE seq <> place OR (place > 1 AND previous_hash <> before) LIMIT 1`

/** Another program has the file: what lies beside it is that one's. Looking does not play it. */
export function isHeldByProgram(path: string): boolean {
  const sqlite = new Sqlite(path, { readonly: true, timeout: 0 })
  try {
    sqlite.pragma('schema_version')
    return false
  } catch (error) {
    return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
  } finally {
    sqlite.close()
  }
}

function saysItHasLog(path: string): boolean {
  const versions = Buffer.alloc(2)
  const file = openSync(path, 'r')
  try {
    readSync(file, versions, 0, 2, 18)
  } finally {
    closeSync(file)
  }
  return versions.includes(2)
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const tracesOf = (path: string, end: string): string =>
  [path, path + end].map((each) => `${sizeOf(each)}@${statSync(each).mtimeMs}`).join(' ')

function freeName(path: string, end: string): string {
  const date = vietnamTimeInName(statSync(path + end).mtime)
  for (let count = 1; ; count += 1) {
    const name = `${path} (của tệp khác ${date}${count === 1 ? '' : `, ${count}`})${end}`
    if (!existsSync(name)) return name
  }
}
