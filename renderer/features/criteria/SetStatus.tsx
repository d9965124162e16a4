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
  'corrected-as-printed': 'attention',
}

type Stands = Pick<StandingSet, 'status' | 'office'>

/** Whence a set comes, and by which document where an office loaded or accepted it. */
export function SetStatus({ set }: { set: Stands }) {
  const [status, document] = useStatusText()(set)
  return (
    <>
      <StateMark tone={tones[set.status]} isLong>
        {status}
      </StateMark>
      {document !== undefined && <div className={classes.soft}>{document}</div>}
    </>
  )
}

/** The same line by line. */
export function useStatusText(): (set: Stands) => readonly string[] {
  const { t } = useTranslation('criteria')
  return ({ status, office }) => [
    t(`status.${status}`),
    ...(office === null
      ? []
      : [t('byDocument', { number: office.documentNumber, day: formatDate(office.documentDate) })]),
  ]
}
