import { columnLetter } from '../../../shared/domain/column-letter.ts'
import type { OldTextChoice } from '../../../shared/api/workbook.ts'
import { normaliseInput } from '../../../shared/domain/vietnamese/normalise-input.ts'
import type { Cell, PlainSheet } from '../xlsx/plain-sheet.ts'
import type { Findings } from './findings.ts'

/**
 * A sheet with its texts in an old encoding as a person chose them; each is said with its place and what it would be in
 * Unicode. Without a choice each is a fault: printed as they are, they would be no names.
 */
export function settleOldTexts(
  sheet: PlainSheet,
  { findings, choice }: { readonly findings: Findings; readonly choice: OldTextChoice | null },
): PlainSheet {
  const rows = sheet.rows.map(({ number, cells }) => {
    const settled = new Map<number, Cell>(cells)
    for (const [column, cell] of cells) {
      if (cell.kind !== 'text' || cell.old === undefined) continue
      const { encoding, unicode } = cell.old
      const spot = findings.at({ sheet: sheet.name, row: number, column: columnLetter(column) }, cell)
      const proposal = `Unicode: “${normaliseInput(unicode)}”`
      if (choice === null) spot.fault(`Chữ theo bảng mã cũ ${encoding}, không in được đúng`, proposal)
      else if (choice === 'keep') spot.notice(`Giữ nguyên chữ theo bảng mã cũ ${encoding}`, proposal)
      else {
        spot.notice(`Đã đổi từ bảng mã cũ ${encoding} sang ${proposal}`)
        settled.set(column, { kind: 'text', text: normaliseInput(unicode), isMerged: cell.isMerged })
      }
    }
    return { number, cells: settled }
  })
  return { ...sheet, rows }
}

/** Texts in an old encoding. */
export function countOldTexts(sheets: Readonly<Record<string, PlainSheet>>): number {
  const cells = Object.values(sheets).flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]))
  return cells.filter((cell) => cell.kind === 'text' && cell.old !== undefined).length
}
