import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

/**
 * Reads a PDF for drawing. Nothing is fetched: the fonts stand in the file, and neither WebAssembly nor outside maps
 * are used. The caller destroys the document (`loadingTask.destroy`).
 */
export const loadPdf = async (file: Blob): Promise<PDFDocumentProxy> =>
  getDocument({ data: await file.arrayBuffer(), useWasm: false, useSystemFonts: false }).promise
