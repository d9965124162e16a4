import { useLayoutEffect, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperBallot } from '../../../shared/api/paper-ballots.ts'
import classes from './BallotScreen.module.css'
import { CopySheet, PageSheet } from './PageSheet.tsx'
import type { PaperDesk } from './paper-desk.ts'

type Props = {
  readonly ref: { current: HTMLDivElement | null } & Ref<HTMLDivElement>
  readonly ballot: PaperBallot
  readonly desk: PaperDesk
  readonly onDrawn: (page: number, url: string) => void
  readonly onGo: (row: number) => void
}

/** All pages of a ballot, beside or below each other as there is room, with what was read; the current criterion is in sight. */
export function PagesPane({ ref, ballot, desk, onDrawn, onGo }: Props) {
  const { t } = useTranslation('paper')
  const { row } = desk.grid.cursor
  useLayoutEffect(() => {
    // Behind the criteria stand the total, the opinion and the signature, on the last page.
    const mark = ref.current?.querySelector(`[data-row="${row}"]`) ?? ref.current?.lastElementChild
    if (ref.current === null || mark === null || mark === undefined) return
    const [pane, at] = [ref.current.getBoundingClientRect(), mark.getBoundingClientRect()]
    if (at.top < pane.top || at.bottom > pane.bottom)
      ref.current.scrollTop += (at.top + at.bottom - pane.top - pane.bottom) / 2
  }, [ref, row])
  return (
    <div
      className={classes.pages}
      data-overview={ballot.state === 'ready' || undefined}
      ref={ref}
      {...{ role: 'region', tabIndex: 0, 'aria-label': t('pages') }}
    >
      {ballot.pages.map((page) =>
        page.source === null ? (
          <p key={page.number} className={classes.missing}>
            {t('missingPage', { page: page.number })}
          </p>
        ) : (
          [
            <PageSheet key={page.number} page={page} source={page.source} desk={desk} onDrawn={onDrawn} onGo={onGo} />,
            ...page.copies.map((copy) => <CopySheet key={`copy ${copy.id}`} page={page} copy={copy} />),
          ]
        ),
      )}
    </div>
  )
}
