import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { drawPage } from './draw-page.ts'
import type { PageSize } from './PdfPage.tsx'
import type { PDFDocumentProxy } from './pdf-document.ts'
import classes from './PdfPreview.module.css'

const width = 90

/** A small page that leads to the large one. */
export const PdfThumb = ({
  pdf,
  number,
  size,
  isCurrent,
  onGo,
}: {
  pdf: PDFDocumentProxy
  number: number
  size: PageSize
  isCurrent: boolean
  onGo: () => void
}) => {
  const { t } = useTranslation('documents')
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let task: ReturnType<typeof drawPage> | null = null
    let isLeft = false
    void pdf.getPage(number).then(async (page) => {
      if (isLeft || canvas.current === null) return
      task = drawPage({
        page,
        canvas: canvas.current,
        scale: width / size.width,
        pixelRatio: window.devicePixelRatio,
        purpose: 'display',
      })
      await task.promise.catch(() => {})
    })
    return () => {
      isLeft = true
      task?.cancel()
    }
  }, [pdf, number, size])
  return (
    <button
      type="button"
      className={classes.thumb}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={t('goToPage', { number })}
      onClick={onGo}
    >
      <canvas ref={canvas} style={{ aspectRatio: `${size.width} / ${size.height}` }} aria-hidden="true" />
      {number}
    </button>
  )
}
