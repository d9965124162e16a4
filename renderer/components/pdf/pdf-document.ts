import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href

/**
 * Reads a PDF for drawing. Nothing is fetched: the fonts stand in the file, and neither WebAssembly nor outside maps
 * are used. The caller destroys the document (`loadingTask.destroy`).
 */
export async function loadPdf(file: Blob): Promise<PDFDocumentProxy> {
  return getDocument({ data: await file.arrayBuffer(), useWasm: false, useSystemFonts: false }).promise
}
