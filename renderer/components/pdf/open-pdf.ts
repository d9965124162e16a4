import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

/** A PDF that is read page by page, however long it is. */
export type OpenPdf = {
  readonly numPages: number
  /** Does something with a page (from 1), which is let go of afterwards. @throws PdfLeft once it was destroyed, whatever went wrong */
  readonly withPage: <Result>(number: number, work: (page: PDFPageProxy) => Promise<Result>) => Promise<Result>
  readonly destroy: () => void
}

/** Its document was given back: nobody waits for the page. */
export class PdfLeft extends Error {
  override name = 'PdfLeft'
}

/** What reads a document keeps something of every page: after so many it is begun anew, which takes a fraction of a second. */
const pagesARead = 200

type Reader = { readonly pdf: PDFDocumentProxy; inUse: number; read: number; isOld: boolean }

/** Opens a PDF; the caller destroys it. @param load reads the file, the same each time @throws what `load` throws the first time */
export async function openPdf(load: () => Promise<PDFDocumentProxy>): Promise<OpenPdf> {
  const begin = async (): Promise<Reader> => ({ pdf: await load(), inUse: 0, read: 0, isOld: false })
  const end = ({ pdf }: Reader): void => void pdf.loadingTask.destroy()
  let reader = await begin()
  let isEnded = false
  let isRenewed = false
  const { numPages } = reader.pdf

  const renew = async (): Promise<void> => {
    isRenewed = true
    try {
      const fresh = await begin()
      if (isEnded) return end(fresh)
      const old = reader
      reader = fresh
      old.isOld = true
      if (old.inUse === 0) end(old)
    } finally {
      isRenewed = false
    }
  }

  return {
    numPages,
    withPage: async (number, work) => {
      if (isEnded) throw new PdfLeft()
      const own = reader
      own.inUse += 1
      own.read += 1
      try {
        const page = await own.pdf.getPage(number)
        try {
          return await work(page)
        } finally {
          page.cleanup()
        }
      } catch (error) {
        throw isEnded ? new PdfLeft('', { cause: error }) : error
      } finally {
        own.inUse -= 1
        if (own.isOld && own.inUse === 0) end(own)
        // Where a file cannot be opened once more, the first reader goes on.
        else if (own.read >= pagesARead && !own.isOld && !isRenewed && !isEnded) renew().catch(() => {})
      }
    },
    destroy: () => {
      isEnded = true
      end(reader)
    },
  }
}
