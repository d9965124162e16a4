import { useTranslation } from 'react-i18next'
import type { FilingNote } from '../../shared/api/registrations.ts'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { StateMark } from './StateMark.tsx'

/** That a dossier to be evaluated again came outside the days for it, and what the law says of its certificate. */
export function FilingTime({ note: { side, opensOn, closesOn, lapsesOn, graceUntil, article } }: { note: FilingNote }) {
  const { t } = useTranslation('common')
  const day = formatDate(lapsesOn)
  const sentences = [
    t(`filing.${side}`, { from: formatDate(opensOn), to: formatDate(closesOn), article }),
    graceUntil === null ? t('filing.open') : t('filing.prolonged', { day, until: formatDate(graceUntil) }),
    side === 'late' && graceUntil === null ? t('filing.ends', { day }) : '',
  ]
  return (
    <StateMark tone="attention" isLong>
      {sentences.join(' ').trim()}
    </StateMark>
  )
}
