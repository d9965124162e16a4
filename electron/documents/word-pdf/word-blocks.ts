import type { ParagraphLook } from './word-look.ts'

/** A filled Word document as far as it is drawn. Lengths are points. */
export type WordSection = {
  readonly orientation: 'portrait' | 'landscape'
  readonly edges: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>
  readonly header: {
    /** From the upper edge of the paper. */
    readonly at: number
    /** Of the first page; as on the others where it is null. */
    readonly first: readonly WordBlock[] | null
    /** Of pages with an even number; as on the others where it is null. */
    readonly even: readonly WordBlock[] | null
    readonly others: readonly WordBlock[]
  }
  /** The number of its first page; null where it counts on from the section before it. */
  readonly firstNumber: number | null
  readonly blocks: readonly WordBlock[]
}

export type WordBlock = WordText | WordTable

/** A paragraph, or the part of one between two page breaks. */
export type WordText = {
  readonly kind: 'text'
  readonly look: ParagraphLook
  /** Tabs and line breaks stand in the texts, and `pageSign` where the page's number does. */
  readonly runs: readonly WordRun[]
  /** Of the mark at its end, which gives an empty paragraph its height. */
  readonly size: number
  readonly rules: readonly WordRule[]
}

export type WordRun = {
  readonly text: string
  readonly bold: boolean
  readonly italics: boolean
  readonly underline: boolean
  readonly size: number
}

/** A straight line beside a paragraph: from its upper left corner, or in the middle of its column. */
export type WordRule = {
  readonly x: number | 'center'
  readonly y: number
  readonly across: number
  readonly down: number
  readonly thick: number
}

export type WordTable = {
  readonly kind: 'table'
  readonly align: 'left' | 'center' | 'right'
  readonly indent: number
  /** Widths of the columns, borders and paddings among them. */
  readonly grid: readonly number[]
  readonly thick: number
  readonly rows: readonly WordRow[]
}

export type WordRow = {
  readonly isHead: boolean
  readonly mayBreak: boolean
  readonly height: number
  /** One an opening place of the grid; places that a cell above covers are left out. */
  readonly cells: readonly WordCell[]
}

export type WordCell = {
  /** The first column that it stands in. */
  readonly column: number
  readonly across: number
  readonly down: number
  readonly border: Readonly<Record<Side, boolean>>
  readonly padding: Readonly<Record<Side, number>>
  readonly vertical: 'top' | 'middle' | 'bottom'
  readonly blocks: readonly WordBlock[]
}

export type Side = 'left' | 'top' | 'right' | 'bottom'

/** Stands where the number of the page does. */
export const pageSign = '\ue000'
