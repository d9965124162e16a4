import { useEffect, useEffectEvent } from 'react'
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
      <div className={classes.paper} style={{ aspectRatio: `${page.width} / ${page.height}` }}>
        {url !== null && <img src={url} alt={t('picture', { page: page.number })} draggable={false} />}
        <MarksOnPage page={page} desk={desk} onGo={onGo} />
      </div>
      <ErrorNote error={error} />
      <figcaption>
        {t('pageFrom', { number: page.number, file: source.file, page: wholeNumber(source.page) })}
      </figcaption>
    </figure>
  )
}

/** The same page scanned another time with other marks: nothing is laid over it. */
export function CopySheet({ page: { number, width, height }, copy }: { page: PaperBallotPage; copy: PilePage }) {
  const { t } = useTranslation('paper')
  const { url, error } = usePilePicture(copy.id)
  return (
    <figure className={classes.sheet} data-testid="copy">
      <div className={classes.paper} style={{ aspectRatio: `${width} / ${height}` }}>
        {url !== null && <img src={url} alt={t('picture', { page: number })} draggable={false} />}
      </div>
      <ErrorNote error={error} />
      <figcaption>{t('copyFrom', { number, file: copy.file, page: wholeNumber(copy.page) })}</figcaption>
    </figure>
  )
}
