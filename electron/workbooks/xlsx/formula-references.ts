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

/**
 * A formula after a list grew: references to the growing sheet below the list move down, a range over rows of the list
 * down to its last grows with it. Texts in quotes and references to other sheets stay.
 * @param home the sheet on which the formula stands; null for one that stands on none, such as a chart's.
 */
export function growFormula(
  formula: string,
  home: string | null,
  growth: ListGrowth,
  ranges: RangeGrowth = 'list',
): string {
  return mapReferences(formula, (text, sheet) =>
    (sheet ?? home)?.toLowerCase() === growth.sheet.toLowerCase() ? growReference(text, growth, ranges) : text,
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

function growReference(text: string, { listFrom, at, count, moves }: ListGrowth, ranges: RangeGrowth): string {
  const ends = [...text.matchAll(cell)].map(([, , row = '']) => Number(row.replace('$', '')))
  const [first = 0, last = 0] = ends
  const isWithList = last === at - 1 && last >= listFrom && (ranges === 'any' || first >= listFrom)
  let place = 0
  return text.replace(cell, (match, column: string, row: string) => {
    place += 1
    const number = Number(row.replace('$', ''))
    const isMoved = (moves && number >= at) || (ranges !== 'none' && isWithList && place === 2)
    return isMoved ? `${column}${row.startsWith('$') ? '$' : ''}${number + count}` : match
  })
}

/** One end of a reference: `$A$5`, or `5` of `5:6`. */
const cell = /(\$?[A-Z]{1,3}|)(\$?\d+)/gi

/** A text in quotes, a name in brackets, or a reference with the sheet that it names; a name such as `LOG10(` is none. */
const references =
  /"(?:[^"]|"")*"|\[[^\]]*\]|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(])/giu

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
