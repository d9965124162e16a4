import { useTranslation } from 'react-i18next'
import type { Withdrawal } from '../../../../shared/api/aftercare.ts'
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import { StateMark } from '../../../components/StateMark.tsx'
import classes from '../CertificatesPage.module.css'
import { withdrawalTones } from './withdrawal-tones.ts'

/** The state of a case, its last day, and its decision. */
export function WithdrawalStanding({ withdrawal }: { withdrawal: Withdrawal }) {
  const { t } = useTranslation('aftercare')
  const { state, dueOn, decision, isDecidedLate, droppedOn, dropReason, isOfOffice } = withdrawal
  const isOpen = decision === null && droppedOn === null
  return (
    <>
      <StateMark tone={withdrawalTones[state]}>{t(`withdrawals.state.${state}`)}</StateMark>
      <div className={classes.soft}>
        {isOpen && dueOn !== null && t('withdrawals.dueOn', { day: formatDate(dueOn) })}
        {decision !== null && t('withdrawals.decided', { code: decision.code, day: formatDate(decision.on) })}
        {droppedOn !== null && t('withdrawals.dropped', { day: formatDate(droppedOn), reason: dropReason })}
      </div>
      {isDecidedLate && (
        <div className={classes.soft}>{t('withdrawals.decidedLate', { day: formatDate(dueOn ?? '') })}</div>
      )}
      {isOpen && !isOfOffice && <div className={classes.soft}>{t('withdrawals.otherAuthority')}</div>}
    </>
  )
}
