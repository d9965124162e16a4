import type { Worksheet } from 'exceljs'
import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import { textOf } from './open-workbook.ts'
import { headKey, proposeFields } from './propose-fields.ts'
import { idHead } from '../../../shared/domain/session/row-id.ts'

export type ListHead = {
  /** First and last row of the head; the list begins at `firstRow`, after a row that numbers the columns. */
  readonly top: number
  readonly bottom: number
  readonly firstRow: number
  /** By 1-based column; a group's heading stands before its parts': `Chủ thể – Tên`. */
  readonly heads: ReadonlyMap<number, string>
  readonly idColumn: number | null
}

const rowsLookedAt = 60
const fewestFields = 2

/**
 * The head of the list on this sheet: of its first rows the one whose headings say the most fields, the lowest where a
 * head of several rows says as many twice. Null where no row says at least two.
 */
export function findHead(sheet: Worksheet, remembered: ReadonlyMap<string, ProvinceField | null>): ListHead | null {
  let bottom = 0
  let most = fewestFields - 1
  for (let row = 1; row <= Math.min(sheet.rowCount, rowsLookedAt); row += 1) {
    const heads = [...textsOf(sheet, row).values()]
    const count = proposeFields(heads, remembered).filter(({ field }) => field !== null).length
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
  return { top, bottom, firstRow: bottom + (numbersColumns(after) ? 2 : 1), heads, idColumn }
}

/** Texts of a row by column; each column of a merged area has the area's. */
function textsOf(sheet: Worksheet, row: number): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  sheet.getRow(row).eachCell((cell, column) => {
    const text = textOf(cell)
    if (text !== '') texts.set(column, text)
  })
  return texts
}

/** Rows above that group columns belong to the head; a title over most of the width does not. */
function topOfHead({ sheet, bottom, columns }: { sheet: Worksheet; bottom: number; columns: number }): number {
  let top = bottom
  sheet.getRow(bottom).eachCell((cell) => (top = Math.min(top, Number(cell.master.row))))
  const above = sheet.getRow(top - 1)
  if (top === 1) return top
  const widths = new Map<string, number>()
  above.eachCell((cell) => {
    if (cell.isMerged) widths.set(cell.master.address, (widths.get(cell.master.address) ?? 0) + 1)
  })
  const isGrouping =
    widths.size > 0 && Math.max(...widths.values()) <= columns * 0.6 && textsOf(sheet, top - 1).size >= columns
  return isGrouping ? top - 1 : top
}

type HeadOfInput = {
  sheet: Worksheet
  top: number
  bottom: number
  column: number
}

function headOf({ sheet, top, bottom, column }: HeadOfInput): string {
  const parts: string[] = []
  for (let row = top; row <= bottom; row += 1) {
    const text = textOf(sheet.getCell(row, column))
    if (text !== '' && parts.at(-1) !== text) parts.push(text)
  }
  return parts.join(' – ')
}

/** `1 2 3`, `(1) (2) (3)`, `A B 1 2`: the row by which people speak of the columns. */
const numbersColumns = (texts: readonly string[]): boolean =>
  texts.length > 2 &&
  texts.every((text) => /^\(?([A-Z]|\d{1,2})\)?([=+\-(][\d()+\-=/*]*)?$/.test(text)) &&
  new Set(texts.map(headKey)).size > 2
