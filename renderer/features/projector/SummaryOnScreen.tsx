import { useTranslation } from 'react-i18next'
import { summaryPage, type ScreenSummary } from '../../../shared/domain/session/screen-summary.ts'
import { Stars } from '../../components/Stars.tsx'
import classes from './SummaryOnScreen.module.css'
import { useFit } from './use-fit.ts'

type Props = {
  readonly summary: ScreenSummary
  readonly councilName: string
  readonly page: number
  readonly pages: number
}

/** The session by star: how many products have which, and which they are; of many an overview first, then a page at a time. */
export function SummaryOnScreen({ summary, councilName, page, pages }: Props) {
  const { referred, unopened } = summary
  const { t } = useTranslation('projector')
  const list = useFit<HTMLDListElement>()
  const isOverview = pages > 1 && page === 1
  const said = [
    pages > 1 ? t('summary.page', { page, pages }) : '',
    referred > 0 ? t('summary.referred', { count: referred }) : '',
    unopened > 0 ? t('summary.unopened', { count: unopened }) : '',
  ]
  return (
    <section className={classes.summary} data-testid="room-summary">
      <header>
        <p className={classes.council}>{councilName}</p>
        <h1>{t('summary.title')}</h1>
      </header>
      <dl ref={list} className={classes.groups} data-overview={isOverview || undefined}>
        {summaryPage(summary.groups, page).map(({ star, count, products }) => (
          <div key={star}>
            <dt>
              {star !== 'rejected' && star !== 'unfinished' && star !== 0 ? (
                <span className={classes.stars}>
                  <Stars star={star} hasWord={false} />
                </span>
              ) : (
                <span>{t(words[star])}</span>
              )}
              <b>{t('summary.count', { count })}</b>
            </dt>
            <dd hidden={isOverview}>
              <ul>
                {products.map(({ code, productName, producerName }) => (
                  <li key={code}>
                    {productName} <span>{producerName}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.foot}>{said.filter((words) => words !== '').join(' · ')}</p>
    </section>
  )
}

/** What is said where there are no stars to draw. */
const words = { 0: 'noStar', unfinished: 'summary.unfinished', rejected: 'rejected' } as const
