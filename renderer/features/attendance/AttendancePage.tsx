import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { usePastedBlock } from '../../components/paste/use-pasted-block.ts'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { AttendanceTable } from './AttendanceTable.tsx'
import { ItemAbsences } from './ItemAbsences.tsx'
import { PasteAttendance } from './PasteAttendance.tsx'
import { QuorumPanel } from './QuorumPanel.tsx'

const route = getRouteApi('/frame/sessions/$sessionId/attendance')

/** Who is there, from when to when, and whether they are enough. */
export function AttendancePage() {
  const { t } = useTranslation('meeting')
  const { sessionId } = route.useParams()
  const canWrite = !useIsReadOnly()
  const pasting = usePastedBlock({ id: 'attendance.paste', title: t('attendance.paste'), isOn: canWrite })
  const canChange = ({ state }: SessionDetail): boolean => canWrite && state !== 'closed'
  /** Whose absences are asked, one behind the other. */
  const [away, setAway] = useState<readonly number[]>([])
  const ask = (memberId: number): void => setAway((asked) => (asked.includes(memberId) ? asked : [...asked, memberId]))
  return (
    <SessionFrame
      sessionId={sessionId}
      title={t('attendance.title')}
      actions={(session) => canChange(session) && session.members.length > 0 && <AllPresent session={session} />}
    >
      {(session) =>
        session.members.length === 0 ? (
          <NoMembers councilId={session.councilId} />
        ) : (
          <>
            <QuorumPanel session={session} />
            <AttendanceTable session={session} canChange={canChange(session)} onAbsences={ask} onPaste={pasting.open} />
            {pasting.block !== null && canChange(session) && (
              <PasteAttendance session={session} block={pasting.block} onClose={pasting.close} />
            )}
            <ItemAbsences
              session={session}
              member={session.members.find(({ id }) => id === away[0]) ?? null}
              canChange={canChange(session)}
              onClose={() => setAway((asked) => asked.slice(1))}
            />
          </>
        )
      }
    </SessionFrame>
  )
}

function NoMembers({ councilId }: { councilId: number }) {
  const { t } = useTranslation('meeting')
  return (
    <EmptyState
      title={t('attendance.noMembers')}
      action={
        <Button renderRoot={(props) => <Link to="/councils/$councilId" params={{ councilId }} {...props} />}>
          {t('attendance.toCouncil')}
        </Button>
      }
    >
      {t('attendance.noMembersText')}
    </EmptyState>
  )
}

/** Marks every member as present with one key; those already marked keep their times. */
function AllPresent({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const mark = useMutation(orpc.sessions.setAttendance.mutationOptions({ scope: { id: `attendance-${session.id}` } }))
  const absent = session.members.filter(({ isPresent }) => !isPresent)
  const run = (): void =>
    absent.forEach(({ id }) => mark.mutate({ sessionId: session.id, memberId: id, isPresent: true }))
  return (
    <>
      <ErrorNote error={mark.error} />
      <CommandButton
        id="attendance.all"
        title={t('attendance.all')}
        shortcut="alt+c"
        run={run}
        disabled={absent.length === 0}
        loading={mark.isPending}
      />
    </>
  )
}
