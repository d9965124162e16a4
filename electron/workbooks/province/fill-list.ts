import type { ProvinceField, ProvinceRow } from '../../../shared/domain/session/province-fields.ts'
import { readArea } from '../xlsx/address.ts'
import { openStyles, type CellStyles } from '../xlsx/cell-styles.ts'
import { applyEdits } from '../xlsx/edit-xml.ts'
import type { ListGrowth } from '../xlsx/formula-references.ts'
import { growWorkbook } from '../xlsx/grow-workbook.ts'
import { rightmostDrawn } from '../xlsx/drawn-columns.ts'
import type { OpenWorkbook } from '../xlsx/open-workbook.ts'
import type { ReadSheet } from '../xlsx/read-xlsx.ts'
import { rowReferences, type RowReference } from '../xlsx/row-references.ts'
import { activeFilters, commentedCells } from '../xlsx/sheet-marks.ts'
import { savePackage } from '../xlsx/save-package.ts'
import { readSheetSource, type SheetSource } from '../xlsx/sheet-source.ts'
import { forgetStaleResults } from '../xlsx/stale-results.ts'
import { UnreadableWorkbook } from '../xlsx/unreadable-workbook.ts'
import { calculateOnOpening, forgetOrderOfCalculation, recountPivots } from '../xlsx/workbook-settings.ts'
import type { ListNote } from '../../../shared/api/province-list.ts'
import type { ListHead } from '../lists/find-head.ts'
import { listBlocks, type ListBlock } from './list-blocks.ts'
import { listRowEdits, type ListPart } from './list-row-edits.ts'
import { besideList, withoutSide } from './list-columns.ts'
import { listNotes } from './list-notes.ts'
import type { ListSheet } from '../lists/list-sheet.ts'
import {
  refuseAcrossSheets,
  refuseArrays,
  refuseCountedWords,
  refuseMerged,
  refuseSingleCells,
} from './list-refusals.ts'

type ListSource = {
  readonly workbook: OpenWorkbook
  readonly sheets: readonly ReadSheet[]
  readonly sheet: ListSheet
  readonly head: ListHead
  readonly stylesPath: string
  readonly styles: CellStyles
  readonly source: SheetSource
  readonly references: readonly RowReference[]
  readonly blocks: readonly ListBlock[]
}

type FieldsOfHead = (head: ListHead) => ReadonlyMap<number, ProvinceField>
type FoundList = Pick<ListSource, 'workbook' | 'sheets' | 'sheet' | 'head'>

/**
 * The list as the file has it, with the runs of rows that it keeps ready.
 * @param fieldsOf what each column holds, by the words of its heading alone
 */
export async function openList(list: FoundList, fieldsOf: FieldsOfHead): Promise<ListSource> {
  const { workbook, sheet } = list
  const stylesPath = workbook.relations.find(({ kind }) => kind === 'styles')?.target ?? ''
  const stylesXml = await workbook.parts.readText(stylesPath)
  if (stylesXml === undefined) throw new UnreadableWorkbook('damaged')
  const styles = openStyles(stylesXml)
  const source = readSheetSource(sheet.part.xml)
  const references = await rowReferences(workbook, sheet.part)
  const head = withoutSide({ sheet, source, styles, head: list.head, fields: fieldsOf(list.head) })
  const blocks = listBlocks({ sheet, source, styles, head, fields: fieldsOf(head), references })
  return { ...list, head, stylesPath, styles, source, references, blocks }
}

type FilledList = { readonly bytes: Uint8Array<ArrayBuffer>; readonly notes: readonly ListNote[] }

type RowsToFill = {
  readonly columns: ReadonlyMap<number, ProvinceField>
  /** Of each block, in the order of the blocks. */
  readonly byBlock: readonly (readonly ProvinceRow[])[]
}

/**
 * The workbook with the rows in its list. What the sheet keeps ready is filled; rows that lack come after, like its own,
 * and what stands below moves down with everything that refers to it. Other parts of the workbook stay byte for byte, but
 * for styles that are added, and results that are worked out anew when the file is opened.
 * @throws Refusal for what the list has that rows cannot be put into
 */
