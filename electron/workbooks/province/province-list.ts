import type { ListNote, ProvinceColumn, ProvinceComparison, ProvinceLayout } from '../../../shared/api/province-list.ts'
import type { ProvinceField, ProvinceRow } from '../../../shared/domain/session/province-fields.ts'
import { openWorkbook } from '../xlsx/open-workbook.ts'
import { readSheets, sheetPlace } from '../xlsx/read-xlsx.ts'
import { atPlace } from '../xlsx/unreadable-workbook.ts'
import { compareList } from './compare-list.ts'
import { fillList, openList } from './fill-list.ts'
import type { ListBlock } from './list-blocks.ts'
import { shareRows } from './share-rows.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { findActive } from './find-active.ts'
import { findHead, type ListHead } from '../lists/find-head.ts'
import { listSheet, type ListSheet } from '../lists/list-sheet.ts'
import { headKey, proposeFields } from '../../../shared/domain/columns/propose-fields.ts'
import { provinceHeadings } from './province-headings.ts'

/** Fields chosen before, by the folded words of their headings. */
export type RememberedColumns = ReadonlyMap<string, ProvinceField | null>

type ListFile = { readonly bytes: Uint8Array; readonly remembered: RememberedColumns }

export type FilledProvinceWorkbook = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly choices: RememberedColumns
  /** What it changes besides, or may mislead in. */
  readonly notes: readonly ListNote[]
  /** Rows that stood in the list before and are gone. */
  readonly cleared: number
}

/**
 * Where a province's workbook has its list and what each column may hold; null where no sheet has a head.
 * @throws UnreadableWorkbook
 */
export async function readProvinceLayout(file: ListFile): Promise<ProvinceLayout | null> {
  const found = await findList(file, null)
  if (found === null) return null
  const list = await openList(found, headFields)
  const { blocks } = list
  return {
    sheet: list.sheet.part.name,
    headRow: list.head.bottom,
    filledRows: countFilled(blocks),
    groups: blocks.flatMap(({ titleRow, title, outer }) =>
      titleRow === null ? [] : [{ row: titleRow, title: [...outer, title].join(' – ') }],
    ),
    columns: columnsOf(list.head, file.remembered),
    active: await findActive(list.workbook, list.sheets),
  }
}

type ListColumn = { readonly column: number; readonly field: ProvinceField | null }

/**
 * The workbook with the rows in its list, and the choice of columns to remember; null without a head. Every part of the
 * workbook that the rows do not concern has the bytes that it had.
 * @throws UnreadableWorkbook
 * @throws Refusal `list-groups`, `list-merged`, `list-adds-cells`, `list-across-sheets`, `list-array`, `list-rows`: what the list has that rows cannot be put into
 */
export async function fillProvinceWorkbook(
  file: ListFile,
  { rows, columns, restAt }: ListToFill,
): Promise<FilledProvinceWorkbook | null> {
  const found = await findList(file, null)
  if (found === null) return null
  const list = await openList(found, headFields)
  const { heads } = list.head
  const known = columns.filter(({ column }) => heads.has(column))
  const { byBlock, lost } = shareRows(list.blocks, rows, restAt)
  if (lost.length > 0) throw new Refusal('list-groups', { products: lost.map(({ code }) => code).join(', ') })
  const filled = await fillList(list, { columns: fieldsOf(known), byBlock })
  const choices = new Map(known.map(({ column, field }) => [headKey(heads.get(column) ?? ''), field]))
  choices.delete('')
  return { ...filled, choices, cleared: countFilled(list.blocks) }
}

export type ListToFill = {
  readonly rows: readonly ProvinceRow[]
  readonly columns: readonly ListColumn[]
  /** The row of the group for products that no group names. */
  readonly restAt: number | null
}

/** What a returned workbook says otherwise than the rows; null without a head. @throws UnreadableWorkbook */
export async function compareProvinceWorkbook(
  file: ListFile,
  { rows, printed }: { readonly rows: readonly ProvinceRow[]; readonly printed: (text: string) => string },
): Promise<ProvinceComparison | null> {
  const list = await findList(file, new Set(rows.map(({ id }) => id)))
  if (list === null) return null
  return compareList({ ...list, columns: fieldsOf(columnsOf(list.head, file.remembered)), rows, printed })
}

const fieldsOf = (columns: readonly ListColumn[]): ReadonlyMap<number, ProvinceField> =>
  new Map(columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])))

/**
 * The sheet whose head says the most fields; a hidden one only where no other has a head. Of several that say as many: one
 * without products yet, then the one that was looked at.
 * @param ids those that a list bears which came back: the sheet with the most of them
 */
async function findList({ bytes, remembered }: ListFile, ids: ReadonlySet<string> | null) {
  const known = { headings: provinceHeadings, remembered }
  const workbook = await openWorkbook(bytes)
  const sheets = await readSheets(workbook)
  const found = sheets.flatMap((part) => {
    const sheet = atPlace(sheetPlace(part.name), () => listSheet(part))
    const head = findHead(sheet, known)
    if (head === null) return []
    const fields = proposeFields([...head.heads.values()], known).filter(({ field }) => field !== null)
    const ours = ids === null ? 0 : countIds(sheet, head, ids) * 2000
    return [{ workbook, sheets, sheet, head, rank: fields.length + (part.isHidden ? 0 : 1000) + ours }]
  })
  const most = Math.max(...found.map(({ rank }) => rank))
  const best = found.filter(({ rank }) => rank === most)
  if (best.length < 2 || ids !== null) return best[0] ?? null
  const ranked = []
  for (const list of best) {
    const hasProducts = countFilled((await openList(list, headFields)).blocks) > 0
    ranked.push({ list, rank: (hasProducts ? 0 : 2) + (list.sheet.part.name === workbook.activeSheet ? 1 : 0) })
  }
  return ranked.toSorted((a, b) => b.rank - a.rank)[0]?.list ?? null
}

const countIds = (sheet: ListSheet, { idColumn }: ListHead, ids: ReadonlySet<string>): number =>
  idColumn === null
    ? 0
    : sheet.part.cells.rows.filter(({ number }) => ids.has(sheet.cellsIn(number).get(idColumn)?.text ?? '')).length

/** By what the headings say themselves, whatever was chosen for them. */
const headFields = (head: ListHead): ReadonlyMap<number, ProvinceField> => fieldsOf(columnsOf(head, new Map()))

const countFilled = (blocks: readonly ListBlock[]): number => blocks.reduce((sum, { filled }) => sum + filled.length, 0)

function columnsOf({ heads }: ListHead, remembered: RememberedColumns): readonly ProvinceColumn[] {
  const columns = [...heads]
  const proposals = proposeFields(
    columns.map(([, text]) => text),
    { headings: provinceHeadings, remembered },
  )
  return columns.map(([column, text], index) => ({
    column,
    head: text,
    field: proposals[index]?.field ?? null,
    source: proposals[index]?.source ?? 'none',
  }))
}
