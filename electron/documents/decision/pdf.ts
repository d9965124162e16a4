import type { PdfContent, PdfDocument, PdfLayout } from '../render-pdf.ts'
import { article, keepTogether, legalBasis, paragraph } from '../nd30/body.ts'
import { head } from '../nd30/head.ts'
import { recipientsAndSignature } from '../nd30/signatures.ts'
import { centredCapitals, title } from '../nd30/title.ts'
import { annexSection } from '../letter/annex.ts'
import { annexTable } from './annex-table.ts'
import type { DecisionModel } from './model.ts'

export function decisionPdf(model: DecisionModel): PdfDocument {
  return {
    title: model.title,
    isDraft: model.isDraft,
    sections: [
      { orientation: 'portrait', content: (layout) => decisionText(model, layout) },
      ...model.annexes.map((annex) => annexSection({ ...annex, table: annexTable(annex) })),
    ],
  }
}

function decisionText(model: DecisionModel, layout: PdfLayout): PdfContent[] {
  const paragraphs = model.articles.flatMap(({ number, paragraphs: [first = '', ...rest] }) => [
    article(number, first),
    ...rest.map((text) => paragraph(text)),
  ])
  return [
    head(model.head, layout),
    title({ kind: 'QUYẾT ĐỊNH', subject: model.subject }, layout),
    centredCapitals(model.authority, 10),
    ...model.legalBases.map(legalBasis),
    centredCapitals('QUYẾT ĐỊNH:', 8),
    ...paragraphs.slice(0, -1),
    keepTogether([
      ...paragraphs.slice(-1),
      recipientsAndSignature({
        recipients: model.recipients,
        signature: { posts: model.posts, name: model.signer },
        layout,
      }),
    ]),
  ]
}
