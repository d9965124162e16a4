import { blocksContent } from '../letter/pdf.ts'
import type { PdfContent, PdfDocument, PdfLayout } from '../render-pdf.ts'
import { keepTogether, paragraph } from '../nd30/body.ts'
import { head } from '../nd30/head.ts'
import { placeOfReceipt, twoSignatures } from '../nd30/signatures.ts'
import { title } from '../nd30/title.ts'
import type { MinutesModel } from './model.ts'

export function minutesPdf(model: MinutesModel): PdfDocument {
  return {
    title: model.title,
    isDraft: model.isDraft,
    sections: [{ orientation: 'portrait', content: (layout) => minutesPages(model, layout) }],
  }
}

function minutesPages(model: MinutesModel, layout: PdfLayout): PdfContent[] {
  const blocks = blocksContent(
    model.parts.flatMap(({ heading, blocks }) => [{ kind: 'heading', text: heading }, ...blocks]),
    layout,
  )
  return [
    head(model.head, layout),
    title({ kind: 'BIÊN BẢN', subject: model.subject }, layout),
    ...model.opening.map((text) => paragraph(text)),
    ...blocks.slice(0, -1),
    // The last words stay with the signatures.
    keepTogether([
      ...blocks.slice(-1),
      paragraph(model.closing),
      twoSignatures({
        left: { posts: ['THƯ KÝ'], name: model.secretary },
        right: { posts: ['CHỦ TỌA'], name: model.chair },
        orientation: 'portrait',
      }),
      { stack: placeOfReceipt(model.recipients), margin: [0, 14, 0, 0] },
    ]),
  ]
}
