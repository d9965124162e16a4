import { readDay } from '../../../shared/domain/register/read-day.ts'
import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import type { ListHead } from '../lists/find-head.ts'
import { headKey } from '../../../shared/domain/columns/propose-fields.ts'
import type { ListCell, ListSheet } from '../lists/list-sheet.ts'

type Fields = ReadonlyMap<number, RegisterField | null>

type ColumnsInput = {
  readonly sheet: ListSheet
  readonly head: ListHead
  readonly fields: Fields
  /** What a person chose stays, by `headKey`. */
  readonly remembered: ReadonlyMap<string, RegisterField | null>
}

/**
 * The fields of columns, none of which shows days alone and counts as the number of a decision: it is the decision's day, where
 * no other column is. So is a column without a field of its own below the wide heading of a number.
 */
export function readColumnsOfDays({ sheet, head, fields, remembered }: ColumnsInput): Fields {
  const read = new Map(fields)
  for (const [column, field] of fields) {
    const words = head.heads.get(column) ?? ''
    if (remembered.has(headKey(words))) continue
    const suffix = numberSuffix(field) ?? (field === null ? suffixBeside({ head, fields, column }) : null)
    if (suffix === null || !showsDaysAlone(sheet, head, column)) continue
    const day = `decisionDate${suffix}` as const
    const isTaken = [...read.values()].includes(day)
    read.set(column, isTaken ? null : day)
  }
  return read
}

type Suffix = '' | '1' | '2'

function numberSuffix(field: RegisterField | null): Suffix | null {
  switch (field) {
    case 'decisionNumber':
      return ''
    case 'decisionNumber1':
      return '1'
    case 'decisionNumber2':
      return '2'
    default:
      return null
  }
}

/** Of the number to the left that stands under the same heading. */
function suffixBeside({
  head,
  fields,
  column,
}: Pick<ColumnsInput, 'head' | 'fields'> & { column: number }): Suffix | null {
  const own = (head.heads.get(column) ?? '').replace(/ \[\d+\]$/, '')
  return head.heads.get(column - 1)?.replace(/ \[\d+\]$/, '') === own
    ? numberSuffix(fields.get(column - 1) ?? null)
    : null
}

const rowsLookedAt = 200

function showsDaysAlone(sheet: ListSheet, head: ListHead, column: number): boolean {
  let days = 0
  for (let row = head.firstRow; row <= Math.min(sheet.lastRow, head.firstRow + rowsLookedAt); row += 1) {
    const cell = sheet.cellsIn(row).get(column)
    if (cell === undefined || cell.text.trim() === '' || (cell.area !== null && cell.area.left < cell.area.right))
      continue
    if (!isDay(cell)) return false
    days += 1
  }
  return days > 0
}

const isDay = ({ cell, text }: ListCell): boolean =>
  cell.kind === 'date' || (cell.kind === 'text' && !text.includes('/Q') && readDay(text).kind === 'day')
