import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageSize } from './draw-page.ts'
import type { OpenPdf } from './open-pdf.ts'
import { useDrawnPage } from './use-drawn-page.ts'
import { usePageStack } from './use-page-stack.ts'
import classes from './PdfPreview.module.css'

/** Pixels: of a small page, and of what its button has around it and below for the number. */
const width = 90
const around = 30

type Props = {
  readonly pdf: OpenPdf | null
  readonly sizes: readonly PageSize[]
  /** From 0. */
  readonly current: number
  readonly onGo: (page: number) => void
}

/** Small pages that lead to the large ones, and go along with them. */
export function PdfThumbs({ pdf, sizes, current, onGo }: Props) {
  const { t } = useTranslation('documents')
  const [focused, setFocused] = useState(-1)
  const heights = useMemo(() => sizes.map((size) => heightOf(size) + around), [sizes])
  const { ref, onScroll, stack, held, isInView, goTo } = usePageStack(heights, { around: 1, named: [focused] })
  useEffect(() => {
    if (!isInView(current)) goTo(current)
    // Who scrolls the small pages themselves looks for another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current])
  return (
    <div className={classes.thumbs} ref={ref} onScroll={onScroll} role="group" aria-label={t('pages')}>
      <div className={classes.stack} style={{ height: stack.height }} onBlur={() => setFocused(-1)}>
        {pdf !== null &&
          held.map((page) => (
            <button
              key={page}
              type="button"
              className={classes.thumb}
              style={{ top: stack.tops[page] }}
              aria-current={current === page ? 'page' : undefined}
              aria-label={t('goToPage', { number: page + 1 })}
              onClick={() => onGo(page)}
              onFocus={() => setFocused(page)}
            >
              <PdfThumb pdf={pdf} number={page + 1} size={sizes[page] ?? noSize} />
              {page + 1}
            </button>
          ))}
      </div>
    </div>
  )
}

const noSize = { width: 1, height: 1 }

const heightOf = (size: PageSize): number => (width * size.height) / size.width

function PdfThumb({ pdf, number, size }: { pdf: OpenPdf; number: number; size: PageSize }) {
  const { ref } = useDrawnPage({ pdf, number, scale: width / size.width })
  return <canvas ref={ref} style={{ width, height: heightOf(size) }} aria-hidden="true" />
}
