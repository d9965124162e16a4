import type { TableToWrite } from '../../../shared/api/tables.ts'
import { renderXlsx, type SheetColumn } from '../render-xlsx.ts'

/** The bytes of a workbook of one table, its title and notes above it. */
export function renderTable(
  { title, notes, heads, rows }: TableToWrite,
  createdAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const wide = { from: 1, to: heads.length }
  const document = {
    title,
    isDraft: false,
    sheetName:
      title
        .replace(/[\\/?*[\]:']/g, ' ')
        .slice(0, 31)
        .trim() || 'Bảng',
    above: [
      { cells: [{ ...wide, value: title, bold: true }] },
      ...notes.map((note) => ({ cells: [{ ...wide, value: note, italic: true, size: 12 }] })),
    ],
    columns: heads.map((head, place) =>
      columnOf(
        head,
        rows.map((row) => row[place] ?? null),
      ),
    ),
    rows,
    below: [],
  }
  return renderXlsx(document, { foot: '', createdAt })
}

/** As wide as its longest text, within what reads well. */
function columnOf(head: string, cells: readonly (string | number | null)[]): SheetColumn {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, String(cell ?? '').length), 0)
  const words = head.split(' ').reduce((most, word) => Math.max(most, word.length), 0)
  const isText = cells.some((cell) => typeof cell === 'string')
  const isWhole = cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell))
  return {
    head,
    width: Math.min(50, Math.max(6, words + 2, longest + 2)),
    format: isText ? 'text' : isWhole ? 'whole' : 'points',
    align: isText ? 'left' : 'center',
  }
}
