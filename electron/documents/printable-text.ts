export type HasGlyph = (codePoint: number) => boolean

/**
 * Text as it can be set: composed (NFC), without marks that have no width, and with □ for each character that the face
 * has no glyph for, such as an emoji. What cannot be printed is seen to be missing; the record keeps it.
 */
export function printableText(text: string, hasGlyph: HasGlyph): string {
  if (everyday.test(text)) return text
  return [...graphemes.segment(text.normalize('NFC').replace(invisible, '').replaceAll('\t', ' '))]
    .map(({ segment }) => (segment === '\n' || [...segment].every((mark) => hasCode(mark, hasGlyph)) ? segment : '□'))
    .join('')
}

/** Content with every text of it printable. */
export function printableContent<Content>(content: Content, hasGlyph: HasGlyph): Content {
  return mapContent(content, (text) => printableText(text, hasGlyph)) as Content
}

/** ASCII and composed Vietnamese: all of it is in the face. */
const everyday =
  /^[ -~\u00a0-\u00ff\u0102-\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9…–“”\n]*$/u

/** Zero-width spaces and joiners that stand alone, soft hyphens, direction marks, controls. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?![\n\t])\p{Cc}/gu

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

const hasCode = (mark: string, hasGlyph: HasGlyph): boolean => hasGlyph(mark.codePointAt(0) ?? 0)

const branches = new Set(['stack', 'columns', 'table', 'body', 'text'])

function mapContent(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === 'string') return change(node)
  if (Array.isArray(node)) return node.map((child: unknown) => mapContent(child, change))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, branches.has(key) ? mapContent(value, change) : value]),
  )
}
