import { asElement } from '../pdf-a/tag-content.ts'
import type { PdfContent, PdfLayout } from '../render-pdf.ts'
import { balanceLines, centred, centredRule } from './lines.ts'
import { mm, nd30, textWidth } from './measures.ts'
import { prose } from './prose.ts'

/** Cell 5a: the kind of document, its subject, and the rule beneath. */
export function title({ kind, subject }: { kind: string; subject: string }, layout: PdfLayout): PdfContent {
  const size = nd30.size.subject.printed
  const maxWidth = textWidth(layout.orientation) - mm(20)
  const lines = balanceLines({ text: subject, size, maxWidth, widthOf: layout.widthOf })
  const last = layout.widthOf({ text: lines.at(-1) ?? '', size, bold: true })
  return asElement('H1', {
    stack: [
      centred(kind, { size: nd30.size.kind.printed, bold: true }),
      ...lines.map((text) => centred(text, { size, bold: true, noWrap: true })),
      centredRule({ length: last * nd30.rule.subject.printed, gap: 5 }),
    ],
    margin: [0, 6, 0, 14],
  })
}

/** A line in bold capitals in the middle of the page: the authority above the legal bases, "QUYẾT ĐỊNH:". */
export function centredCapitals(text: string, gap: number): PdfContent {
  return centred(text, { size: nd30.size.kind.printed, bold: true, beneath: gap })
}

type AnnexTitle = Readonly<Record<'heading' | 'reference', readonly string[]>> & { readonly name: string }

/** The head of an annex: its name, its title, and the decision that it belongs to. */
export function annexTitle({ name, heading, reference }: AnnexTitle, layout: PdfLayout): PdfContent {
  const size = nd30.size.annexTitle.printed
  const maxWidth = textWidth(layout.orientation) - mm(15)
  const lines = heading.flatMap((text) => balanceLines({ text, size, maxWidth, widthOf: layout.widthOf }))
  return {
    stack: [
      asElement('H1', {
        stack: [
          centred(name, { size: nd30.size.annex.printed, bold: true }),
          ...lines.map((text) => centred(text, { size, bold: true, noWrap: true })),
        ],
      }),
      ...reference.map((text, index) =>
        centred(prose(text), { size: nd30.size.annexReference.printed, italics: true, above: index === 0 ? 2 : 0 }),
      ),
    ],
    margin: [0, 0, 0, 10],
  }
}
