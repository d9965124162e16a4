import type { PdfLayout } from '../render-pdf.ts'
import { bindWords } from './bound-words.ts'
import { mm } from './measures.ts'
import type { TableColumn, TableEntry, TableText, TextTable } from './table.ts'

type FitInput = TextTable & { readonly size: number; readonly padding: number; readonly layout: PdfLayout }

/**
 * The columns of a table at widths for what stands in them. Those asked for hold while no row is higher than three lines;
 * else each column is as narrow as its words allow, and what is left goes where the page becomes shorter by it; once nothing
 * breaks all become wider alike.
 */
export function fitColumns(given: Omit<FitInput, 'padding'>): readonly TableColumn[] {
  const asked = { ...given, padding: usualPadding }
  const { columns, rows, size, padding, layout } = asked
  const around = (2 * padding + 1) / mm(1)
  const fitted = columns.map((column, at): Fitted => {
    const cells = rows.map((row) => measureEntry(row[at] ?? '', size, layout))
    const linesAt = (width: number) => cells.map((cell) => heightOf(cell, mm(width - around)))
    const heads = headCells(asked, at)
    const headFits = (width: number) => highest(heads.map((cell) => heightOf(cell, mm(width - around)))) <= linesOfHead
    const from = around + narrowest({ cells, heads })
    const unbroken = sum(cells.map(({ paragraphs }) => paragraphs.length))
    return { column, unbroken, least: leastWidth({ from, to: longestWord * 2, fits: headFits }), linesAt }
  })
  const isLowEnough = fitted.every(({ column, linesAt }) => highest(linesAt(column.width)) <= linesToKeep)
  if (isLowEnough) return columns
  const total = sum(columns.map(({ width }) => width))
  const widths = fitted.map(({ least }) => least)
  const spare = total - sum(widths)
  return spare < 0 ? columns : shareOut({ fitted, widths, spare })
}

/** A column with the narrowest that it may be, in millimetres, and the lines of its cells at a width. */
type Fitted = {
  readonly column: TableColumn
  readonly least: number
  /** Lines of its cells altogether where no word goes to another line. */
  readonly unbroken: number
  readonly linesAt: (width: number) => readonly number[]
}

/** Points left and right of a cell's text, as `ruledTable` sets them. */
const usualPadding = 3

const linesToKeep = 3
const linesOfHead = 3
/** Millimetres. */
const step = 0.5

/** Widths in points of the words of each paragraph of a cell, and of a space. */
type Measured = { readonly paragraphs: readonly (readonly number[])[]; readonly space: number }

function measureEntry(entry: TableEntry, size: number, layout: PdfLayout): Measured {
  const texts: readonly TableText[] = Array.isArray(entry) ? entry : [entry]
  const paragraphs = texts.map((text) => {
    const { text: words, bold = false, size: own = size } = typeof text === 'string' ? { text } : text
    return bindWords(words)
      .split(' ')
      .map((word) => layout.widthOf({ text: word, size: own, bold }))
  })
  return { paragraphs, space: layout.widthOf({ text: ' ', size }) }
}

const heightOf = ({ paragraphs, space }: Measured, width: number): number =>
  sum(paragraphs.map((words) => linesOf(words, space, width)))

const highest = (lines: readonly number[]): number => lines.reduce((most, each) => Math.max(most, each), 0)

function linesOf(words: readonly number[], space: number, width: number): number {
  let lines = 1
  let used = 0
  for (const word of words) {
    if (used > 0 && used + space + word > width) {
      lines += 1
      used = word
    } else used += (used > 0 ? space : 0) + word
    if (word > width) lines += Math.ceil(word / width) - 1
  }
  return lines
}

/** The head of a column, but for what stands over several. */
function headCells({ head, size, layout }: FitInput, at: number): readonly Measured[] {
  return head.flatMap((row) => {
    const cell = row[at]
    if (cell === null || cell === undefined || (cell.across ?? 1) > 1) return []
    return [measureEntry({ text: cell.text, bold: true }, size, layout)]
  })
}

