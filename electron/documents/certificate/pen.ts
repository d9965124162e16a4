import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { certificateSheet } from '../../../shared/domain/certificates/overprint-layout.ts'
import { balanceLines } from '../nd30/lines.ts'
import { mm } from '../nd30/measures.ts'
import { placeMarks, type MarkedFace } from '../place-marks.ts'
import { printableText } from '../printable-text.ts'

/** A document that is drawn page by page: what is drawn leaves it at once, so a batch of any length needs no more. */
export type Pen = InstanceType<typeof PDFDocument>

export type Face = 'regular' | 'bold' | 'italic' | 'bold-italic'

type OpenPenInput = {
  title: string
  createdAt: Date
  resources: string
}

/** @param createdAt goes into the metadata; the same certificates and time give the same bytes. */
export function openPen({ title, createdAt, resources }: OpenPenInput): Pen {
  const pen = new PDFDocument({
    size: [mm(certificateSheet.width), mm(certificateSheet.height)],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'vi',
    displayTitle: true,
    font: join(resources, 'fonts', 'tinos-regular.ttf'),
    info: {
      Title: title,
      Creator: 'Hội đồng OCOP',
      Producer: 'Hội đồng OCOP',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  })
  for (const face of ['regular', 'bold', 'italic', 'bold-italic'] as const) {
    pen.registerFont(face, join(resources, 'fonts', `tinos-${face}.ttf`))
    placeMarks(openFace(pen.font(face)))
  }
  return pen
}

export type Writing = {
  readonly text: string
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
  pen
    .font(writing.face)
    .fontSize(size)
    .fillColor(writing.color ?? 'black')
  lines.forEach((line, index) => {
    const used = pen.widthOfString(line)
    const shift = { left: 0, center: used / 2, right: used }[writing.align]
    pen.text(line, mm(writing.x) - shift, mm(writing.y + index * lineHeight(size)), { lineBreak: false })
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
  const words = printableText(text, (codePoint) => penHasGlyph(pen, codePoint))
    .split(/[ \n]+/)
    .flatMap((word) => breakWord(pen, { word, face, most: mm(width) / smallest }))
  const widest = Math.max(...words.map((word) => widthInEms(pen, { word, face })))
  const widthOf = (line: { readonly text: string; readonly size: number }) =>
    lineInEms(pen, line.text, face) * line.size
  for (let tried = size; ; tried -= 0.5) {
    const lines = balanceLines({ text: words.join(' '), size: tried, maxWidth: mm(width), widthOf })
    const isFitting = lines.length <= mostLines && widest * tried <= mm(width)
    if (isFitting || tried <= smallest) return { lines, size: tried }
  }
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

/** A character that the font lacks is printed as □ instead of being left out. */
export function penHasGlyph(pen: Pen, codePoint: number): boolean {
  return openFace(pen).hasGlyphForCodePoint(codePoint)
}

/** Of the face that the pen holds: the library does not publish it. */
export function openFace(pen: Pen): OpenFace {
  const { _font: face } = pen as unknown as { readonly _font: { readonly font: OpenFace } }
  return face.font
}

type OpenFace = MarkedFace & { readonly hasGlyphForCodePoint: (codePoint: number) => boolean }
