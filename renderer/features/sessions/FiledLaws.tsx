import { useTranslation } from 'react-i18next'
import type { FiledLawGroup } from '../../../shared/api/sessions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './SessionForm.module.css'

type Props = {
  readonly groups: readonly FiledLawGroup[]
  /** Id of the session's rule set; null while none is chosen. */
  readonly chosen: string | null
}

/** By which laws the dossiers that wait are judged, by their days of filing: two of them are two sessions. */
export function FiledLaws({ groups, chosen }: Props) {
  const { t } = useTranslation('sessions')
  const laws = new Set(groups.map(({ ruleSetId }) => ruleSetId))
  if (!groups.some(({ ruleSetId, why }) => why !== 'in-force' || ruleSetId !== chosen)) return null
  return (
    <div className={classes.rules} role="status">
      {laws.size > 1 && (
        <StateMark tone="attention" isLong>
          {t('filed.several', { count: laws.size })}
        </StateMark>
      )}
      <ul className={classes.filed}>
        {groups.map((group) => (
          <li key={`${group.ruleSetId} ${group.why} ${group.article}`}>
            {t(`filed.${group.why}`, {
              count: group.count,
              rules: group.ruleSetTitle,
              article: group.article,
              day: formatDate(group.lastDay ?? ''),
            })}{' '}
            <span className={classes.note}>
              {group.names.join('; ')}
              {group.count > group.names.length && '…'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
