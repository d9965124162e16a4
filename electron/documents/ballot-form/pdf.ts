import { balanceLines } from '../nd30/lines.ts'
import { mm } from '../nd30/measures.ts'
import { prose } from '../nd30/prose.ts'
import { asElement } from '../pdf-a/tag-content.ts'
import { placeBlock } from '../own-blocks.ts'
import type { PdfContent, PdfDocument, PdfLayout, PdfSection } from '../render-pdf.ts'
import {
  ballotBlocks,
  codeBlock,
  factLine,
  factsBlock,
  opinionBlock,
  placeFilled,
  pointsBlock,
  signatureBlock,
  totalBlocks,
} from './blocks.ts'
import { bodyWidth, boxTable, closingColumns, criterionLine, edges, headColumns, size, width } from './columns.ts'
import type { BallotCriterion, BallotOption, BallotPart, BallotPoints } from './form.ts'
import { pageMarks } from './page-marks.ts'
import { isLong, partTotals, type BallotFormsModel, type BallotSheet } from './model.ts'

/**
 * A section a ballot: each begins on a page of its own, so that a pack can be handed out sheet by sheet. Ballots of one
 * form share its pages.
 */
export function ballotFormsPdf(model: BallotFormsModel): PdfDocument {
  return {
    title: model.title,
    isDraft: model.isDraft,
    sections: model.sheets.map(ballotSection),
  }
}

/** The pages of one ballot. */
export function ballotSection(sheet: BallotSheet): PdfSection {
  return {
    orientation: 'portrait',
    isOwnPaper: true,
    mark: sheet.code,
    edges,
    beside: (at) => pageMarks(sheet, at),
    content: (layout) => sheetPages(sheet, layout),
    form: {
      key: JSON.stringify([sheet.form, sheet.isFilled, isLong(sheet)]),
      blocks: (layout) => ballotBlocks(sheet, layout),
    },
  }
}

const sheetPages = (sheet: BallotSheet, layout: PdfLayout): PdfContent[] => [
  sheetHead(sheet, layout),
  factLine([{ label: 'Bộ sản phẩm', value: sheet.setName }], layout),
  placeBlock(factsBlock(sheet, layout)),
  ...(sheet.rejectedIf.length === 0
    ? []
    : [
        {
          text: prose([{ text: 'Hồ sơ bị loại khi: ', bold: true }, `${sheet.rejectedIf.join('; ')}.`]),
          fontSize: size.text,
        },
      ]),
  { text: prose([{ text: 'Cách ghi: ', bold: true }, howToMark]), fontSize: size.text },
  criteriaTable(sheet),
]

/** Said before the first criterion, as of the votes that are counted by hand: what a mark is, and how one is taken back. */
const howToMark =
  'khoanh tròn một điểm cho mỗi tiêu chí, không đạt mức nào thì khoanh số 0. Muốn sửa: gạch bỏ điểm đã khoanh rồi khoanh điểm khác. ' +
  'Không viết lên ô vuông ở góc giấy và mã ở lề.'

function sheetHead(sheet: BallotSheet, layout: PdfLayout): PdfContent {
  const lines = sheet.issuingBody.flatMap((text) =>
    balanceLines({ text, size: 12, maxWidth: bodyWidth, widthOf: layout.widthOf }),
  )
  const left: PdfContent[] = [
    ...sheet.superiorBody.map((text): PdfContent => ({ text, fontSize: 12 })),
    ...lines.map((text): PdfContent => ({ text, fontSize: 12, bold: true })),
    asElement('H1', {
      text: 'PHIẾU ĐÁNH GIÁ SẢN PHẨM OCOP',
      fontSize: size.title,
      bold: true,
      margin: [0, 10, 0, 0],
    }),
    { text: sheet.occasion, fontSize: size.text, italics: true },
  ]
  return { stack: [headColumns(left, [placeBlock(codeBlock(sheet))])], margin: [0, 0, 0, 6] }
}

