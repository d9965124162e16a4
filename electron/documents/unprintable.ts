import type { UnprintableText } from '../../shared/api/unprintable-text.ts'
import { openPen, penHasGlyph, type Pen } from './certificate/pen.ts'
import { composeText, mapTexts } from './compose-text.ts'
import { hasOddSigns, oddSigns, printableText } from './printable-text.ts'

/**
 * The signs that the face of the documents lacks, in texts that hold any: each text once. Where no text has anything but
 * ASCII and Vietnamese, the face is not opened.
 */
export function findUnprintable(texts: readonly string[], resources: string): readonly UnprintableText[] {
  const odd = [...new Set(texts)].filter(hasOddSigns)
  if (odd.length === 0) return []
  const pen = openPen({ title: '', createdAt: new Date(0), resources })
  return odd.flatMap((text) => {
    const hasGlyph = (codePoint: number): boolean => penHasGlyph(pen, codePoint)
    const signs = oddSigns(text, hasGlyph)
    return signs.length === 0 ? [] : [{ text, signs, printed: printableText(text, hasGlyph) }]
  })
}

/**
 * A copy of plain data with each text as it can be set in the face of the documents. One rule for whatever leaves with a
 * name on it, in any format: PDF, Word, our Excel lists and the rows in the province's own workbook print one name. A
 * workbook could hold any sign, but a list that calls a product otherwise than its decision does is of no use to whoever
 * compares them. The record, and the session workbook that carries it, keep what was typed.
 */
export function asPrinted<Data>(data: Data, resources: string): Data {
  return mapTexts(composeText(data), printerOf(resources))
}

/** Texts as they can be set; the face is opened with the first that needs it. */
export function printerOf(resources: string): (text: string) => string {
  let pen: Pen | undefined
  return (text) => {
    if (!hasOddSigns(text)) return text
    const opened = (pen ??= openPen({ title: '', createdAt: new Date(0), resources }))
    const printed = printableText(text, (codePoint) => penHasGlyph(opened, codePoint))
    // What was left out at an end leaves no space before the mark that a sentence puts there.
    return printed === text ? text : printed.trim()
  }
}
