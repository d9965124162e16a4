import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { InspectionDetail } from '../../../shared/api/inspections.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { WithdrawalDialog } from '../../components/withdrawals/WithdrawalDialog.tsx'
import type { InspectionPart } from './inspection-part.ts'
import classes from './Inspections.module.css'

/** From a violation, or a commitment that was not kept, to a case of withdrawal: proposed, never opened by itself. */
export function ToWithdrawal({ inspection, isReadOnly }: InspectionPart) {
  const { t } = useTranslation('inspections')
  const [isOpen, setOpen] = useState(false)
  const { state, withdrawalId, standing, commitments } = inspection
  const isGround = state === 'violation' || commitments.some((one) => one.state === 'broken')
  if (withdrawalId !== null) return <Link to="/certificates/withdrawals">{t('record.toCase')}</Link>
  if (!isGround || isReadOnly || standing === 'withdrawn') return null
  return (
    <div>
      <p className={classes.soft}>{t('record.withdrawText')}</p>
      <Button variant="default" size="compact-sm" mt={4} onClick={() => setOpen(true)}>
        {t('record.withdraw')}
      </Button>
      {isOpen && (
        <WithdrawalDialog about={inspection} proposed={proposedBy(inspection, t)} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

/** The ground that a “no” of the checklist may come under, and what was found in words. */
function proposedBy(
  { items, findings, violations, commitments, inspectedOn, day }: InspectionDetail,
  t: TFunction<'inspections'>,
) {
  const wrong = items.filter(({ key }) => findings.some(({ item, answer }) => item === key && answer === 'no'))
  const found = [...violations.split('\n'), ...(violations === '' ? wrong.map(({ text }) => text) : [])]
  const said = found.map((line) => line.trim()).filter((line) => line !== '')
  const broken = commitments.filter(({ state }) => state === 'broken')
  return {
    ground: wrong.find(({ ground }) => ground !== null)?.ground ?? null,
    facts: [
      ...(said.length === 0
        ? []
        : [t('record.facts', { day: formatDate(inspectedOn ?? day), violations: said.join('; ') })]),
      ...broken.map(({ what, dueOn }) => t('record.broken', { what, day: formatDate(dueOn) })),
    ].join('\n'),
    knownOn: inspectedOn ?? day,
  }
}
