import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Withdrawal } from '../../../../shared/api/aftercare.ts'
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import { StateMark } from '../../../components/StateMark.tsx'
import classes from '../CertificatesPage.module.css'
import { withdrawalTones } from './withdrawal-tones.ts'

/** The state of a case, its last day, and its decision. */
export function WithdrawalStanding({ withdrawal }: { withdrawal: Withdrawal }) {
  const { t } = useTranslation('aftercare')
  const [state, ...rest] = useStandingText()(withdrawal)
  return (
    <>
      <StateMark tone={withdrawalTones[withdrawal.state]}>{state}</StateMark>
      {rest.map((line) => (
        <div key={line} className={classes.soft}>
          {line}
        </div>
      ))}
      {!withdrawal.isOfficeKnown && <Link to="/settings">{t('withdrawals.toSettings')}</Link>}
    </>
  )
}

/** The same line by line, the state first. */
export function useStandingText(): (withdrawal: Withdrawal) => readonly string[] {
  const { t } = useTranslation('aftercare')
  return ({ state, dueOn, decision, isDecidedLate, droppedOn, dropReason, isOfOffice, isOfficeKnown }) => {
    const isOpen = decision === null && droppedOn === null
    const lines = [
      t(`withdrawals.state.${state}`),
      isOpen && dueOn !== null && t('withdrawals.dueOn', { day: formatDate(dueOn) }),
      decision !== null && t('withdrawals.decided', { code: decision.code, day: formatDate(decision.on) }),
      droppedOn !== null && t('withdrawals.dropped', { day: formatDate(droppedOn), reason: dropReason }),
      isDecidedLate && t('withdrawals.decidedLate', { day: formatDate(dueOn ?? '') }),
      isOpen && !isOfOffice && t(isOfficeKnown ? 'withdrawals.otherAuthority' : 'withdrawals.noOffice'),
    ]
    return lines.filter((line) => line !== false)
  }
}
