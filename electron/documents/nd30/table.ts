import { asElement } from '../pdf-a/tag-content.ts'
import type { PdfContent, PdfLayout, PdfTableCell } from '../render-pdf.ts'
import { endMark, rowMark } from '../table-marks.ts'
import { bindWords } from './bound-words.ts'
import { mm } from './measures.ts'
import { prose, type FitsLine } from './prose.ts'

export type TableColumn = {
  /** Millimetres, rules and padding included. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

export type TableText =
  | string
  | {
      readonly text: string
      readonly bold?: boolean
      readonly italics?: boolean
      /** Points, where it differs from the table's. */
      readonly size?: number
    }

/** A cell: one text, or paragraphs one under the other. */
export type TableEntry = TableText | readonly TableText[]

/** A head cell; `across` and `down` count the columns and rows that it covers. */
export type HeadCell = { readonly text: string; readonly across?: number; readonly down?: number }

/** A table as it is written, whatever it is laid out in; places of the head covered by a cell before them are null. */
export type TextTable = {
  readonly columns: readonly TableColumn[]
  /** One list a head row. */
  readonly head: readonly (readonly (HeadCell | null)[])[]
  readonly rows: readonly (readonly TableEntry[])[]
}

/** A column under one head, and what it says of a row; `place` counts the rows from 1. */
export type ColumnOf<Row> = TableColumn & {
  readonly head: string
  readonly text: (row: Row, place: number) => TableEntry
}

export function tableOf<Row>(columns: readonly ColumnOf<Row>[], rows: readonly Row[]): TextTable {
  return {
    columns,
    head: [columns.map(({ head }) => ({ text: head }))],
    rows: rows.map((row, index) => columns.map(({ text }) => text(row, index + 1))),
  }
}

type RuledTableInput = TextTable & {
  name: string
  size: number
  /** Points on the left and right of a cell's text. */
  padding?: number
  layout: PdfLayout
}

/**
 * A ruled table. Its head is repeated on every page, no row is split between pages, the head never stands without a
 * row, and its last row never stands alone on a page.
 * @param name unique in the document: how the layout finds its rows again.
 */
export function ruledTable(asked: RuledTableInput): PdfContent {
  const { name, columns, head, rows, size, padding = 3, layout } = asked
  const held = Math.min(layout.rowsHeldBack(name), rows.length - 1)
  const stretches = held > 0 ? [rows.slice(0, -held), rows.slice(-held)] : [rows]
  const widths = columns.map(({ width }) => mm(width) - 2 * padding - lineWidth)
  return asElement('Table', {
    stack: [
      ...stretches.map((stretch, index): PdfContent => ({
        table: {
          widths,
          headerRows: head.length,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          body: [
            ...head.map((cells) => cells.map((cell) => headCell(cell, size))),
            ...stretch.map((row) => bodyRow({ name, row, columns, widths, size, layout })),
          ],
        },
        layout: tableRules(padding),
        ...(index > 0 ? { pageBreak: 'before' } : {}),
      })),
      endMark(name),
    ],
  })
}

const lineWidth = 0.5

const tableRules = (padding: number) => ({
  hLineWidth: () => lineWidth,
  vLineWidth: () => lineWidth,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => 2,
  paddingBottom: () => 3,
})

const headCell = (cell: HeadCell | null, size: number): PdfTableCell =>
  cell === null
    ? {}
    : {
        text: bindWords(cell.text),
        bold: true,
        fontSize: size,
        alignment: 'center',
        colSpan: cell.across ?? 1,
        rowSpan: cell.down ?? 1,
        // The library sets a cell over several rows at their foot when asked for the middle.
        ...((cell.down ?? 1) > 1 ? { margin: [0, size * 0.7, 0, 0] } : { verticalAlignment: 'middle' }),
      }

type BodyRowInput = {
  name: string
  row: readonly TableEntry[]
  columns: readonly TableColumn[]
  /** Points of text. */
  widths: readonly number[]
  size: number
  layout: PdfLayout
}

const bodyRow = ({ name, row, columns, widths, size, layout }: BodyRowInput): PdfTableCell[] =>
  columns.map(({ align }, index) => {
    const entry = row[index] ?? ''
    const texts: readonly TableText[] = Array.isArray(entry) ? entry : [entry]
    return {
      stack: texts.map((text) => cellText({ text, align, size, width: widths[index] ?? 0, layout })),
      ...(index === 0 ? { style: rowMark(name) } : {}),
    }
  })

type CellTextInput = {
  text: TableText
  align: TableColumn['align']
  size: number
  width: number
  layout: PdfLayout
}

function cellText({ text, align, size, width, layout }: CellTextInput): PdfContent {
  const { size: own = size, ...run } = typeof text === 'string' ? { text } : text
  const fits: FitsLine = (word, { bold = false }) => layout.widthOf({ text: word.trimEnd(), size: own, bold }) <= width
  return { text: prose(run, fits), alignment: align, fontSize: own }
}
