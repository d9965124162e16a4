import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { CellStyles } from '../xlsx/cell-styles.ts'
import type { SheetSource } from '../xlsx/sheet-source.ts'
import type { ListHead } from './find-head.ts'
import type { ListSheet } from './list-sheet.ts'

/** Rows below the head that hold products already, from last year: named, and numbered or coded as well. */
export function filledRows(
  sheet: ListSheet,
  { firstRow }: ListHead,
  columns: ReadonlyMap<number, ProvinceField>,
): number {
  const telling = [...columns].flatMap(([column, field]) =>
    field === 'place' || field === 'productName' || field === 'code' ? [column] : [],
  )
  const tells = (row: number) => telling.filter((column) => sheet.cellsIn(row).get(column)?.area === null)
  let row = firstRow
  while (tells(row).length > 1) row += 1
  return row - firstRow
}

/** The rows that the sheet keeps ready for the list, and whether anything stands below them. */
export type ListArea = { readonly rows: number; readonly hasFoot: boolean }

type ListPlace = {
  readonly sheet: ListSheet
  readonly source: SheetSource
  readonly styles: CellStyles
  readonly head: ListHead
  readonly columns: readonly number[]
  /** Rows that are cleared for it. */
  readonly filled: number
}

/**
 * Rows below the head that wait to be filled: framed, numbered or with formulas, or empty ones that a sum below counts.
 * The first row with words (a total, a signature), with a sum over rows, or with nothing ends them.
 */
export function listArea(place: ListPlace): ListArea {
  const { sheet, source, head } = place
  let next = head.firstRow + place.filled
  const lastRow = Math.max(sheet.lastRow, [...source.rows.keys()].at(-1) ?? 0)
  while (next <= lastRow && isWaiting(place, next)) next += 1
  let foot = next
  while (foot <= sheet.lastRow && sheet.cellsIn(foot).size === 0 && !hasFormula(source, foot)) foot += 1
  const counted = largest(sumsBelow(source, foot).filter((last) => last < foot))
  const lastMerged = largest(sheet.part.cells.merges.map(({ bottom }) => bottom))
  const end = Math.max(next, counted + 1)
  return { rows: end - head.firstRow, hasFoot: foot <= sheet.lastRow || lastMerged >= end }
}

function isWaiting({ sheet, source, styles, columns }: ListPlace, row: number): boolean {
  const cells = source.rows.get(row)?.cells
  let isPrepared = columns.some((column) => styles.hasFrame(cells?.get(column)?.style ?? 0))
  for (const { formula } of cells?.values() ?? []) {
    // A sum over the rows above is the foot's.
    if (formula !== null && spans(formula).length > 0) return false
    isPrepared ||= formula !== null
  }
  for (const [column, { text }] of sheet.cellsIn(row)) {
    if ((cells?.get(column)?.formula ?? null) !== null) continue
    if (/\p{L}/u.test(text)) return false
    isPrepared ||= /^\d+$/.test(text)
  }
  return isPrepared
}

const hasFormula = (source: SheetSource, row: number): boolean =>
  [...(source.rows.get(row)?.cells.values() ?? [])].some(({ formula }) => formula !== null)

/** Last rows of the ranges over rows in formulas from a row on. */
const sumsBelow = (source: SheetSource, from: number): readonly number[] =>
  [...source.rows]
    .filter(([number]) => number >= from)
    .flatMap(([, { cells }]) => [...cells.values()].flatMap(({ formula }) => spans(formula ?? '')))

/** 0 of none. As arguments of one call they may be too many. */
const largest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0)

/** Last rows of a formula's ranges over several rows. */
const spans = (formula: string): readonly number[] =>
  [...formula.matchAll(/\$?[A-Z]{1,3}\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})/gi)]
    .filter(([, from, to]) => from !== to)
    .map(([, , to]) => Number(to))
