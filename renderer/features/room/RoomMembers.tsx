import { Button, Modal, Progress } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomCode, RoomMember } from '../../../shared/api/room.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { CodeFigures } from './CodeFigures.tsx'
import { HolderState } from './HolderState.tsx'
import { memberProgress } from './member-progress.ts'
import classes from './RoomPage.module.css'

type RoomMembersProps = {
  session: SessionDetail
  members: readonly RoomMember[]
  codes: readonly RoomCode[]
  areCodesShown: boolean
}

/** Seat by seat: who is connected, who tried a code, and how far the ballots are, as it happens. */
export function RoomMembers({ session, members, codes, areCodesShown }: RoomMembersProps) {
  const { t } = useTranslation('room')
  const { data: board } = useQuery(orpc.ballots.board.queryOptions({ input: { sessionId: session.id } }))
  const rows = board ?? []
  return (
    <DataTable
      caption={t('table.caption')}
      minWidth="760px"
      rows={members}
      rowKey={({ memberId }) => memberId}
      columns={[
        { key: 'seat', head: t('table.seat'), width: '48px', align: 'end', cell: ({ seat }) => seat },
        {
          key: 'member',
          head: t('table.member'),
          cell: ({ name, role }) => (
            <>
              {name}
              <div className={classes.soft}>{t(`common:role.${role}`)}</div>
            </>
          ),
        },
        { key: 'state', head: t('table.state'), width: '190px', cell: (member) => <HolderState holder={member} /> },
        {
          key: 'code',
          head: t('table.code'),
          width: '96px',
          cell: ({ memberId }) => (
            <CodeFigures code={codes.find((code) => code.memberId === memberId)} isShown={areCodesShown} />
          ),
        },
        {
          key: 'progress',
          head: t('table.progress'),
          width: '176px',
          cell: ({ memberId }) => <Ballots {...memberProgress({ rows, memberId })} />,
        },
        {
          key: 'deeds',
          head: <span className="visually-hidden">{t('table.deeds')}</span>,
          width: '124px',
          align: 'end',
          cell: (member) => <NewCode member={member} />,
        },
      ]}
    />
  )
}

function Ballots({ done, count, current }: ReturnType<typeof memberProgress>) {
  const { t } = useTranslation('room')
  return (
    <div className={classes.progress}>
      <span>{t('table.ballots', { done, count })}</span>
      <Progress value={count === 0 ? 0 : (done / count) * 100} aria-hidden="true" />
      {current !== null && <span className={classes.soft}>{t('table.current', { ...current })}</span>}
    </div>
  )
}

function NewCode({ member }: { member: RoomMember }) {
  const { t } = useTranslation('room')
  const reset = useMutation(orpc.room.resetCode.mutationOptions())
  const [isAsking, setAsking] = useState(false)
  const { memberId, name, hasCode } = member
  const issue = (): void => reset.mutate({ memberId }, { onSuccess: () => setAsking(false) })
  return (
    <>
      <Button
        variant={hasCode ? 'default' : 'filled'}
        size="compact-sm"
        onClick={() => (hasCode ? setAsking(true) : issue())}
        aria-label={t('code.resetFor', { name })}
      >
        {t('code.reset')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('code.resetAsk', { name })}
        confirmLabel={t('code.reset')}
        isBusy={reset.isPending}
        error={reset.error}
        onConfirm={issue}
        onClose={() => setAsking(false)}
      >
        {t('code.resetText')}
      </ConfirmDialog>
      <Modal opened={reset.data !== undefined} onClose={reset.reset} title={t('code.fresh', { name })}>
        <p className={classes.freshCode} data-testid="fresh-code">
          {reset.data?.code}
        </p>
        <p>{t('code.freshText')}</p>
      </Modal>
    </>
  )
}
