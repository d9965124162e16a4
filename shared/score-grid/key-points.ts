import { assertNever } from '../domain/assert-never.ts'
import { applyChanges } from './apply-changes.ts'
import { readDigits, type DigitsReading } from './read-digits.ts'
import { quiet, still, type GridStep } from './grid-step.ts'
import { offeredOptions, offeredPoints, readPoints } from '../domain/ballot/options.ts'
import { choiceAt, countUnanswered, isWritable, nextUnanswered, type GridBallot, type ScoreGrid } from './score-grid.ts'

/** The ballot and criterion under the cursor; undefined on the confirming line and on a ballot that cannot change. */
function currentCell(grid: ScoreGrid) {
  const ballot = grid.ballots[grid.cursor.ballot]
  const place = ballot?.criteria[grid.cursor.row]
  if (ballot === undefined || place === undefined || !isWritable(ballot)) return undefined
  return { ballot, of: { criterion: place.criterion, criteriaCase: ballot.criteriaCase } }
}

/** One digit of the points in the current criterion. */
export function typeDigit(grid: ScoreGrid, digit: string): GridStep {
  const cell = currentCell(grid)
  if (cell === undefined) return beyond(grid, digit)
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

/** Digits that no criterion takes are said on the line that confirms, for somebody may be keying a whole paper. */
function beyond(grid: ScoreGrid, digit: string): GridStep {
  const ballot = grid.ballots[grid.cursor.ballot]
  if (ballot === undefined || !isWritable(ballot) || grid.cursor.row !== ballot.criteria.length)
    return still(quiet(grid))
  const typed = `${grid.pending?.kind === 'beyond' ? grid.pending.typed : ''}${digit}`
  return still({ ...grid, pending: { kind: 'beyond', typed } })
}

function followReading(grid: ScoreGrid, { reading, digits }: { reading: DigitsReading; digits: string }): GridStep {
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
export function settleDigits(grid: ScoreGrid): GridStep {
  const cell = currentCell(grid)
  if (grid.pending?.kind !== 'digits' || cell === undefined) return still(grid)
  const { digits, canStand } = grid.pending
  if (!canStand) return followReading(grid, { reading: { kind: 'not-offered' }, digits })
  return followReading(grid, { reading: readPoints({ ...cell.of, points: Number(digits) }), digits })
}

/** A letter picks between lines of equal points. */
export function pickLetter(grid: ScoreGrid, letter: string): GridStep {
  const cell = currentCell(grid)
  if (cell === undefined) return still(grid)
  const line = offeredOptions(cell.of).find((option) => option.letter === letter)
  if (line === undefined) return still(grid)
  const asked =
    grid.pending?.kind === 'ask' ? grid.pending.optionNumbers.includes(line.optionNumber) : line.sharesPoints
  return asked ? choose(grid, line.optionNumber) : still(grid)
}

/** The first of the keys that means something here: Telex joins a letter with a letter, VNI with a digit. */
export function takeJoined(grid: ScoreGrid, [letter = '', digit = '']: readonly string[]): GridStep {
  const step = pickLetter(grid, letter)
  return step.grid !== grid || digit === '' ? step : typeDigit(grid, digit)
}

/**
 * Ticks a line of the current criterion; one ballot moves on to the next criterion without an answer. A ballot that had them
 * all is being corrected, or keyed over: it moves on in the order of the paper.
 */
export function choose(grid: ScoreGrid, optionNumber: number): GridStep {
  const cell = currentCell(grid)
  if (cell === undefined) return still(quiet(grid))
  if (!offeredOptions(cell.of).some((option) => option.optionNumber === optionNumber)) return still(grid)
  const { ballot, row } = grid.cursor
  const from = choiceAt(cell.ballot, row)
  const step = applyChanges(quiet(grid), [{ ballot, row, from, to: optionNumber }])
  return grid.layout.kind === 'grid' ? step : { ...step, grid: advance(step.grid, cell.ballot) }
}

function advance(grid: ScoreGrid, before: GridBallot): ScoreGrid {
  const ballot = grid.ballots[grid.cursor.ballot]
  if (ballot === undefined) return grid
  const next = grid.cursor.row + 1
  const row = countUnanswered(before) === 0 ? next : nextUnanswered(ballot, next)
  return { ...grid, cursor: { ...grid.cursor, row }, anchor: null }
}
