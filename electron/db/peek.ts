import { statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { applicationId, isKeptWithLog, isOursByHeader } from './application-id.ts'
import { toReadDb } from './connection.ts'
import type { RecordFacts } from './copies.ts'
import type { ReadDb } from './handles.ts'
import { hasLog, oldLogEndings, orWithoutTrace } from './log-beside.ts'
import { readEventHash, readRecordFacts } from './queries/record-facts.ts'
import { readWorkspaceFacts, type WorkspaceFacts } from './queries/workspace.ts'
import { isPlaceReadOnly, readIntoMemory } from './read-only-copy.ts'

/** What stands at a path, as far as it is seen without changing anything. */
export type FoundFile =
  | {
      readonly kind: 'workspace'
      readonly facts: WorkspaceFacts
      /** Null for the open file, and for one of before files were told apart. */
      readonly record: RecordFacts | null
      readonly modifiedAt: string
    }
  /** A file of ours whose name cannot be read: damaged, or held by another program. */
  | { readonly kind: 'unreadable'; readonly modifiedAt: string }
  /** No file of this application: a folder, a pipe, an empty file, another program's database. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'gone' }

/** The open file by its device and number (`fileIdentity`): its own connection alone may touch it. */
export type OpenFile = { readonly identity: string | null; readonly facts: WorkspaceFacts }

/** Looks at one path. To be called where nobody waits: a network place may not answer for minutes. */
export function peekFile(path: string, open: OpenFile | null): FoundFile {
  try {
    const stats = statSync(path, { throwIfNoEntry: false, bigint: true })
    if (stats === undefined) return { kind: 'gone' }
    if (!stats.isFile() || stats.size === 0n) return { kind: 'foreign' }
    const modifiedAt = stats.mtime.toISOString()
    if (open?.identity === `${stats.dev}:${stats.ino}`)
      return { kind: 'workspace', facts: open.facts, record: null, modifiedAt }
    const found = readFacts(path, stats.size)
    return found.kind === 'foreign' ? found : { ...found, modifiedAt }
  } catch {
    return { kind: 'gone' }
  }
}

type Facts =
  | { readonly kind: 'workspace'; readonly facts: WorkspaceFacts; readonly record: RecordFacts | null }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'foreign' }

function readFacts(path: string, size: bigint): Facts {
  try {
    return orWithoutTrace(path, () => factsOf(openToPeek(path)), oldLogEndings)
  } catch {
    if (!isOursByHeader(path)) return { kind: 'foreign' }
    return size > mostBytes ? { kind: 'unreadable' } : readBytes(path)
  }
}

/** More is not read for a name. */
const mostBytes = 2n ** 26n

/** Another program has the file open, or had when it was killed: its name at least may stand in it. */
function readBytes(path: string): Facts {
  try {
    return factsOf(readIntoMemory(path))
  } catch {
    return { kind: 'unreadable' }
  }
}

function factsOf(sqlite: Sqlite.Database): Facts {
  try {
    if (sqlite.pragma('application_id', { simple: true }) !== applicationId) return { kind: 'foreign' }
    if (!hasTables(sqlite, ['workspace'])) return { kind: 'unreadable' }
    return { kind: 'workspace', facts: readWorkspaceFacts(toReadDb(sqlite)), record: recordIn(sqlite) }
  } finally {
    sqlite.close()
  }
}

/** A view or virtual table of such a name could answer whatever it likes, or never. */
function hasTables(sqlite: Sqlite.Database, names: readonly string[]): boolean {
  const asked = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND lower(name) = ? AND rootpage > 0"
  return names.every((name) => sqlite.prepare(asked).pluck().get(name) === 1)
}

function recordIn(sqlite: Sqlite.Database): RecordFacts | null {
  if (!hasTables(sqlite, ['audit_events', 'ballots'])) return null
  try {
    return readRecordFacts(toReadDb(sqlite))
  } catch {
    return null
  }
}

/** The hash of the event of that number in a file that `peekFile` found; null where there is none or nothing is said. */
export function hashInFile(path: string, seq: number): string | null {
  return askFile(path, (db) => readEventHash(db, seq))
}

/** Asks a file that `peekFile` found, and that is not open here; null where it does not answer. */
export function askFile<Answer>(path: string, ask: (db: ReadDb) => Answer): Answer | null {
  try {
    const sqlite = openToPeek(path)
    try {
      return ask(toReadDb(sqlite))
    } finally {
      sqlite.close()
    }
  } catch {
    return null
  }
}

/** Which state of which file a clean closing left. `schema`: SQLite's count of changes of its schema. */
type ClosedState = {
  readonly uuid: string
  readonly commits: number
  readonly seq: number
  readonly hash: string
  readonly schema: number
}

/**
 * Null where the file was not closed in order, is in use or kept in another program's way, or cannot be read. Never for
 * the file that is open.
 */
export function readClosedState(path: string): ClosedState | null {
  try {
    if (!isOursByHeader(path) || isKeptWithLog(path) || hasLog(path)) return null
    const sqlite = openToPeek(path)
    try {
      if (!hasTables(sqlite, ['workspace', 'audit_events'])) return null
      return (sqlite.prepare(closedState).get() as ClosedState | undefined) ?? null
    } finally {
      sqlite.close()
    }
  } catch {
    return null
  }
}

const closedState = `SELECT uuid, commits, seq, hash, (SELECT schema_version FROM pragma_schema_version) AS schema
FROM workspace, (SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1) WHERE in_use = 0`

function openToPeek(path: string): Sqlite.Database {
  return isPlaceReadOnly(path) && !hasLog(path)
    ? readIntoMemory(path)
    : new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 0 })
}
