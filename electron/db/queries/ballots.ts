import type { WorkspaceDb } from '../open.ts'
import { statement } from '../statement.ts'

/** One member's live ballot for one product and scoring round. */
export type BallotKey = { readonly agendaItemId: number; readonly memberId: number; readonly scoringRound: number }

export type BallotRow = {
  readonly id: number
  readonly agendaItemId: number
  readonly memberId: number
  readonly scoringRound: number
  readonly version: number
  readonly revision: number
  readonly state: 'draft' | 'confirmed' | 'verified' | 'superseded'
  readonly savedAt: string
  readonly confirmedBy: string | null
  readonly verifiedBy: string | null
  /** Empty for none. */
  readonly opinion: string
}

/** Answered criteria: place in the form and printed option; blanks have no entry. */
export type BallotEntries = readonly { readonly criterion: number; readonly option: number }[]

const columns = `id, agenda_item_id AS agendaItemId, member_id AS memberId, scoring_round AS scoringRound,
  version, revision, state, saved_at AS savedAt, confirmed_by AS confirmedBy, verified_by AS verifiedBy, opinion`

export function findLiveBallot(db: WorkspaceDb, key: BallotKey): BallotRow | null {
  const row = statement(
    db,
    `SELECT ${columns} FROM ballots
     WHERE agenda_item_id = ? AND member_id = ? AND scoring_round = ? AND state <> 'superseded'`,
  ).get(key.agendaItemId, key.memberId, key.scoringRound)
  return (row as BallotRow | undefined) ?? null
}

export function readBallotEntries(db: WorkspaceDb, ballotId: number): BallotEntries {
  return statement(db, 'SELECT criterion, option FROM ballot_scores WHERE ballot_id = +? ORDER BY criterion').all(
    ballotId,
  ) as BallotEntries
}

/** A new draft; its version follows the versions that the same key had before. */
export function insertBallot(
  db: WorkspaceDb,
  ballot: BallotKey & {
    readonly savedAt: string
    readonly reopenedReason: string
    readonly revision: number
    readonly opinion: string
  },
): BallotRow {
  const row = statement(
    db,
    `INSERT INTO ballots (agenda_item_id, member_id, scoring_round, version, revision, state, saved_at, reopened_reason,
       opinion)
     VALUES (@agendaItemId, @memberId, @scoringRound,
       (SELECT coalesce(max(version), 0) + 1 FROM ballots
        WHERE agenda_item_id = +@agendaItemId AND member_id = +@memberId AND scoring_round = +@scoringRound),
       @revision, 'draft', @savedAt, @reopenedReason, @opinion)
     RETURNING ${columns}`,
  ).get(ballot)
  return row as BallotRow
}

/** Sets one choice, or takes it back with `option` null; the ballot as it is then, its revision moved on. */
export function writeScore(
  db: WorkspaceDb,
  score: {
    readonly ballotId: number
    readonly criterion: number
    readonly option: number | null
    readonly points: number
    readonly savedAt: string
  },
): BallotRow {
  if (score.option === null) {
    statement(db, 'DELETE FROM ballot_scores WHERE ballot_id = ? AND criterion = ?').run(
      score.ballotId,
      score.criterion,
    )
  } else {
    statement(
      db,
      `INSERT INTO ballot_scores (ballot_id, criterion, option, points) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET option = excluded.option, points = excluded.points`,
    ).run(score.ballotId, score.criterion, score.option, score.points)
  }
  const row = statement(
    db,
    `UPDATE ballots SET revision = revision + 1, saved_at = ? WHERE id = ? RETURNING ${columns}`,
  ).get(score.savedAt, score.ballotId)
  return row as BallotRow
}

/** The ballot with the member's opinion as it is then, its revision moved on. */
export function writeOpinion(
  db: WorkspaceDb,
  opinion: { readonly ballotId: number; readonly text: string; readonly savedAt: string },
): BallotRow {
  const row = statement(
    db,
    `UPDATE ballots SET opinion = @text, revision = revision + 1, saved_at = @savedAt WHERE id = @ballotId
     RETURNING ${columns}`,
  ).get(opinion)
  return row as BallotRow
}

export function setBallotState(
  db: WorkspaceDb,
  change: {
    readonly ballotId: number
    readonly state: BallotRow['state']
    readonly at: string
    /** Who confirmed or verified it. */
    readonly by: string
  },
): void {
  statement(
    db,
    `UPDATE ballots SET state = @state, revision = revision + 1, saved_at = @at,
       confirmed_at = CASE WHEN @state = 'confirmed' THEN @at ELSE confirmed_at END,
       confirmed_by = CASE WHEN @state = 'confirmed' THEN @by ELSE confirmed_by END,
       verified_by = CASE WHEN @state = 'verified' THEN @by ELSE verified_by END
     WHERE id = @ballotId`,
  ).run(change)
}

export function copyScores(db: WorkspaceDb, ids: { readonly from: number; readonly to: number }): void {
  statement(
    db,
    `INSERT INTO ballot_scores (ballot_id, criterion, option, points)
     SELECT @to, criterion, option, points FROM ballot_scores WHERE ballot_id = @from`,
  ).run(ids)
}

/** A whole ballot in one go, for imports: entries with their points. */
export function insertScores(
  db: WorkspaceDb,
  ballotId: number,
  scores: readonly { readonly criterion: number; readonly option: number; readonly points: number }[],
): void {
  const insert = statement(db, 'INSERT INTO ballot_scores (ballot_id, criterion, option, points) VALUES (?, ?, ?, ?)')
  for (const score of scores) insert.run(ballotId, score.criterion, score.option, score.points)
}

