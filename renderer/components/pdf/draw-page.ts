import { RenderingCancelledException, type PDFPageProxy } from 'pdfjs-dist'
import { PdfLeft } from './open-pdf.ts'

/** Size of a page in points. */
export type PageSize = { readonly width: number; readonly height: number }

/** As the page is turned. */
export function sizeOf(page: PDFPageProxy): PageSize {
  const { width, height } = page.getViewport({ scale: 1 })
  return { width, height }
}

type DrawPageInput = {
  page: PDFPageProxy
  canvas: HTMLCanvasElement
  scale: number
  pixelRatio: number
  purpose: 'display' | 'print'
}

/** Draws a page so that it is sharp at `scale` (1 = 72 points an inch) on a screen of that pixel ratio. */
export function drawPage({ page, canvas, scale, pixelRatio, purpose }: DrawPageInput) {
  const viewport = page.getViewport({ scale: scale * pixelRatio })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  return page.render({ canvas, viewport, intent: purpose })
}

/** A page that scrolls away or is closed cancels its drawing, which is no error, nor is a document left; anything else is a defect. */
export function reportUnlessCancelled(error: unknown): void {
  if (!(error instanceof RenderingCancelledException || error instanceof PdfLeft)) reportError(error)
}
