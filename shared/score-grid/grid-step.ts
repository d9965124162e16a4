import type { GridMove } from './move-cursor.ts'
import type { BallotKey } from '../domain/ballot/ballot-key.ts'
import type { CellChange, GridLayout, GridPlace, ScoreGrid } from './score-grid.ts'

export type GridAction =
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'letter'; readonly letter: string }
  /** A letter of an input method: a line that its letter names, else points by its digit. */
  | { readonly type: 'joined'; readonly keys: readonly string[] }
  /** Picks a line of the current criterion by its option number. */
  | { readonly type: 'choose'; readonly optionNumber: number }
  /** Backspace: the pending key, else the current choice, else the choice made last in this ballot. */
  | { readonly type: 'erase' }
  /** Delete: the selected cells, the cursor stays. */
  | { readonly type: 'clear' }
  | { readonly type: 'enter' }
  /** Confirms a ballot that is complete; the cursor stays. */
  | { readonly type: 'confirm'; readonly ballot: BallotKey }
  /** The wait for a second digit is over. */
  | { readonly type: 'settle' }
  | { readonly type: 'escape' }
  | { readonly type: 'move'; readonly to: GridMove; readonly extend?: boolean }
  | { readonly type: 'go'; readonly place: GridPlace; readonly extend?: boolean }
  | { readonly type: 'select-all' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** A pasted block: one step of undo. */
  | { readonly type: 'apply'; readonly changes: readonly CellChange[] }
  | { readonly type: 'open'; readonly ballot: BallotKey; readonly row?: number; readonly layout: GridLayout }

/** What the host must be told, in this order. */
export type GridEffect =
  | { readonly kind: 'save'; readonly changes: readonly CellChange[] }
  | { readonly kind: 'confirm'; readonly ballot: BallotKey }
  /** Ctrl+Z on a confirmation. */
  | { readonly kind: 'reopen'; readonly ballot: BallotKey }
  /** Enter on a ballot that is settled already. */
  | { readonly kind: 'next'; readonly ballot: BallotKey }
  /** The step needs a ballot that cannot change any more; the cursor stands there. */
  | { readonly kind: 'blocked'; readonly ballot: BallotKey }

/** The grid after an action, and what follows from it. */
export type GridStep = { readonly grid: ScoreGrid; readonly effects: readonly GridEffect[] }

/** A step that the host need not hear of. */
export function still(grid: ScoreGrid): GridStep {
  return { grid, effects: [] }
}

/** The grid without a key typed halfway. */
export function quiet(grid: ScoreGrid): ScoreGrid {
  return grid.pending === null ? grid : { ...grid, pending: null }
}
