import type { PdfContent, PdfLayout } from '../render-pdf.ts'
import { bindWords } from './bound-words.ts'

type BalanceLinesInput = {
  text: string
  size: number
  maxWidth: number
  widthOf: PdfLayout['widthOf']
}

/**
 * A heading broken into as few lines as fit, of about the same length. A heading broken greedily would leave a word
 * alone in its last line, and the rule beneath measures that line.
 * @param maxWidth points.
 */
export function balanceLines({ text, size, maxWidth, widthOf }: BalanceLinesInput): readonly string[] {
  const bound = bindWords(text)
  const fits = (width: number) => (line: string) => widthOf({ text: line, size, bold: true }) <= width
  const least = fillLines(bound, fits(maxWidth))
  for (let share = 0.5; share < 1; share += 0.05) {
    const lines = fillLines(bound, fits(maxWidth * share))
    if (lines.length <= least.length && lines.every(fits(maxWidth))) return lines
  }
  return least
}

/** Where a word may be broken; printed as nothing. */
export const softBreak = '\u200b'

function fillLines(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  let glue = ' '
  for (const part of text.split(/(?<=\u200b)| /)) {
    const word = part.replace(softBreak, '')
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last}${glue}${word}`
    if (last !== undefined && fits(joined)) lines[lines.length - 1] = joined
    else lines.push(word)
    glue = part.endsWith(softBreak) ? '' : ' '
  }
  return lines
}

/** A thin solid rule centred under a line of text, with that length in points. */
export function centredRule({ length, gap }: { length: number; gap: number }): PdfContent {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.75 }],
    alignment: 'center',
    margin: [0, gap, 0, 0],
  }
}

type CentredStyle = {
  readonly size: number
  readonly bold?: boolean
  readonly italics?: boolean
  readonly noWrap?: boolean
  readonly preserveLeadingSpaces?: boolean
  /** Points above and beneath. */
  readonly above?: number
  readonly beneath?: number
}

/** A text in the middle of its column. */
export function centred(
  text: string | PdfContent[],
  { size, above = 0, beneath = 0, ...style }: CentredStyle,
): PdfContent {
  return { text, fontSize: size, alignment: 'center', margin: [0, above, 0, beneath], ...style }
}