/** Live ballots of a session's present rounds with the number of answered criteria; for the board. */
export function listBallotProgress(db: WorkspaceDb, sessionId: number) {
  return statement(
    db,
    `SELECT b.agenda_item_id AS agendaItemId, b.member_id AS memberId, b.state,
       (SELECT count(*) FROM ballot_scores s WHERE s.ballot_id = b.id) AS answered,
       (SELECT coalesce(sum(points), 0) FROM ballot_scores s WHERE s.ballot_id = b.id) AS total
     FROM agenda_items a
     JOIN ballots b ON b.agenda_item_id = a.id AND b.scoring_round = a.scoring_round
     WHERE a.session_id = ? AND b.state <> 'superseded'`,
  ).all(sessionId) as readonly {
    readonly agendaItemId: number
    readonly memberId: number
    readonly state: BallotRow['state']
    readonly answered: number
    readonly total: number
  }[]
}

/** One live ballot with all its choices in a few integers: see `decodeChoices`. */
export type PackedBallot = {
  readonly agendaItemId: number
  readonly memberId: number
  readonly scoringRound: number
  readonly state: BallotRow['state']
  readonly opinion: string
  readonly words: readonly number[]
}

/**
 * How choices are packed: each criterion in as few bits as its options need, as many criteria to a half as fit into the
 * 26 bits that JavaScript takes apart without leaving small integers, two halves to a word.
 */
export type ChoicePacking = { readonly bits: number; readonly criteriaPerHalf: number; readonly words: number }

/** @param largest The most criteria of any form in the session, and the most options of any criterion. */
export function choicePacking(largest: { readonly criteria: number; readonly options: number }): ChoicePacking {
  // 0 = not answered, 1 = no level reached, n + 1 = the printed option n.
  const bits = Math.ceil(Math.log2(largest.options + 2))
  const criteriaPerHalf = Math.floor(26 / bits)
  return { bits, criteriaPerHalf, words: Math.max(1, Math.ceil(largest.criteria / (2 * criteriaPerHalf))) }
}

/**
 * All live ballots of these agenda items, every round. SQLite hands over each ballot's choices as a few integers: reading
 * millions of score rows one by one into JavaScript costs many times more.
 */
export function listPackedBallots(
  db: WorkspaceDb,
  scope: { readonly agendaItemIds: readonly number[]; readonly packing: ChoicePacking },
): readonly PackedBallot[] {
  const rows = statement(
    db,
    `SELECT b.agenda_item_id, b.member_id, b.scoring_round, b.state, b.opinion, ${packedColumns(scope.packing)}
     FROM ballots b
     WHERE b.state <> 'superseded' AND b.agenda_item_id IN (SELECT value FROM json_each(?))`,
  )
    .raw()
    .all(JSON.stringify(scope.agendaItemIds)) as readonly (readonly [
    number,
    number,
    number,
    PackedBallot['state'],
    string,
    ...number[],
  ])[]
  return rows.map((row) => ({
    agendaItemId: row[0],
    memberId: row[1],
    scoringRound: row[2],
    state: row[3],
    opinion: row[4],
    words: row.slice(5) as number[],
  }))
}

/** A ballot's choices in form order from its packed words. */
export function decodeChoices(ballot: {
  readonly words: readonly number[]
  readonly packing: ChoicePacking
  readonly criteriaCount: number
}): (number | null)[] {
  const { words, packing, criteriaCount } = ballot
  const { bits, criteriaPerHalf } = packing
  const half = 2 ** (bits * criteriaPerHalf)
  const mask = 2 ** bits - 1
  const choices: (number | null)[] = []
  // Room for all of them at once: a list that grows as it fills is copied again and again.
  choices.length = criteriaCount
  for (let first = 0, place = 0; first < criteriaCount; first += criteriaPerHalf, place += 1) {
    const word = words[place >> 1] ?? 0
    const end = Math.min(first + criteriaPerHalf, criteriaCount)
    let rest = place % 2 === 0 ? word % half : Math.floor(word / half)
    for (let criterion = first; criterion < end; criterion += 1, rest >>= bits) {
      choices[criterion] = (rest & mask) === 0 ? null : (rest & mask) - 1
    }
  }
  return choices
}

/** Live ballots of one agenda item's present round. */
export function listItemBallots(db: WorkspaceDb, agendaItemId: number): readonly BallotRow[] {
  return statement(
    db,
    `SELECT ${columns} FROM ballots
     WHERE agenda_item_id = ? AND state <> 'superseded'
       AND scoring_round = (SELECT scoring_round FROM agenda_items WHERE id = agenda_item_id)`,
  ).all(agendaItemId) as readonly BallotRow[]
}

/** One subquery a word: quicker than grouping the joined rows, which compares every row with the one before. */
function packedColumns({ bits, criteriaPerHalf, words }: ChoicePacking): string {
  return Array.from({ length: words }, (_, word) => {
    const first = word * 2 * criteriaPerHalf
    const isLast = word === words - 1
    const within = isLast
      ? `s.criterion >= ${first}`
      : `s.criterion BETWEEN ${first} AND ${first + 2 * criteriaPerHalf - 1}`
    return `(SELECT coalesce(sum((s.option + 1) << (${bits} * (s.criterion - ${first}))), 0)
       FROM ballot_scores s WHERE s.ballot_id = b.id AND ${within})`
  }).join(', ')
}
