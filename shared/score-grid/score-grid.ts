import type { BallotIds, BallotKey } from '../domain/ballot/ballot-key.ts'
import type { CaseCode } from '../domain/criteria/criteria-set.ts'
import type { FormCriterion } from '../domain/criteria/form.ts'
import type { BallotChoices } from '../domain/scoring/types.ts'
import type { BallotState } from '../domain/session/session-record.ts'

/**
 * The keyboard work on ballots as plain data: one ballot at a time, or a grid of criteria × members. Nothing here
 * knows a screen, a clock or the network; `reduce-grid.ts` moves it on and says what is to be saved.
 */
export type ScoreGrid = {
  readonly layout: GridLayout
  readonly ballots: Readonly<Record<BallotKey, GridBallot>>
  readonly cursor: GridPlace
  /** The corner opposite the cursor of a selected block (grid layout); null = the cursor's cell alone. */
  readonly anchor: GridPlace | null
  readonly pending: Pending | null
  readonly past: readonly GridEdit[]
  readonly future: readonly GridEdit[]
}

export type GridLayout =
  /** A choice moves on to the next unanswered criterion; where all were answered before, to the next in order. */
  | { readonly kind: 'ballot' }
  /** A choice stays in its cell; ballots stand in columns, left to right. */
  | { readonly kind: 'grid'; readonly columns: readonly BallotKey[] }

export type GridBallot = BallotIds & {
  readonly key: BallotKey
  readonly criteria: readonly FormCriterion[]
  readonly criteriaCase: CaseCode | null
  readonly choices: BallotChoices
  readonly state: BallotState | 'none'
  readonly excluded: 'recused' | 'absent' | null
  /** Nothing of this ballot can change, whatever its state: the session is closed or not open yet. */
  readonly isLocked: boolean
}

/** A cell; `row` is the criterion's place in form order, and one past the last = the line that confirms. */
export type GridPlace = { readonly ballot: BallotKey; readonly row: number }

/** A key that has not become a choice. Nothing of it is saved. */
export type Pending =
  | { readonly kind: 'digits'; readonly digits: string; readonly canStand: boolean }
  | {
      readonly kind: 'ask'
      readonly points: number
      readonly optionNumbers: readonly number[]
      readonly highlighted: number
    }
  | { readonly kind: 'not-offered'; readonly typed: string; readonly offered: readonly number[] }
  /** Enter on a ballot with blanks. */
  | { readonly kind: 'incomplete'; readonly unanswered: number }
  /** A digit on the line that confirms: no criterion is there to take it. */
  | { readonly kind: 'beyond'; readonly typed: string }

export type Choice = number | null

export type CellChange = {
  readonly ballot: BallotKey
  readonly row: number
  readonly from: Choice
  readonly to: Choice
}

/** One step of undo. */
export type GridEdit =
  | { readonly kind: 'choices'; readonly changes: readonly CellChange[]; readonly cursor: GridPlace }
  | { readonly kind: 'confirm'; readonly ballot: BallotKey }

/** An empty grid in front of one ballot. */
export function createGrid(ballot: GridBallot, layout: GridLayout): ScoreGrid {
  return {
    layout,
    ballots: { [ballot.key]: ballot },
    cursor: { ballot: ballot.key, row: firstRow(ballot) },
    anchor: null,
    pending: null,
    past: [],
    future: [],
  }
}

export function choiceAt(ballot: GridBallot, row: number): Choice {
  return ballot.choices[row] ?? null
}

export function isWritable({
  isLocked,
  excluded,
  state,
}: Pick<GridBallot, 'isLocked' | 'excluded' | 'state'>): boolean {
  return !isLocked && excluded === null && (state === 'none' || state === 'draft')
}

export function countUnanswered(ballot: GridBallot): number {
  return ballot.criteria.reduce((sum, _criterion, row) => sum + (choiceAt(ballot, row) === null ? 1 : 0), 0)
}

/** The first unanswered criterion at or after `from`, then from the top; the confirming line when none is left. */
export function nextUnanswered(ballot: GridBallot, from: number): number {
  const count = ballot.criteria.length
  for (let step = 0; step < count; step += 1) {
    const row = (from + step) % count
    if (choiceAt(ballot, row) === null) return row
  }
  return count
}

/** Where a ballot opens: at its first unanswered criterion; a ballot that cannot change, at its top. */
export function firstRow(ballot: GridBallot): number {
  return isWritable(ballot) ? nextUnanswered(ballot, 0) : 0
}
