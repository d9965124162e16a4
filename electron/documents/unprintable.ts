import type { UnprintableText } from '../../shared/api/documents.ts'
import { openPen, penHasGlyph, type Pen } from './certificate/pen.ts'
import { mapTexts } from './compose-text.ts'
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
 * A copy of plain data with each text as it can be set in the face of the documents, for every format alike: a product has
 * one name in PDF, Word and Excel.
 */
export function asPrinted<Data>(data: Data, resources: string): Data {
  let pen: Pen | undefined
  return mapTexts(data, (text) => {
    if (!hasOddSigns(text)) return text
    const opened = (pen ??= openPen({ title: '', createdAt: new Date(0), resources }))
    return printableText(text, (codePoint) => penHasGlyph(opened, codePoint))
  })
}
