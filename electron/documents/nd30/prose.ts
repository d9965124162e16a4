import type { PdfContent } from '../render-pdf.ts'

/** A stretch of text in one style. */
export type Run = string | { readonly text: string; readonly bold?: boolean; readonly italics?: boolean }

/**
 * Text for a paragraph that breaks between words only. The layout library would also break after "/" and "-" and, in
 * a justified line, pull the pieces apart: "26/2026/QĐ- TTg". A number stays with its "sao" or "điểm".
 */
export function prose(runs: Run | readonly Run[]): PdfContent[] {
  return (Array.isArray(runs) ? runs : [runs]).flatMap((run: Run) => {
    const { text, ...style } = typeof run === 'string' ? { text: run } : run
    return joinPlain(text).map((piece) => ({ ...style, ...piece }))
  })
}

/** A word this long is broken rather than let run over the edge. */
const longestUnbroken = 30

type Piece = { text: string; noWrap?: boolean }

function joinPlain(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const word of text.match(/(?:[^ ]*\d (?=sao|điểm))?[^ ]+ *| +/g) ?? []) {
    const last = pieces.at(-1)
    if (/\S[/\-– ]\S/.test(word) && word.length <= longestUnbroken) pieces.push({ text: word, noWrap: true })
    else if (last !== undefined && last.noWrap !== true) last.text += word
    else pieces.push({ text: word })
  }
  return pieces
}
