import type { ChoiceText } from '../../../shared/domain/ballot/choice-text.ts'
import type { WriteDb } from '../handles.ts'
import { write } from '../statement.ts'

/** Of one product, by its position on the agenda. */
type OfItem = { readonly position: number }

export type StagedBallot = OfItem & {
  readonly memberCode: string
  readonly round: number
  readonly choices: ChoiceText
  readonly opinion: string
  /** 1 or 0: a whole one is confirmed. */
  readonly isComplete: number
}

export type StagedAnswer = OfItem & {
  readonly question: string
  /** 1 or 0. */
  readonly isRejected: number
  readonly reason: string
}

type Target = { readonly sessionId: number; readonly now: string; readonly by: string }

/** Gives the items of a new session their ballots and knock-out answers, as `stageSession` put them there. */
export function copyStaged(db: WriteDb, target: Target): void {
  write<Target>(
    db,
    `INSERT INTO ballots (agenda_item_id, member_id, scoring_round, version, revision, state, choices, saved_at,
       confirmed_at, confirmed_by, reopened_reason, opinion)
     SELECT a.id, m.id, b.scoring_round, 1, b.is_complete, iif(b.is_complete, 'confirmed', 'draft'), b.choices, @now,
       iif(b.is_complete, @now, NULL), iif(b.is_complete, @by, NULL), '', b.opinion
     FROM sessions s JOIN agenda_items a ON a.session_id = s.id JOIN staged.ballots b ON b.position = a.position
     JOIN members m ON m.council_id = s.council_id AND m.code = b.member_code
     WHERE s.id = @sessionId`,
  ).run(target)
  write<{ readonly sessionId: number }>(
    db,
    `INSERT INTO knockout_answers (agenda_item_id, question, is_rejected, reason)
     SELECT a.id, k.question, k.is_rejected, k.reason
     FROM agenda_items a JOIN staged.answers k ON k.position = a.position WHERE a.session_id = @sessionId`,
  ).run({ sessionId: target.sessionId })
}
