import { ActionIcon, Button } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote, WrongNote } from '../ErrorNote.tsx'
import { PdfPage, type PageSize } from './PdfPage.tsx'
import { PasswordException, type PDFDocumentProxy } from 'pdfjs-dist'
import { loadPdf, type PdfOrigin } from './pdf-document.ts'
import classes from './PdfPreview.module.css'
import { PdfThumb } from './PdfThumb.tsx'
import { printPdf } from './print-pdf.ts'

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2] as const

type Props = {
  readonly file: File
  /** It is being drawn anew: what is shown is not printed any more. */
  readonly isStale?: boolean
  readonly actions: ReactNode
  readonly origin?: PdfOrigin
}

/** The pages of the very bytes that are saved, with thumbnails, zoom and print. Loaded on first use. */
export function PdfPreview({ file, isStale = false, actions, origin = 'own' }: Props) {
  const { t } = useTranslation('documents')
  const { pdf, sizes, error } = usePdf(file, origin)
  const scroll = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const [current, setCurrent] = useState(1)
  const [isPrinting, setPrinting] = useState(false)
  const fit = useFit(scroll, Math.max(0, ...sizes.map((size) => size.width)))
  const scale = zoom === 'fit' ? fit : zoom
  const step = (by: 1 | -1): void => {
    const next = by === 1 ? zooms.find((at) => at > scale + 0.01) : zooms.findLast((at) => at < scale - 0.01)
    if (next !== undefined) setZoom(next)
  }
  const goTo = (number: number): void => {
    const page = scroll.current?.querySelector<HTMLElement>(`[data-page="${number}"]`)
    if (page !== null && page !== undefined) scroll.current?.scrollTo({ top: page.offsetTop - 8 })
  }
  const print = (): void => {
    if (pdf === null) return
    setPrinting(true)
    void printPdf(pdf).finally(() => setPrinting(false))
  }
  return (
    <div className={classes.preview} data-testid="preview">
      <div className={classes.bar}>
        <span className={classes.pages}>{pdf !== null && t('page', { number: current, of: pdf.numPages })}</span>
        <ActionIcon variant="default" size="md" aria-label={t('zoomOut')} onClick={() => step(-1)}>
          −
        </ActionIcon>
        <span className={classes.zoom}>{Math.round(scale * 100)}%</span>
        <ActionIcon variant="default" size="md" aria-label={t('zoomIn')} onClick={() => step(1)}>
          +
        </ActionIcon>
        <Button size="compact-sm" variant={zoom === 'fit' ? 'light' : 'default'} onClick={() => setZoom('fit')}>
          {t('fit')}
        </Button>
        <span className={classes.end}>
          {actions}
          <Button
            size="compact-sm"
            variant="default"
            loading={isPrinting}
            disabled={pdf === null || isStale}
            onClick={print}
          >
            {t('print')}
          </Button>
        </span>
      </div>
      <div className={classes.thumbs} role="group" aria-label={t('pages')}>
        {pdf !== null &&
          sizes.map((size, index) => (
            <PdfThumb
              key={index}
              pdf={pdf}
              number={index + 1}
              size={size}
              isCurrent={current === index + 1}
              onGo={() => goTo(index + 1)}
            />
          ))}
      </div>
      <div
        className={classes.scroll}
        ref={scroll}
        tabIndex={0}
        role="group"
        aria-label={t('preview')}
        onScroll={(event) => setCurrent(pageAt(event.currentTarget))}
      >
        <PdfTrouble error={error} origin={origin} />
        {pdf !== null &&
          sizes.map((size, index) => <PdfPage key={index} pdf={pdf} number={index + 1} size={size} scale={scale} />)}
      </div>
    </div>
  )
}

/** Papers of others may be damaged or locked; where one of ours is, the program is at fault. */
function PdfTrouble({ error, origin }: { error: unknown; origin: PdfOrigin }) {
  const { t } = useTranslation('documents')
  if (error === null) return null
  if (origin === 'own') return <ErrorNote error={error} />
  return <WrongNote text={t(error instanceof PasswordException ? 'locked' : 'damaged')} />
}

type LoadedPdf = { readonly pdf: PDFDocumentProxy | null; readonly sizes: readonly PageSize[]; readonly error: unknown }

function usePdf(file: File, origin: PdfOrigin): LoadedPdf {
  const [loaded, setLoaded] = useState<LoadedPdf>({ pdf: null, sizes: [], error: null })
  useEffect(() => {
    let isLeft = false
    let opened: PDFDocumentProxy | null = null
    const open = async (): Promise<void> => {
      const pdf = await loadPdf(file, origin)
      if (isLeft) return void pdf.loadingTask.destroy()
      opened = pdf
      const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_page, index) => pdf.getPage(index + 1)))
      if (!isLeft) setLoaded({ pdf, sizes: pages.map((page) => page.getViewport({ scale: 1 })), error: null })
    }
    open().catch((error: unknown) => {
      // Pages on their way when the preview is left are refused: nobody waits for them.
      if (isLeft) return
      if (origin === 'own') reportError(error)
      setLoaded({ pdf: null, sizes: [], error })
    })
    return () => {
      isLeft = true
      void opened?.loadingTask.destroy()
    }
  }, [file, origin])
  return loaded
}

/** The scale at which the widest page fits the pane, at most life size and a half. */
function useFit(scroll: RefObject<HTMLElement | null>, width: number): number {
  const [space, setSpace] = useState(0)
  useEffect(() => {
    const pane = scroll.current
    if (pane === null) return undefined
    const observer = new ResizeObserver(() => setSpace(pane.clientWidth - 26))
    observer.observe(pane)
    return () => observer.disconnect()
  }, [scroll])
  return width === 0 || space <= 0 ? 1 : Math.min(1.5, space / ((width * 96) / 72))
}

function pageAt(pane: HTMLElement): number {
  const middle = pane.scrollTop + pane.clientHeight / 2
  const pages = [...pane.querySelectorAll<HTMLElement>('[data-page]')]
  const at = pages.findLast((page) => page.offsetTop <= middle) ?? pages[0]
  return Number(at?.dataset['page'] ?? 1)
}
