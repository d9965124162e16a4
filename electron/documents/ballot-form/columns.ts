import { mm, nd30 } from '../nd30/measures.ts'
import { asElement } from '../pdf-a/tag-content.ts'
import type { PdfContent, PdfTableCell } from '../render-pdf.ts'

/**
 * The form is no administrative document, and its own edges and type put 32 criteria on four pages: two sheets of paper.
 * Millimetres and points.
 */
export const edges = { top: 14, bottom: 12, left: 20, right: 12 }
export const size = { title: 14, fact: 11.5, text: 10.5, note: 9.5, points: 11.5 }
export const width = mm(nd30.page.width - edges.left - edges.right)
/**
 * Two places for figures beside each other, taken in turn down the form: a pen's circle around one stays clear of the next,
 * which stands a line lower.
 */
export const placeWidth = mm(9)
const starsWidth = mm(11)
const codeWidth = mm(38)
export const bodyWidth = width - codeWidth - mm(4)

/** Who asks for the ballot on the left, its code on the right. */
export function headColumns(left: PdfContent[], right: PdfContent[]): PdfContent {
  return {
    columns: [
      { width: bodyWidth, stack: left },
      { width: codeWidth, stack: right },
    ],
    columnGap: mm(4),
  }
}

type CriterionLineInput = {
  left: PdfContent[]
  stars?: string
  /** In the first place or the second; a heading's most points over both. */
  points: PdfContent[] | { readonly first: PdfContent[] } | { readonly second: PdfContent[] }
}

/** Text on the left, star marks, points at one of two places down the page. */
export function criterionLine({ left, stars = '', points }: CriterionLineInput): PdfContent {
  return {
    columns: [
      { width: width - starsWidth - 2 * placeWidth, stack: left },
      { width: starsWidth, text: stars, fontSize: size.text, bold: true, alignment: 'right' },
      ...('first' in points || 'second' in points
        ? [
            { width: placeWidth, stack: 'first' in points ? points.first : [] },
            { width: placeWidth, stack: 'second' in points ? points.second : [] },
          ]
        : [{ width: 2 * placeWidth, stack: points }]),
    ],
  }
}

/** The opinion on the left, the signature on the right. */
export function closingColumns(left: PdfContent[], right: PdfContent[]): PdfContent {
  return {
    columns: [
      { width: mm(85), stack: left, fontSize: size.fact },
      { width: '*', stack: right, alignment: 'center', fontSize: size.fact },
    ],
    columnGap: mm(4),
  }
}

/** Boxes of one width beside each other. */
export function boxTable(rows: PdfTableCell[][], heights: (number | 'auto')[]): PdfContent {
  return asElement('Table', {
    table: { widths: (rows[0] ?? []).map(() => '*'), heights, body: rows },
    layout: { hLineWidth: () => 0.75, vLineWidth: () => 0.75 },
  })
}
