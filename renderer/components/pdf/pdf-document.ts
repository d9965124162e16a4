import { getDocument, GlobalWorkerOptions, version, type PDFDocumentProxy } from 'pdfjs-dist'

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href

/** Where the build puts what unpacks a scanner's pictures (`pdfDecoders` in `electron.vite.config.ts`). */
const decoders = new URL(`assets/pdf-${version}/`, document.baseURI).href

/** `own`: made by this program. `foreign`: scans and papers of others, whose fonts may be those of this machine. */
export type PdfOrigin = 'own' | 'foreign'

/**
 * Reads a PDF for drawing. Nothing comes from outside the page's own files, and no WebAssembly is used. The caller destroys
 * the document (`loadingTask.destroy`).
 */
export async function loadPdf(file: Blob, origin: PdfOrigin): Promise<PDFDocumentProxy> {
  const data = await file.arrayBuffer()
  const isForeign = origin === 'foreign'
  return getDocument({ data, useWasm: false, useSystemFonts: isForeign, ...(isForeign && { wasmUrl: decoders }) })
    .promise
}
