import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomClerk, RoomCode } from '../../../shared/api/room.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { isPersonName, personName } from '../../../shared/domain/vietnamese/person-name.ts'
import { orpc } from '../../api/client.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
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
  // The one whose code is new is at the machine and waits for it: nobody else's has to be shown for it.
  const [fresh, setFresh] = useState('')
  return (
    <Section title={t('clerks.title')} note={t('clerks.note')}>
      {clerks.length > 0 && (
        <DataTable
          caption={t('clerks.title')}
          minWidth="816px"
          rows={clerks}
          rowKey={({ clerkId }) => clerkId}
          columns={[
            { key: 'number', head: t('table.seat'), width: '48px', align: 'end', cell: ({ number }) => number },
            { key: 'name', head: t('clerks.name'), cell: ({ name }) => name },
            {
              key: 'state',
              head: t('table.state'),
              width: '150px',
              cell: (clerk) => <HolderState holder={{ ...clerk, hasCode: true, isPresent: true }} />,
            },
            {
              key: 'code',
              head: t('table.code'),
              width: '96px',
              cell: ({ clerkId, name }) => (
                <CodeFigures
                  code={codes.find((code) => code.clerkId === clerkId)}
                  isShown={areCodesShown || name === fresh}
                />
              ),
            },
            {
              key: 'at',
              head: t('clerks.at'),
              width: '176px',
              cell: ({ at }) => <Ballot session={session} at={at} />,
            },
            {
              key: 'today',
              head: t('clerks.today'),
              width: '76px',
              align: 'end',
              cell: ({ settledToday }) => settledToday,
            },
            {
              key: 'deeds',
              head: <span className="visually-hidden">{t('clerks.deeds')}</span>,
              width: '132px',
              align: 'end',
              cell: (clerk) => (
                <div className={classes.deeds}>
                  <NewCode clerk={clerk} onIssued={() => setFresh(clerk.name)} />
                  <Shut clerk={clerk} />
                </div>
              ),
            },
          ]}
        />
      )}
      <AddClerk clerks={clerks} onAdded={setFresh} />
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

/** Asks nothing: the laptop that is in stays in until the new code is used at another one. */
function NewCode({ clerk, onIssued }: { clerk: RoomClerk; onIssued: () => void }) {
  const { t } = useTranslation('room')
  const reset = useMutation(orpc.room.resetCode.mutationOptions())
  const { clerkId, name } = clerk
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={reset.isPending}
        onClick={() => reset.mutate({ clerkId }, { onSuccess: onIssued })}
        aria-label={t('code.resetFor', { name })}
      >
        {t('code.reset')}
      </Button>
      <ErrorNote error={reset.error} />
    </>
  )
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

function AddClerk({ clerks, onAdded }: { clerks: readonly RoomClerk[]; onAdded: (name: string) => void }) {
  const { t } = useTranslation('room')
  const add = useMutation(orpc.room.addClerk.mutationOptions())
  const [typed, setTyped] = useState<string | null>(null)
  const proposed = Array.from({ length: 99 }, (_, index) => ({
    number: index + 1,
    name: t('clerks.proposed', { number: index + 1 }),
  }))
  // The number that nobody has is the new clerk's, so that number and name agree.
  const free = proposed.find((next) => !clerks.some(({ number, name }) => number === next.number || name === next.name))
  const value = typed ?? free?.name ?? ''
  const name = personName(value)
  return (
    <Form
      className={classes.addClerk}
      onSubmit={() => {
        if (!isPersonName(name)) return
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
      <Button type="submit" variant="default" disabled={!isPersonName(name)} loading={add.isPending}>
        {t('clerks.add')}
      </Button>
      <ErrorNote error={add.error} />
    </Form>
  )
}
