import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { certificateSheet } from '../../../shared/domain/certificates/overprint-layout.ts'
import { balanceLines, softBreak } from '../nd30/lines.ts'
import { bindWords } from '../nd30/bound-words.ts'
import { mm } from '../nd30/measures.ts'
import { archiveOptions, makeArchive, type PdfFacts } from '../pdf-a/archive.ts'
import { addElement, artifact, type Element } from '../pdf-a/elements.ts'
import type { PdfReference, PdfWriter } from '../pdf-a/pack-objects.ts'
import { openStructure, type PageMarks } from '../pdf-a/structure.ts'
import { prepareFace, type OpenedFace } from '../prepare-face.ts'
import { printableText } from '../printable-text.ts'

/** A document that is drawn page by page: what is drawn leaves it at once, so a batch of any length needs no more. */
export type Pen = InstanceType<typeof PDFDocument> & {
  /** Begins a page; everything on it is said or skipped before it is drawn. */
  readonly beginPage: () => void
  /** What is drawn next is a new element of the page. @param alt what a drawing shows */
  readonly say: (type: 'H1' | 'P' | 'Figure', alt?: string) => void
  /** What is drawn next is not read: rules and frames. */
  readonly skip: () => void
  /** Ends the page and the file. */
  readonly finish: () => void
}

export type Face = 'regular' | 'bold' | 'italic' | 'bold-italic'

type OpenPenInput = Omit<PdfFacts, 'sides'> & { readonly resources: string }

/** The same certificates and time give the same bytes. */
export function openPen({ resources, ...given }: OpenPenInput): Pen {
  const facts = { ...given, sides: 'one' } as const
  const file = new PDFDocument({
    ...archiveOptions(facts),
    size: [mm(certificateSheet.width), mm(certificateSheet.height)],
    margin: 0,
    autoFirstPage: false,
    font: join(resources, 'fonts', 'tinos-regular.ttf'),
  })
  const pen = Object.assign(file, reader(file, facts))
  for (const face of ['regular', 'bold', 'italic', 'bold-italic'] as const) {
    pen.registerFont(face, join(resources, 'fonts', `tinos-${face}.ttf`))
    prepareFace(openFace(pen.font(face)))
  }
  return pen
}

/** Over pdfkit's own pages, whose objects it does not publish. */
function reader(file: InstanceType<typeof PDFDocument>, facts: PdfFacts): Pick<Pen, Reading> {
  const writer = file as unknown as PdfWriter & { readonly page: { readonly dictionary: PdfReference } }
  makeArchive(writer, facts)
  const structure = openStructure(writer)
  let open: { readonly section: Element; readonly marks: PageMarks } | null = null
  const endPage = () => {
    if (open === null) return
    open.marks.end()
    structure.write(open.section)
  }
  return {
    beginPage: () => {
      endPage()
      file.addPage()
      const marks = structure.openPage(writer.page.dictionary, (operators) => file.addContent(operators))
      open = { section: { type: 'Sect', kids: [] }, marks }
    },
    say: (type, alt) => open?.marks.turnTo(addElement(open.section, { type, ...(alt === undefined ? {} : { alt }) })),
    skip: () => open?.marks.turnTo(artifact),
    finish: () => {
      endPage()
      file.end()
    },
  }
}

type Reading = 'beginPage' | 'say' | 'skip' | 'finish'

export type Writing = {
  readonly text: string
  /** A paragraph unless given. */
  readonly as?: 'H1'
  /** Millimetres: left edge, middle or right edge by `align`; top of the first line. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** Points. */
  readonly size: number
  readonly face: Face
  readonly align: 'left' | 'center' | 'right'
  readonly color?: string
  /** A text of more lines is set smaller; two unless given. */
  readonly mostLines?: number
}

/** Writes a text, set smaller where it is too long for its lines. @returns millimetres that it took. */
export function write(pen: Pen, writing: Writing): number {
  const { lines, size } = fitText(pen, writing)
  pen.say(writing.as ?? 'P')
  pen
    .font(writing.face)
    .fontSize(size)
    .fillColor(writing.color ?? 'black')
  lines.forEach((line, index) => {
    const used = pen.widthOfString(line)
    const shift = { left: 0, center: used / 2, right: used }[writing.align]
    // A space where the line is broken, for who hears the words.
    pen.text(
      index < lines.length - 1 ? `${line} ` : line,
      mm(writing.x) - shift,
      mm(writing.y + index * lineHeight(size)),
      { lineBreak: false },
    )
  })
  return lines.length * lineHeight(size)
}

