import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperBallotPage, PilePage } from '../../../shared/api/paper-ballots.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './BallotScreen.module.css'
import { MarksOnPage } from './MarksOnPage.tsx'
import type { PaperDesk } from './paper-desk.ts'
import { usePilePicture } from './use-pile-picture.ts'

type Props = {
  readonly page: PaperBallotPage
  readonly source: PilePage
  readonly desk: PaperDesk
  readonly onDrawn: (page: number, url: string) => void
  readonly onGo: (row: number) => void
}

/** One page as it was scanned, laid straight, with every reading over it. */
export function PageSheet({ page, source, desk, onDrawn, onGo }: Props) {
  const { t } = useTranslation('paper')
  const { url, error } = usePilePicture(source.id)
  const tell = useEffectEvent(onDrawn)
  useEffect(() => {
    if (url !== null) tell(page.number, url)
  }, [page.number, url])
  return (
    <figure className={classes.sheet}>
      <Paper page={page} url={url} isComing={error === null}>
        <MarksOnPage page={page} desk={desk} onGo={onGo} />
      </Paper>
      <ErrorNote error={error} />
      <figcaption>
        {t('pageFrom', { number: page.number, file: source.file, page: wholeNumber(source.page) })}
      </figcaption>
    </figure>
  )
}

/** The same page scanned another time with other marks: nothing is laid over it. */
export function CopySheet({ page, copy }: { page: PaperBallotPage; copy: PilePage }) {
  const { t } = useTranslation('paper')
  const { url, error } = usePilePicture(copy.id)
  return (
    <figure className={classes.sheet} data-testid="copy">
      <Paper page={page} url={url} isComing={error === null} />
      <ErrorNote error={error} />
      <figcaption>{t('copyFrom', { number: page.number, file: copy.file, page: wholeNumber(copy.page) })}</figcaption>
    </figure>
  )
}

type PaperProps = {
  readonly page: PaperBallotPage
  readonly url: string | null
  readonly isComing: boolean
  readonly children?: ReactNode
}

function Paper({ page: { number, width, height }, url, isComing, children }: PaperProps) {
  const { t } = useTranslation('paper')
  return (
    <div className={classes.paper} style={{ aspectRatio: `${width} / ${height}` }}>
      {url === null ? (
        isComing && <p className={classes.coming}>{t('pictureComing', { page: number })}</p>
      ) : (
        <img src={url} alt={t('picture', { page: number })} draggable={false} />
      )}
      {children}
    </div>
  )
}
