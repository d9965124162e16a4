import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WrittenProduct } from '../../../shared/api/opinions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { conclusionTones } from './opinion-tones.ts'
import classes from './Opinions.module.css'

const tallied = ['agree', 'differ', 'meet', 'recused', 'missing'] as const

/** What a product's answers come to, and what came of that. */
export function ProductOutcome({
  product: { conclusion, clock, session, recognitionId, certificate },
}: {
  product: WrittenProduct
}) {
  const { t } = useTranslation('opinions')
  return (
    <td className={classes.outcome}>
      <StateMark tone={conclusionTones[conclusion.state]} isLong>
        {t(`conclusion.${conclusion.state}`)}
      </StateMark>
      {conclusion.state === 'meeting' && (
        <div className={classes.soft}>{conclusion.grounds.map((ground) => t(`ground.${ground}`)).join(', ')}</div>
      )}
      <div className={classes.soft}>
        {tallied
          .flatMap((one) => {
            const of = conclusion.counts[one]
            return of === 0 ? [] : [t(`tally.${one}`, { of })]
          })
          .join(', ')}
      </div>
      {recognitionId !== null && <div>{t('recognised')}</div>}
      {certificate !== '' && <div className={classes.soft}>{t('certificate', { code: certificate })}</div>}
      {session !== null && (
        <Link to="/sessions/$sessionId" params={{ sessionId: session.id }}>
          {t('session', { round: session.round, year: session.year, day: formatDate(session.heldOn) })}
        </Link>
      )}
      {clock.dueOn !== null && session === null && (
        <div className={classes.soft}>
          {recognitionId !== null ? (
            clock.isLate && t('decidedLate', { day: formatDate(clock.dueOn) })
          ) : clock.isLate ? (
            <StateMark tone="wrong" isLong>
              {t('late', { day: formatDate(clock.dueOn) })}
            </StateMark>
          ) : (
            t('due', { day: formatDate(clock.dueOn) })
          )}
        </div>
      )}
    </td>
  )
}
