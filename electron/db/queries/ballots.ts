import type { ChoiceText } from '../../../shared/domain/ballot/choice-text.ts'
import type { CarriedBallots } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { read, readColumn, write } from '../statement.ts'

/** One member's live ballot for one product and scoring round. */
export type BallotOfRound = { readonly agendaItemId: number; readonly memberId: number; readonly scoringRound: number }

export type BallotRow = BallotOfRound & {
  readonly id: number
  readonly version: number
  readonly revision: number
  readonly state: 'draft' | 'confirmed' | 'verified' | 'superseded'
  readonly choices: ChoiceText
  /** What the second person keyed of it so far; null before that one's first key. */
  readonly secondChoices: ChoiceText | null
  readonly savedAt: string
  readonly confirmedBy: string | null
  readonly verifiedBy: string | null
  /** Empty for none. */
  readonly opinion: string
}

const columns = `id, agenda_item_id AS agendaItemId, member_id AS memberId, scoring_round AS scoringRound,
  version, revision, state, choices, second_choices AS secondChoices, saved_at AS savedAt,
  confirmed_by AS confirmedBy, verified_by AS verifiedBy, opinion`

export function findLiveBallot(db: ReadDb, key: BallotOfRound): BallotRow | null {
  const sql = `SELECT ${columns} FROM ballots
    WHERE agenda_item_id = ? AND member_id = ? AND scoring_round = ? AND state <> 'superseded'`
  const { agendaItemId, memberId, scoringRound } = key
  return read<[number, number, number], BallotRow>(db, sql).get(agendaItemId, memberId, scoringRound) ?? null
}

type NewBallot = BallotOfRound &
  Pick<BallotRow, 'choices' | 'savedAt' | 'revision' | 'opinion'> & { readonly reopenedReason: string }

/** A new draft; its version follows the versions that the same key had before. */
export function insertBallot(db: WriteDb, ballot: NewBallot): BallotRow {
  return write<NewBallot, BallotRow>(
    db,
    `INSERT INTO ballots (agenda_item_id, member_id, scoring_round, version, revision, state, choices, saved_at,
       reopened_reason, opinion)
     VALUES (@agendaItemId, @memberId, @scoringRound,
       (SELECT coalesce(max(version), 0) + 1 FROM ballots WHERE state = 'superseded'
        AND agenda_item_id = +@agendaItemId AND member_id = +@memberId AND scoring_round = +@scoringRound),
       @revision, 'draft', @choices, @savedAt, @reopenedReason, @opinion)
     RETURNING ${columns}`,
  ).get(ballot)
}

/**
 * Begins a scoring round with live ballots of the one before: `copied` as they stand, by whom and when they were confirmed
 * and verified too; `opened` as drafts with their choices and opinion.
 */
export function copyRound(
  db: WriteDb,
  copy: {
    readonly agendaItemId: number
    readonly round: number
    readonly carried: CarriedBallots
    readonly now: string
  },
): void {
  const { agendaItemId, round, carried, now } = copy
  const placed = {
    agendaItemId,
    round,
    now,
    copied: JSON.stringify(carried.copied),
    opened: JSON.stringify(carried.opened),
  }
  write<typeof placed>(
    db,
    `INSERT INTO ballots (agenda_item_id, member_id, scoring_round, version, revision, state, choices, second_choices,
       opinion, saved_at, confirmed_at, confirmed_by, verified_by, reopened_reason)
     SELECT agenda_item_id, member_id, @round, 1, 1, iif(is_copied, state, 'draft'), choices,
       iif(is_copied, second_choices, NULL), opinion, @now, iif(is_copied, confirmed_at, NULL),
       iif(is_copied, confirmed_by, NULL), iif(is_copied, verified_by, NULL), ''
     FROM (SELECT *, member_id IN (SELECT value FROM json_each(@copied)) AS is_copied FROM ballots)
     WHERE agenda_item_id = @agendaItemId AND scoring_round = @round - 1 AND state <> 'superseded'
       AND (is_copied OR member_id IN (SELECT value FROM json_each(@opened)))
     ORDER BY id`,
  ).run(placed)
}

/** The ballot with these choices as it is then, its revision moved on. */
export function writeBallotChoices(
  db: WriteDb,
  ballot: { readonly ballotId: number; readonly choices: ChoiceText; readonly savedAt: string },
): BallotRow {
  return write<typeof ballot, BallotRow>(
    db,
    `UPDATE ballots SET choices = @choices, revision = revision + 1, saved_at = @savedAt WHERE id = @ballotId
     RETURNING ${columns}`,
  ).get(ballot)
}

