import type { ChoiceText } from '../../../shared/domain/ballot/choice-text.ts'
import type { CaseCode } from '../../../shared/domain/criteria/criteria-set.ts'
import type { BallotState } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'
import { productAtSession } from './sessions.ts'

type MemberOfSession = { readonly sessionId: number; readonly memberId: number }

export type MemberProductRow = {
  readonly agendaItemId: number
  readonly code: string
  readonly productName: string
  readonly producerName: string
  readonly criteriaFileId: number
  readonly criteriaCase: CaseCode | null
  readonly scoringRound: number
  /** 1 where the member is marked absent at this product or at the session. */
  readonly isAbsent: number
  readonly isRejected: number
}

/** The products of a session that one member is not recused from, in agenda order. */
export function listMemberProducts(db: ReadDb, member: MemberOfSession): readonly MemberProductRow[] {
  return read<MemberOfSession, MemberProductRow>(
    db,
    `SELECT a.id AS agendaItemId, ${productAtSession.columns},
       a.criteria_file_id AS criteriaFileId, a.criteria_case AS criteriaCase, a.scoring_round AS scoringRound,
       e.kind IS 'absent' OR coalesce(t.is_present, 0) = 0 AS isAbsent,
       EXISTS (SELECT 1 FROM knockout_answers k WHERE k.agenda_item_id = a.id AND k.is_rejected = 1) AS isRejected
     FROM agenda_items a ${productAtSession.joins('a')}
     LEFT JOIN attendances t ON t.session_id = a.session_id AND t.member_id = @memberId
     LEFT JOIN exclusions e ON e.agenda_item_id = a.id AND e.member_id = @memberId
     WHERE a.session_id = @sessionId AND e.kind IS NOT 'recused'
     ORDER BY a.position, a.id`,
  ).all(member)
}

/** Whether members see the product's result on their devices now: revealed, and by the session's regulations theirs to see. */
export function isResultOnDevices(db: ReadDb, agendaItemId: number): boolean {
  return (
    readColumn<number, 1>(
      db,
      `SELECT 1 FROM agenda_items a JOIN sessions s ON s.id = a.session_id
       WHERE a.id = +? AND a.revealed_at IS NOT NULL AND s.member_sight = 'revealed-result'`,
    ).get(agendaItemId) === 1
  )
}

export type MemberBallotRow = {
  readonly agendaItemId: number
  readonly version: number
  readonly state: BallotState
  readonly revision: number
  readonly savedAt: string
  readonly choices: ChoiceText
  readonly opinion: string
}

/** One member's live ballots of a session's present rounds. */
export function listMemberBallots(db: ReadDb, member: MemberOfSession): readonly MemberBallotRow[] {
  return read<MemberOfSession, MemberBallotRow>(
    db,
    `SELECT b.agenda_item_id AS agendaItemId, b.version, b.state, b.revision, b.saved_at AS savedAt, b.choices,
       b.opinion
     FROM agenda_items a
     JOIN ballots b ON b.agenda_item_id = a.id AND b.member_id = @memberId AND b.scoring_round = a.scoring_round
       AND b.state <> 'superseded'
     WHERE a.session_id = @sessionId`,
  ).all(member)
}