/** Millimetres from line to line. */
export function lineHeight(size: number): number {
  return (size * 1.149 * 25.4) / 72
}

/** The size asked for, or smaller down to six tenths; below that as many lines as it takes. */
export function fitText(
  pen: Pen,
  { text, width, size, face, mostLines = 2 }: Pick<Writing, 'text' | 'width' | 'size' | 'face' | 'mostLines'>,
): { readonly lines: readonly string[]; readonly size: number } {
  pen.font(face)
  const smallest = size * 0.6
  const words = bindWords(printableText(text, (codePoint) => penHasGlyph(pen, codePoint)))
    .split(/[ \n]+/)
    .map((word) => partsOfWord(pen, { word, face, most: mm(width) / size, least: mm(width) / smallest }))
  const widest = Math.max(...words.flat().map((word) => widthInEms(pen, { word, face })))
  const asked = words.map((parts) => parts.join(softBreak)).join(' ')
  const widthOf = (line: { readonly text: string; readonly size: number }) =>
    lineInEms(pen, line.text, face) * line.size
  for (let tried = size; ; tried -= 0.5) {
    const lines = balanceLines({ text: asked, size: tried, maxWidth: mm(width), widthOf })
    const isFitting = lines.length <= mostLines && widest * tried <= mm(width)
    if (isFitting || tried <= smallest) return { lines, size: tried }
  }
}

/**
 * Where a word may be broken: one too long for a line at the size asked for after its "/" and "-", or after a bound number,
 * what is still too long at the smallest size anywhere. `most` and `least`: a line at these sizes, in ems.
 */
function partsOfWord(
  pen: Pen,
  { word, face, most, least }: { word: string; face: Face; most: number; least: number },
): readonly string[] {
  if (widthInEms(pen, { word, face }) <= most) return [word]
  const parts = word.match(/[^/\-–\u00a0]+[/\-–\u00a0]*|[/\-–\u00a0]+/g) ?? [word]
  return parts.flatMap((part) => breakWord(pen, { word: part, face, most: least }))
}

/** A word too long for a line even at the smallest size, in pieces that fit; any other as it is. @param most ems */
function breakWord(pen: Pen, { word, face, most }: { word: string; face: Face; most: number }): readonly string[] {
  if (widthInEms(pen, { word, face }) <= most) return [word]
  const half = Math.ceil(word.length / 2)
  return [word.slice(0, half), word.slice(half)].flatMap((part) => breakWord(pen, { word: part, face, most }))
}

/** Added up from its words, whose widths are remembered. */
function lineInEms(pen: Pen, line: string, face: Face): number {
  const space = widthInEms(pen, { word: ' ', face })
  return line.split(' ').reduce((sum, word) => sum + space + widthInEms(pen, { word, face }), -space)
}

/** Measuring a word costs far more than drawing it, and certificates of one session have most words in common. */
const widths = new WeakMap<Pen, Map<string, number>>()
const mostWidths = 5000

function widthInEms(pen: Pen, { word, face }: { word: string; face: Face }): number {
  const known = widths.get(pen) ?? new Map<string, number>()
  if (known.size > mostWidths) known.clear()
  widths.set(pen, known)
  const key = `${face} ${word}`
  const width = known.get(key) ?? pen.fontSize(1000).widthOfString(word) / 1000
  known.set(key, width)
  return width
}

export function penHasGlyph(pen: Pen, codePoint: number): boolean {
  return openFace(pen).hasGlyphForCodePoint(codePoint)
}

/** Of the face that the pen holds: the library does not publish it. */
export function openFace(pen: Pen): OpenFace {
  const { _font: face } = pen as unknown as { readonly _font: { readonly font: OpenFace } }
  return face.font
}

type OpenFace = OpenedFace & { readonly hasGlyphForCodePoint: (codePoint: number) => boolean }
