import { asElement } from '../pdf-a/tag-content.ts'
import type { PdfContent, PdfLayout } from '../render-pdf.ts'
import { balanceLines, centred, centredRule } from './lines.ts'
import { mm, nd30, quocHieu, textWidth, tieuNgu } from './measures.ts'

export type Head = {
  /** One line each, upper case; empty where the issuing body has none above it. */
  readonly superiorBody: readonly string[]
  /** Empty where a producer fills a form in: the nation's name stands alone in the middle. */
  readonly issuingBody: readonly string[]
  /** `Số:      /QĐ-UBND`; empty for papers without a number. */
  readonly number: string
  /** `Phú Thọ, ngày … tháng … năm …`; empty for minutes, which carry no place and date. */
  readonly placeAndDate: string
  /** `V/v …`: the subject of an official letter, which has no title (cell 5b). */
  readonly about?: string
}

/** Cells 1 to 4 of the page: who issues on the left, the nation's name on the right, number and date beneath. */
export function head(facts: Head, layout: PdfLayout): PdfContent {
  const { orientation } = layout
  if (facts.issuingBody.length === 0) return { stack: [nation(layout)], margin: [0, 0, 0, 12] }
  const left = mm(nd30.columns.left)
  const right = orientation === 'portrait' ? '*' : textWidth(orientation) - left - mm(nd30.columns.right)
  const row = (cells: [PdfContent, PdfContent], gap: number): PdfContent => ({
    columns: [
      { width: left, stack: [cells[0]] },
      ...(orientation === 'portrait' ? [] : [{ width: right, text: '' }]),
      { width: mm(nd30.columns.right), stack: [cells[1]] },
    ],
    margin: [0, gap, 0, 0],
  })
  const rows = [row([issuer(facts, layout), nation(layout)], 0)]
  if (facts.number !== '' || facts.placeAndDate !== '') {
    rows.push(
      row(
        [
          line(facts.number, { size: nd30.size.number.printed }),
          line(facts.placeAndDate, { size: nd30.size.placeAndDate.printed, italics: true }),
        ],
        8,
      ),
    )
  }
  if (facts.about !== undefined) rows.push(row([about(facts.about, layout), ''], 6))
  return { stack: rows, margin: [0, 0, 0, 12] }
}

function issuer(facts: Head, layout: PdfLayout): PdfContent {
  const size = nd30.size.issuingBody.printed
  const maxWidth = mm(nd30.columns.left)
  const fit = (text: string) => balanceLines({ text, size, maxWidth, widthOf: layout.widthOf })
  const bodyLines = facts.issuingBody.flatMap(fit)
  const last = layout.widthOf({ text: bodyLines.at(-1) ?? '', size, bold: true })
  return asElement('P', {
    stack: [
      ...facts.superiorBody.flatMap(fit).map((text) => line(text, { size: nd30.size.superiorBody.printed })),
      ...bodyLines.map((text) => line(text, { size, bold: true })),
      centredRule({ length: last * nd30.rule.issuingBody.printed, gap: 3 }),
    ],
  })
}

function about(text: string, layout: PdfLayout): PdfContent {
  const size = nd30.size.about.printed
  const lines = balanceLines({ text, size, maxWidth: mm(nd30.columns.left) - mm(4), widthOf: layout.widthOf })
  return asElement('P', { stack: lines.map((words) => line(words, { size })) })
}

function nation(layout: PdfLayout): PdfContent {
  const size = nd30.size.tieuNgu.printed
  const width = layout.widthOf({ text: tieuNgu, size, bold: true })
  return asElement('P', {
    stack: [
      line(quocHieu, { size: nd30.size.quocHieu.printed, bold: true }),
      line(tieuNgu, { size, bold: true }),
      centredRule({ length: width * nd30.rule.tieuNgu.printed, gap: 3 }),
    ],
  })
}

/** On one line, however the columns come out. */
const line = (text: string, style: { readonly size: number; readonly bold?: boolean; readonly italics?: boolean }) =>
  centred(text, { noWrap: true, preserveLeadingSpaces: true, ...style })
