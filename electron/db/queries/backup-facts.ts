import type { BackupFacts } from '../../../shared/api/backups.ts'
import { connectionOf } from '../connection.ts'
import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'

/** What a file of any schema version holds, to be compared with a copy of it. */
export function readBackupFacts(db: ReadDb): BackupFacts {
  const { name, isSample } = ask<{ name: string; isSample: number }>(
    db,
    'SELECT name, is_sample AS isSample FROM workspace',
  )
  const { uuid, commits } = readIdentity(db)
  return {
    name,
    isSample: isSample === 1,
    uuid,
    commits,
    version: connectionOf(db).pragma('user_version', { simple: true }) as number,
    ...readHead(db),
    ...ask<Counts>(
      db,
      `SELECT (SELECT count(*) FROM sessions) AS sessions, (SELECT count(*) FROM products) AS products,
         (SELECT count(*) FROM ballots) AS ballots, (SELECT max(saved_at) FROM ballots) AS lastBallotAt`,
    ),
    rows: countRows(db),
  }
}

export type BackupHead = Pick<BackupFacts, 'events' | 'head' | 'lastEventAt'>

type FileIdentity = Pick<BackupFacts, 'uuid' | 'commits'>

/** The last event of the audit: two states of a file with one head are one state. */
export function readHead(db: ReadDb): BackupHead {
  const row = read<[], BackupHead>(
    db,
    'SELECT seq AS events, hash AS head, at AS lastEventAt FROM audit_events ORDER BY seq DESC LIMIT 1',
  ).get()
  return row ?? { events: 0, head: '', lastEventAt: null }
}

/** Hash of an event; null where there is none of that number. */
export function hashOfEvent(db: ReadDb, seq: number): string | null {
  return readColumn<[number], string>(db, 'SELECT hash FROM audit_events WHERE seq = ?').get(seq) ?? null
}

/** Ballots saved after that moment. */
export function countBallotsSince(db: ReadDb, at: string | null): number {
  return readColumn<[string], number>(db, 'SELECT count(*) FROM ballots WHERE saved_at > ?').get(at ?? '') ?? 0
}

/** True while a session is open: what is restored then takes keys of the meeting back. */
export function isScoring(db: ReadDb): boolean {
  return readColumn<[], number>(db, "SELECT count(*) FROM sessions WHERE state = 'open'").get() !== 0
}

/** Both came by a migration: an older file, set aside before it, has neither. */
export function readIdentity(db: ReadDb): FileIdentity {
  const columns = readColumn<[], string>(db, "SELECT name FROM pragma_table_info('workspace')").all()
  if (!columns.includes('commits')) return { uuid: null, commits: null }
  const { uuid, commits } = ask<FileIdentity>(db, 'SELECT uuid, commits FROM workspace')
  // No program of ours counts so far: somebody put it there, and nothing that is compared or hashed may rest on it.
  return { uuid, commits: Number.isSafeInteger(commits) ? commits : null }
}

/** Rows of each table, but of the audit, whose head says it: counting would read all of its text. */
function countRows(db: ReadDb): BackupFacts['rows'] {
  const tables = readColumn<[], string>(
    db,
    `SELECT name FROM sqlite_schema
     WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'audit_events' ORDER BY name`,
  ).all()
  return Object.fromEntries(
    tables.map((table) => [table, ask<{ n: number }>(db, `SELECT count(*) AS n FROM "${table}"`).n]),
  )
}

type Counts = Pick<BackupFacts, 'sessions' | 'products' | 'ballots' | 'lastBallotAt'>

function ask<Row>(db: ReadDb, sql: string): Row {
  const row = read<[], Row>(db, sql).get()
  if (row === undefined) throw new Error('the workspace has no row of its own')
  return row
}
