import { withoutHidden } from '../../shared/domain/vietnamese/normalise-input.ts'

export type HasGlyph = (codePoint: number) => boolean

/**
 * Text as it can be set: composed (NFC), without what is not seen, and with □ for each character that the face
 * has no glyph for, such as an emoji. What cannot be printed is seen to be missing; the record keeps it.
 */
export function printableText(text: string, hasGlyph: HasGlyph): string {
  if (everyday.test(text)) return text
  return [...graphemes.segment(withoutHidden(text).normalize('NFC').replaceAll('\t', ' '))]
    .map(({ segment }) => (segment === '\n' || [...segment].every((mark) => hasCode(mark, hasGlyph)) ? segment : '□'))
    .join('')
}

/** Whether a text has anything but ASCII and composed Vietnamese, all of which is in the face. */
export function hasOddSigns(text: string): boolean {
  return !everyday.test(text)
}

/** The signs of a text that `printableText` stands □ in for, each once. */
export function oddSigns(text: string, hasGlyph: HasGlyph): readonly string[] {
  if (everyday.test(text)) return []
  const signs = [...graphemes.segment(withoutHidden(text).normalize('NFC').replaceAll('\t', ' '))].map(
    ({ segment }) => segment,
  )
  return [...new Set(signs.filter((sign) => printableText(sign, hasGlyph) === '□' && sign !== '□'))]
}

/** Content with every text of it printable. */
export function printableContent<Content>(content: Content, hasGlyph: HasGlyph): Content {
  return mapContent(content, (text) => printableText(text, hasGlyph)) as Content
}

/** ASCII and composed Vietnamese: all of it is in the face. */
const everyday =
  /^[ -~\u00a0-\u00ff\u0102-\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9…–“”\n]*$/u

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
