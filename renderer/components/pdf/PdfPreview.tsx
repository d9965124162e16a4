import { ActionIcon, Button } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordException } from 'pdfjs-dist'
import { ErrorNote, WrongNote } from '../ErrorNote.tsx'
import { Keycaps } from '../Keycaps.tsx'
import { reportUnlessCancelled } from './draw-page.ts'
import type { PdfOrigin } from './pdf-document.ts'
import { PdfPage, pointPixels } from './PdfPage.tsx'
import classes from './PdfPreview.module.css'
import { PdfThumbs } from './PdfThumbs.tsx'
import { printPdf } from './print-pdf.ts'
import { useFullScreen } from './use-full-screen.ts'
import { usePageStack } from './use-page-stack.ts'
import { usePdf } from './use-pdf.ts'

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2] as const

type Props = {
  readonly file: File
  /** It is being drawn anew: what is shown is not printed any more. */
  readonly isStale?: boolean
  readonly actions: ReactNode
  readonly origin?: PdfOrigin
}

/**
 * The pages of the very bytes that are saved, with thumbnails, zoom and print; only those near its window are held. Loaded on
 * first use.
 */
export function PdfPreview({ file, isStale = false, actions, origin = 'own' }: Props) {
  const { t } = useTranslation('documents')
  const { pdf, sizes, error, onSize } = usePdf(file, origin)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const [isPrinting, setPrinting] = useState(false)
  const full = useFullScreen()
  const { ref: measured, space } = useSpace()
  const scale = scaleOf({ zoom, sizes, space })
  const heights = useMemo(() => sizes.map(({ height }) => height * scale * pointPixels), [sizes, scale])
  const { ref, onScroll, stack, held, current, goTo } = usePageStack(heights, { around })
  const pane = useMergedRef(measured, ref)
  const step = (by: 1 | -1): void => {
    const next = by === 1 ? zooms.find((at) => at > scale + 0.01) : zooms.findLast((at) => at < scale - 0.01)
    if (next !== undefined) setZoom(next)
  }
  const print = (): void => {
    if (pdf === null) return
    setPrinting(true)
    void printPdf(pdf)
      .catch(reportUnlessCancelled)
      .finally(() => setPrinting(false))
  }
  return (
    <dialog
      {...full.dialog}
      className={classes.preview}
      role={full.isFull ? 'dialog' : 'group'}
      aria-label={t('document')}
      data-testid="preview"
    >
      <div className={classes.bar}>
        <span className={classes.pages}>{pdf !== null && t('page', { number: current + 1, of: pdf.numPages })}</span>
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
        <Button
          size="compact-sm"
          variant="default"
          onClick={full.toggle}
          aria-keyshortcuts={full.isFull ? 'Escape' : 'F'}
        >
          {t(full.isFull ? 'leaveFull' : 'full')}&nbsp;
          <Keycaps shortcut={full.isFull ? 'escape' : 'f'} />
        </Button>
        <span className={classes.end}>
          <span className={classes.actions}>{actions}</span>
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
      <PdfThumbs pdf={pdf} sizes={sizes} current={current} onGo={goTo} />
      <div
        className={classes.scroll}
        ref={pane}
        tabIndex={0}
        role="group"
        aria-label={t('preview')}
        onScroll={onScroll}
      >
        <PdfTrouble error={error} origin={origin} />
        {pdf !== null && (
          <div
            className={classes.stack}
            style={{ height: stack.height, minWidth: widest(sizes) * scale * pointPixels }}
          >
            {held.map((page) => (
              <PdfPage
                key={page}
                pdf={pdf}
                number={page + 1}
                size={sizes[page] ?? noSize}
                scale={scale}
                top={stack.tops[page] ?? 0}
                onSize={onSize}
              />
            ))}
          </div>
        )}
      </div>
    </dialog>
  )
}

/** So that a scroll meets pages drawn; each more costs megabytes. */
const around = 1 / 4

const noSize = { width: 0, height: 0 }

/** Papers of others may be damaged or locked; where one of ours is, the program is at fault. */
function PdfTrouble({ error, origin }: { error: unknown; origin: PdfOrigin }) {
  const { t } = useTranslation('documents')
  if (error === null) return null
  if (origin === 'own') return <ErrorNote error={error} />
  return <WrongNote text={t(error instanceof PasswordException ? 'locked' : 'damaged')} />
}

/** Pixels across that the pane has for pages, inside its padding and its scrollbar; 0 before it is known. */
function useSpace() {
  const [space, setSpace] = useState(0)
  const ref = useCallback((pane: HTMLDivElement | null) => {
    if (pane === null) return undefined
    const observer = new ResizeObserver(([entry]) => setSpace(entry?.contentRect.width ?? 0))
    observer.observe(pane)
    return () => observer.disconnect()
  }, [])
  return { ref, space }
}

type ScaleInput = {
  readonly zoom: number | 'fit'
  readonly sizes: ReturnType<typeof usePdf>['sizes']
  readonly space: number
}

/** What was chosen, or that at which the widest page fits the pane, at most life size and a half; lower where a browser ends. */
function scaleOf({ zoom, sizes, space }: ScaleInput): number {
  const width = widest(sizes) * pointPixels
  const fit = width === 0 || space === 0 ? 1 : Math.min(1.5, space / width)
  const height = sizes.reduce((sum, size) => sum + size.height, 0) * pointPixels
  return Math.min(zoom === 'fit' ? fit : zoom, tallest / window.devicePixelRatio / Math.max(1, height))
}

/** Pixels of the screen, somewhat below the height of a box at which Chromium ends (2^25). */
const tallest = 33_000_000

const widest = (sizes: ScaleInput['sizes']): number => sizes.reduce((most, { width }) => Math.max(most, width), 0)
