import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { drawPage, reportUnlessCancelled } from './draw-page.ts'
import type { PageSize } from './PdfPage.tsx'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import classes from './PdfPreview.module.css'

const width = 90

type Props = {
  pdf: PDFDocumentProxy
  number: number
  size: PageSize
  isCurrent: boolean
  onGo: () => void
}

/** A small page that leads to the large one. */
export function PdfThumb({ pdf, number, size, isCurrent, onGo }: Props) {
  const { t } = useTranslation('documents')
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let task: ReturnType<typeof drawPage> | null = null
    let isLeft = false
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number)
      if (isLeft || canvas.current === null) return
      task = drawPage({
        page,
        canvas: canvas.current,
        scale: width / size.width,
        pixelRatio: window.devicePixelRatio,
        purpose: 'display',
      })
      await task.promise
    }
    draw().catch(reportUnlessCancelled)
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