type NarrowestInput = {
  readonly cells: readonly Measured[]
  readonly heads: readonly Measured[]
}

/** Millimetres that the longest word of a column takes, and two or three words of a text. */
function narrowest({ cells, heads }: NarrowestInput): number {
  const paragraphs = cells.flatMap((cell) => cell.paragraphs.map((words) => ({ words, space: cell.space })))
  const words = paragraphs.flatMap((each) => each.words).filter((width) => width <= mm(longestWord))
  const whole = paragraphs.map((each) => sum(each.words) + (each.words.length - 1) * each.space)
  const readable = Math.min(highest(whole), mm(leastOfText))
  return Math.max(readable, highest(heads.flatMap((each) => each.paragraphs.flat())), highest(words)) / mm(1)
}

/** Millimetres: a longer word is broken. */
const longestWord = 30
const leastOfText = 19

type LeastWidthInput = { readonly from: number; readonly to: number; readonly fits: (width: number) => boolean }

function leastWidth({ from, to, fits }: LeastWidthInput): number {
  let [low, high] = [from, to]
  if (fits(low)) return low
  while (high - low > step) {
    const middle = (low + high) / 2
    if (fits(middle)) high = middle
    else low = middle
  }
  return high
}

type ShareOutInput = {
  readonly fitted: readonly Fitted[]
  readonly widths: readonly number[]
  readonly spare: number
}

/** Each part goes where it makes rows lower by most, high ones first, or else a text: a line that lowers no row counts for less. */
function shareOut({ fitted, widths, spare }: ShareOutInput): readonly TableColumn[] {
  const parts = widths.map(() => 0)
  const known = widths.map(() => new Map<number, readonly number[]>())
  const linesWith = (at: number, more: number): readonly number[] => {
    const lines = known[at]?.get(more) ?? fitted[at]?.linesAt((widths[at] ?? 0) + more * part) ?? []
    known[at]?.set(more, lines)
    return lines
  }
  const isWhole = (at: number, lines: readonly number[]) => sum(lines) === fitted[at]?.unbroken
  let left = Math.floor(spare / part)
  for (let best: Widening | null = null; left > 0; left -= best.by) {
    best = null
    const now = parts.map((more, at) => linesWith(at, more))
    for (const [at, lines] of now.entries()) {
      const others = now.toSpliced(at, 1)
      const beside = lines.map((_, row) => highest(others.map((other) => other[row] ?? 0)))
      if (isWhole(at, lines)) continue
      for (let by = 1; by <= left; by += 1) {
        const after = linesWith(at, (parts[at] ?? 0) + by)
        const gain = gainOf({ before: lines, after, beside }) / by
        if (gain > (best?.gain ?? 0)) best = { at, by, gain }
        if (isWhole(at, after)) break
      }
    }
    if (best === null) break
    parts[best.at] = (parts[best.at] ?? 0) + best.by
  }
  const given = widths.map((width, at) => width + (parts[at] ?? 0) * part)
  const wider = (sum(widths) + spare) / sum(given)
  return fitted.map(({ column }, at) => ({ ...column, width: (given[at] ?? column.width) * wider }))
}

type GainInput = {
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Of the highest other cell of each row. */
  readonly beside: readonly number[]
}

function gainOf({ before, after, beside }: GainInput): number {
  let gain = 0
  for (const [row, lines] of before.entries()) {
    const [count = 0, other = 0] = [after[row], beside[row]]
    if (count === lines) continue
    gain += costOf(Math.max(other, lines)) - costOf(Math.max(other, count)) + (lines - count) * ownLine
  }
  return gain
}

type Widening = { readonly at: number; readonly by: number; readonly gain: number }

/** Millimetres that are given at once. */
const part = 2
/** What a row of so many lines costs: a high one more than as many lines in several. */
const costOf = (lines: number): number => lines ** 1.5
/** What a line of a cell is worth that makes its row no lower, of one that does. */
const ownLine = 0.3

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
