import { isIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import type { TableToWrite } from '../../../shared/api/tables.ts'
import { renderXlsx, type SheetColumn } from '../render-xlsx.ts'

/**
 * The bytes of a workbook of one table, its title and notes above it. Days are dates and figures are numbers, so that Excel
 * sorts, filters and counts them; every other text stays one, with the zeros that it begins with.
 */
export function renderTable(
  { title, notes, heads, rows }: TableToWrite,
  createdAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const cells = rows.map((row) => row.map(valueOf))
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
        cells.map((row) => row[place] ?? null),
      ),
    ),
    rows: cells,
    below: [],
  }
  return renderXlsx(document, { foot: '', createdAt })
}

/** A day as screens show it, `21/10/2024`, is that day. */
function valueOf(cell: string | number | null): Value {
  const [, day, month, year] = (typeof cell === 'string' && /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell)) || []
  const date = `${year}-${month}-${day}`
  // Excel counts its days from 1900 on.
  return isIsoDate(date) && date >= '1901-01-01' ? { date } : cell
}

type Value = string | number | { readonly date: string } | null

/** As wide as its longest text, within what reads well. */
function columnOf(head: string, cells: readonly Value[]): SheetColumn {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, lengthOf(cell)), 0)
  const words = head.split(' ').reduce((most, word) => Math.max(most, word.length), 0)
  const isText = cells.some((cell) => typeof cell === 'string')
  return {
    head,
    width: Math.min(50, Math.max(6, words + 2, longest + 2)),
    format: isText ? 'text' : formatOf(cells),
    align: isText ? 'left' : 'center',
  }
}

const lengthOf = (cell: Value): number =>
  cell !== null && typeof cell === 'object' ? 'dd/mm/yyyy'.length : String(cell ?? '').length

/** Thousands are parted, by a point where Excel is Vietnamese; years are not. */
function formatOf(cells: readonly Value[]): SheetColumn['format'] {
  const figures = cells.filter((cell) => typeof cell === 'number')
  if (figures.length === 0) return 'date'
  if (!figures.every((figure) => Number.isInteger(figure))) return 'thousands-points'
  return figures.every((figure) => figure >= 1900 && figure <= 2100) ? 'whole' : 'thousands'
}
