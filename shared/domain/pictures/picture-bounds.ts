/** What is drawn of a picture that somebody chose, in pixels: four bytes each while it is drawn. A phone's has 12 to 64 million. */
export const drawnPicture = { side: 16_384, pixels: 65_000_000 } as const

/** What the file keeps of each, so that 300 of them, which every backup copies, weigh some 50 MB (`docs/decisions/0054-pictures-in-the-file.md`). */
export const keptPicture = { side: 1280, bytes: 256 * 1024 } as const

type Size = { readonly width: number; readonly height: number }

/** True for one that can be drawn without filling the memory. */
export function isDrawable({ width, height }: Size): boolean {
  return Math.max(width, height) <= drawnPicture.side && width * height <= drawnPicture.pixels
}

/** The size, in whole pixels, whose longer side is at most `side`: never larger than it is, and never without a pixel. */
export function shrunkTo({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
