import { useTranslation } from 'react-i18next'
import type { DeviceResult } from '../../shared/api/room-device.ts'
import classes from './RevealedResult.module.css'

/** A product's mean and star, once the chair revealed them and where the regulations let members see them. */
export function RevealedResult({ result, isRejected }: { result: DeviceResult; isRejected: boolean }) {
  const { t } = useTranslation('device')
  return (
    <section className={classes.result} aria-label={t('result.title')} aria-live="polite">
      <h2>{t('result.title')}</h2>
      {isRejected || result.mean === '' ? (
        <p>{t(isRejected ? 'result.rejected' : 'result.none')}</p>
      ) : (
        <dl className={classes.figures}>
          <div>
            <dt>{t('result.mean')}</dt>
            <dd>{result.mean}</dd>
          </div>
          <div>
            <dt>{t('result.star')}</dt>
            <dd>
              <StarWords result={result} />
            </dd>
          </div>
        </dl>
      )}
    </section>
  )
}

/** The same in one line of the list; nothing where there is nothing to tell yet. */
export function ResultLine({ result }: { result: DeviceResult }) {
  const { t } = useTranslation('device')
  if (result.mean === '') return null
  return (
    <span className={classes.line}>
      {t('result.line', { mean: result.mean })} · <StarWords result={result} />
    </span>
  )
}

function StarWords({ result: { star, isProvisional } }: { result: DeviceResult }) {
  const { t } = useTranslation('device')
  const due = isProvisional ? ` (${t('result.provisional')})` : ''
  if (star === 0) return `${t('common:noStar')}${due}`
  return (
    <>
      <span aria-hidden="true">{'★'.repeat(star)}</span> {t('common:stars', { count: star })}
      {due}
    </>
  )
}
