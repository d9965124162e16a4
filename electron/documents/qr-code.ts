import { encode } from 'uqr'
import type { PdfContent } from './render-pdf.ts'

/**
 * A QR code drawn as black rectangles, one a run of dark modules: sharp at any scale, no picture in the file. The caller
 * leaves four modules of white around it.
 * @param side points.
 */
export const qrCode = ({ text, side }: { text: string; side: number }): PdfContent => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = side / size
  return {
    canvas: data.flatMap((row, y) =>
      runsOf(row).map(({ from, length }) => ({
        type: 'rect' as const,
        x: from * module,
        y: y * module,
        w: length * module,
        h: module,
        lineWidth: 0,
        color: 'black',
      })),
    ),
  }
}

const runsOf = (row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] => {
  const runs: { from: number; length: number }[] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last !== undefined && last.from + last.length === x) last.length += 1
    else runs.push({ from: x, length: 1 })
  })
  return runs
}
