import { useTranslation } from 'react-i18next'
import type { PageSize } from './draw-page.ts'
import type { OpenPdf } from './open-pdf.ts'
import { useDrawnPage } from './use-drawn-page.ts'
import classes from './PdfPreview.module.css'

type Props = {
  readonly pdf: OpenPdf
  /** From 1. */
  readonly number: number
  readonly size: PageSize
  /** 1 = life size. */
  readonly scale: number
  /** Pixels from the top of the stack. */
  readonly top: number
  readonly onSize: (number: number, size: PageSize) => void
}

/** Pixels of a point at life size. */
export const pointPixels = 96 / 72

/** One page on white; its text stands beside it for screen readers. */
export function PdfPage({ pdf, number, size, scale, top, onSize }: Props) {
  const { t } = useTranslation('documents')
  const { ref, isDrawn, text } = useDrawnPage({ pdf, number, scale: scale * pointPixels, onSize, isRead: true })
  const [width, height] = [size.width * scale * pointPixels, size.height * scale * pointPixels]
  return (
    <div className={classes.page} style={{ top, width, height }} data-page={number}>
      <canvas ref={ref} aria-hidden="true" data-drawn={isDrawn || undefined} />
      <div className="visually-hidden" role="document" aria-label={t('page', { number, of: pdf.numPages })}>
        {text}
      </div>
    </div>
  )
}
