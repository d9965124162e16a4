import { readStar } from '../../../shared/domain/register/read-star.ts'
import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import type { ListHead } from '../lists/find-head.ts'
import { headKey } from '../../../shared/domain/columns/propose-fields.ts'
import type { ListSheet } from '../lists/list-sheet.ts'
import { refusesRecognition } from './assign-fields.ts'
import { lastWords, starColumns } from './star-columns.ts'

type Fields = ReadonlyMap<number, RegisterField | null>

type ColumnsInput = {
  readonly sheet: ListSheet
  readonly head: ListHead
  readonly fields: Fields
  /** What a person chose stays, by `headKey`. */
  readonly remembered: ReadonlyMap<string, RegisterField | null>
}

/**
 * The fields of columns, with a star where none has it: the first column that shows stars alone and whose heading may be said
 * of them (`Xếp loại`, `Kết quả`, `XH`), as it may of much else.
 */
export function readColumnsOfStars(input: ColumnsInput): Fields {
  const { fields } = input
  if (saysStars(fields)) return fields
  const star = columnsLeft(input).find(({ words }) => mayHeadStars(words))
  return star === undefined ? fields : new Map(fields).set(star.column, 'star')
}

/** Columns that seem to show stars though nobody knows so by their headings, where no column is read as such. */
export function unreadStars(input: ColumnsInput): readonly number[] {
  return saysStars(input.fields) || starColumns(input.head.heads).size > 0
    ? []
    : columnsLeft(input).map(({ column }) => column)
}

const saysStars = (fields: Fields): boolean =>
  [...fields.values()].some((field) => field === 'star' || field === 'star1' || field === 'star2')

function columnsLeft({ sheet, head, fields, remembered }: ColumnsInput) {
  return [...head.heads].flatMap(([column, words]) => {
    const isLeft = (fields.get(column) ?? null) === null && !remembered.has(headKey(words))
    if (!isLeft || refusesRecognition(words, 'star') || !showsStarsAlone(sheet, head, column)) return []
    return [{ column, words }]
  })
}

const mayHeadStars = (head: string): boolean =>
  /^(?:xh|xep loai|ket qua|danh gia|phan loai|loai|hang)\b/.test(lastWords(head))

const rowsLookedAt = 200

function showsStarsAlone(sheet: ListSheet, head: ListHead, column: number): boolean {
  let stars = 0
  for (let row = head.firstRow; row <= Math.min(sheet.lastRow, head.firstRow + rowsLookedAt); row += 1) {
    const cell = sheet.cellsIn(row).get(column)
    if (cell === undefined || cell.text.trim() === '' || (cell.area !== null && cell.area.left < cell.area.right))
      continue
    const { kind } = readStar(cell.text)
    if (kind === 'wrong' || cell.cell.kind === 'date') return false
    if (kind === 'star') stars += 1
  }
  return stars > 0
}
