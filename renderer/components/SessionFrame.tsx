import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutKeys } from '../app/commands/command.ts'
import type { SessionDetail } from '../../shared/api/sessions.ts'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { orpc } from '../api/client.ts'
import { visitedSession } from '../api/current-session.ts'
import { DirectoryChanges } from './DirectoryChanges.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import { Page } from './Page.tsx'
import { ProjectorMenu } from './projector/ProjectorMenu.tsx'
import { QuorumMark } from './QuorumMark.tsx'
import { Reachable, useReach } from './Reachable.tsx'
import classes from './SessionFrame.module.css'
import { sessionTabs } from './session-tabs.ts'
import { SessionStateMark } from './SessionStateMark.tsx'

type SessionFrameProps = {
  sessionId: number
  title: string
  actions?: (session: SessionDetail) => ReactNode
  isWide?: boolean
  children: (session: SessionDetail) => ReactNode
}

/**
 * A screen of one session: its question as the title, council, date, state and quorum always in sight, and the tabs
 * of the session. `title` and `actions` may look at the session; children get it once it has loaded.
 */
export function SessionFrame({ sessionId, title, actions, isWide = false, children }: SessionFrameProps) {
  const { data: session, error } = useQuery(orpc.sessions.get.queryOptions({ input: { sessionId } }))
  const isFound = session !== undefined
  useEffect(() => {
    if (isFound) visitedSession.set(sessionId)
  }, [isFound, sessionId])
  return (
    <Page
      title={title}
      isWide={isWide}
      facts={session === undefined ? ' ' : <SessionFacts session={session} />}
      actions={session !== undefined && actions?.(session)}
    >
      <div className={classes.bar}>
        <SessionTabs sessionId={sessionId} />
        <Reachable screen="/projector">{session !== undefined && <ProjectorMenu session={session} />}</Reachable>
      </div>
      <ErrorNote error={error} />
      <Reachable screen="/councils">{session !== undefined && <DirectoryChanges session={session} />}</Reachable>
      {session !== undefined && children(session)}
    </Page>
  )
}

function SessionFacts({ session }: { session: SessionDetail }) {
  const { t } = useTranslation()
  return (
    <span className={classes.facts}>
      <SessionStateMark state={session.state} />
      <span className={classes.council} title={session.councilName}>
        {session.councilName}
      </span>
      <span className={`${classes.nowrap} ${classes.day}`}>
        {/* Round and rule set stand in the bar above too. */}
        <span className={classes.inBar}>{t('sessionName', { round: session.round, year: session.year })} · </span>
        {formatDate(session.heldOn)}
      </span>
      <span className={`${classes.nowrap} ${classes.inBar}`}>{session.ruleSetTitle}</span>
      <Reachable screen="/sessions/$sessionId/attendance">
        <Link to="/sessions/$sessionId/attendance" params={{ sessionId: session.id }} className={classes.quorum}>
          <QuorumMark quorum={session.quorum} needsChair={session.regulation.quorum.needsChair} />
        </Link>
      </Reachable>
    </span>
  )
}

function SessionTabs({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation()
  const canReach = useReach()
  const tabs = (sessionTabs as readonly Tab[]).filter(({ to }) => canReach(to))
  if (tabs.length < 2) return null
  return (
    <nav className={classes.tabs} aria-label={t('sessionTabs.label')}>
      {tabs.map(({ name, to, shortcut }) => (
        <Link
          key={name}
          to={to}
          params={{ sessionId }}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'data-active': true, 'aria-current': 'page' }}
          {...(shortcut !== undefined && {
            title: shortcutKeys(shortcut).join('+'),
            'aria-keyshortcuts': shortcut.replace('alt', 'Alt'),
          })}
        >
          {name === 'room' ? (
            <>
              <span className={classes.whole}>{t('sessionTabs.room')}</span>
              <span className={classes.short}>{t('sessionTabs.roomShort')}</span>
            </>
          ) : (
            t(`sessionTabs.${name}`)
          )}
        </Link>
      ))}
    </nav>
  )
}

type Tab = (typeof sessionTabs)[number] & { readonly shortcut?: string }
