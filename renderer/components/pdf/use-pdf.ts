import { useCallback, useEffect, useState } from 'react'
import { openPdf, type OpenPdf } from './open-pdf.ts'
import { loadPdf, type PdfOrigin } from './pdf-document.ts'
import { sizeOf, type PageSize } from './draw-page.ts'

type LoadedPdf = { readonly pdf: OpenPdf | null; readonly sizes: readonly PageSize[]; readonly error: unknown }

const nothing: LoadedPdf = { pdf: null, sizes: [], error: null }

/** Up to so many pages, as papers that are read have with their annexes, all sizes are asked for before any is shown. */
const mostAsked = 40

/**
 * A PDF with the sizes of its pages. Of a long one they are taken to be as those before until `onSize` says what a page has.
 * The document and its worker are given back once the file is another or the preview is left.
 */
export function usePdf(file: File, origin: PdfOrigin) {
  const [loaded, setLoaded] = useState(nothing)
  useEffect(() => {
    let isLeft = false
    let opened: OpenPdf | null = null
    const open = async (): Promise<void> => {
      const pdf = await openPdf(() => loadPdf(file, origin))
      if (isLeft) return pdf.destroy()
      opened = pdf
      const first = pdf.numPages > mostAsked ? 1 : pdf.numPages
      const numbers = Array.from({ length: first }, (_page, index) => index + 1)
      const known = await Promise.all(numbers.map((number) => pdf.withPage(number, async (page) => sizeOf(page))))
      const last = known.at(-1) ?? { width: 0, height: 0 }
      const sizes = [...known, ...Array.from({ length: pdf.numPages - first }, () => last)]
      if (!isLeft) setLoaded({ pdf, sizes, error: null })
    }
    open().catch((error: unknown) => {
      // Pages on their way when the preview is left are refused: nobody waits for them.
      if (isLeft) return
      if (origin === 'own') reportError(error)
      setLoaded({ ...nothing, error })
    })
    return () => {
      isLeft = true
      opened?.destroy()
    }
  }, [file, origin])
  const onSize = useCallback((number: number, { width, height }: PageSize) => {
    setLoaded((now) => {
      const taken = now.sizes[number - 1]
      if (taken === undefined || (taken.width === width && taken.height === height)) return now
      return { ...now, sizes: now.sizes.with(number - 1, { width, height }) }
    })
  }, [])
  return { ...loaded, onSize }
}
