import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionOfSet } from '../../../shared/api/criteria.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import classes from './Criteria.module.css'

/** Sessions by name, each with what can be done with it. */
export function SessionList({
  sessions,
  deed,
}: {
  sessions: readonly SessionOfSet[]
  deed?: (session: SessionOfSet) => ReactNode
}) {
  const { t } = useTranslation('criteria')
  return (
    <ul className={classes.list}>
      {sessions.map((session) => (
        <li key={session.sessionId}>
          <Link to="/sessions/$sessionId" params={{ sessionId: session.sessionId }}>
            {t('sessionOf', { ...session, day: formatDate(session.heldOn) })}
          </Link>{' '}
          · {t('productsOf', { count: session.products })} {deed?.(session)}
        </li>
      ))}
    </ul>
  )
}
