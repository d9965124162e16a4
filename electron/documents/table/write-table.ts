import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { isIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import type { TableHead, TableRow } from '../../../shared/api/tables.ts'
import { writeXlsxFile } from '../../workbooks/xlsx/write-xlsx.ts'
import { longSheet, type SheetColumn } from '../render-xlsx.ts'

export type TableToWrite = {
  readonly head: TableHead
  /** A file with a row a line, as JSON. */
  readonly rowsAt: string
  /** Where the workbook goes. */
  readonly path: string
  readonly createdAt: Date
}

/**
 * Writes a workbook of one table, its title and notes above it. Days are dates, with their times, and figures are numbers, so that Excel
 * sorts, filters and counts them; every other text stays one, with the zeros that it begins with. Rows are read twice, once for
 * what the columns hold and once to be written: a table of any length takes the memory of a short one.
 *
 * @param breathe awaited every few hundred rows
 */
export async function writeTable(
  { head: { title, notes, heads }, rowsAt, path, createdAt }: TableToWrite,
  breathe: () => Promise<void>,
): Promise<void> {
  const measures = heads.map(() => emptyMeasure)
  for await (const row of rowsIn(rowsAt, breathe)) {
    for (const [place, before] of measures.entries()) measures[place] = measured(before, row[place] ?? null)
  }
  const wide = { from: 1, to: heads.length }
  const sheet = longSheet({
    sheetName:
      title
        .replace(/[\\/?*[\]:']/g, ' ')
        .slice(0, 31)
        .trim() || 'Bảng',
    above: [
      { cells: [{ ...wide, value: title, bold: true }] },
      ...notes.map((note) => ({ cells: [{ ...wide, value: note, italic: true, size: 12 }] })),
    ],
    columns: heads.map((head, place) => columnOf(head, measures[place] ?? emptyMeasure)),
    rows: rowsIn(rowsAt, breathe),
  })
  await writeXlsxFile(path, { title, createdAt, sheets: [sheet] })
}

/** How many rows are written between two breaths. */
const atOnce = 250

async function* rowsIn(path: string, breathe: () => Promise<void>): AsyncGenerator<readonly Value[]> {
  let count = 0
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    yield (JSON.parse(line) as TableRow).map(valueOf)
    count += 1
    if (count % atOnce === 0) await breathe()
  }
}

/** A day as screens show it, `21/10/2024` or `21/10/2024 08:05:12`, is that day, with its time. */
function valueOf(cell: string | number | null): Value {
  const [, day, month, year, time] = (typeof cell === 'string' && shownDay.exec(cell)) || []
  const date = `${year}-${month}-${day}`
  // Excel counts its days from 1900 on.
  return isIsoDate(date) && date >= '1901-01-01' ? { date, ...(time !== undefined && { time }) } : cell
}

const shownDay = /^(\d{2})\/(\d{2})\/(\d{4})(?: ((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?$/

type Value = string | number | Day | null

type Day = { readonly date: string; readonly time?: string }

/** What the cells of a column have been so far. */
type Measure = {
  /** Signs. */
  readonly longest: number
  readonly hasText: boolean
  readonly hasFigure: boolean
  readonly isWhole: boolean
  readonly areYears: boolean
}

const emptyMeasure: Measure = { longest: 0, hasText: false, hasFigure: false, isWhole: true, areYears: true }

function measured(before: Measure, cell: Value): Measure {
  const longest = Math.max(before.longest, lengthOf(cell))
  if (typeof cell === 'string') return { ...before, longest, hasText: true }
  if (typeof cell !== 'number') return { ...before, longest }
  return {
    ...before,
    longest,
    hasFigure: true,
    isWhole: before.isWhole && Number.isInteger(cell),
    areYears: before.areYears && cell >= 1900 && cell <= 2100,
  }
}

const lengthOf = (cell: Value): number =>
  cell !== null && typeof cell === 'object'
    ? `dd/mm/yyyy ${cell.time ?? ''}`.trimEnd().length
    : String(cell ?? '').length

/** As wide as its longest text, within what reads well. */
function columnOf(head: string, measure: Measure): SheetColumn {
  const words = head.split(' ').reduce((most, word) => Math.max(most, word.length), 0)
  return {
    head,
    width: Math.min(50, Math.max(6, words + 2, measure.longest + 2)),
    format: measure.hasText ? 'text' : formatOf(measure),
    align: measure.hasText ? 'left' : 'center',
  }
}

/** Thousands are parted, by a point where Excel is Vietnamese; years are not. */
function formatOf({ hasFigure, isWhole, areYears }: Measure): SheetColumn['format'] {
  if (!hasFigure) return 'date'
  if (!isWhole) return 'thousands-points'
  return areYears ? 'whole' : 'thousands'
}
