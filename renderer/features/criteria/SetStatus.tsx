import { useTranslation } from 'react-i18next'
import type { StandingSet } from '../../../shared/api/criteria.ts'
import type { CriteriaSetStatus } from '../../../shared/domain/criteria/criteria-set.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { StateMark, type StateTone } from '../../components/StateMark.tsx'
import classes from './Criteria.module.css'

const tones: Readonly<Record<CriteriaSetStatus, StateTone>> = {
  'official-text': 'good',
  transcribed: 'plain',
  incomplete: 'wrong',
  'completed-by-office': 'good',
  'as-printed': 'attention',
}

/** Whence a set comes, and by which document where an office loaded or accepted it. */
export function SetStatus({ set: { status, office } }: { set: Pick<StandingSet, 'status' | 'office'> }) {
  const { t } = useTranslation('criteria')
  return (
    <>
      <StateMark tone={tones[status]} isLong>
        {t(`status.${status}`)}
      </StateMark>
      {office !== null && (
        <div className={classes.soft}>
          {t('byDocument', { number: office.documentNumber, day: formatDate(office.documentDate) })}
        </div>
      )}
    </>
  )
}
