import { withoutHidden } from '../../shared/domain/vietnamese/normalise-input.ts'

export type HasGlyph = (codePoint: number) => boolean

/**
 * Text as it can be set: composed (NFC), without what is not seen. For a character that the face has no glyph for stands
 * what means the same and has one (`standIns`); where there is none, nothing: an empty box in a signed paper helps nobody.
 * Which they are is said before anything is printed; the record keeps them.
 */
export function printableText(text: string, hasGlyph: HasGlyph): string {
  if (everyday.test(text)) return text
  const signs = signsOf(text)
  const printed = signs.map((sign) => printedAs(sign, hasGlyph)).join('')
  if (!signs.some((sign) => printedAs(sign, hasGlyph) === '')) return printed
  return printed.replace(/ {2,}/g, ' ').replace(/ (?=[.,;:!?)])/g, '')
}

/** Whether a text has anything but ASCII and composed Vietnamese, all of which is in the face. */
export function hasOddSigns(text: string): boolean {
  return !everyday.test(text)
}

/** The signs of a text that `printableText` does not print as they are, each once. */
export function oddSigns(text: string, hasGlyph: HasGlyph): readonly string[] {
  if (everyday.test(text)) return []
  return [...new Set(signsOf(text).filter((sign) => printedAs(sign, hasGlyph) !== sign))]
}

function signsOf(text: string): readonly string[] {
  graphemes ??= new Intl.Segmenter('vi', { granularity: 'grapheme' })
  return [...graphemes.segment(withoutHidden(text).normalize('NFC').replaceAll('\t', ' '))].map(
    ({ segment }) => segment,
  )
}

function printedAs(sign: string, hasGlyph: HasGlyph): string {
  const isInFace = (text: string) => [...text].every((mark) => mark === '\n' || hasGlyph(mark.codePointAt(0) ?? 0))
  if (isInFace(sign)) return sign
  const bare = sign.replace(variation, '')
  const stand = standIns.find(([signs]) => signs.includes(bare))?.[1]
  return [bare, stand ?? '', bare.normalize('NFKC')].find((text) => text !== '' && isInFace(text)) ?? ''
}

/** Asks for a sign in colour or in black. */
const variation = /[\ufe0e\ufe0f]/g

/** Signs that people paste, and what the forms themselves write for them. */
const standIns: readonly (readonly [signs: readonly string[], stand: string])[] = [
  [['★', '☆', '⭐', '🌟', '✩', '✪', '✭', '✯'], '*'],
  [['✓', '✔', '✅', '☑', '🗸'], '√'],
  [['✗', '✘', '✖', '❌', '☒', '❎'], '×'],
  [['☐', '▢', '❏', '❑', '⬜'], '□'],
  [['➔', '➜', '➝', '➞', '➡', '⇒', '⟶', '👉'], '→'],
  [['➢', '➤', '❖', '✦', '✧', '⬥', '◆', '⚫', '⬤', '➣', '◾', '▶'], '•'],
]

/** Content with every text of it printable. */
export function printableContent<Content>(content: Content, hasGlyph: HasGlyph): Content {
  return mapContent(content, (text) => printableText(text, hasGlyph)) as Content
}

/** ASCII and composed Vietnamese: all of it is in the face. */
const everyday =
  /^[ -~\u00a0-\u00ff\u0102-\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9…–“”\n]*$/u

/** Made with the first odd sign: its tables take longer to read than any other script of the program's start. */
let graphemes: Intl.Segmenter | null = null

const branches = new Set(['stack', 'columns', 'table', 'body', 'text'])

function mapContent(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === 'string') return change(node)
  if (Array.isArray(node)) return node.map((child: unknown) => mapContent(child, change))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, branches.has(key) ? mapContent(value, change) : value]),
  )
}
