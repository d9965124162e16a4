/**
 * Text lines and rules of a laid-out page as PDF operators. The layout library draws word by word, each with its own
 * colour, opacity, matrix and font, at some thirty operators a word; administrative documents are black on white, so a
 * line is one text object with its words placed to the thousandth of the type size. Page space runs down from the top.
 */

import type { Element } from './pdf-a/elements.ts'

/** A face of the writer: its words as glyph numbers with their advances, in thousandths of the size. */
export type DrawnFont = {
  readonly id: string
  /** The font's object in the file, made at its first use. */
  readonly ref: () => object
  readonly encode: (text: string) => readonly [codes: readonly string[], positions: readonly GlyphPosition[]]
}

type GlyphPosition = {
  /** With kerning. */
  readonly xAdvance: number
  /** Of the glyph alone. */
  readonly advanceWidth: number
  readonly xOffset: number
  readonly yOffset: number
}

export type DrawnLine = {
  readonly x: number
  readonly y: number
  readonly inlines: readonly DrawnInline[]
  /** The last of its text, or before a break that the text asks for. */
  readonly lastLineInParagraph?: boolean
  readonly newLineForced?: boolean
  readonly getAscenderHeight: () => number
}

export type DrawnInline = {
  readonly text: string
  /** From the line's own left end. */
  readonly x: number
  readonly width: number
  readonly fontSize: number
  readonly font: DrawnFont
  readonly underline?: boolean
  /** The block of a section that it belongs to (see `shared-pages.ts`). */
  readonly own?: string
  /** The element of the structure that it belongs to. */
  readonly element?: Element | null
}

export type DrawnRule = {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly lineWidth?: number
}

export type DrawnRect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** Glyphs of one word, ready for the TJ operator, and how far they carry. */
type Word = { readonly shown: string; readonly advance: number; readonly isPlain: boolean }

/** Words of one face and size beside each other. */
type Run = { readonly font: DrawnFont; readonly size: number; readonly left: number; shown: string; end: number }

/** Below words beside each other; its place is the size's. */
type Underline = { readonly left: number; readonly size: number; end: number }

/** Words that were encoded once; one for each PDF, since the glyph numbers are that file's own. */
export type WordCache = Map<DrawnFont, Map<string, Word>>

type LineOperatorsInput = {
  line: DrawnLine
  words: WordCache
  down?: number
}

/**
 * The operators of a line; null where a glyph stands off its baseline and the library has to place it.
 * @param down points by which it stands lower than it was laid out.
 */
export function lineOperators({ line, words, down = 0 }: LineOperatorsInput): string | null {
  const baseline = line.y + down + line.getAscenderHeight()
  const runs: Run[] = []
  const underlines: Underline[] = []
  let isUnderlined = false
  for (const { text, x, fontSize: size, font, underline = false } of line.inlines) {
    if (text === '') continue
    const word = encodeWord({ text, font, words })
    if (!word.isPlain) return null
    const left = line.x + x
    const end = left + (word.advance * size) / 1000
    const seen = left + (encodeWord({ text: text.trimEnd(), font, words }).advance * size) / 1000
    if (!underline) isUnderlined = false
    else if (seen > left) {
      const open = isUnderlined ? underlines.at(-1) : undefined
      if (open === undefined) underlines.push({ left, end: seen, size })
      else open.end = seen
      isUnderlined = true
    }
    const last = runs.at(-1)
    if (last?.font === font && last.size === size) {
      const gap = Math.round(((last.end - left) * 1000) / size)
      last.shown += `${gap === 0 ? '' : gap}${word.shown}`
      last.end = end
    } else runs.push({ font, size, left, shown: word.shown, end })
  }
  const last = runs.at(-1)
  if (last !== undefined && endsText(line)) last.shown += encodeWord({ text: ' ', font: last.font, words }).shown
  const texts = runs.map(
    ({ font, size, left, shown }) =>
      `1 0 0 -1 ${decimal(left)} ${decimal(baseline)} Tm /${font.id} ${decimal(size)} Tf [${shown}] TJ`,
  )
  const rules = underlines.map(({ left, end, size }) =>
    rectOperators({ x: left, y: baseline + size * 0.11, w: end - left, h: size * 0.05 }),
  )
  return texts.length === 0 ? '' : [`BT ${texts.join(' ')} ET`, ...rules].join('\n')
}

/** A text's last word and the next text's first are two words to who hears them: a space is drawn between. */
function endsText({ inlines, lastLineInParagraph, newLineForced }: DrawnLine): boolean {
  return (lastLineInParagraph === true || newLineForced === true) && inlines.at(-1)?.text.endsWith(' ') === false
}

/** A straight rule, black. */
export function ruleOperators({ x1, y1, x2, y2, lineWidth = 1 }: DrawnRule): string {
  return `${decimal(lineWidth)} w ${decimal(x1)} ${decimal(y1)} m ${decimal(x2)} ${decimal(y2)} l S`
}

/** A filled rectangle, black. */
export function rectOperators({ x, y, w, h }: DrawnRect): string {
  return `${decimal(x)} ${decimal(y)} ${decimal(w)} ${decimal(h)} re f`
}

function encodeWord({ text, font, words }: { text: string; font: DrawnFont; words: WordCache }): Word {
  const ofFont = words.get(font) ?? new Map<string, Word>()
  words.set(font, ofFont)
  const known = ofFont.get(text)
  if (known !== undefined) return known
  const [codes, positions] = font.encode(text)
  let shown = ''
  let advance = 0
  let open = ''
  positions.forEach(({ xAdvance, advanceWidth }, index) => {
    open += codes[index] ?? ''
    advance += xAdvance
    const kerning = Math.round(advanceWidth - xAdvance)
    if (kerning === 0) return
    shown += `<${open}>${kerning}`
    open = ''
  })
  const word = {
    shown: open === '' ? shown : `${shown}<${open}>`,
    advance,
    isPlain: positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0),
  }
  ofFont.set(text, word)
  return word
}

const decimal = (value: number): string => String(Math.round(value * 1000) / 1000)
