import { PDFiumModule } from '@hyzyla/pdfium'
import { loadWasm } from './load-wasm.ts'

/** PDFium's functions that pages are read with, by short names; handles and places in its memory are numbers, 0 for none. */
export type Pdfium = Awaited<ReturnType<typeof loadPdfium>>

export async function loadPdfium() {
  // The place of the binary that is handed over is asked for all the same.
  const module = await PDFiumModule({ wasmBinary: loadWasm('pdfium'), locateFile: () => '' })
  const {
    _FPDF_InitLibraryWithConfig: start,
    _FPDF_LoadMemDocument: openDocument,
    _FPDF_GetLastError: lastError,
    _FPDF_GetPageCount: countPages,
    _FPDF_CloseDocument: closeDocument,
    _FPDF_LoadPage: openPage,
    _FPDF_GetPageWidth: pageWidth,
    _FPDF_GetPageHeight: pageHeight,
    _FPDF_RenderPageBitmap: drawPage,
    _FPDF_ClosePage: closePage,
    _FPDFPage_CountObjects: countObjects,
    _FPDFPage_GetObject: objectAt,
    _FPDFPageObj_GetType: typeOf,
    _FPDFImageObj_GetImagePixelSize: writeSize,
    _FPDFImageObj_GetBitmap: bitmapOf,
    _FPDFImageObj_GetImageDataRaw: writeRaw,
    _FPDFBitmap_CreateEx: makeBitmap,
    _FPDFBitmap_FillRect: fillBitmap,
    _FPDFBitmap_GetWidth: bitmapWidth,
    _FPDFBitmap_GetHeight: bitmapHeight,
    _FPDFBitmap_GetStride: bitmapStride,
    _FPDFBitmap_GetFormat: bitmapFormat,
    _FPDFBitmap_GetBuffer: bitmapBuffer,
    _FPDFBitmap_Destroy: endBitmap,
  } = module
  start({})
  return {
    malloc: module.wasmExports.malloc,
    free: module.wasmExports.free,
    /** Its memory: another view after each call that may have grown it. */
    memory: () => module.HEAPU8,
    openDocument,
    lastError,
    countPages,
    closeDocument,
    openPage,
    pageWidth,
    pageHeight,
    drawPage,
    closePage,
    countObjects,
    objectAt,
    typeOf,
    writeSize,
    bitmapOf,
    writeRaw,
    makeBitmap,
    fillBitmap,
    bitmapWidth,
    bitmapHeight,
    bitmapStride,
    bitmapFormat,
    bitmapBuffer,
    endBitmap,
  }
}
