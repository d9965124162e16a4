import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomClerk, RoomCode } from '../../../shared/api/room.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Section } from '../../components/Section.tsx'
import { CodeFigures } from './CodeFigures.tsx'
import { HolderState } from './HolderState.tsx'
import classes from './RoomPage.module.css'

type RoomClerksProps = {
  session: SessionDetail
  clerks: readonly RoomClerk[]
  codes: readonly RoomCode[]
  areCodesShown: boolean
}

/** Who keys paper ballots on a second laptop, which ballot each is at, and the way in and out. */
export function RoomClerks({ session, clerks, codes, areCodesShown }: RoomClerksProps) {
  const { t } = useTranslation('room')
  // The one just added is at the machine and waits for the code: nobody else's has to be shown for it.
  const [added, setAdded] = useState('')
  return (
    <Section title={t('clerks.title')} note={t('clerks.note')}>
      {clerks.length > 0 && (
        <DataTable
          caption={t('clerks.title')}
          minWidth="760px"
          rows={clerks}
          rowKey={({ clerkId }) => clerkId}
          columns={[
            { key: 'name', head: t('clerks.name'), cell: ({ name }) => name },
            {
              key: 'state',
              head: t('table.state'),
              width: '190px',
              cell: (clerk) => <HolderState holder={{ ...clerk, hasCode: true, isPresent: true }} />,
            },
            {
              key: 'code',
              head: t('table.code'),
              width: '96px',
              cell: ({ clerkId, name }) => (
                <CodeFigures
                  code={codes.find((code) => code.clerkId === clerkId)}
                  isShown={areCodesShown || name === added}
                />
              ),
            },
            {
              key: 'at',
              head: t('clerks.at'),
              width: '240px',
              cell: ({ at }) => <Ballot session={session} at={at} />,
            },
            {
              key: 'today',
              head: t('clerks.today'),
              width: '112px',
              align: 'end',
              cell: ({ settledToday }) => settledToday,
            },
            {
              key: 'deeds',
              head: <span className="visually-hidden">{t('clerks.shut')}</span>,
              width: '96px',
              align: 'end',
              cell: (clerk) => <Shut clerk={clerk} />,
            },
          ]}
        />
      )}
      <AddClerk taken={clerks.map(({ name }) => name)} onAdded={setAdded} />
    </Section>
  )
}

function Ballot({ session, at }: { session: SessionDetail; at: RoomClerk['at'] }) {
  const { t } = useTranslation('room')
  const item = session.agenda.find(({ id }) => id === at?.agendaItemId)
  const member = session.members.find(({ id }) => id === at?.memberId)
  if (item === undefined || member === undefined) return '–'
  return t('clerks.ballot', { code: item.code, member: member.name })
}

/** One click: whoever keys where they should not is out before a question could be answered. */
function Shut({ clerk: { clerkId, name } }: { clerk: RoomClerk }) {
  const { t } = useTranslation('room')
  const shut = useMutation(orpc.room.shutClerk.mutationOptions())
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={shut.isPending}
        onClick={() => shut.mutate({ clerkId })}
        aria-label={t('clerks.shutFor', { name })}
      >
        {t('clerks.shut')}
      </Button>
      <ErrorNote error={shut.error} />
    </>
  )
}

function AddClerk({ taken, onAdded }: { taken: readonly string[]; onAdded: (name: string) => void }) {
  const { t } = useTranslation('room')
  const add = useMutation(orpc.room.addClerk.mutationOptions())
  const [typed, setTyped] = useState<string | null>(null)
  const proposed = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => t('clerks.proposed', { number }))
  const value = typed ?? proposed.find((name) => !taken.includes(name)) ?? ''
  const name = value.trim()
  return (
    <form
      className={classes.addClerk}
      onSubmit={(event) => {
        event.preventDefault()
        if (name === '') return
        add.mutate(
          { name },
          {
            onSuccess: () => {
              setTyped(null)
              onAdded(name)
            },
          },
        )
      }}
    >
      <TextInput
        size="sm"
        className={classes.clerkName}
        aria-label={t('clerks.nameLabel')}
        value={value}
        maxLength={100}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={name === ''} loading={add.isPending}>
        {t('clerks.add')}
      </Button>
      <ErrorNote error={add.error} />
    </form>
  )
}
