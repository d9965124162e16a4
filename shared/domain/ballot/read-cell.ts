import type { CaseCode } from '../criteria/criteria-set.ts'
import { readNumberText } from '../vietnamese/read-number-text.ts'
import { isOfCase, offeredOptions, pointsOf, readPoints, type OfferedOptionsOf } from './options.ts'

/** What a typed, pasted or imported cell says in a criterion. */
export type CellReading =
  /** The option's number, 0 = no level reached; null for a blank, which is no answer. */
  | { readonly kind: 'choice'; readonly choice: number | null }
  | { readonly kind: 'not-a-number' }
  /** `1.000` may be a thousand or a one. */
  | { readonly kind: 'thousand-or-one' }
  | { readonly kind: 'fraction' }
  /** No line of the criterion, and of the product's case, carries these points. */
  | { readonly kind: 'no-such-points'; readonly points: number }
  /** `points/option number` with a number that the form does not print. */
  | { readonly kind: 'no-such-option' }
  /** `points/option number` where the form gives that option other points. */
  | { readonly kind: 'other-points'; readonly optionNumber: number; readonly points: number }
  | { readonly kind: 'other-case'; readonly optionNumber: number; readonly itsCase: CaseCode | undefined }
  /** Several lines carry these points and mean different things: the cell must say `points/option number`. */
  | { readonly kind: 'ambiguous'; readonly points: number }

/**
 * Reads a cell: points with a decimal comma or point (`2`, `2,0`, `2.0`), or `points/option number` (`1/2` = the second
 * printed option). 0 points are always allowed: the printed 0-point line where there is one, else no level reached;
 * `0/0` names the latter in every criterion, since a choice is an option's number and 0 is one of them.
 */
export function readCell({ cell, ...of }: OfferedOptionsOf & { cell: string | number }): CellReading {
  const text = String(cell).trim()
  if (text === '') return { kind: 'choice', choice: null }
  const named = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text)
  if (named !== null) return readNamed({ ...of, points: Number(named[1]), optionNumber: Number(named[2]) })
  const number = typeof cell === 'number' ? { kind: 'number' as const, value: cell } : readNumberText(text)
  if (number.kind !== 'number') return { kind: number.kind === 'ambiguous' ? 'thousand-or-one' : 'not-a-number' }
  const points = number.value
  if (!Number.isInteger(points)) return { kind: 'fraction' }
  const reading = readPoints({ ...of, points })
  if (reading.kind === 'option') return { kind: 'choice', choice: reading.optionNumber }
  return { kind: reading.kind === 'ask' ? 'ambiguous' : 'no-such-points', points }
}

/** A choice as a cell, so that `readCell` gives it back: points, with the option's number where they do not name it. */
export function writeCell({ choice, ...of }: OfferedOptionsOf & { choice: number | null }): string {
  if (choice === null) return ''
  const points = pointsOf(of.criterion, choice)
  const reading = readPoints({ ...of, points })
  return reading.kind === 'option' && reading.optionNumber === choice ? `${points}` : `${points}/${choice}`
}

/** Every value that a cell of the criterion takes, in form order, 0 first. */
export function listCells(of: OfferedOptionsOf): readonly string[] {
  const values = offeredOptions(of).map(({ points, optionNumber }) =>
    readPoints({ ...of, points }).kind === 'option' ? `${points}` : `${points}/${optionNumber}`,
  )
  return [...new Set(['0', ...values])]
}

function readNamed({
  criterion,
  criteriaCase,
  points,
  optionNumber,
}: OfferedOptionsOf & { points: number; optionNumber: number }): CellReading {
  if (points === 0 && optionNumber === 0) return { kind: 'choice', choice: 0 }
  const option = criterion.options[optionNumber - 1]
  if (option === undefined) return { kind: 'no-such-option' }
  if (option.points !== points) return { kind: 'other-points', optionNumber, points: option.points }
  if (!isOfCase(option, criteriaCase)) return { kind: 'other-case', optionNumber, itsCase: option.case }
  return { kind: 'choice', choice: optionNumber }
}
