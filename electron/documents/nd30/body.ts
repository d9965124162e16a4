import type { PdfContent } from '../render-pdf.ts'
import { mm, nd30, singleSpacing } from './measures.ts'
import { prose, type Run } from './prose.ts'

/** Cell 6: a justified paragraph with its first line indented. */
export function paragraph(runs: Run | readonly Run[]): PdfContent {
  return {
    text: prose(runs),
    fontSize: nd30.size.body.printed,
    alignment: 'justify',
    leadingIndent: mm(nd30.body.indent.printed),
    lineHeight: singleSpacing * nd30.body.lineSpacing.printed,
    marginBottom: nd30.body.paragraphGap.printed,
    unbreakable: isShort(runs),
  }
}

/** A legal basis (căn cứ): italic, one paragraph each; the caller ends it with ";" or ".". */
export function legalBasis(text: string): PdfContent {
  return paragraph({ text, italics: true })
}

/** Cell 9a: to whom a letter or a paper sent upward goes; one addressee stands on the line of "Kính gửi:". */
export function addresseeLine(addressee: string): PdfContent {
  return {
    text: prose(`Kính gửi: ${addressee}.`),
    fontSize: nd30.size.body.printed,
    alignment: 'center',
    margin: [0, 0, 0, 12],
  }
}

/** "Điều 1." in bold, then the text of the article. */
export function article(number: number, text: string): PdfContent {
  return paragraph([{ text: `Điều ${number}. `, bold: true }, text])
}

/** Content that stays on one page: the last paragraph with the signatures, a heading with its first paragraph. */
export function keepTogether(content: PdfContent[]): PdfContent {
  return { stack: content, unbreakable: true }
}

/**
 * A short paragraph moves to the next page whole, so that no page begins or ends with a single line of it. A long one
 * may break: held together it would leave half a page empty.
 */
function isShort(runs: Run | readonly Run[]): boolean {
  const texts = (Array.isArray(runs) ? runs : [runs]).map((run: Run) => (typeof run === 'string' ? run : run.text))
  return texts.join('').length < 400
}
