import { assertNever } from '../domain/assert-never.ts'
import { applyChanges } from './apply-changes.ts'
import { quiet, still, type GridAction, type GridStep } from './grid-step.ts'
import { choose, pickLetter, settleDigits, takeJoined, typeDigit } from './key-points.ts'
import { moveCursor, selectedCells, type GridMove } from './move-cursor.ts'
import type { BallotKey } from '../domain/ballot/ballot-key.ts'
import {
  choiceAt,
  countUnanswered,
  firstRow,
  isWritable,
  nextUnanswered,
  type CellChange,
  type Choice,
  type GridLayout,
  type GridPlace,
  type ScoreGrid,
} from './score-grid.ts'
import { redoEdit, undoEdit } from './undo-edit.ts'

/** Moves the grid on by one action. Choices never hold a value that their criterion does not offer. */
export function reduceGrid(grid: ScoreGrid, action: GridAction): GridStep {
  switch (action.type) {
    case 'digit':
      return typeDigit(grid, action.digit)
    case 'letter':
      return pickLetter(grid, action.letter)
    case 'joined':
      return takeJoined(grid, action.keys)
    case 'choose':
      return choose(grid, action.optionNumber)
    case 'erase':
      return erase(grid)
    case 'clear':
      return applyChanges(quiet(grid), clearing(grid, selectedCells(grid)))
    case 'enter':
      return enter(grid)
    case 'confirm':
      return confirmComplete(quiet(grid), action.ballot)
    case 'settle':
      return settleDigits(grid)
    case 'escape':
      return still({ ...grid, pending: null, anchor: null })
    case 'move':
      return move(grid, action)
    case 'go':
      return still({
        ...quiet(grid),
        cursor: action.place,
        anchor: action.extend === true ? (grid.anchor ?? grid.cursor) : null,
      })
    case 'select-all':
      return still(selectAll(quiet(grid)))
    case 'undo':
      return undoEdit(quiet(grid))
    case 'redo':
      return redoEdit(quiet(grid))
    case 'apply':
      return applyChanges(quiet(grid), action.changes)
    case 'open':
      return still(open(grid, action))
    default:
      return assertNever(action)
  }
}

const clearing = (grid: ScoreGrid, places: readonly GridPlace[]): readonly CellChange[] =>
  places.flatMap(({ ballot: key, row }) => {
    const ballot = grid.ballots[key]
    const from: Choice = ballot === undefined ? null : choiceAt(ballot, row)
    return from === null ? [] : [{ ballot: key, row, from, to: null }]
  })

function erase(grid: ScoreGrid): GridStep {
  if (grid.pending !== null) return still(quiet(grid))
  if (grid.layout.kind === 'grid') return applyChanges(grid, clearing(grid, selectedCells(grid)))
  const here = clearing(grid, [grid.cursor])
  if (here.length > 0) return applyChanges(grid, here)
  const last = grid.past.at(-1)
  const lastChange = last?.kind === 'choices' ? last.changes.at(-1) : undefined
  const ballot = grid.ballots[grid.cursor.ballot]
  const isOwn = lastChange !== undefined && lastChange.ballot === grid.cursor.ballot && lastChange.to !== null
  if (!isOwn || ballot === undefined)
    return still({ ...grid, cursor: { ...grid.cursor, row: Math.max(0, grid.cursor.row - 1) } })
  const place = { ballot: lastChange.ballot, row: lastChange.row }
  return applyChanges({ ...grid, cursor: place }, clearing(grid, [place]))
}

function enter(grid: ScoreGrid): GridStep {
  switch (grid.pending?.kind) {
    case 'digits':
      return thenDown(settleDigits(grid))
    case 'ask': {
      const optionNumber = grid.pending.optionNumbers[grid.pending.highlighted]
      return optionNumber === undefined ? still(quiet(grid)) : thenDown(choose(grid, optionNumber))
    }
    case 'not-offered':
    case 'beyond':
      return still(quiet(grid))
    case 'incomplete':
    case undefined:
      return grid.layout.kind === 'grid'
        ? still({ ...grid, cursor: moveCursor(grid, 'down'), anchor: null })
        : confirm(grid)
    default:
      return assertNever(grid.pending)
  }
}

const thenDown = (step: GridStep): GridStep =>
  step.grid.layout.kind === 'ballot' || step.grid.pending !== null
    ? step
    : { ...step, grid: { ...step.grid, cursor: moveCursor(step.grid, 'down') } }

function confirm(grid: ScoreGrid): GridStep {
  const key = grid.cursor.ballot
  const ballot = grid.ballots[key]
  if (ballot === undefined) return still(grid)
  if (!isWritable(ballot)) return { grid, effects: [{ kind: 'next', ballot: key }] }
  const unanswered = countUnanswered(ballot)
  if (unanswered > 0) {
    const row = nextUnanswered(ballot, grid.cursor.row + 1)
    return still({ ...grid, cursor: { ballot: key, row }, pending: { kind: 'incomplete', unanswered } })
  }
  return confirmComplete(quiet(grid), key)
}

function confirmComplete(grid: ScoreGrid, key: BallotKey): GridStep {
  const ballot = grid.ballots[key]
  if (ballot === undefined || !isWritable(ballot) || countUnanswered(ballot) > 0) return still(grid)
  return {
    grid: {
      ...grid,
      ballots: { ...grid.ballots, [key]: { ...ballot, state: 'confirmed' } },
      past: [...grid.past, { kind: 'confirm', ballot: key }],
      future: [],
    },
    effects: [{ kind: 'confirm', ballot: key }],
  }
}

function move(grid: ScoreGrid, { to, extend }: { to: GridMove; extend?: boolean }): GridStep {
  const { pending } = grid
  if (pending?.kind === 'ask' && (to === 'up' || to === 'down')) {
    const last = pending.optionNumbers.length - 1
    const highlighted = Math.min(last, Math.max(0, pending.highlighted + (to === 'down' ? 1 : -1)))
    return still({ ...grid, pending: { ...pending, highlighted } })
  }
  if (pending?.kind === 'digits' && pending.canStand) {
    const settled = settleDigits(grid)
    // The choice has moved a ballot's cursor on already; the arrow still starts from where the digit was typed.
    const from = { ...settled.grid, cursor: grid.cursor }
    return { grid: { ...from, cursor: moveCursor(from, to), anchor: null }, effects: settled.effects }
  }
  const anchor = extend === true && grid.layout.kind === 'grid' ? (grid.anchor ?? grid.cursor) : null
  return still({ ...quiet(grid), cursor: moveCursor(grid, to), anchor })
}

function selectAll(grid: ScoreGrid): ScoreGrid {
  if (grid.layout.kind === 'ballot') return grid
  const first = grid.layout.columns[0]
  const last = grid.layout.columns.at(-1)
  const rows = grid.ballots[grid.cursor.ballot]?.criteria.length ?? 0
  if (first === undefined || last === undefined || rows === 0) return grid
  return { ...grid, anchor: { ballot: first, row: 0 }, cursor: { ballot: last, row: rows - 1 } }
}

function open(
  grid: ScoreGrid,
  { ballot: key, row, layout }: { ballot: BallotKey; row?: number; layout: GridLayout },
): ScoreGrid {
  const ballot = grid.ballots[key]
  if (ballot === undefined) return grid
  const wanted = row ?? firstRow(ballot)
  const last = layout.kind === 'grid' ? ballot.criteria.length - 1 : ballot.criteria.length
  return {
    ...grid,
    layout,
    pending: null,
    anchor: null,
    cursor: { ballot: key, row: Math.max(0, Math.min(last, wanted)) },
  }
}
