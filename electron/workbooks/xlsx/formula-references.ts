import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { columnNumber } from './address.ts'

/** Rows that a list gets at its end. */
export type ListGrowth = {
  /** The sheet that grows. */
  readonly sheet: string
  /** First row of the list. */
  readonly listFrom: number
  /** The new rows stand from this one on. */
  readonly at: number
  readonly count: number
  /** Whether what stood there moves down; otherwise nothing stood there. */
  readonly moves: boolean
}

/** Which ranges that end with the list grow with it: those over its rows only, also longer ones, or none. */
export type RangeGrowth = 'list' | 'any' | 'none'

/** The rows of a reference, and its first column, 0 for whole rows. `J7:J7` is a range, `J7` is none. */
export type RowSpan = {
  readonly column: number
  readonly first: number
  readonly last: number
  readonly isRange: boolean
}

/** What a formula says of rows of one sheet. @param home the sheet on which it stands */
export function spansOf(formula: string, home: string | null, sheet: string): readonly RowSpan[] {
  const spans: RowSpan[] = []
  mapReferences(formula, (text, named) => {
    if ((named ?? home)?.toLowerCase() === sheet.toLowerCase()) spans.push(spanOf(text))
    return text
  })
  return spans
}

/**
 * What a formula says of the same rows of several sheets at once (`'Biểu 01:Biểu 03'!G9`). No program moves these when one of
 * the sheets grows.
 * @param isAmong whether the sheet meant stands between two others
 */
export function spansAcross(formula: string, isAmong: (first: string, last: string) => boolean): readonly RowSpan[] {
  const spans: RowSpan[] = []
  mapReferences(formula, (text, named) => {
    const [first = '', last] = named?.split(':') ?? []
    if (last !== undefined && isAmong(first, last)) spans.push(spanOf(text))
    return text
  })
  return spans
}

/** @param text without its sheet: `$A$5:B7` */
export function spanOf(text: string): RowSpan {
  const ends = [...text.matchAll(cell)]
  const [first = 0, last = first] = ends.map(([, , row = '']) => Number(row.replace('$', '')))
  return { column: columnNumber((ends[0]?.[1] ?? '').replace('$', '')), first, last, isRange: ends.length > 1 }
}

/**
 * A formula after a list grew: references to the growing sheet below the list move down, a range over rows of the list
 * down to its last grows with it. Texts in quotes and references to other sheets stay.
 * @param home the sheet on which the formula stands; null for one that stands on none, such as a chart's.
 * @param options `row`: its own, where it stands on the growing sheet: a running total that ends there does not grow.
 */
export function growFormula(
  formula: string,
  home: string | null,
  growth: ListGrowth,
  { ranges = 'list', row = null }: { readonly ranges?: RangeGrowth; readonly row?: number | null } = {},
): string {
  return mapReferences(formula, (text, sheet) =>
    (sheet ?? home)?.toLowerCase() === growth.sheet.toLowerCase() ? growReference(text, growth, ranges, row) : text,
  )
}

/** Areas in a row (`A5:J8 L5`) after a list grew. */
export function growAreas(areas: string, growth: ListGrowth, ranges: RangeGrowth): string {
  return areas
    .split(' ')
    .map((text) => growReference(text, growth, ranges))
    .join(' ')
}

/** A formula as its copy in another cell has it: relative rows and columns move along, those with `$` stay. */
export function copyFormula(formula: string, rows: number, columns = 0): string {
  return mapReferences(formula, (text) =>
    text.replace(cell, (_, column: string, row: string) => {
      const letters = column === '' || column.startsWith('$') || columns === 0 ? column : moveColumn(column, columns)
      return `${letters}${row.startsWith('$') || rows === 0 ? row : Number(row) + rows}`
    }),
  )
}

const moveColumn = (letters: string, columns: number): string => columnLetter(columnNumber(letters) + columns)

/** Spreadsheet programs have no more. */
const lastRow = 1_048_576

function growReference(
  text: string,
  { listFrom, at, count, moves }: ListGrowth,
  ranges: RangeGrowth,
  own: number | null = null,
): string {
  const { first, last } = spanOf(text)
  const isRunning = last === own && !/\$\d+$/.test(text)
  const isWithList = last === at - 1 && last >= listFrom && !isRunning && (ranges === 'any' || first >= listFrom)
  let place = 0
  return text.replace(cell, (match, column: string, row: string) => {
    place += 1
    const number = Number(row.replace('$', ''))
    const isMoved = (moves && number >= at) || (ranges !== 'none' && isWithList && place === 2)
    return isMoved ? `${column}${row.startsWith('$') ? '$' : ''}${Math.min(number + count, lastRow)}` : match
  })
}

/** One end of a reference: `$A$5`, or `5` of `5:6`. */
const cell = /(\$?[A-Z]{1,3}|)(\$?\d+)/gi

/** A text in quotes, a name in brackets, or a reference with the sheet that it names; a name such as `LOG10(` is none. */
const references =
  /"(?:[^"]|"")*"|\[[^\]]*\]|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(])/giu

/** @param change gets a reference without its sheet, and the sheet that it names. */
function mapReferences(formula: string, change: (text: string, sheet: string | null) => string): string {
  return formula.replace(
    references,
    (match: string, prefix: string | undefined, text: string | undefined, offset: number) => {
      // After a bracket stands a sheet of another workbook.
      if (text === undefined || /[\p{L}\p{N}_.\]]/u.test(formula[offset - 1] ?? '')) return match
      const sheet = prefix === undefined ? null : prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")
      return `${prefix ?? ''}${change(text, sheet)}`
    },
  )
}
