/** A face as the layout of its glyphs is asked for; of the font library only what is used, which ships no types for it. */
export type MarkedFace = {
  readonly unitsPerEm: number
  readonly glyphForCodePoint: (codePoint: number) => Glyph
  layout: (text: string, features?: unknown) => GlyphRun
}

type Glyph = {
  readonly codePoints: readonly number[]
  readonly advanceWidth: number
  readonly bbox: { readonly minX: number; readonly maxX: number; readonly minY: number; readonly maxY: number }
}

type GlyphRun = {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly { readonly xAdvance: number; xOffset: number; yOffset: number }[]
}

/**
 * Makes a face set marks that are no part of a letter over its middle, as `ơ̆` and `ê̆` of minority languages need: the upright
 * and the slanted Tinos say nowhere where a mark stands, so that it hung over the next letter. What a face says itself stays.
 */
export function placeMarks(face: MarkedFace): void {
  const layOut = face.layout.bind(face)
  face.layout = (text, features) => {
    const run = layOut(text, features)
    if (/\p{M}/u.test(text)) settle(run, face)
    return run
  }
}

function settle({ glyphs, positions }: GlyphRun, face: MarkedFace): void {
  const gap = face.unitsPerEm * gapInEms
  let base: { readonly body: Glyph['bbox']; readonly advance: number } | null = null
  let top = 0
  for (const [index, glyph] of glyphs.entries()) {
    const position = positions[index]
    const letter = String.fromCodePoint(...glyph.codePoints)
    if (position === undefined) continue
    if (!/^\p{M}/u.test(letter)) {
      const body = bodyOf(letter, face) ?? glyph.bbox
      base = { body, advance: position.xAdvance }
      top = body.maxY
      continue
    }
    const isFree = position.xAdvance === 0 && position.xOffset === 0 && position.yOffset === 0
    if (base === null || !isFree) continue
    const { minX, maxX, minY, maxY } = glyph.bbox
    position.xOffset = Math.round((base.body.minX + base.body.maxX - minX - maxX) / 2 - base.advance)
    if (minY <= 0) continue
    position.yOffset = Math.max(0, Math.round(top + gap - minY))
    top = maxY + position.yOffset
  }
}

/** Between a letter and its mark, and between two marks. */
const gapInEms = 0.055

/** The letter without its horn, which stands beside it. */
function bodyOf(letter: string, face: MarkedFace): Glyph['bbox'] | null {
  const plain = letter.normalize('NFD').replaceAll('\u031b', '').normalize('NFC')
  const code = [...plain].length === 1 ? plain.codePointAt(0) : undefined
  return code === undefined ? null : face.glyphForCodePoint(code).bbox
}
