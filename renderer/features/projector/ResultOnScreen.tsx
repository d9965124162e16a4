import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ProjectorView } from '../../../shared/api/results.ts'
import type { Reason } from '../../../shared/domain/scoring/types.ts'
import { reasonWords } from '../../components/reason-words.ts'
import { Stars } from '../../components/Stars.tsx'
import classes from './ResultOnScreen.module.css'

type Result = NonNullable<NonNullable<ProjectorView['current']>['result']>

/** The result once the chair opened it: it comes in one fade, and names no member. */
export function ResultOnScreen({ result, isRejected }: { result: Result; isRejected: boolean }) {
  const { t } = useTranslation('projector')
  const { mean, star, parts, provisional, isReferred } = result
  const said = result.reasons.flatMap((reason) => sayReason(reason, t))
  return (
    <section className={classes.result} aria-live="polite">
      <div className={classes.figures}>
        {isRejected ? (
          <p className={classes.rejected}>{t('rejected')}</p>
        ) : mean === '' ? (
          <p className={classes.rejected}>{t('noMean')}</p>
        ) : (
          <>
            <p className={classes.mean}>
              <span className={classes.label}>{t('mean')}</span>
              <span className={classes.score} data-testid="room-mean">
                {mean}
              </span>
            </p>
            <p className={classes.star}>
              <span className={classes.label}>{star === 0 ? t('noStar') : t('common:stars', { count: star })}</span>
              <span className={classes.stars} data-testid="room-stars">
                <Stars star={star} hasWord={false} isProvisional={provisional !== null} />
              </span>
            </p>
          </>
        )}
      </div>
      {!isRejected && mean !== '' && (
        <dl className={classes.parts}>
          {parts.map((part) => (
            <div key={part.code}>
              <dt>{t('part', { code: part.code })}</dt>
              <dd>
                {part.mean}
                <span>{t('outOf', { max: part.max })}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {provisional !== null && <Said>{t('provisional', provisional)}</Said>}
      {said.map((words) => (
        <Said key={words}>{words}</Said>
      ))}
      {isReferred && provisional === null && said.length === 0 && <Said>{t('referred')}</Said>}
    </section>
  )
}

/** A long sentence, such as gates missed in many criteria, is set smaller. */
const Said = ({ children }: { children: string }) => (
  <p className={classes.reason} data-long={children.length > 160 || undefined}>
    {children}
  </p>
)

/** What keeps the product from its stars, in words; everything else stands in figures above. */
function sayReason(reason: Reason, t: TFunction<'projector'>): readonly string[] {
  if (reason.kind === 'gates-failed') return [reasonWords(reason, t)]
  if (reason.kind !== 'rejected') return []
  return reason.rejections.map(({ question, reason: why }) => [question, why].filter((text) => text !== '').join(': '))
}
