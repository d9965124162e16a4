import type { ProvinceComparison, ProvinceDifference } from '../../../shared/api/province-list.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { codeKey } from '../../../shared/domain/register/product-code.ts'
import {
  correctableFields,
  type ProvinceField,
  type ProvinceRow,
  type ProvinceValue,
} from '../../../shared/domain/session/province-fields.ts'
import { normaliseInput } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { readSheetSource } from '../xlsx/sheet-source.ts'
import type { ListHead } from '../lists/find-head.ts'
import type { ListCell, ListSheet } from '../lists/list-sheet.ts'

type CompareListInput = {
  sheet: ListSheet
  head: ListHead
  columns: ReadonlyMap<number, ProvinceField>
  rows: readonly ProvinceRow[]
  /** How a text of ours stands in the list: signs that no paper can print do in neither. */
  printed: (text: string) => string
}

/**
 * What a returned list says otherwise than the record. A row is known by its hidden id, where that is gone by its
 * product code; a row that carries neither and has a name is listed as unknown. The running number is nobody's fact.
 */
export function compareList({ sheet, head, columns, rows, printed }: CompareListInput): ProvinceComparison {
  const source = readSheetSource(sheet.part.xml)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byCode = new Map(rows.map((row) => [codeKey(row.code), row]))
  const column = (field: ProvinceField) => [...columns].find(([, candidate]) => candidate === field)?.[0]
  const [codeColumn, nameColumn] = [column('code'), column('productName')]
  const seen = new Set<number>()
  const differences: ProvinceDifference[] = []
  const unknown: { readonly row: number; readonly text: string }[] = []
  for (const { number } of sheet.part.cells.rows) {
    if (number < head.firstRow) continue
    const cells = sheet.cellsIn(number)
    // A total over merged columns is no product's name.
    const text = (at: number | null | undefined) => {
      const cell = cells.get(at ?? 0)
      return cell === undefined || cell.area !== null ? '' : cell.text
    }
    const id = text(head.idColumn)
    const ours = byId.get(id) ?? (id === '' ? byCode.get(codeKey(text(codeColumn))) : undefined)
    if (ours !== undefined && !seen.has(ours.agendaItemId)) {
      seen.add(ours.agendaItemId)
      // What the province's own formulas give is its own.
      const isTheirs = (at: number) => (source.rows.get(number)?.cells.get(at)?.formula ?? null) !== null
      const compared = [...columns].filter(([at, field]) => field !== 'place' && !isTheirs(at))
      differences.push(...differencesOf({ cells, head, columns: compared, ours, row: number, printed }))
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

type DifferencesOfInput = {
  cells: ReadonlyMap<number, ListCell>
  head: ListHead
  columns: readonly (readonly [number, ProvinceField])[]
  ours: ProvinceRow
  row: number
  printed: CompareListInput['printed']
}

function differencesOf({
  cells,
  head,
  columns,
  ours,
  row,
  printed,
}: DifferencesOfInput): readonly ProvinceDifference[] {
  const { agendaItemId, code, productName } = ours
  return columns.flatMap(([column, field]) => {
    const value = ours.values[field]
    const mine = showValue(value)
    const theirs = showCell(cells.get(column), typeof value === 'number')
    // The province's spelling counts; spaces, Unicode form and marks without width do not.
    if (normaliseInput(printed(mine)) === normaliseInput(printed(theirs))) return []
    const isCorrectable = correctableFields.some((candidate) => candidate === field)
    const place = { agendaItemId, code, productName, row, field, head: head.heads.get(column) ?? '' }
    return [{ ...place, ours: mine, theirs, isCorrectable }]
  })
}

function showCell(found: ListCell | undefined, isNumber: boolean): string {
  if (found === undefined) return ''
  const { cell, text } = found
  if (cell.kind === 'date') return formatDate(text)
  const number = Number(text.replace(',', '.'))
  return isNumber && text !== '' && Number.isFinite(number) ? showValue(number) : text
}

/** Value as shown in a list: decimal comma, dd/mm/yyyy; empty for nothing. */
function showValue(value: ProvinceValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Number(value.toFixed(2))).replace('.', ',')
  return typeof value === 'string' ? value : formatDate(value.date)
}
