import { readStar } from '../../../shared/domain/register/read-star.ts'
import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import type { ListHead } from '../lists/find-head.ts'
import { headKey } from '../../../shared/domain/columns/propose-fields.ts'
import type { ListSheet } from '../lists/list-sheet.ts'
import { refusesRecognition } from './refused-heads.ts'
import { saysTime, saysTimeAlone } from './said-heads.ts'
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
  const stars = columnsLeft(input).filter(({ words }) => mayHeadStars(words))
  const [first, second] = (['first', 'second'] as const).map((time) =>
    stars.find(({ words }) => saysTime(words) === time),
  )
  const star = second ?? stars.find((one) => one !== first) ?? first
  if (star === undefined) return fields
  const said = new Set(fields.values())
  const areTwo = (['decision2', 'decisionNumber2', 'decisionDate2'] as const).some((field) => said.has(field))
  if (!areTwo || first === undefined || second === undefined) return new Map(fields).set(star.column, 'star')
  return new Map(fields).set(first.column, 'star1').set(second.column, 'star2')
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

/**
 * The headings with what columns of stars are about said of those that say nothing but which star it is, the former or the latter:
 * `Nâng hạng` over 4 and 5.
 */
export function headStarsOfTimes(input: Omit<ColumnsInput, 'fields'>): ReadonlyMap<number, string> {
  const { heads } = input.head
  const times = new Map([...heads].filter(([, words]) => saysTimeAlone(words)))
  if (times.size === 0) return heads
  const stars = columnsLeft({ ...input, head: { ...input.head, heads: times }, fields: new Map() }).filter(
    ({ column }) => leastStar(input, column) >= fewestRecognised,
  )
  return new Map([...heads, ...stars.map(({ column, words }) => [column, `${words} – Hạng sao`] as const)])
}

/** A cross or a count may be a 1; a decision recognises from 3 stars (Điều 4). */
const fewestRecognised = 3

function leastStar({ sheet, head }: Pick<ColumnsInput, 'sheet' | 'head'>, column: number): number {
  let least = 5
  for (let row = head.firstRow; row <= Math.min(sheet.lastRow, head.firstRow + rowsLookedAt); row += 1) {
    const reading = readStar(sheet.cellsIn(row).get(column)?.text ?? '')
    if (reading.kind === 'star') least = Math.min(least, reading.star)
  }
  return least
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