export async function fillList(list: ListSource, { columns, byBlock }: RowsToFill): Promise<FilledList> {
  const { workbook, sheets, sheet, head, styles, source, blocks, references } = list
  const { part } = sheet
  const growths = blocks.map((block, index): ListGrowth => {
    const count = Math.max(0, (byBlock[index]?.length ?? 0) - block.slots.length)
    return { sheet: part.name, listFrom: head.firstRow, at: block.at, count, moves: hasBelow(list, block.at) }
  })
  refuseMerged(list, columns)
  refuseCountedWords(list, growths)
  refuseSingleCells(list, growths)
  refuseAcrossSheets(references, growths)
  refuseArrays(references, growths)
  const changed = new Map<string, string | null>(await growWorkbook(workbook, part, growths))
  const grown = changed.get(part.path) ?? part.xml
  const grownSource = grown === part.xml ? source : readSheetSource(grown)
  const edits = listRowEdits({
    source: grownSource,
    styles,
    head,
    columns,
    parts: partsOf(list, byBlock, growths),
    merges: part.cells.merges,
    farthest: await rightmostDrawn(workbook, part),
    is1904: workbook.is1904,
  })
  changed.set(part.path, applyEdits(grown, edits))
  const addedStyles = styles.changedXml()
  if (addedStyles !== null) changed.set(list.stylesPath, addedStyles)

  if (sheets.some((each) => /<(?:[\w.-]+:)?f[\s>/]/.test(each.xml))) {
    changed.set(workbook.path, calculateOnOpening(changed.get(workbook.path) ?? workbook.xml))
  }
  forgetStaleResults(workbook, sheets, part, changed)
  await recountPivots(workbook, changed)
  if (growths.some(({ count, moves }) => count > 0 && moves)) await forgetOrderOfCalculation(workbook, changed)
  const { merges } = part.cells
  const counts = byBlock.map(({ length }) => length)
  return {
    bytes: await savePackage(workbook.parts, changed),
    notes: listNotes({
      blocks,
      references,
      merges,
      growths,
      counts,
      columns,
      beside: besideList(list),
      comments: (await commentedCells(workbook, part)).filter((cell) => (readArea(cell)?.left ?? 0) < head.sideFrom),
      filters: await activeFilters(workbook, part),
    }),
  }
}

/** Where the rows of each block stand once all have grown. */
function partsOf(
  { blocks }: ListSource,
  byBlock: readonly (readonly ProvinceRow[])[],
  growths: readonly ListGrowth[],
): readonly ListPart[] {
  let shift = 0
  let place = 0
  return blocks.map(({ slots, filled, at }, index) => {
    const rows = byBlock[index] ?? []
    const added = growths[index]?.count ?? 0
    // Rows below where a sum ended move down with what was put in there.
    const moved = (row: number): number => row + shift + (row >= at ? added : 0)
    const numbers = [...slots.map(moved), ...Array.from({ length: added }, (_, more) => at + shift + more)]
    const used = numbers.slice(0, rows.length)
    // Numbered as they stand in the list, whatever group each is in.
    const filledIn = rows.map((row, order) => ({
      number: used[order] ?? 0,
      isNew: order >= slots.length,
      row: { ...row, values: { ...row.values, place: place + order + 1 } },
    }))
    const part = {
      slots: slots.map(moved),
      rows: filledIn,
      cleared: filled.map(moved).filter((number) => !used.includes(number)),
      wasFilled: new Set(filled.map(moved)),
    }
    shift += added
    place += rows.length
    return part
  })
}

/** Whether anything stands from a row on that has to move down. */
function hasBelow({ sheet, source, references }: ListSource, at: number): boolean {
  const { merges } = sheet.part.cells
  if (['drawing', 'legacyDrawing'].some((name) => source.children.has(name))) return true
  const isFull = (row: number): boolean =>
    sheet.cellsIn(row).size > 0 ||
    [...(source.rows.get(row)?.cells.values() ?? [])].some(({ formula }) => formula !== null)
  return (
    [...source.rows.keys()].some((row) => row >= at && isFull(row)) ||
    merges.some(({ bottom }) => bottom >= at) ||
    references.some(({ spans }) => spans.some(({ first }) => first >= at))
  )
}
