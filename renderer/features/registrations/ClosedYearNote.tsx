import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../../components/StateMark.tsx'

/** Why nothing can be changed here, and where the books are opened again. */
export function ClosedYearNote({ year }: { year: number }) {
  const { t } = useTranslation('registrations')
  return (
    <div role="note">
      <StateMark tone="plain" isLong>
        {t('closedYear', { year })}
      </StateMark>{' '}
      <Link to="/years">{t('toYears')}</Link>
    </div>
  )
}
