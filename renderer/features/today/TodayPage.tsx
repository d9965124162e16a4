import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '../../../shared/api/sessions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { NextStepLink } from '../../components/NextStepLink.tsx'
import { Page } from '../../components/Page.tsx'
import { QuorumMark } from '../../components/QuorumMark.tsx'
import { Section } from '../../components/Section.tsx'
import { SessionStateMark } from '../../components/SessionStateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { LackingDossiers } from './LackingDossiers.tsx'
import { Matters } from './Matters.tsx'
import { orderForToday } from './order-for-today.ts'
import classes from './TodayPage.module.css'

/** Of the locked sessions only the latest: the others stand on the page of sessions. */
const closedShown = 3

/**
 * What matters now: meetings with their next step, deadlines with what they lack, certificates that somebody is to see to,
 * results without a number; in an empty file the three steps to the first session.
 */
export function TodayPage() {
  const { t } = useTranslation('today')
  const sessions = useQuery(orpc.sessions.list.queryOptions())
  const councils = useQuery(orpc.councils.list.queryOptions())
  const today = useQuery(orpc.today.get.queryOptions())
  const isReadOnly = useIsReadOnly()
  const ordered = orderForToday(sessions.data ?? [])
  const coming = ordered.filter(({ state }) => state !== 'closed')
  const closed = ordered.filter(({ state }) => state === 'closed')
  return (
    <Page
      title={t('title')}
      facts={
        today.data !== undefined && (
          <>
            {formatDate(today.data.day)} · <Link to="/deadlines">{t('deadlines:goTo')}</Link>
          </>
        )
      }
      actions={
        !isReadOnly &&
        ordered.length > 0 && (
          <Button renderRoot={(props) => <Link to="/sessions/new" {...props} />}>{t('newSession')}</Button>
        )
      }
    >
      <StorageNote />
      {today.data?.newYear != null && !isReadOnly && (
        <p className={classes.storage} role="note">
          {t('newYear', { year: today.data.newYear })}{' '}
          <Link to="/new-year">{t('beginYear', { year: today.data.newYear })}</Link>
        </p>
      )}
      {today.data !== undefined && today.data.withoutLevel > 0 && (
        <p className={classes.storage} role="note">
          {t('withoutLevel', {
            count: today.data.withoutLevel,
            shown: wholeNumber(today.data.withoutLevel),
            year: today.data.day.slice(0, 4),
          })}{' '}
          {!isReadOnly && (
            <Link to="/settings" hash="office">
              {t('deadlines:declareOffice')}
            </Link>
          )}
        </p>
      )}
      <ErrorNote error={sessions.error ?? councils.error ?? today.error} />
      {sessions.data?.length === 0 && councils.data !== undefined && (
        <FirstSteps hasCouncil={councils.data.some(({ members }) => members.length > 0)} isReadOnly={isReadOnly} />
      )}
      {coming.length > 0 && <Sessions title={t('meetings')} sessions={coming} />}
      {today.data !== undefined && <Matters today={today.data} />}
      <LackingDossiers />
      {closed.length > 0 && (
        <Sessions title={t('closedSessions')} sessions={closed.slice(0, closedShown)}>
          {closed.length > closedShown && (
            <p className={classes.all}>
              <Link to="/sessions">{t('allSessions')}</Link>
            </p>
          )}
        </Sessions>
      )}
    </Page>
  )
}

/** Warns where the open file does not lie on this machine's own disk, with what to mind there. */
function StorageNote() {
  const { t } = useTranslation('today')
  const { data: status } = useQuery(orpc.workspace.status.queryOptions())
  const storage = status?.open?.storage
  if (storage === undefined || storage.kind === 'local') return null
  return (
    <p className={classes.storage} role="note">
      {t(`storage.${storage.kind}`, { name: storage.name })}
    </p>
  )
}

function Sessions({
  title,
  sessions,
  children,
}: {
  title: string
  sessions: readonly SessionSummary[]
  children?: ReactNode
}) {
  return (
    <Section title={title}>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {children}
    </Section>
  )
}

function SessionRow({ session }: { session: SessionSummary }) {
  const { t } = useTranslation()
  const { data: detail } = useQuery(orpc.sessions.get.queryOptions({ input: { sessionId: session.id } }))
  return (
    <li className={classes.row}>
      <div className={classes.date}>{formatDate(session.heldOn)}</div>
      <div className={classes.body}>
        <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} className={classes.name}>
          {session.councilName}, {t('sessionName', { round: session.round, year: session.year })}
        </Link>
        <div className={classes.facts}>
          <SessionStateMark state={session.state} />
          <span>{session.ruleSetTitle}</span>
          <span>{t('productCount', { count: session.productCount })}</span>
          {detail !== undefined && session.state !== 'closed' && (
            <QuorumMark quorum={detail.quorum} needsChair={detail.regulation.quorum.needsChair} />
          )}
        </div>
        <div className={classes.step}>
          <NextStepLink session={session} />
        </div>
      </div>
    </li>
  )
}
