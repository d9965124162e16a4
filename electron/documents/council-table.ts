import { keepTogether } from './nd30/body.ts'
import { prose } from './nd30/prose.ts'
import { twoSignatures } from './nd30/signatures.ts'
import { asElement } from './pdf-a/tag-content.ts'
import type { PdfContent, PdfLayout } from './render-pdf.ts'
import { signedMark } from './table-marks.ts'

// What stands around a landscape table of members' scores.

/** Where and when, under the title. @param gap points beneath */
export function occasionLine(occasion: string, gap: number): PdfContent {
  return { text: prose(occasion), italics: true, fontSize: 13, alignment: 'center', margin: [0, -6, 0, gap] }
}

/** Who the codes are, in two columns; it may break between pages. @param gap points above */
export function memberKey(
  members: readonly { readonly code: string; readonly description: string }[],
  gap: number,
): PdfContent {
  const half = Math.ceil(members.length / 2)
  const list = (part: typeof members): PdfContent[] =>
    part.map(({ code, description }) => asElement('LI', { text: prose(`${code}: ${description}`), fontSize: 10 }))
  return {
    columns: [members.slice(0, half), members.slice(half)].map((part) => asElement('L', { stack: list(part) })),
    columnGap: 16,
    margin: [0, gap, 0, 4],
  }
}

type SignedNotes = { readonly notes: readonly string[]; readonly secretary: string; readonly chair: string }

type SignedNotesInput = {
  readonly signed: SignedNotes
  /** The table that they stand under. */
  readonly table: string
  /** Of the notes in points. */
  readonly size: number
  readonly layout: PdfLayout
}

/** Notes may break between pages; the last of them stands with the signatures. */
export function signedNotes({
  signed: { notes, secretary, chair },
  table,
  size,
  layout,
}: SignedNotesInput): PdfContent {
  const lines = notes.map((note): PdfContent => ({ text: prose(note), fontSize: size, italics: true }))
  return {
    stack: [
      ...lines.slice(0, -1),
      keepTogether([
        ...lines.slice(-1),
        twoSignatures({
          left: { posts: ['THƯ KÝ'], name: secretary },
          right: { posts: ['CHỦ TỊCH HỘI ĐỒNG'], name: chair },
          orientation: layout.orientation,
        }),
      ]),
      signedMark(table),
    ],
  }
}
