import { offeredOptions, type OfferedOptionsOf } from './offered-options.ts'
import { offeredPoints, readPoints } from './read-points.ts'
import type { Choice } from './score-grid.ts'

/** What a cell of a spreadsheet says in a criterion. */
export type CellReading =
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'not-offered'; readonly offered: readonly number[] }
  /** Several lines carry these points: the cell must say `points/option number`. */
  | { readonly kind: 'ambiguous'; readonly ways: readonly string[] }

/**
 * Reads a cell as the session workbook writes it: points with a decimal comma or point (`2`, `2,0`, `2.0`), or
 * `points/option number`; a blank is "not answered". `1.000` may be a thousand or a one and is refused.
 */
export const readCell = ({ text, ...of }: OfferedOptionsOf & { text: string }): CellReading => {
  const cell = text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim()
  if (cell === '') return { kind: 'choice', choice: null }
  const exact = /^(\d{1,3})\/(\d{1,2})$/.exec(cell)
  if (exact !== null) return readExact({ ...of, points: Number(exact[1]), optionNumber: Number(exact[2]) })
  const whole = /^(\d{1,3})(?:[.,]0{1,2})?$/.exec(cell)
  if (whole === null) {
    return /^\d{1,3}[.,]\d{1,2}$/.test(cell)
      ? { kind: 'not-offered', offered: offeredPoints(of) }
      : { kind: 'not-a-number' }
  }
  const points = Number(whole[1])
  const reading = readPoints({ ...of, points })
  if (reading.kind === 'option') return { kind: 'choice', choice: reading.optionNumber }
  if (reading.kind === 'not-offered') return { kind: 'not-offered', offered: offeredPoints(of) }
  return { kind: 'ambiguous', ways: reading.optionNumbers.map((number) => `${points}/${number}`) }
}

/** A choice as a cell of a spreadsheet: its points, with the option's number where the points alone do not name it. */
export const writeCell = ({ choice, ...of }: OfferedOptionsOf & { choice: Choice }): string => {
  if (choice === null) return ''
  const points = choice === 0 ? 0 : (of.criterion.options[choice - 1]?.points ?? 0)
  const reading = readPoints({ ...of, points })
  const isPlain = reading.kind === 'option' && (reading.optionNumber === choice || choice === 0)
  return isPlain ? `${points}` : `${points}/${choice}`
}

const readExact = ({
  points,
  optionNumber,
  ...of
}: OfferedOptionsOf & { points: number; optionNumber: number }): CellReading => {
  const line = offeredOptions(of).find((option) => option.optionNumber === optionNumber && option.points === points)
  return line === undefined
    ? { kind: 'not-offered', offered: offeredPoints(of) }
    : { kind: 'choice', choice: line.optionNumber }
}
