import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '../../../shared/api/sessions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import classes from './Years.module.css'

/** Sessions that are not locked, each with the way to its end. */
export function UnlockedSessions({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { t } = useTranslation('years')
  return (
    <ul className={classes.plain}>
      {sessions.map(({ id, councilName, round, year, heldOn, state }) => (
        <li key={id}>
          {formatDate(heldOn)} · {councilName}, {t('common:sessionName', { round, year })} ·{' '}
          {state === 'open' ? (
            <Link to="/sessions/$sessionId/closing" params={{ sessionId: id }}>
              {t('unlocked.close')}
            </Link>
          ) : (
            <Link to="/sessions/$sessionId" params={{ sessionId: id }}>
              {t('unlocked.open')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
