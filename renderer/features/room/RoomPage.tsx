import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RoomStatus } from '../../../shared/api/room.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { useIsFileReadOnly } from '../../api/read-only.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { OpenRoom } from './OpenRoom.tsx'
import { SwitchOn } from './SwitchOn.tsx'

const route = getRouteApi('/frame/sessions/$sessionId/room')

/** The meeting room on members' phones: on or off, who is in it, and how far their ballots are. */
export function RoomPage() {
  const { t } = useTranslation('room')
  const { sessionId } = route.useParams()
  const { data: status, error } = useQuery(orpc.room.status.queryOptions())
  const isOn = status?.open?.sessionId === sessionId
  return (
    <SessionFrame sessionId={sessionId} title={t(isOn ? 'title' : 'titleOff')}>
      {(session) => (
        <>
          <ErrorNote error={error} />
          {status !== undefined && <Room session={session} status={status} />}
        </>
      )}
    </SessionFrame>
  )
}

function Room({ session, status }: { session: SessionDetail; status: RoomStatus }) {
  const { t } = useTranslation('room')
  const { open, isAvailable } = status
  const isReadOnly = useIsFileReadOnly()
  if (open !== null && open.sessionId === session.id) return <OpenRoom session={session} status={status} open={open} />
  if (!isAvailable) return <EmptyState title={t('unavailable.title')}>{t('unavailable.text')}</EmptyState>
  if (session.state === 'closed') return <EmptyState title={t('closed.title')}>{t('closed.text')}</EmptyState>
  if (session.state === 'planned') {
    return (
      <EmptyState
        title={t('notOpen.title')}
        action={
          <Button
            renderRoot={(props) => <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} {...props} />}
          >
            {t('notOpen.deed')}
          </Button>
        }
      >
        {t('notOpen.text')}
      </EmptyState>
    )
  }
  if (open !== null) {
    return (
      <EmptyState
        title={t('elsewhere.title')}
        action={
          <Button
            renderRoot={(props) => (
              <Link to="/sessions/$sessionId/room" params={{ sessionId: open.sessionId }} {...props} />
            )}
          >
            {t('elsewhere.deed')}
          </Button>
        }
      >
        {t('elsewhere.text')}
      </EmptyState>
    )
  }
  if (isReadOnly) return <EmptyState title={t('readOnly.title')}>{t('readOnly.text')}</EmptyState>
  return <SwitchOn session={session} certificate={status.certificate} />
}
