import type { PdfContent } from '../render-pdf.ts'
import { bindWords } from './bound-words.ts'

/** A stretch of text in one style. */
export type Run = string | { readonly text: string; readonly bold?: boolean; readonly italics?: boolean }

/** Whether a text fits a line in the style of its run. */
export type FitsLine = (text: string, run: Exclude<Run, string>) => boolean

/**
 * Text for a paragraph that breaks between words only. The layout library would also break after "/" and "-" and, in
 * a justified line, pull the pieces apart: "26/2026/QĐ- TTg". A number stays with its "sao" or "điểm" (`bindWords`).
 * @param fits asked where lines are short: a word too long for one is broken after "/" and "-" after all.
 */
export function prose(runs: Run | readonly Run[], fits: FitsLine = fitsUsually): PdfContent[] {
  return (Array.isArray(runs) ? runs : [runs]).flatMap((run: Run) => {
    const styled = typeof run === 'string' ? { text: run } : run
    const { text, ...style } = styled
    return joinPlain(text, (word) => fits(word, styled)).map((piece) => ({ ...style, ...piece }))
  })
}

/** A word this long is broken rather than let run over the edge. */
const longestUnbroken = 30
const fitsUsually: FitsLine = (text) => text.length <= longestUnbroken

type Piece = { text: string; noWrap?: boolean }

function joinPlain(text: string, fits: (word: string) => boolean): readonly Piece[] {
  const pieces: Piece[] = []
  for (const word of bindWords(text).match(/[^ ]+ *| +/g) ?? []) {
    const last = pieces.at(-1)
    if (/\S[/\-–]\S/.test(word) && fits(word)) pieces.push({ text: word, noWrap: true })
    else if (last !== undefined && last.noWrap !== true) last.text += word
    else pieces.push({ text: word })
  }
  return pieces
}
