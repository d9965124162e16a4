/**
 * Text of several lines as the application keeps it: composed (NFC), ends trimmed, as `withoutHidden`. Tone placement ("Hoà", "Hòa") stays as typed: both are right, and names are
 * their owner's.
 */
export function normaliseText(text: string): string {
  return withoutHidden(text).normalize('NFC').trim()
}

/** The same for one line: spaces of every kind as one plain space. */
export function normaliseInput(text: string): string {
  if (isLine.test(text)) return text
  return withoutHidden(text).normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/**
 * Text without what nobody sees: controls other than tabs and line ends, halves of characters, marks without width or
 * of direction, code points that are no characters. Line ends of every kind become one; an emoji keeps the marks that
 * hold it together.
 */
export function withoutHidden(text: string): string {
  if (isSeen.test(text)) return text
  return text.replace(lineEnds, '\n').replace(emojiOrHidden, '$1')
}

/** The longest text that a field takes, in UTF-16 units, but for pages of prose. */
export const longestText = 2000

/** How many of them there are. */
export function countHidden(text: string): number {
  if (isSeen.test(text)) return 0
  let count = 0
  for (const [, emoji] of text.matchAll(emojiOrHidden)) if (emoji === undefined) count += 1
  return count
}

/** Braille's blank (U+2800) is no space to a program, but one to the eye. */
const hidden =
  '(?![\\t\\n\\v\\f\\r\\u0085])\\p{Cc}|[\\p{Cs}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2800\\uFFF9-\\uFFFB]'

/** Joined by U+200D, dressed by U+FE0F and tones of skin. */
const emoji = '\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]*'

const emojiOrHidden = new RegExp(`(${emoji}(?:\\u200D${emoji})*)|${hidden}`, 'gu')

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/gu

/** Composed Vietnamese and what else is typed every day: nothing of it is hidden, which is found ten times as fast. */
const isSeen = /^[\t\n\u0020-\u007e\u00c0-\u024f\u1ea0-\u1ef9]*$/

/** Of the same, words with one space between them: nothing is to be done. */
const isLine = /^(?:[\u0021-\u007e\u00c0-\u024f\u1ea0-\u1ef9]+(?: [\u0021-\u007e\u00c0-\u024f\u1ea0-\u1ef9]+)*)?$/
