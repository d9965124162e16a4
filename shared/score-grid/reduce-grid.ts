import { assertNever } from '../domain/assert-never.ts'
import { applyChanges } from './apply-changes.ts'
import { moveCursor, selectedCells, type GridMove } from './move-cursor.ts'
import { offeredOptions } from './offered-options.ts'
import { offeredPoints, readDigits, readPoints, type DigitsReading } from './read-points.ts'
import {
  choiceAt,
  countUnanswered,
  firstRow,
  isWritable,
  nextUnanswered,
  type BallotKey,
  type CellChange,
  type Choice,
  type GridBallot,
  type GridLayout,
  type GridPlace,
  type ScoreGrid,
} from './score-grid.ts'
import { redoEdit, undoEdit } from './undo-edit.ts'

export type GridAction =
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'letter'; readonly letter: string }
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
  /** Ballots as the host has them now; the cursor and the history stay. */
  | { readonly type: 'load'; readonly ballots: readonly GridBallot[] }
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

export type GridStep = { readonly grid: ScoreGrid; readonly effects: readonly GridEffect[] }

/** Moves the grid on by one action. Choices never hold a value that their criterion does not offer. */
export const reduceGrid = (grid: ScoreGrid, action: GridAction): GridStep => {
  switch (action.type) {
    case 'digit':
      return typeDigit(grid, action.digit)
    case 'letter':
      return pickLetter(grid, action.letter)
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
    case 'load':
      return still(load(grid, action.ballots))
    case 'open':
      return still(open(grid, action))
    default:
      return assertNever(action)
  }
}

const still = (grid: ScoreGrid): GridStep => ({ grid, effects: [] })
const quiet = (grid: ScoreGrid): ScoreGrid => (grid.pending === null ? grid : { ...grid, pending: null })

/** The ballot and criterion under the cursor; undefined on the confirming line and on a ballot that cannot change. */
const currentCell = (grid: ScoreGrid) => {
  const ballot = grid.ballots[grid.cursor.ballot]
  const place = ballot?.criteria[grid.cursor.row]
  if (ballot === undefined || place === undefined || !isWritable(ballot)) return undefined
  return { ballot, of: { criterion: place.criterion, criteriaCase: ballot.criteriaCase } }
}

const typeDigit = (grid: ScoreGrid, digit: string): GridStep => {
  const cell = currentCell(grid)
  if (cell === undefined) return still(quiet(grid))
  const before = grid.pending?.kind === 'digits' ? grid.pending : null
  const digits = `${before?.digits ?? ''}${digit}`
  const reading = readDigits({ ...cell.of, digits })
  if (reading.kind === 'not-offered' && before?.canStand === true && grid.layout.kind === 'ballot') {
    // "1" stood for itself: the new digit is already the next criterion's.
    const settled = settleDigits(grid)
    const next = typeDigit(settled.grid, digit)
    return { grid: next.grid, effects: [...settled.effects, ...next.effects] }
  }
  return followReading(grid, { reading, digits })
}

const followReading = (grid: ScoreGrid, { reading, digits }: { reading: DigitsReading; digits: string }): GridStep => {
  const cell = currentCell(grid)
  if (cell === undefined) return still(quiet(grid))
  switch (reading.kind) {
    case 'wait':
      return still({ ...grid, anchor: null, pending: { kind: 'digits', digits, canStand: reading.canStand } })
    case 'not-offered': {
      const offered = offeredPoints(cell.of)
      return still({ ...grid, anchor: null, pending: { kind: 'not-offered', typed: digits, offered } })
    }
    case 'ask': {
      const { points, optionNumbers } = reading
      return still({ ...grid, anchor: null, pending: { kind: 'ask', points, optionNumbers, highlighted: 0 } })
    }
    case 'option':
      return choose(grid, reading.optionNumber)
    default:
      return assertNever(reading)
  }
}

/** Digits that are points on their own become the choice; digits that are not are dropped and named. */
const settleDigits = (grid: ScoreGrid): GridStep => {
  const cell = currentCell(grid)
  if (grid.pending?.kind !== 'digits' || cell === undefined) return still(grid)
  const { digits, canStand } = grid.pending
  if (!canStand) return followReading(grid, { reading: { kind: 'not-offered' }, digits })
  return followReading(grid, { reading: readPoints({ ...cell.of, points: Number(digits) }), digits })
}

