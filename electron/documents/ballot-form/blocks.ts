import { mm } from '../nd30/measures.ts'
import { prose } from '../nd30/prose.ts'
import { placeBlock, type Frame, type OwnBlock } from '../own-blocks.ts'
import type { PdfContent, PdfLayout } from '../render-pdf.ts'
import { boxTable, closingColumns, criterionLine, headColumns, placeWidth, size, width } from './columns.ts'
import { listPoints, type BallotPoints } from './form.ts'
import { isLong, partTotals, type BallotFact, type BallotSheet } from './model.ts'

/** What differs between ballots of one form, in the places that `pdf.ts` gives it. */
export function ballotBlocks(sheet: BallotSheet, layout: PdfLayout): readonly OwnBlock[] {
  const blocks = [codeBlock(sheet), factsBlock(sheet, layout), signatureBlock(sheet)]
  if (!sheet.isFilled) return blocks
  return [...blocks, opinionBlock(sheet), ...totalBlocks(sheet), ...listPoints(sheet.parts).map(pointsBlock)]
}

/** A block that is a ballot's own once it is filled, and the same on all blank ones. */
export function placeFilled(sheet: BallotSheet, block: OwnBlock): PdfContent {
  return sheet.isFilled ? placeBlock(block) : { stack: [...block.parts] }
}

export function codeBlock({ code }: BallotSheet): OwnBlock {
  return {
    name: 'code',
    frame: inHead,
    parts: [{ text: `Mã phiếu: ${code}`, fontSize: size.text, bold: true, alignment: 'right' }],
  }
}

export function factsBlock(sheet: BallotSheet, layout: PdfLayout): OwnBlock {
  return {
    name: 'facts',
    parts: sheet.facts.map((facts) => factLine(facts, layout)),
  }
}

export function factLine(facts: readonly BallotFact[], layout: PdfLayout): PdfContent {
  return {
    columns: facts.map((fact) => factText({ fact, room: width / facts.length - mm(4), layout })),
    margin: [0, 0, 0, 1.5],
  }
}

type FactTextInput = {
  fact: BallotFact
  room: number
  layout: PdfLayout
}

/** A blank is dotted over the room that it has. */
function factText({ fact: { label, value }, room, layout }: FactTextInput): PdfContent {
  if (value !== '') return { text: prose([`${label}: `, { text: value, bold: true }]), fontSize: size.fact }
  const widthOf = (text: string) => layout.widthOf({ text, size: size.fact })
  const dots = Math.floor((room - widthOf(`${label}: `)) / widthOf('.'))
  return { text: `${label}: ${'.'.repeat(dots)}`, fontSize: size.fact, noWrap: true, margin: [0, 0, 0, 4] }
}

/** Everything in the table of criteria is set without extra space between lines. */
const inTable = (content: PdfContent): PdfContent => ({ columns: [{ width, stack: [content] }], lineHeight: 1 })
const inHead: Frame = (content) => headColumns([], [content])
const inOpinion: Frame = (content) => inTable(closingColumns([content], []))
const inLongOpinion: Frame = (content) => inTable({ stack: [content], fontSize: size.fact })
const inSignature: Frame = (content) => inTable(closingColumns([], [content]))
const inBoxes: readonly Frame[] = ['A', 'B', 'C', 'sum'].map(
  (box, _, boxes) => (content) => inTable(boxTable([boxes.map((other) => (other === box ? content : ''))], [24])),
)
const inFirst: Frame = (content) => inTable(criterionLine({ left: [], points: { first: [content] } }))
const inSecond: Frame = (content) => inTable(criterionLine({ left: [], points: { second: [content] } }))

/** Points between the words above a signature and the name below it. */
export const signatureRoom = 42

export function signatureBlock({ placeAndDate, memberName }: BallotSheet): OwnBlock {
  return {
    name: 'signature',
    row: 'closing',
    frame: inSignature,
    parts: [
      {
        stack: [
          { text: placeAndDate, italics: true, noWrap: true, preserveLeadingSpaces: true },
          { text: 'Người đánh giá', bold: true },
          { text: '(Ký và ghi rõ họ tên)', italics: true },
          { text: memberName, bold: true, margin: [0, signatureRoom, 0, 0] },
        ],
      },
    ],
  }
}

export function opinionBlock(sheet: BallotSheet): OwnBlock {
  return {
    name: 'opinion',
    row: isLong(sheet) ? 'opinion' : 'closing',
    frame: isLong(sheet) ? inLongOpinion : inOpinion,
    parts: [
      {
        stack: [
          { text: 'Ý kiến của người đánh giá:' },
          ...(sheet.opinion.length === 0
            ? opinionLines()
            : sheet.opinion.map((text): PdfContent => ({ text: prose(text) }))),
        ],
      },
    ],
  }
}

const opinionLines = (): PdfContent[] =>
  Array.from({ length: 5 }, (): PdfContent => ({
    text: '.'.repeat(82),
    noWrap: true,
    lineHeight: 1.4,
    margin: [0, 2, 0, 0],
  }))

/** The points of the parts, then the sum. */
export function totalBlocks({ parts, totals }: Pick<BallotSheet, 'parts' | 'totals'>): readonly OwnBlock[] {
  return [
    ...partTotals({ parts, totals }).map(({ points }) => points),
    totals === null ? '' : String(totals.total),
  ].map((text, index) => ({
    name: `total ${index}`,
    frame: inBoxes[index] ?? inTable,
    parts: [{ text, bold: true, fontSize: 14, alignment: 'center', margin: [0, 3, 0, 0] }],
  }))
}

/** Room enough for a pen's circle; a scored ballot has it drawn. */
export function pointsBlock({ place, points, isCircled, isSecond }: BallotPoints): OwnBlock {
  return {
    name: `points ${place}`,
    frame: isSecond ? inSecond : inFirst,
    parts: [
      {
        stack: [
          ...(isCircled ? [circle()] : []),
          { text: String(points), fontSize: size.points, bold: isCircled, alignment: 'center' },
        ],
      },
    ],
  }
}

const circle = (): PdfContent => ({
  canvas: [{ type: 'ellipse', x: 0, y: 0, r1: 7, r2: 7, lineWidth: 1.1 }],
  relativePosition: { x: placeWidth / 2, y: 7.2 },
})
