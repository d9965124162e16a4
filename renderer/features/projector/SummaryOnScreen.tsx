import { useTranslation } from 'react-i18next'
import type { ScreenSummary } from '../../../shared/domain/session/screen-summary.ts'
import { Stars } from '../../components/Stars.tsx'
import classes from './SummaryOnScreen.module.css'
import { useFit } from './use-fit.ts'

type Props = { readonly summary: ScreenSummary; readonly councilName: string }

/** The session in one picture: how many products have which star, and which they are. */
export function SummaryOnScreen({ summary: { groups, referred, unopened }, councilName }: Props) {
  const { t } = useTranslation('projector')
  const list = useFit<HTMLDListElement>()
  const said = [
    referred > 0 ? t('summary.referred', { count: referred }) : '',
    unopened > 0 ? t('summary.unopened', { count: unopened }) : '',
  ]
  return (
    <section className={classes.summary} data-testid="room-summary">
      <header>
        <p className={classes.council}>{councilName}</p>
        <h1>{t('summary.title')}</h1>
      </header>
      <dl ref={list} className={classes.groups}>
        {groups.map(({ star, products: ofStar }) => (
          <div key={star}>
            <dt>
              {star !== 'rejected' && star !== 'unfinished' && star !== 0 ? (
                <span className={classes.stars}>
                  <Stars star={star} hasWord={false} />
                </span>
              ) : (
                <span>{t(words[star])}</span>
              )}
              <b>{t('summary.count', { count: ofStar.length })}</b>
            </dt>
            <dd>
              <ul>
                {ofStar.map(({ code, productName, producerName }) => (
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
