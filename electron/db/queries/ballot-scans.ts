import { columnsOf, insertInto } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { ballotPages, ballotScans } from '../schema/ballot-scans.ts'
import { read, write } from '../statement.ts'
import type { BallotOfRound } from './ballots.ts'

export type StoredScan = typeof ballotScans.$inferSelect
export type StoredBallotPage = typeof ballotPages.$inferSelect

const selectScans = `SELECT ${columnsOf(ballotScans)} FROM ballot_scans`

/** In the order in which they came. */
export function listScans(db: ReadDb, sessionId: number): readonly StoredScan[] {
  return read<number, StoredScan>(db, `${selectScans} WHERE session_id = ? ORDER BY id`).all(sessionId)
}

export function findScan(db: ReadDb, id: number): StoredScan | null {
  return read<number, StoredScan>(db, `${selectScans} WHERE id = ?`).get(id) ?? null
}

/** Its id, whether it came now or before. */
export function putScan(db: WriteDb, row: Omit<StoredScan, 'id'>): number {
  const { sessionId, sha256 } = row
  const known = read<[number, string], StoredScan>(db, `${selectScans} WHERE session_id = ? AND sha256 = ?`).get(
    sessionId,
    sha256,
  )
  if (known !== undefined) return known.id
  return write<typeof row, { readonly id: number }>(db, `${insertInto(ballotScans, row)} RETURNING id`).get(row).id
}

export function insertBallotPage(db: WriteDb, row: Omit<StoredBallotPage, 'id'>): void {
  write<typeof row>(db, insertInto(ballotPages, row)).run(row)
}

/** Pages of a ballot in one round, newest first. */
export function listBallotPages(db: ReadDb, of: BallotOfRound): readonly StoredBallotPage[] {
  const sql = `SELECT ${columnsOf(ballotPages)} FROM ballot_pages
    WHERE agenda_item_id = ? AND member_id = ? AND scoring_round = ? ORDER BY id DESC`
  return read<[number, number, number], StoredBallotPage>(db, sql).all(of.agendaItemId, of.memberId, of.scoringRound)
}

/** Pages of a member's ballots for a product, of every round, newest first. */
export function listPagesOf(
  db: ReadDb,
  of: Pick<BallotOfRound, 'agendaItemId' | 'memberId'>,
): readonly StoredBallotPage[] {
  const sql = `SELECT ${columnsOf(ballotPages)} FROM ballot_pages WHERE agenda_item_id = ? AND member_id = ?
    ORDER BY scoring_round DESC, id DESC`
  return read<[number, number], StoredBallotPage>(db, sql).all(of.agendaItemId, of.memberId)
}

export function findBallotPage(db: ReadDb, id: number): StoredBallotPage | null {
  const sql = `SELECT ${columnsOf(ballotPages)} FROM ballot_pages WHERE id = ?`
  return read<number, StoredBallotPage>(db, sql).get(id) ?? null
}

export type TakenKey = Pick<StoredBallotPage, 'agendaItemId' | 'memberId' | 'scoringRound' | 'number' | 'sha256'>

/** What was taken in a session, by which a page is known again. */
export function listTakenKeys(db: ReadDb, sessionId: number): readonly TakenKey[] {
  const sql = `SELECT p.agenda_item_id AS agendaItemId, p.member_id AS memberId, p.scoring_round AS scoringRound,
      p.number, p.sha256
    FROM ballot_pages p JOIN ballot_scans s ON s.id = p.scan_id WHERE s.session_id = ?`
  return read<number, TakenKey>(db, sql).all(sessionId)
}
