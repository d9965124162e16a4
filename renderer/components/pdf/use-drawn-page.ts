import { useEffect, useRef, useState } from 'react'
import { drawPage, reportUnlessCancelled, sizeOf, type PageSize } from './draw-page.ts'
import type { OpenPdf } from './open-pdf.ts'

type Asked = {
  readonly pdf: OpenPdf
  /** From 1. */
  readonly number: number
  /** 1 = 72 points an inch. */
  readonly scale: number
  /** Told the page's true size, before it is drawn. */
  readonly onSize?: (number: number, size: PageSize) => void
  /** Its words are wanted too. */
  readonly isRead?: boolean
}

/**
 * Draws a page on the canvas that `ref` goes to. What was read of the page is let go once it is drawn, and what the canvas
 * holds once it leaves.
 */
export function useDrawnPage({ pdf, number, scale, onSize, isRead = false }: Asked) {
  const ref = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  const [text, setText] = useState('')
  useEffect(() => {
    const canvas = ref.current
    if (canvas === null) return undefined
    let isLeft = false
    let task: ReturnType<typeof drawPage> | null = null
    const drawn = pdf.withPage(number, async (page) => {
      if (isLeft) return
      onSize?.(number, sizeOf(page))
      task = drawPage({ page, canvas, scale, pixelRatio: window.devicePixelRatio, purpose: 'display' })
      await task.promise
      if (isLeft) return
      setDrawn(true)
      if (!isRead) return
      const { items } = await page.getTextContent()
      if (!isLeft) setText(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    })
    drawn.catch((error: unknown) => {
      // Of a document that was given back, nobody waits for a page.
      if (!isLeft) reportUnlessCancelled(error)
    })
    return () => {
      isLeft = true
      task?.cancel()
      canvas.width = 0
      canvas.height = 0
    }
  }, [pdf, number, scale, onSize, isRead])
  return { ref, isDrawn, text }
}
