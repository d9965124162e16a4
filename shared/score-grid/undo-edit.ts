import { writeChanges } from './apply-changes.ts'
import { still, type GridStep } from './grid-step.ts'
import type { BallotKey } from '../domain/ballot/ballot-key.ts'
import {
  choiceAt,
  countUnanswered,
  isWritable,
  type CellChange,
  type GridEdit,
  type GridPlace,
  type ScoreGrid,
} from './score-grid.ts'

/**
 * Takes the last edit back, in whichever ballot it was, and puts the cursor there. A confirmation is taken back by
 * opening the ballot again, so that the record keeps both versions. A cell that someone else has changed since keeps
 * their value.
 */
export function undoEdit(grid: ScoreGrid): GridStep {
  const edit = grid.past.at(-1)
  if (edit === undefined) return still(grid)
  const moved = { ...grid, past: grid.past.slice(0, -1), future: [...grid.future, edit], anchor: null }
  if (edit.kind === 'confirm') return undoConfirm({ grid, moved, ballot: edit.ballot })
  const changes = edit.changes.map(({ from, to, ...place }) => ({ ...place, from: to, to: from }))
  const written = writeAgain(grid, { moved, changes, cursor: edit.changes[0] ?? edit.cursor })
  return written ?? undoEdit({ ...grid, past: moved.past })
}

/** Does the edit again that was taken back last. */
export function redoEdit(grid: ScoreGrid): GridStep {
  const edit = grid.future.at(-1)
  if (edit === undefined) return still(grid)
  const moved = { ...grid, future: grid.future.slice(0, -1), past: [...grid.past, edit], anchor: null }
  if (edit.kind === 'confirm') return redoConfirm({ grid, moved, edit })
  const written = writeAgain(grid, { moved, changes: edit.changes, cursor: edit.changes.at(-1) ?? edit.cursor })
  return written ?? redoEdit({ ...grid, future: moved.future })
}

type Writing = { readonly moved: ScoreGrid; readonly changes: readonly CellChange[]; readonly cursor: GridPlace }

/** Writes the changes whose cells are as they were left; null where none is, blocked where a ballot is closed. */
function writeAgain(grid: ScoreGrid, { moved, changes, cursor: { ballot, row } }: Writing): GridStep | null {
  const blocked = changes.find((change) => !isOpen(grid, change.ballot))
  if (blocked !== undefined) return block(grid, blocked)
  const standing = changes.filter(stands(grid))
  if (standing.length === 0) return null
  return {
    grid: { ...moved, ballots: writeChanges(grid.ballots, standing), cursor: { ballot, row } },
    effects: [{ kind: 'save', changes: standing }],
  }
}

type UndoConfirmInput = {
  grid: ScoreGrid
  moved: ScoreGrid
  ballot: BallotKey
}

function undoConfirm({ grid, moved, ballot: key }: UndoConfirmInput): GridStep {
  const ballot = grid.ballots[key]
  if (ballot === undefined) return still(grid)
  const cursor = { ballot: key, row: ballot.criteria.length }
  if (ballot.isLocked || ballot.state === 'verified') return block(grid, cursor)
  if (ballot.state !== 'confirmed') return undoEdit({ ...grid, past: moved.past })
  return {
    grid: { ...moved, ballots: { ...grid.ballots, [key]: { ...ballot, state: 'draft' } }, cursor },
    effects: [{ kind: 'reopen', ballot: key }],
  }
}

type RedoConfirmInput = {
  grid: ScoreGrid
  moved: ScoreGrid
  edit: Extract<GridEdit, { kind: 'confirm' }>
}

function redoConfirm({ grid, moved, edit }: RedoConfirmInput): GridStep {
  const ballot = grid.ballots[edit.ballot]
  if (ballot === undefined || !isWritable(ballot) || countUnanswered(ballot) > 0) {
    return redoEdit({ ...grid, future: moved.future })
  }
  return {
    grid: {
      ...moved,
      ballots: { ...grid.ballots, [edit.ballot]: { ...ballot, state: 'confirmed' } },
      cursor: { ballot: edit.ballot, row: ballot.criteria.length },
    },
    effects: [{ kind: 'confirm', ballot: edit.ballot }],
  }
}

function isOpen(grid: ScoreGrid, key: BallotKey): boolean {
  const ballot = grid.ballots[key]
  return ballot !== undefined && isWritable(ballot)
}

const stands =
  (grid: ScoreGrid) =>
  ({ ballot: key, row, from }: CellChange): boolean => {
    const ballot = grid.ballots[key]
    return ballot !== undefined && choiceAt(ballot, row) === from
  }

const block = (grid: ScoreGrid, { ballot, row }: GridPlace): GridStep => ({
  grid: { ...grid, cursor: { ballot, row } },
  effects: [{ kind: 'blocked', ballot }],
})
