import type { WorkspaceDb } from '../open.ts'
import { statement } from '../statement.ts'
import type { BallotEntries } from './ballots.ts'

/** What the second person keyed of a ballot so far. */
export function readBallotCheck(db: WorkspaceDb, ballotId: number): BallotEntries {
  return statement(db, 'SELECT criterion, option FROM ballot_checks WHERE ballot_id = ? ORDER BY criterion').all(
    ballotId,
  ) as BallotEntries
}

export function writeBallotCheck(
  db: WorkspaceDb,
  check: { readonly ballotId: number; readonly criterion: number; readonly option: number | null },
): void {
  if (check.option === null) {
    statement(db, 'DELETE FROM ballot_checks WHERE ballot_id = ? AND criterion = ?').run(
      check.ballotId,
      check.criterion,
    )
    return
  }
  statement(
    db,
    `INSERT INTO ballot_checks (ballot_id, criterion, option) VALUES (@ballotId, @criterion, @option)
     ON CONFLICT DO UPDATE SET option = excluded.option`,
  ).run(check)
}

/** How many criteria of each live ballot of a session the second person keyed, and who confirmed and verified it. */
export function listCheckProgress(db: WorkspaceDb, sessionId: number) {
  return statement(
    db,
    `SELECT b.agenda_item_id AS agendaItemId, b.member_id AS memberId, b.state,
       coalesce(b.confirmed_by, '') AS confirmedBy, b.verified_by AS verifiedBy,
       (SELECT count(*) FROM ballot_checks c WHERE c.ballot_id = b.id) AS checked
     FROM agenda_items a
     JOIN ballots b ON b.agenda_item_id = a.id AND b.scoring_round = a.scoring_round
     WHERE a.session_id = ? AND b.state IN ('confirmed', 'verified')`,
  ).all(sessionId) as readonly {
    readonly agendaItemId: number
    readonly memberId: number
    readonly state: 'confirmed' | 'verified'
    readonly confirmedBy: string
    readonly verifiedBy: string | null
    readonly checked: number
  }[]
}
