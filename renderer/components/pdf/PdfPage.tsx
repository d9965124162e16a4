import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { drawPage, reportUnlessCancelled } from './draw-page.ts'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import classes from './PdfPreview.module.css'

/** Size of a page in points. */
export type PageSize = { readonly width: number; readonly height: number }

type Props = {
  pdf: PDFDocumentProxy
  number: number
  size: PageSize
  scale: number
}

/** One page on white, drawn when it comes near the window; its text stands beside it for screen readers. */
export function PdfPage({ pdf, number, size, scale }: Props) {
  const { t } = useTranslation('documents')
  const frame = useRef<HTMLDivElement>(null)
  const isNear = useNear(frame)
  const [text, setText] = useState('')
  useEffect(() => {
    const canvas = frame.current?.querySelector('canvas')
    if (!isNear || canvas === null || canvas === undefined) return undefined
    let isLeft = false
    let task: ReturnType<typeof drawPage> | null = null
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number)
      if (isLeft) return
      task = drawPage({
        page,
        canvas,
        scale: (scale * 96) / 72,
        pixelRatio: window.devicePixelRatio,
        purpose: 'display',
      })
      await task.promise
      const content = await page.getTextContent()
      if (!isLeft)
        setText(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    }
    draw().catch(reportUnlessCancelled)
    return () => {
      isLeft = true
      task?.cancel()
    }
  }, [pdf, number, scale, isNear])
  const shape = { width: (size.width * scale * 96) / 72, height: (size.height * scale * 96) / 72 }
  return (
    <div ref={frame} className={classes.page} style={shape} data-page={number}>
      <canvas aria-hidden="true" data-drawn={text !== '' || undefined} />
      <div className="visually-hidden" role="document" aria-label={t('page', { number, of: pdf.numPages })}>
        {text}
      </div>
    </div>
  )
}

function useNear(frame: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const target = frame.current
    if (target === null) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: '800px' },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [frame])
  return isNear
}
