import type { UnprintableText } from '../../shared/api/documents.ts'
import { openPen, penHasGlyph } from './certificate/pen.ts'
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
