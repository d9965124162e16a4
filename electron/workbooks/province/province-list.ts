import type { Workbook, Worksheet } from 'exceljs'
import type { ProvinceComparison, ProvinceLayout } from '../../../shared/api/province-list.ts'
import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { compareList } from './compare-list.ts'
import { fillList } from './fill-list.ts'
import { findHead, type ListHead } from './find-head.ts'
import { listRows } from './list-values.ts'
import { openWorkbook } from './open-workbook.ts'
import { headKey, proposeFields } from './propose-fields.ts'

/** Fields chosen before, by the folded words of their headings. */
export type RememberedColumns = ReadonlyMap<string, ProvinceField | null>

type ListFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly remembered: RememberedColumns }

/**
 * Where a province's workbook has its list and what each column may hold; null where no sheet has a head.
 * @throws UnreadableWorkbook
 */
export async function readProvinceLayout(file: ListFile): Promise<ProvinceLayout | null> {
  const list = findList(await openWorkbook(file.bytes), file.remembered)
  return list === null ? null : layoutOf(list, file.remembered)
}

/**
 * The workbook with the referred products in its list, and the choice of columns to remember; null without a head.
 * @throws UnreadableWorkbook
 */
export async function fillProvinceWorkbook({
  record,
  columns,
  ...file
}: ListFile & {
  readonly record: SessionRecord
  readonly columns: readonly { readonly column: number; readonly field: ProvinceField | null }[]
}): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly choices: RememberedColumns } | null> {
  const workbook = await openWorkbook(file.bytes)
  const list = findList(workbook, file.remembered)
  if (list === null) return null
  const { sheet, head } = list
  const known = columns.filter(({ column }) => head.heads.has(column))
  const chosen = new Map(known.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])))
  fillList({ workbook, sheet, head, columns: chosen, rows: listRows(record), sessionId: record.session.id })
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  const choices = new Map(known.map(({ column, field }) => [headKey(head.heads.get(column) ?? ''), field]))
  choices.delete('')
  return { bytes, choices }
}

/** What a returned workbook says otherwise than the record; null without a head. @throws UnreadableWorkbook */
export async function compareProvinceWorkbook({
  record,
  ...file
}: ListFile & { readonly record: SessionRecord }): Promise<ProvinceComparison | null> {
  const list = findList(await openWorkbook(file.bytes), file.remembered)
  if (list === null) return null
  const { columns } = layoutOf(list, file.remembered)
  const fields = columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const]))
  return compareList({ ...list, columns: new Map(fields), rows: listRows(record), sessionId: record.session.id })
}

type FoundList = { readonly sheet: Worksheet; readonly head: ListHead }

/** The sheet whose head says the most fields; a hidden one only where no other has a head. */
function findList(workbook: Workbook, remembered: RememberedColumns): FoundList | null {
  const found = workbook.worksheets.flatMap((sheet) => {
    const head = findHead(sheet, remembered)
    if (head === null) return []
    const fields = proposeFields([...head.heads.values()], remembered).filter(({ field }) => field !== null)
    return [{ sheet, head, rank: fields.length + (sheet.state === 'visible' ? 1000 : 0) }]
  })
  return found.toSorted((a, b) => b.rank - a.rank)[0] ?? null
}

function layoutOf(list: FoundList, remembered: RememberedColumns): ProvinceLayout {
  const { sheet, head } = list
  const columns = [...head.heads]
  const proposals = proposeFields(
    columns.map(([, text]) => text),
    remembered,
  )
  return {
    sheet: sheet.name,
    headRow: head.bottom,
    columns: columns.map(([column, text], index) => ({
      column,
      head: text,
      field: proposals[index]?.field ?? null,
      source: proposals[index]?.source ?? 'none',
    })),
  }
}
