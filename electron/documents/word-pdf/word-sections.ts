import { Refusal } from '../../../shared/api/refusal.ts'
import type { OfficePackage } from '../../workbooks/xlsx/open-package.ts'
import { renderPdf, type PdfDocument, type PdfSection } from '../render-pdf.ts'
import { wordSections } from './draw-word.ts'
import { quoted } from './quoted.ts'
import { readWord } from './read-word.ts'

/**
 * The office's own words, as its filled Word files have them, every one of them. Of several files each is one section of
 * the document in the program's words, and is marked as that one is.
 * @throws Refusal `template-not-drawn`, with what stands in the way; while it is laid out, with words that have no room.
 */
export async function wordPdfSections(
  { sections: marked }: PdfDocument,
  files: readonly OfficePackage[],
): Promise<readonly PdfSection[]> {
  const sections: PdfSection[] = []
  for (const [place, file] of files.entries()) {
    const { isDraft, foot } = marked[place] ?? {}
    const marks = { ...(isDraft !== undefined && { isDraft }), ...(foot !== undefined && { foot }) }
    for (const section of await sectionsOf(file)) sections.push({ ...section, ...marks })
  }
  return sections
}

async function sectionsOf(filled: OfficePackage): Promise<readonly PdfSection[]> {
  const { sections, notDrawn } = await readWord(filled)
  if (notDrawn.length > 0) throw notDrawnRefusal(notDrawn)
  return wordSections(sections, (texts) => {
    throw notDrawnRefusal([noRoom(texts)])
  })
}

/** What of a template is not drawn as it stands, before anything of a session is filled in; empty where all of it is. */
export async function findNotDrawn(template: OfficePackage, resources: string): Promise<readonly string[]> {
  const { sections, notDrawn } = await readWord(template)
  if (notDrawn.length > 0) return notDrawn
  const found: string[] = []
  const drawn = wordSections(sections, (texts) => {
    found.push(noRoom(texts))
    throw new RangeError(noRoom(texts))
  })
  try {
    await renderPdf({ document: { title: '', isDraft: false, sections: drawn }, createdAt: new Date(0), resources })
  } catch (error) {
    if (found.length === 0) throw error
  }
  return found
}

const notDrawnRefusal = (what: readonly string[]): Refusal =>
  new Refusal('template-not-drawn', { what: what.join('; ') })

/** Words in a place that is narrower or lower than they are. */
const noRoom = (texts: readonly string[]): string => `chữ không đủ chỗ trên trang: ${quoted(texts.join(' '))}`
