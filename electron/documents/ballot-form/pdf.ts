import type { PdfContent, PdfDocument, PdfLayout } from '../render-pdf.ts'
import { balanceLines } from '../nd30/lines.ts'
import { mm, nd30 } from '../nd30/measures.ts'
import { prose } from '../nd30/prose.ts'
import { qrCode } from '../qr-code.ts'
import type { BallotCriterion, BallotOption, BallotPart } from './form.ts'
import { partTotals, type BallotFact, type BallotFormsModel, type BallotSheet } from './model.ts'

/** A section a ballot: each begins on a page of its own, so that a pack can be handed out sheet by sheet. */
export const ballotFormsPdf = (model: BallotFormsModel): PdfDocument => ({
  title: model.title,
  isDraft: model.isDraft,
  sections: model.sheets.map((sheet) => ({
    orientation: 'portrait',
    mark: sheet.code,
    edges,
    content: (layout) => sheetPages({ sheet, layout }),
  })),
})

/**
 * The form is no administrative document, and its own edges and type put 32 criteria on four pages: two sheets of paper.
 * Millimetres and points.
 */
const edges = { top: 14, bottom: 12, left: 20, right: 12 }
const size = { title: 14, fact: 11.5, text: 10.5, note: 9.5, points: 11.5 }
const width = mm(nd30.page.width - edges.left - edges.right)
const pointsWidth = mm(12)
const starsWidth = mm(11)

const sheetPages = ({ sheet, layout }: { sheet: BallotSheet; layout: PdfLayout }): PdfContent[] => [
  sheetHead({ sheet, layout }),
  ...factLines({ sheet, layout }),
  ...(sheet.rejectedIf.length === 0
    ? []
    : [
        {
          text: prose([{ text: 'Hồ sơ bị loại khi: ', bold: true }, `${sheet.rejectedIf.join('; ')}.`]),
          fontSize: size.text,
        },
      ]),
  criteriaTable(sheet),
]

const sheetHead = ({ sheet, layout }: { sheet: BallotSheet; layout: PdfLayout }): PdfContent => {
  const codeWidth = mm(38)
  const bodyWidth = width - codeWidth - mm(4)
  const lines = sheet.issuingBody.flatMap((text) =>
    balanceLines({ text, size: 12, maxWidth: bodyWidth, widthOf: layout.widthOf }),
  )
  return {
    columns: [
      {
        width: bodyWidth,
        stack: [
          ...sheet.superiorBody.map((text): PdfContent => ({ text, fontSize: 12 })),
          ...lines.map((text): PdfContent => ({ text, fontSize: 12, bold: true })),
          { text: 'PHIẾU ĐÁNH GIÁ SẢN PHẨM OCOP', fontSize: size.title, bold: true, margin: [0, 10, 0, 0] },
          { text: sheet.occasion, fontSize: size.text, italics: true },
        ],
      },
      {
        width: codeWidth,
        stack: [
          ...(sheet.qrText === null
            ? []
            : [{ stack: [qrCode({ text: sheet.qrText, side: mm(20) })], margin: [mm(9), 0, 0, 3] as Edges }]),
          { text: `Mã phiếu: ${sheet.code}`, fontSize: size.text, bold: true, alignment: 'center' },
        ],
      },
    ],
    columnGap: mm(4),
    margin: [0, 0, 0, 6],
  }
}

type Edges = [number, number, number, number]

const factLines = ({ sheet, layout }: { sheet: BallotSheet; layout: PdfLayout }): PdfContent[] =>
  [[{ label: 'Bộ sản phẩm', value: sheet.setName }], ...sheet.facts].map((facts) => ({
    columns: facts.map((fact) => factText({ fact, room: width / facts.length - mm(4), layout })),
    margin: [0, 0, 0, 1.5] as Edges,
  }))

/** A blank is dotted over the room that it has. */
const factText = ({
  fact: { label, value },
  room,
  layout,
}: {
  fact: BallotFact
  room: number
  layout: PdfLayout
}): PdfContent => {
  if (value !== '') return { text: prose([`${label}: `, { text: value, bold: true }]), fontSize: size.fact }
  const widthOf = (text: string) => layout.widthOf({ text, size: size.fact })
  const dots = Math.floor((room - widthOf(`${label}: `)) / widthOf('.'))
  return { text: `${label}: ${'.'.repeat(dots)}`, fontSize: size.fact, noWrap: true, margin: [0, 0, 0, 4] }
}

/**
 * A row a criterion, held on one page; the head is repeated on every page. What closes the form is part of the last row,
 * so that boxes and signature never stand on a page without a criterion.
 */
const criteriaTable = (sheet: BallotSheet): PdfContent => {
  const rows = sheet.parts.flatMap(partRows)
  const closed = [...(rows.at(-1) ?? []), endRule(), ...closing(sheet)]
  return {
    table: {
      widths: [width],
      headerRows: 1,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      body: [
        [{ columns: [bold('CÁC TIÊU CHÍ'), bold('Thang điểm', 'right')] }],
        ...[...rows.slice(0, -1), closed].map((stack) => [{ stack }]),
      ],
    },
    layout: criteriaRules(rows.length),
    lineHeight: 1,
    margin: [0, 5, 0, 0],
  }
}

const endRule = (): PdfContent => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5 }],
  margin: [0, 1.5, 0, 4],
})

const criteriaRules = (rows: number) => ({
  hLineWidth: (index: number) => (index === rows + 1 ? 0 : 0.5),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 1,
  paddingBottom: () => 1.5,
})

