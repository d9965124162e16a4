import { idHead } from '../../../shared/domain/session/row-id.ts'
import type { ListSheet } from './list-sheet.ts'
import { headKey, proposeFields, type KnownHeadings } from './propose-fields.ts'

export type ListHead = {
  /** First and last row of the head; the list begins at `firstRow`, after a row that numbers the columns. */
  readonly top: number
  readonly bottom: number
  readonly firstRow: number
  /** By 1-based column; a group's heading stands before its parts': `Chủ thể – Tên`. */
  readonly heads: ReadonlyMap<number, string>
  readonly idColumn: number | null
  /** The first column, if any, that stands beside the list and is none of its. */
  readonly sideFrom: number
}

const rowsLookedAt = 60
const fewestFields = 2

/**
 * The head of the list on this sheet: of its first rows the one whose headings say the most fields, the lowest where a
 * head of several rows says as many twice. Null where no row says at least two.
 */
export function findHead<Field>(sheet: ListSheet, known: KnownHeadings<Field>): ListHead | null {
  let bottom = 0
  let most = fewestFields - 1
  for (let row = 1; row <= Math.min(sheet.lastRow, rowsLookedAt); row += 1) {
    const heads = [...textsOf(sheet, row).values()]
    const count = proposeFields(heads, known).filter(({ field }) => field !== null).length
    if (count < most || count < fewestFields) continue
    if (count === most && row !== bottom + 1) continue
    most = count
    bottom = row
  }
  if (bottom === 0) return null
  const texts = textsOf(sheet, bottom)
  const top = topOfHead({ sheet, bottom, columns: texts.size })
  const idColumn = [...texts].find(([, text]) => text === idHead)?.[0] ?? null
  const heads = new Map([...texts.keys()].map((column) => [column, headOf({ sheet, top, bottom, column })]))
  if (idColumn !== null) heads.delete(idColumn)
  const after = [...textsOf(sheet, bottom + 1).values()]
  return { top, bottom, firstRow: bottom + (numbersColumns(after) ? 2 : 1), heads, idColumn, sideFrom: Infinity }
}

function textsOf(sheet: ListSheet, row: number): ReadonlyMap<number, string> {
  return new Map([...sheet.cellsIn(row)].map(([column, { text }]) => [column, text]))
}

/** Rows above that group columns belong to the head; a title over most of the width does not. */
function topOfHead({ sheet, bottom, columns }: { sheet: ListSheet; bottom: number; columns: number }): number {
  const top = Math.min(bottom, ...[...sheet.cellsIn(bottom).values()].map(({ area }) => area?.top ?? bottom))
  if (top === 1) return top
  const above = [...sheet.cellsIn(top - 1).values()]
  const areas = above.flatMap(({ area }) => (area === null ? [] : [area.right - area.left + 1]))
  const isGrouping = areas.length > 0 && Math.max(...areas) <= columns * 0.6 && above.length >= columns
  return isGrouping ? top - 1 : top
}

type HeadOfInput = {
  sheet: ListSheet
  top: number
  bottom: number
  column: number
}

function headOf({ sheet, top, bottom, column }: HeadOfInput): string {
  const parts: string[] = []
  for (let row = top; row <= bottom; row += 1) {
    const text = sheet.cellsIn(row).get(column)?.text ?? ''
    if (text !== '' && parts.at(-1) !== text) parts.push(text)
  }
  return parts.join(' – ')
}

/** `1 2 3`, `(1) (2) (3)`, `A B 1 2`: the row by which people speak of the columns. */
export function numbersColumns(texts: readonly string[]): boolean {
  return (
    texts.length > 2 &&
    texts.every((text) => /^\(?([A-Z]|\d{1,2})\)?([=+\-(][\d()+\-=/*]*)?$/.test(text)) &&
    new Set(texts.map(headKey)).size > 2
  )
}
