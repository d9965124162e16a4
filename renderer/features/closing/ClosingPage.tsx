import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { useIsFileReadOnly, useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Section } from '../../components/Section.tsx'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { ApproveSession } from './ApproveSession.tsx'
import { Checklist } from './Checklist.tsx'
import { CloseSession } from './CloseSession.tsx'
import classes from './ClosingPage.module.css'
import { Conclusions } from './Conclusions.tsx'
import { LockHistory } from './LockHistory.tsx'
import { LockSeal } from './LockSeal.tsx'
import { MinutesText } from './MinutesText.tsx'
import { SecondPerson } from './SecondPerson.tsx'

const route = getRouteApi('/frame/sessions/$sessionId/closing')

/** What is still missing, what the council concludes, and locking the session. */
export function ClosingPage() {
  const { t } = useTranslation('meeting')
  const { sessionId } = route.useParams()
  const canWrite = !useIsReadOnly()
  const { data: record, error } = useQuery(orpc.results.session.queryOptions({ input: { sessionId } }))
  return (
    <SessionFrame
      sessionId={sessionId}
      title={t(record?.session.state === 'closed' ? 'closing.titleClosed' : 'closing.title')}
      actions={(session) => record !== undefined && <Deed session={session} record={record} canWrite={canWrite} />}
    >
      {(session) => (
        <>
          <ErrorNote error={error} />
          {record !== undefined && <ClosingParts session={session} record={record} canWrite={canWrite} />}
        </>
      )}
    </SessionFrame>
  )
}

type Props = {
  session: SessionDetail
  record: SessionRecord
  canWrite: boolean
}

/** What is to be done now: the chair's approval once nothing else is missing, else locking. */
function Deed({ session, record, canWrite }: Props) {
  const isFileReadOnly = useIsFileReadOnly()
  const isOnlyApproval = record.missing.length > 0 && record.missing.every(({ kind }) => kind === 'approval')
  if (isOnlyApproval && session.state === 'open') {
    return isFileReadOnly ? null : <ApproveSession session={session} record={record} />
  }
  return canWrite ? <CloseSession session={session} record={record} /> : null
}

function ClosingParts({ session, record, canWrite }: Props) {
  const { t } = useTranslation('meeting')
  const canChange = canWrite && session.state !== 'closed'
  return (
    <div className={classes.parts}>
      {session.state === 'closed' && <LockSeal session={session} canWrite={canWrite} />}
      {session.state !== 'closed' && (
        <Section title={t('checklist.heading')}>
          <Checklist session={session} record={record} />
        </Section>
      )}
      <SecondPerson session={session} record={record} canChange={canChange} />
      <Section title={t('conclusions.heading')}>
        <Conclusions record={record} />
      </Section>
      <MinutesText record={record} canChange={canChange} />
      <LockHistory sessionId={session.id} />
    </div>
  )
}
