import type { ProvinceField, ProvinceRow } from '../../../shared/domain/session/province-fields.ts'
import { openStyles } from '../xlsx/cell-styles.ts'
import { applyEdits } from '../xlsx/edit-xml.ts'
import { growWorkbook } from '../xlsx/grow-workbook.ts'
import type { OpenWorkbook } from '../xlsx/open-workbook.ts'
import type { ReadSheet } from '../xlsx/read-xlsx.ts'
import { savePackage } from '../xlsx/save-package.ts'
import { readSheetSource } from '../xlsx/sheet-source.ts'
import { UnreadableWorkbook } from '../xlsx/unreadable-workbook.ts'
import { calculateOnOpening, forgetOrderOfCalculation } from '../xlsx/workbook-settings.ts'
import type { ListHead } from './find-head.ts'
import { listArea } from './list-area.ts'
import { listRowEdits } from './list-row-edits.ts'
import type { ListSheet } from './list-sheet.ts'

type FillListInput = {
  readonly workbook: OpenWorkbook
  readonly sheets: readonly ReadSheet[]
  readonly sheet: ListSheet
  readonly head: ListHead
  readonly columns: ReadonlyMap<number, ProvinceField>
  readonly rows: readonly ProvinceRow[]
  /** Rows of the list that are cleared first. */
  readonly filled: number
}

/**
 * The workbook with the rows under the head of its list. What the sheet keeps ready is filled; rows that lack come after,
 * like its first one, and what stands below moves down with everything that refers to it. Other parts of the workbook
 * stay byte for byte, but for styles that are added, and results that are worked out anew when the file is opened.
 */
export async function fillList(list: FillListInput): Promise<Uint8Array<ArrayBuffer>> {
  const { workbook, sheets, sheet, head, columns, rows, filled } = list
  const { part } = sheet
  const stylesPath = workbook.relations.find(({ kind }) => kind === 'styles')?.target ?? ''
  const stylesXml = await workbook.parts.readText(stylesPath)
  if (stylesXml === undefined) throw new UnreadableWorkbook('damaged')
  const styles = openStyles(stylesXml)
  const source = readSheetSource(part.xml)
  const area = listArea({ sheet, source, styles, head, columns: [...columns.keys()], filled })
  const growth = {
    sheet: part.name,
    listFrom: head.firstRow,
    at: head.firstRow + area.rows,
    count: rows.length - area.rows,
    moves: area.hasFoot,
  }
  const changed = new Map<string, string | null>(await growWorkbook(workbook, part, growth))
  const grown = changed.get(part.path) ?? part.xml
  const grownSource = grown === part.xml ? source : readSheetSource(grown)
  const { is1904 } = workbook
  const edits = listRowEdits({ source: grownSource, styles, head, prepared: area.rows, filled, columns, rows, is1904 })
  changed.set(part.path, applyEdits(grown, edits))
  const addedStyles = styles.changedXml()
  if (addedStyles !== null) changed.set(stylesPath, addedStyles)

  if (sheets.some((each) => /<(?:[\w.-]+:)?f[\s>/]/.test(each.xml))) {
    changed.set(workbook.path, calculateOnOpening(changed.get(workbook.path) ?? workbook.xml))
  }
  if (growth.count > 0 && growth.moves) await forgetOrderOfCalculation(workbook, changed)
  return savePackage(workbook.parts, changed)
}