/** A part's heading stays with its first criterion: both are one row. */
const partRows = (part: BallotPart): PdfContent[][] => {
  const rows = part.sections.flatMap(({ heading, max, criteria }) =>
    criteria.map((criterion, index) => [
      ...(index === 0 && heading !== ''
        ? [line({ left: [bold(heading)], points: [bold(String(max), 'center')] })]
        : []),
      ...criterionLines(criterion),
    ]),
  )
  return rows.map((lines, index) => [
    ...(index === 0 ? [line({ left: [bold(part.heading)], points: [bold(String(part.max), 'center')] })] : []),
    ...lines,
  ])
}

const criterionLines = (criterion: BallotCriterion): PdfContent[] => [
  ...(criterion.above === '' ? [] : [line({ left: [bold(criterion.above)], points: [] })]),
  line({
    left: [
      {
        text: prose([{ text: criterion.heading, bold: true }, ` (tối đa ${criterion.max} điểm)`]),
        fontSize: size.text,
      },
      ...criterion.notes.map((text): PdfContent => ({ text: prose(text), fontSize: size.note, italics: true })),
    ],
    points: criterion.none === null ? [] : [pointsToCircle({ points: 0, isCircled: criterion.none.isCircled })],
  }),
  ...criterion.options.flatMap(optionLines),
]

const optionLines = ({ above, label, points, stars, isCircled }: BallotOption): PdfContent[] => [
  ...(above === ''
    ? []
    : [{ text: prose(above), fontSize: size.text, italics: true, margin: [mm(4), 0, 0, 0] as Edges }]),
  line({
    left: [{ text: prose(label), fontSize: size.text, margin: [mm(4), 0, 0, 0] }],
    stars,
    points: [pointsToCircle({ points, isCircled })],
  }),
]

/** Text on the left, star marks, points at one place down the page. */
const line = ({
  left,
  stars = '',
  points,
}: {
  left: PdfContent[]
  stars?: string
  points: PdfContent[]
}): PdfContent => ({
  columns: [
    { width: width - starsWidth - pointsWidth, stack: left },
    { width: starsWidth, text: stars, fontSize: size.text, bold: true, alignment: 'right' },
    { width: pointsWidth, stack: points },
  ],
})

const bold = (text: string, alignment: 'left' | 'center' | 'right' = 'left'): PdfContent => ({
  text: prose(text),
  bold: true,
  fontSize: size.text,
  alignment,
})

/** Room enough for a pen's circle; a scored ballot has it drawn. */
const pointsToCircle = ({ points, isCircled }: { points: number; isCircled: boolean }): PdfContent => ({
  stack: [
    ...(isCircled ? [circle()] : []),
    { text: String(points), fontSize: size.points, bold: isCircled, alignment: 'center' },
  ],
})

const circle = (): PdfContent => ({
  canvas: [{ type: 'ellipse', x: 0, y: 0, r1: 7, r2: 7, lineWidth: 1.1 }],
  relativePosition: { x: pointsWidth / 2, y: 7.2 },
})

/** The note, the boxes of A, B, C and the sum, the member's opinion beside the signature. */
const closing = (sheet: BallotSheet): PdfContent[] => [
  { text: prose(sheet.note), fontSize: size.note, italics: true, margin: [0, 0, 0, 6] },
  totalBoxes(sheet),
  ...(isLong(sheet) ? [{ stack: opinion(sheet), fontSize: size.fact, margin: [0, 6, 0, 0] as Edges }] : []),
  {
    columns: [
      { width: mm(85), stack: isLong(sheet) ? [] : opinion(sheet), fontSize: size.fact },
      { width: '*', stack: signature(sheet), alignment: 'center', fontSize: size.fact },
    ],
    columnGap: mm(4),
    margin: [0, 6, 0, 0],
  },
]

/** More than stands in half the width beside the signature: it has the whole width above. */
const isLong = ({ opinion: paragraphs }: BallotSheet): boolean =>
  paragraphs.length > 5 || paragraphs.join(' ').length > 250

const opinion = ({ opinion: paragraphs }: BallotSheet): PdfContent[] => [
  { text: 'Ý kiến của người đánh giá:' },
  ...(paragraphs.length === 0 ? opinionLines() : paragraphs.map((text): PdfContent => ({ text: prose(text) }))),
]

const opinionLines = (): PdfContent[] =>
  Array.from({ length: 5 }, (): PdfContent => ({
    text: '.'.repeat(82),
    noWrap: true,
    lineHeight: 1.4,
    margin: [0, 2, 0, 0],
  }))

const signature = ({ placeAndDate, memberName }: BallotSheet): PdfContent[] => [
  { text: placeAndDate, italics: true, noWrap: true, preserveLeadingSpaces: true },
  { text: 'Người đánh giá', bold: true },
  { text: '(Ký và ghi rõ họ tên)', italics: true },
  { text: memberName, bold: true, margin: [0, 42, 0, 0] },
]

const totalBoxes = ({ parts, totals, max }: BallotSheet): PdfContent => {
  const boxes = [
    ...partTotals({ parts, totals }).map(({ code, max: most, points }) => ({
      head: `Phần ${code} (tối đa ${most})`,
      points,
    })),
    { head: `TỔNG CỘNG (tối đa ${max})`, points: totals === null ? '' : String(totals.total) },
  ]
  return {
    table: {
      widths: boxes.map(() => '*'),
      heights: ['auto', 24],
      body: [
        boxes.map(({ head }) => ({ text: head, bold: true, fontSize: size.note, alignment: 'center' as const })),
        boxes.map(({ points }) => ({
          text: points,
          bold: true,
          fontSize: 14,
          alignment: 'center' as const,
          margin: [0, 3, 0, 0] as Edges,
        })),
      ],
    },
    layout: { hLineWidth: () => 0.75, vLineWidth: () => 0.75 },
  }
}
