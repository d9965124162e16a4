import { readDay } from '../../../shared/domain/register/read-day.ts'
import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import { readStar } from '../../../shared/domain/register/read-star.ts'
import type { ListCell } from '../lists/list-sheet.ts'
import type { RowCells } from './row-cells.ts'

/** What a row says that only a product's own row says; counts and names of groups, sums and signatures say none of it. */
export type RowFacts = {
  /** A figure stands where rows are numbered. */
  readonly isNumbered: boolean
  readonly hasStar: boolean
  readonly hasScore: boolean
  /** The number or the day of a decision. */
  readonly hasDecision: boolean
  readonly hasCode: boolean
}

export function rowFacts({ byField }: RowCells): RowFacts {
  const some = (fields: readonly RegisterField[], says: (cell: ListCell) => boolean): boolean =>
    fields.some((field) => {
      const cell = byField.get(field)
      return cell !== undefined && says(cell)
    })
  return {
    isNumbered: isOrdinalFigure(byField.get('place')?.text ?? ''),
    hasStar: some(['star', 'star1', 'star2'], ({ text }) => readStar(text).kind === 'star'),
    hasScore: some(
      ['score', 'score1', 'score2'],
      ({ cell, text }) => cell.kind === 'number' || /^\d[\d.,]*$/.test(text),
    ),
    hasDecision: some(decisionFields, isOfDecision),
    hasCode: some(['code'], ({ text }) => /\d/.test(text)),
  }
}

/** A row by itself that is about a product, though its name may be missing. */
export function isAboutProduct({ hasStar, hasDecision, hasCode }: RowFacts): boolean {
  return hasStar || hasDecision || hasCode
}

/** `3`, `3.`, `1.2`: not `III`, `A`, which number headings. */
const isOrdinalFigure = (text: string): boolean => /^\d{1,5}(?:\.\d{1,3})*[).]?$/.test(text)

const decisionFields = [
  'decision',
  'decisionNumber',
  'decisionDate',
  'decision2',
  'decisionNumber2',
  'decisionDate2',
] as const

const isOfDecision = ({ cell, text }: ListCell): boolean =>
  cell.kind === 'date' || /\d\s*\/\s*\p{L}/u.test(text) || readDay(text).kind === 'day'
