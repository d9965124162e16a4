import type { PdfContent, PdfDocument, PdfLayout } from '../render-pdf.ts'
import { article, keepTogether, legalBasis, paragraph } from '../nd30/body.ts'
import { head } from '../nd30/head.ts'
import { nd30 } from '../nd30/measures.ts'
import { recipientsAndSignature } from '../nd30/signatures.ts'
import { ruledTable } from '../nd30/table.ts'
import { annexTitle, centredCapitals, title } from '../nd30/title.ts'
import type { AnnexRow, DecisionAnnex, DecisionModel } from './model.ts'

export const decisionPdf = (model: DecisionModel): PdfDocument => ({
  title: model.title,
  isDraft: model.isDraft,
  sections: [
    { orientation: 'portrait', content: (layout) => decisionText({ model, layout }) },
    ...model.annexes.map((annex) => ({
      orientation: 'portrait' as const,
      content: (layout: PdfLayout) => annexPages({ annex, layout }),
    })),
  ],
})

const decisionText = ({ model, layout }: { model: DecisionModel; layout: PdfLayout }): PdfContent[] => {
  const paragraphs = model.articles.flatMap(({ number, paragraphs: [first = '', ...rest] }) => [
    article({ number, text: first }),
    ...rest.map((text) => paragraph(text)),
  ])
  return [
    head({ facts: model.head, orientation: 'portrait', layout }),
    title({ kind: 'QUYẾT ĐỊNH', subject: model.subject, orientation: 'portrait', layout }),
    centredCapitals({ text: model.authority, gap: 10 }),
    ...model.legalBases.map(legalBasis),
    centredCapitals({ text: 'QUYẾT ĐỊNH:', gap: 8 }),
    ...paragraphs.slice(0, -1),
    keepTogether([
      ...paragraphs.slice(-1),
      recipientsAndSignature({ recipients: model.recipients, signature: { posts: model.posts, name: model.signer } }),
    ]),
  ]
}

const annexPages = ({ annex, layout }: { annex: DecisionAnnex; layout: PdfLayout }): PdfContent[] => {
  const columns = annexColumns.filter(({ isShown }) => isShown(annex))
  return [
    annexTitle({ ...annex, orientation: 'portrait', layout }),
    ruledTable({
      name: annex.name,
      columns,
      head: [columns.map(({ head: text }) => ({ text: text === '' ? annex.starHead : text }))],
      rows: annex.rows.map((row) => columns.map(({ text }) => text(row))),
      size: nd30.table.size,
      layout,
    }),
  ]
}

const always = () => true
const withScores = ({ rows }: DecisionAnnex) => rows.some(({ mean }) => mean !== '')
const withoutScores = (annex: DecisionAnnex) => !withScores(annex)

/** Widths in millimetres; the shown ones add up to the 165 mm between the edges. */
const annexColumns = [
  { head: 'TT', width: 10, align: 'center', isShown: always, text: (row: AnnexRow) => String(row.place) },
  { head: 'Tên sản phẩm', width: 40, align: 'left', isShown: always, text: (row: AnnexRow) => row.productName },
  { head: 'Tên chủ thể', width: 37, align: 'left', isShown: always, text: (row: AnnexRow) => row.producerName },
  { head: 'Địa chỉ', width: 26, align: 'left', isShown: always, text: (row: AnnexRow) => row.address },
  { head: 'Bộ sản phẩm', width: 23, align: 'left', isShown: always, text: (row: AnnexRow) => row.setName },
  { head: 'Hình thức', width: 16, align: 'left', isShown: withoutScores, text: (row: AnnexRow) => row.application },
  { head: 'Điểm', width: 16, align: 'center', isShown: withScores, text: (row: AnnexRow) => row.mean },
  // Headed by the annex.
  { head: '', width: 13, align: 'center', isShown: always, text: (row: AnnexRow) => String(row.star) },
] as const
