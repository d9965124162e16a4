import type { PdfContent } from './render-pdf.ts'

/**
 * A QR code drawn as black rectangles, one a run of dark modules: sharp at any scale, no picture in the file. The caller
 * leaves four modules of white around it. For the layout it is one square.
 * @param side points.
 */
export function qrCode(text: string, side: number): PdfContent {
  const square = { type: 'rect' as const, x: 0, y: 0, w: side, h: side, lineWidth: 0, color: 'black', qrText: text }
  return { canvas: [square] }
}
