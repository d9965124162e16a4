import ExcelJS, { type Cell, type Worksheet } from 'exceljs'
import type { ProvinceComparison, ProvinceDifference } from '../../../shared/api/province-list.ts'
import { correctableFields, type ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { ListHead } from './find-head.ts'
import { showValue, type ListRow } from './list-values.ts'
import { textOf } from './open-workbook.ts'
import { rowId } from '../../../shared/domain/session/row-id.ts'

type CompareListInput = {
  sheet: Worksheet
  head: ListHead
  columns: ReadonlyMap<number, ProvinceField>
  rows: readonly ListRow[]
  sessionId: number
}

/**
 * What a returned list says otherwise than the record. A row is known by its hidden id, where that is gone by its
 * product code; a row that carries neither and has a name is listed as unknown. The running number is nobody's fact.
 */
export function compareList({ sheet, head, columns, rows, sessionId }: CompareListInput): ProvinceComparison {
  const byId = new Map(rows.map((row) => [rowId({ sessionId, agendaItemId: row.agendaItemId }), row]))
  const byCode = new Map(rows.map((row) => [fold(row.code), row]))
  const column = (field: ProvinceField) => [...columns].find(([, candidate]) => candidate === field)?.[0]
  const [codeColumn, nameColumn] = [column('code'), column('productName')]
  const seen = new Set<number>()
  const differences: ProvinceDifference[] = []
  const unknown: { readonly row: number; readonly text: string }[] = []
  for (let number = head.firstRow; number <= sheet.rowCount; number += 1) {
    const text = (at: number | null | undefined) =>
      at === null || at === undefined ? '' : ownText(sheet.getCell(number, at))
    const id = text(head.idColumn)
    const ours = byId.get(id) ?? (id === '' ? byCode.get(fold(text(codeColumn))) : undefined)
    if (ours !== undefined && !seen.has(ours.agendaItemId)) {
      seen.add(ours.agendaItemId)
      differences.push(...differencesOf({ sheet, head, columns, ours, row: number }))
    } else if (ours !== undefined || id !== '' || (text(codeColumn) !== '' && text(nameColumn) !== '')) {
      unknown.push({
        row: number,
        text: [text(codeColumn), text(nameColumn)].filter((part) => part !== '').join(' – '),
      })
    }
  }
  const missing = rows
    .filter(({ agendaItemId }) => !seen.has(agendaItemId))
    .map(({ agendaItemId, code, productName }) => ({ agendaItemId, code, productName }))
  return { differences, missing, unknown, matched: seen.size }
}

/** The text of a cell that stands for itself: a total over merged columns is no product's name. */
const ownText = (cell: Cell): string => (cell.isMerged ? '' : textOf(cell))

type DifferencesOfInput = {
  sheet: Worksheet
  head: ListHead
  columns: ReadonlyMap<number, ProvinceField>
  ours: ListRow
  row: number
}

function differencesOf({ sheet, head, columns, ours, row }: DifferencesOfInput): readonly ProvinceDifference[] {
  const { agendaItemId, code, productName } = ours
  return [...columns].flatMap(([column, field]) => {
    const mine = showValue(ours.values[field])
    const theirs = showCell({ sheet, row, column, isNumber: typeof ours.values[field] === 'number' })
    // What the province's own formulas give is its own.
    const isTheirs = sheet.getCell(row, column).type === ExcelJS.ValueType.Formula
    if (field === 'place' || isTheirs || sameText(mine, theirs)) return []
    const isCorrectable = correctableFields.some((candidate) => candidate === field)
    const place = { agendaItemId, code, productName, row, field, head: head.heads.get(column) ?? '' }
    return [{ ...place, ours: mine, theirs, isCorrectable }]
  })
}

function showCell(place: {
  readonly sheet: Worksheet
  readonly row: number
  readonly column: number
  readonly isNumber: boolean
}): string {
  const cell = place.sheet.getCell(place.row, place.column)
  if (cell.value instanceof Date) return formatDate(textOf(cell))
  const text = textOf(cell)
  const number = Number(text.replace(',', '.'))
  return place.isNumber && text !== '' && Number.isFinite(number) ? showValue(number) : text
}

/** The province's spelling counts; spaces and Unicode form do not. */
const sameText = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