const pickLetter = (grid: ScoreGrid, letter: string): GridStep => {
  const cell = currentCell(grid)
  if (cell === undefined) return still(grid)
  const line = offeredOptions(cell.of).find((option) => option.letter === letter)
  if (line === undefined) return still(grid)
  const asked =
    grid.pending?.kind === 'ask' ? grid.pending.optionNumbers.includes(line.optionNumber) : line.sharesPoints
  return asked ? choose(grid, line.optionNumber) : still(grid)
}

const choose = (grid: ScoreGrid, optionNumber: number): GridStep => {
  const cell = currentCell(grid)
  if (cell === undefined) return still(quiet(grid))
  if (!offeredOptions(cell.of).some((option) => option.optionNumber === optionNumber)) return still(grid)
  const { ballot, row } = grid.cursor
  const from = choiceAt({ ballot: cell.ballot, row })
  const step = applyChanges(quiet(grid), [{ ballot, row, from, to: optionNumber }])
  return grid.layout.kind === 'grid' ? step : { ...step, grid: advance(step.grid) }
}

const advance = (grid: ScoreGrid): ScoreGrid => {
  const ballot = grid.ballots[grid.cursor.ballot]
  if (ballot === undefined) return grid
  const row = nextUnanswered({ ballot, from: grid.cursor.row + 1 })
  return { ...grid, cursor: { ...grid.cursor, row }, anchor: null }
}

const clearing = (grid: ScoreGrid, places: readonly GridPlace[]): readonly CellChange[] =>
  places.flatMap(({ ballot: key, row }) => {
    const ballot = grid.ballots[key]
    const from: Choice = ballot === undefined ? null : choiceAt({ ballot, row })
    return from === null ? [] : [{ ballot: key, row, from, to: null }]
  })

const erase = (grid: ScoreGrid): GridStep => {
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

const enter = (grid: ScoreGrid): GridStep => {
  switch (grid.pending?.kind) {
    case 'digits':
      return thenDown(settleDigits(grid))
    case 'ask': {
      const optionNumber = grid.pending.optionNumbers[grid.pending.highlighted]
      return optionNumber === undefined ? still(quiet(grid)) : thenDown(choose(grid, optionNumber))
    }
    case 'not-offered':
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

const confirm = (grid: ScoreGrid): GridStep => {
  const key = grid.cursor.ballot
  const ballot = grid.ballots[key]
  if (ballot === undefined) return still(grid)
  if (!isWritable(ballot)) return { grid, effects: [{ kind: 'next', ballot: key }] }
  const unanswered = countUnanswered(ballot)
  if (unanswered > 0) {
    const row = nextUnanswered({ ballot, from: grid.cursor.row + 1 })
    return still({ ...grid, cursor: { ballot: key, row }, pending: { kind: 'incomplete', unanswered } })
  }
  return confirmComplete(quiet(grid), key)
}

const confirmComplete = (grid: ScoreGrid, key: BallotKey): GridStep => {
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

const move = (grid: ScoreGrid, { to, extend }: { to: GridMove; extend?: boolean }): GridStep => {
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

const selectAll = (grid: ScoreGrid): ScoreGrid => {
  if (grid.layout.kind === 'ballot') return grid
  const first = grid.layout.columns[0]
  const last = grid.layout.columns.at(-1)
  const rows = grid.ballots[grid.cursor.ballot]?.criteria.length ?? 0
  if (first === undefined || last === undefined || rows === 0) return grid
  return { ...grid, anchor: { ballot: first, row: 0 }, cursor: { ballot: last, row: rows - 1 } }
}

const load = (grid: ScoreGrid, ballots: readonly GridBallot[]): ScoreGrid => ({
  ...grid,
  ballots: { ...grid.ballots, ...Object.fromEntries(ballots.map((ballot) => [ballot.key, ballot])) },
})

const open = (
  grid: ScoreGrid,
  { ballot: key, row, layout }: { ballot: BallotKey; row?: number; layout: GridLayout },
): ScoreGrid => {
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