export function writeSecondChoices(
  db: WriteDb,
  ballot: { readonly ballotId: number; readonly choices: ChoiceText },
): BallotRow {
  return write<typeof ballot, BallotRow>(
    db,
    `UPDATE ballots SET second_choices = @choices, revision = revision + 1 WHERE id = @ballotId RETURNING ${columns}`,
  ).get(ballot)
}

/** The ballot with the member's opinion as it is then, its revision moved on. */
export function writeOpinion(
  db: WriteDb,
  opinion: { readonly ballotId: number; readonly text: string; readonly savedAt: string },
): BallotRow {
  return write<typeof opinion, BallotRow>(
    db,
    `UPDATE ballots SET opinion = @text, revision = revision + 1, saved_at = @savedAt WHERE id = @ballotId
     RETURNING ${columns}`,
  ).get(opinion)
}

export function setBallotState(
  db: WriteDb,
  change: {
    readonly ballotId: number
    readonly state: BallotRow['state']
    readonly at: string
    /** Who confirmed or verified it. */
    readonly by: string
  },
): BallotRow {
  return write<typeof change, BallotRow>(
    db,
    `UPDATE ballots SET state = @state, revision = revision + 1, saved_at = @at,
       confirmed_at = CASE WHEN @state = 'confirmed' THEN @at ELSE confirmed_at END,
       confirmed_by = CASE WHEN @state = 'confirmed' THEN @by ELSE confirmed_by END,
       verified_by = CASE WHEN @state = 'verified' THEN @by ELSE verified_by END
     WHERE id = @ballotId RETURNING ${columns}`,
  ).get(change)
}

/** Live ballots of a session's present rounds. */
export function listLiveBallots(db: ReadDb, sessionId: number): readonly BallotRow[] {
  return read<number, BallotRow>(
    db,
    `SELECT ${columns} FROM ballots b
     WHERE state <> 'superseded' AND (agenda_item_id, scoring_round) IN
       (SELECT id, scoring_round FROM agenda_items WHERE session_id = +?)`,
  ).all(sessionId)
}

/** One live ballot as a tally reads it. */
export type TalliedBallot = Pick<
  BallotRow,
  'agendaItemId' | 'memberId' | 'scoringRound' | 'state' | 'opinion' | 'choices'
>

/** All live ballots of these agenda items, every round. */
export function listTalliedBallots(db: ReadDb, agendaItemIds: readonly number[]): readonly TalliedBallot[] {
  return read<string, TalliedBallot>(
    db,
    `SELECT agenda_item_id AS agendaItemId, member_id AS memberId, scoring_round AS scoringRound, state, opinion, choices
     FROM ballots
     WHERE state <> 'superseded' AND agenda_item_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(agendaItemIds))
}

type KeptBallot = Pick<BallotRow, 'scoringRound' | 'choices' | 'secondChoices'> & {
  readonly sessionId: number
  readonly criteriaFileId: number
  readonly productCode: string
  readonly memberCode: string
}

/** Every ballot of the file, superseded versions too, with the form that it answers. */
export function eachBallot(db: ReadDb): IterableIterator<KeptBallot> {
  return read<[], KeptBallot>(
    db,
    `SELECT b.scoring_round AS scoringRound, b.choices, b.second_choices AS secondChoices, i.session_id AS sessionId,
       i.criteria_file_id AS criteriaFileId, coalesce(q.code, p.code) AS productCode,
       coalesce(n.code, m.code) AS memberCode
     FROM ballots b JOIN agenda_items i ON i.id = b.agenda_item_id
       JOIN products p ON p.id = i.product_id JOIN members m ON m.id = b.member_id
       LEFT JOIN session_products q ON q.agenda_item_id = i.id
       LEFT JOIN session_members n ON n.session_id = i.session_id AND n.member_id = b.member_id
     ORDER BY b.id`,
  ).iterate()
}

/** Live ballots of one agenda item's present round. */
export function listItemBallots(db: ReadDb, agendaItemId: number): readonly BallotRow[] {
  return read<number, BallotRow>(
    db,
    `SELECT ${columns} FROM ballots
     WHERE agenda_item_id = ? AND state <> 'superseded'
       AND scoring_round = (SELECT scoring_round FROM agenda_items WHERE id = agenda_item_id)`,
  ).all(agendaItemId)
}

/** Live ballots of a session that one person confirmed, or keyed a second time, since then. */
export function countSettledBy(
  db: ReadDb,
  by: { readonly sessionId: number; readonly name: string; readonly since: string },
): number {
  const count = readColumn<typeof by, number>(
    db,
    `SELECT count(*) FROM ballots
     WHERE agenda_item_id IN (SELECT id FROM agenda_items WHERE session_id = @sessionId)
       AND (state IN ('confirmed', 'verified') AND confirmed_by = @name AND confirmed_at >= @since
         OR state = 'verified' AND verified_by = @name AND saved_at >= @since)`,
  ).get(by)
  return count ?? 0
}
