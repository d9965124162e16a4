import { getDocument, GlobalWorkerOptions, PDFWorker, version } from 'pdfjs-dist'
import type { PdfSource } from './open-pdf.ts'

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href

/** Where the build puts what unpacks a scanner's pictures (`pdfDecoders` in `electron.vite.config.ts`). */
const decoders = new URL(`assets/pdf-${version}/`, document.baseURI).href

/** `own`: made by this program. `foreign`: scans and papers of others, whose fonts may be those of this machine. */
export type PdfOrigin = 'own' | 'foreign'

/**
 * A PDF for drawing, however often it is begun anew in one and the same worker. Nothing comes from outside the page's own
 * files, and no WebAssembly is used.
 */
export function pdfSource(file: Blob, origin: PdfOrigin): PdfSource {
  const worker = new PDFWorker()
  const isForeign = origin === 'foreign'
  const asked = { worker, useWasm: false, useSystemFonts: isForeign, ...(isForeign && { wasmUrl: decoders }) }
  return {
    load: async () => getDocument({ ...asked, data: await file.arrayBuffer() }).promise,
    close: () => worker.destroy(),
  }
}
