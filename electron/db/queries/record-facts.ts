import type { RecordFacts } from '../copies.ts'
import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'

/** What tells this state of a file from others; null for one of before files were told apart. */
export function readRecordFacts(db: ReadDb): RecordFacts | null {
  const facts = read<[], RecordFacts>(
    db,
    `SELECT uuid, commits, last.seq AS events, last.hash AS head, last.at AS lastAt,
      (SELECT count(*) FROM ballots WHERE state IN ('confirmed', 'verified')) AS ballots
    FROM workspace, (SELECT seq, hash, at FROM audit_events ORDER BY seq DESC LIMIT 1) AS last`,
  ).get()
  return facts === undefined || facts.uuid === '' ? null : facts
}

/** The hash of the audit's event of that number; null where there is none. */
export function readEventHash(db: ReadDb, seq: number): string | null {
  return readColumn<[number], string>(db, 'SELECT hash FROM audit_events WHERE seq = ?').get(seq) ?? null
}
