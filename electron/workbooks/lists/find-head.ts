import { numbersColumns } from '../../../shared/domain/register/row-kinds.ts'
import { idHead } from '../../../shared/domain/session/row-id.ts'
import type { ListSheet } from './list-sheet.ts'
import { proposeFields, type KnownHeadings } from '../../../shared/domain/columns/propose-fields.ts'

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
  let fullest = 0
  let most = fewestFields - 1
  for (let row = 1; row <= Math.min(sheet.lastRow, rowsLookedAt); row += 1) {
    const heads = [...textsOf(sheet, row).values()]
    const count = proposeFields(heads, known).filter(({ field }) => field !== null).length
    if (count < most || count < fewestFields) continue
    if (count === most && row !== fullest + 1) continue
    most = count
    fullest = row
  }
  if (fullest === 0) return null
  const bottom = bottomOfHead(sheet, { fullest, known })
  const texts = new Map([...textsOf(sheet, fullest), ...textsOf(sheet, bottom)].toSorted(([a], [b]) => a - b))
  const top = topOfHead(sheet, { fullest, columns: [...texts.keys()] })
  const idColumn = [...texts].find(([, text]) => text === idHead)?.[0] ?? null
  const heads = new Map([...texts.keys()].map((column) => [column, headOf({ sheet, top, bottom, column })]))
  if (idColumn !== null) heads.delete(idColumn)
  const after = [...textsOf(sheet, bottom + 1).values()]
  return { top, bottom, firstRow: bottom + (numbersColumns(after) ? 2 : 1), heads, idColumn, sideFrom: Infinity }
}

function textsOf(sheet: ListSheet, row: number): ReadonlyMap<number, string> {
  return new Map([...sheet.cellsIn(row)].map(([column, { text }]) => [column, text]))
}

/** A head goes down as far as its merged cells do, and over a row that says nothing but what a wide heading's parts are. */
function bottomOfHead<Field>(
  sheet: ListSheet,
  { fullest, known }: { fullest: number; known: KnownHeadings<Field> },
): number {
  const merged = [...sheet.cellsIn(fullest).values()].map(({ area }) => area?.bottom ?? fullest)
  const bottom = Math.min(Math.max(fullest, ...merged), fullest + mostRowsBelow)
  return bottom === fullest && divides(sheet, { row: fullest + 1, known }) ? bottom + 1 : bottom
}

const mostRowsBelow = 3

/** Whether a row names the parts of headings in the row above it: `Số` and `Ngày` below a wide `Quyết định`. */
function divides<Field>(sheet: ListSheet, { row, known }: { row: number; known: KnownHeadings<Field> }): boolean {
  const above = sheet.cellsIn(row - 1)
  const parts = [...textsOf(sheet, row)].filter(([, text]) => text !== '')
  const groupOver = (column: number): string | null => {
    const own = above.get(column)
    if (own !== undefined && own.text !== '') {
      const isWide = own.area === null ? !above.has(column + 1) : own.area.right > own.area.left
      return isWide ? own.text : null
    }
    let left = column - 1
    while (left > 0 && !above.has(left)) left -= 1
    return above.get(left)?.text ?? null
  }
  const groups = parts.map(([column]) => groupOver(column))
  const isPart = (text: string) => text.length <= 40 && (!/\d/.test(text) || /^0?[1-5] ?sao$/iu.test(text))
  if (parts.length < 2 || groups.includes(null) || !parts.every(([, text]) => isPart(text))) return false
  const heads = parts.map(([, text], index) => `${groups[index]} – ${text}`)
  return proposeFields(heads, known).some(({ field }) => field !== null)
}

/** Rows above that group columns belong to the head; a title over most of the width, or over the list's first columns, does not. */
function topOfHead(sheet: ListSheet, { fullest, columns }: { fullest: number; columns: readonly number[] }): number {
  const top = Math.min(fullest, ...[...sheet.cellsIn(fullest).values()].map(({ area }) => area?.top ?? fullest))
  if (top === 1) return top
  const above = sheet.cellsIn(top - 1)
  const areas = [...above.values()].flatMap(({ area }) => (area === null ? [] : [area.right - area.left + 1]))
  const isOverParts = above.size >= columns.length || columns.slice(0, 2).every((column) => !above.has(column))
  const isGrouping = areas.length > 0 && Math.max(...areas) <= columns.length * 0.6 && isOverParts
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