/**
 * A row a criterion, held on one page; the head is repeated on every page. What closes the form is part of the last row,
 * so that boxes and signature never stand on a page without a criterion.
 */
function criteriaTable(sheet: BallotSheet): PdfContent {
  const rows = sheet.parts.flatMap((part) => partRows({ sheet, part }))
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

type OnSheet<Name extends string, Piece> = { readonly sheet: BallotSheet } & Readonly<Record<Name, Piece>>

/** A part's heading stays with its first criterion: both are one row. */
function partRows({ sheet, part }: OnSheet<'part', BallotPart>): PdfContent[][] {
  const rows = part.sections.flatMap(({ heading, max, criteria }) =>
    criteria.map((criterion, index) => [
      ...(index === 0 && heading !== '' ? [headingLine({ heading, max })] : []),
      ...criterionLines({ sheet, criterion }),
    ]),
  )
  return rows.map((lines, index) => [...(index === 0 ? [headingLine(part)] : []), ...lines])
}

const headingLine = ({ heading, max }: { heading: string; max: number }): PdfContent =>
  asElement('H2', criterionLine({ left: [bold(heading)], points: [bold(String(max), 'center')] }))

const criterionLines = ({ sheet, criterion }: OnSheet<'criterion', BallotCriterion>): PdfContent[] => [
  ...(criterion.above === '' ? [] : [criterionLine({ left: [bold(criterion.above)], points: [] })]),
  criterionLine({
    left: [
      asElement('H3', {
        text: prose([{ text: criterion.heading, bold: true }, ` (tối đa ${criterion.max} điểm)`]),
        fontSize: size.text,
      }),
      ...criterion.notes.map((text): PdfContent => ({ text: prose(text), fontSize: size.note, italics: true })),
    ],
    points: criterion.none === null ? [] : pointsToCircle({ sheet, points: criterion.none }),
  }),
  ...criterion.options.flatMap((option) => optionLines({ sheet, option })),
]

const optionLines = ({ sheet, option }: OnSheet<'option', BallotOption>): PdfContent[] => [
  ...(option.above === ''
    ? []
    : [{ text: prose(option.above), fontSize: size.text, italics: true, marginLeft: mm(4) }]),
  criterionLine({
    left: [{ text: prose(option.label), fontSize: size.text, marginLeft: mm(4) }],
    stars: option.stars,
    points: pointsToCircle({ sheet, points: option }),
  }),
]

function pointsToCircle({ sheet, points }: OnSheet<'points', BallotPoints>) {
  const placed = [placeFilled(sheet, pointsBlock(points))]
  return points.isSecond ? { second: placed } : { first: placed }
}

const bold = (text: string, alignment: 'left' | 'center' | 'right' = 'left'): PdfContent => ({
  text: prose(text),
  bold: true,
  fontSize: size.text,
  alignment,
})

/** The note, the boxes of A, B, C and the sum, the member's opinion beside the signature. */
function closing(sheet: BallotSheet): PdfContent[] {
  const opinion = placeFilled(sheet, opinionBlock(sheet))
  return [
    { text: prose(sheet.note), fontSize: size.note, italics: true, margin: [0, 0, 0, 6] },
    totalBoxes(sheet),
    ...(isLong(sheet) ? [{ stack: [opinion], fontSize: size.fact, marginTop: 6 }] : []),
    { stack: [closingColumns(isLong(sheet) ? [] : [opinion], [placeBlock(signatureBlock(sheet))])], marginTop: 6 },
  ]
}

function totalBoxes(sheet: BallotSheet): PdfContent {
  const heads = [
    ...partTotals(sheet).map(({ code, max }) => `Phần ${code} (tối đa ${max})`),
    `TỔNG CỘNG (tối đa ${sheet.max})`,
  ]
  return boxTable(
    [
      heads.map((text) => asElement('TH', { text, bold: true, fontSize: size.note, alignment: 'center' })),
      totalBlocks(sheet).map((block) => placeFilled(sheet, block)),
    ],
    ['auto', 24],
  )
}
