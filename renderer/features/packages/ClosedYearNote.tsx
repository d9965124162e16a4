import { useTranslation } from 'react-i18next'
import { StateMark } from '../../components/StateMark.tsx'

/** Why a row of a package cannot be taken while the books of its year are closed. */
export function ClosedYearNote({ year }: { year: number }) {
  const { t } = useTranslation('packages')
  return (
    <div>
      <StateMark tone="wrong" isLong>
        {t('rows.closedYear', { year })}
      </StateMark>
    </div>
  )
}
