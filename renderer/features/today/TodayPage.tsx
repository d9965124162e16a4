import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '../../../shared/api/sessions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { NextStepLink } from '../../components/NextStepLink.tsx'
import { Page } from '../../components/Page.tsx'
import { QuorumMark } from '../../components/QuorumMark.tsx'
import { SessionStateMark } from '../../components/SessionStateMark.tsx'
import { orderForToday } from './order-for-today.ts'
import classes from './TodayPage.module.css'

/** What is there to do: each session with its next step; in an empty file the three steps to the first session. */
export function TodayPage() {
  const { t } = useTranslation('today')
  const sessions = useQuery(orpc.sessions.list.queryOptions())
  const councils = useQuery(orpc.councils.list.queryOptions())
  const isReadOnly = useIsReadOnly()
  return (
    <Page
      title={t('title')}
      actions={
        !isReadOnly &&
        (sessions.data?.length ?? 0) > 0 && (
          <Button renderRoot={(props) => <Link to="/sessions/new" {...props} />}>{t('newSession')}</Button>
        )
      }
    >
      <StorageNote />
      <ErrorNote error={sessions.error ?? councils.error} />
      {sessions.data?.length === 0 && councils.data !== undefined && (
        <FirstSteps hasCouncil={councils.data.some(({ members }) => members.length > 0)} isReadOnly={isReadOnly} />
      )}
      {sessions.data !== undefined && sessions.data.length > 0 && (
        <ul className={classes.list}>
          {orderForToday(sessions.data).map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
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

function SessionRow({ session }: { session: SessionSummary }) {
  const { t } = useTranslation()
  const { data: detail } = useQuery(orpc.sessions.get.queryOptions({ input: { sessionId: session.id } }))
  return (
    <li className={classes.session}>
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

function FirstSteps({ hasCouncil, isReadOnly }: { hasCouncil: boolean; isReadOnly: boolean }) {
  const { t } = useTranslation('today')
  if (isReadOnly) return <EmptyState title={t('empty.title')}>{t('empty.readOnly')}</EmptyState>
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <Group gap="sm">
          {hasCouncil ? (
            <Button renderRoot={(props) => <Link to="/sessions/new" {...props} />}>{t('newSession')}</Button>
          ) : (
            <Button renderRoot={(props) => <Link to="/councils/new" {...props} />}>{t('empty.newCouncil')}</Button>
          )}
          <Button renderRoot={(props) => <Link to="/sessions/import" {...props} />} variant="default">
            {t('empty.import')}
          </Button>
        </Group>
      }
    >
      <ol className={classes.steps}>
        <li data-done={hasCouncil || undefined}>{t('empty.council')}</li>
        <li>{t('empty.products')}</li>
        <li>{t('empty.session')}</li>
      </ol>
      {t('empty.workbook')}
    </EmptyState>
  )
}
