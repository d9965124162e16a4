import { writePageLabel } from '../../../shared/domain/paper-ballots/page-label.ts'
import type { Box, Point } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { mm } from '../nd30/measures.ts'
import { qrCode } from '../qr-code.ts'
import type { BesideText, PageOf, PdfContent } from '../render-pdf.ts'
import type { BallotSheet } from './model.ts'

/** Side of a corner mark in millimetres. */
export const markSize = 4

/**
 * Centres of the corner marks in millimetres, clockwise from the upper left one: outside of the text and of what a stapler
 * or a puncher takes, inside of what printers reach.
 */
export const markCentres: readonly [Point, Point, Point, Point] = [
  { x: 12, y: 8 },
  { x: 203, y: 8 },
  { x: 203, y: 289 },
  { x: 12, y: 289 },
]

/** What a scanner finds a page and its places by: four corner marks, and in the left margin which page of what it is. */
export function pageMarks({ label }: BallotSheet, { page, pages }: PageOf): BesideText {
  const text = writePageLabel({ ...label, page, pages })
  const code = {
    stack: [qrCode(text, mm(codeBox.width))],
    absolutePosition: { x: mm(codeBox.left), y: mm(codeBox.top) },
  }
  return { common: cornerMarks(), own: { name: `label ${page}`, parts: [code] } }
}

/** Where the QR code stands, white from its left edge to that of the paper and from its right one to the text. */
export const codeBox: Box = { left: 4.5, top: 42, width: 12.5, height: 12.5 }

/** The upper left one is hollow: pages that were fed upside down or mirrored are told by it. */
const cornerMarks = (): readonly PdfContent[] =>
  markCentres.map(({ x, y }, index) => ({
    canvas: (index === 0 ? ringOf(markSize, markSize / 4) : [{ x: 0, y: 0, w: markSize, h: markSize }]).map((rect) => ({
      type: 'rect' as const,
      x: mm(rect.x),
      y: mm(rect.y),
      w: mm(rect.w),
      h: mm(rect.h),
      lineWidth: 0,
      color: 'black',
    })),
    absolutePosition: { x: mm(x - markSize / 2), y: mm(y - markSize / 2) },
  }))

function ringOf(side: number, line: number) {
  return [
    { x: 0, y: 0, w: side, h: line },
    { x: 0, y: side - line, w: side, h: line },
    { x: 0, y: line, w: line, h: side - 2 * line },
    { x: side - line, y: line, w: line, h: side - 2 * line },
  ]
}
