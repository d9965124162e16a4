import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sending, WrittenMember, WrittenRound } from '../../../shared/api/opinions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { NoteSent } from './NoteSent.tsx'
import classes from './Opinions.module.css'

type Props = { readonly round: WrittenRound; readonly isOpen: boolean; readonly onClose: () => void }

/** When the form went to each member and by which way, what is still waited for, and whom to remind. */
export function SendingsDialog({ round, isOpen, onClose }: Props) {
  const { t } = useTranslation('opinions')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { members } = round
  const unsent = members.filter((member) => formsOf(member).length === 0)
  const waited = members.filter((member) => member.missing > 0 && formsOf(member).length > 0)
  const choose = (some: readonly WrittenMember[]) => setChosen(new Set(some.map(({ id }) => id)))
  const columns = useColumns({ round, isOpen, chosen, setChosen })
  return (
    <Dialog title={t('sendings.title')} size="72rem" onClose={onClose}>
      <Stack gap="sm">
        <p className={classes.soft}>{t('sendings.text', { day: formatDate(round.replyBy) })}</p>
        {isOpen && (
          <Group gap="sm">
            {unsent.length > 0 && (
              <Button variant="default" size="compact-sm" data-autofocus onClick={() => choose(unsent)}>
                {t('sendings.chooseUnsent', { count: unsent.length })}
              </Button>
            )}
            {waited.length > 0 && (
              <Button variant="default" size="compact-sm" onClick={() => choose(waited)}>
                {t('sendings.chooseWaited', { count: waited.length })}
              </Button>
            )}
          </Group>
        )}
        <DataTable
          caption={t('sendings.title')}
          columns={columns}
          rows={members}
          rowKey={({ id }) => id}
          minWidth="820px"
          copies
        />
        {isOpen && (
          <NoteSent
            round={round}
            members={members.filter(({ id }) => chosen.has(id))}
            onNoted={() => setChosen(new Set())}
          />
        )}
      </Stack>
    </Dialog>
  )
}

const formsOf = ({ sendings }: WrittenMember): readonly Sending[] => sendings.filter(({ kind }) => kind === 'form')

type ToShow = Pick<Props, 'round' | 'isOpen'> & {
  readonly chosen: ReadonlySet<number>
  readonly setChosen: (chosen: ReadonlySet<number>) => void
}

function useColumns({ round, isOpen, chosen, setChosen }: ToShow): readonly Column<WrittenMember>[] {
  const { t } = useTranslation('opinions')
  const sendingText = ({ sentOn, way, letter }: Sending) =>
    `${formatDate(sentOn)}, ${t(`sendings.way.${way}`)}${letter === '' ? '' : `, ${letter}`}`
  const toggle = (id: number) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const list = (kind: Sending['kind']): Column<WrittenMember> => ({
    key: kind,
    head: t(`sendings.${kind}`),
    width: '250px',
    cell: ({ name, sendings }) =>
      sendings
        .filter((sending) => sending.kind === kind)
        .map((sending) => (
          <div key={sending.id} className={classes.sending}>
            {sendingText(sending)}
            {isOpen && <TakeOut sending={sending} name={name} />}
          </div>
        )),
    text: ({ sendings }) => sendings.filter((sending) => sending.kind === kind).map(sendingText),
  })
  const choosing: Column<WrittenMember> = {
    key: 'chosen',
    head: <span className="visually-hidden">{t('sendings.choose')}</span>,
    width: '44px',
    cell: ({ id, name }) => (
      <Checkbox aria-label={t('sendings.chooseOne', { name })} checked={chosen.has(id)} onChange={() => toggle(id)} />
    ),
  }
  return [
    ...(isOpen ? [choosing] : []),
    {
      key: 'member',
      head: t('sendings.member'),
      isRowHead: true,
      cell: ({ name, position, organisation }) => (
        <>
          {name}
          <div className={classes.soft}>{[position, organisation].filter((part) => part !== '').join(', ')}</div>
        </>
      ),
      text: ({ name, position, organisation }) => [name, position, organisation],
    },
    list('form'),
    list('reminder'),
    {
      key: 'state',
      head: t('sendings.state'),
      width: '190px',
      cell: (member) => <Standing round={round} member={member} />,
      text: (member) => standingText(round, member).map(([key, count]) => t(`sendings.${key}`, { count })),
    },
  ]
}

/** What a member is waited for: what is to be said, and how many. */
function standingText(
  { replyBy, day, products }: WrittenRound,
  member: WrittenMember,
): readonly (readonly ['complete' | 'unsent' | 'missing' | 'overdue', number])[] {
  if (products.length > 0 && member.missing === 0) return [['complete', 0]]
  if (formsOf(member).length === 0) return [['unsent', 0]]
  return [['missing', member.missing], ...(day > replyBy ? [['overdue', 0] as const] : [])]
}

function Standing({ round, member }: { readonly round: WrittenRound; readonly member: WrittenMember }) {
  const { t } = useTranslation('opinions')
  return standingText(round, member).map(([key, count]) => (
    <div key={key}>
      <StateMark tone={tones[key]}>{t(`sendings.${key}`, { count })}</StateMark>
    </div>
  ))
}

const tones = { complete: 'good', unsent: 'attention', missing: 'plain', overdue: 'wrong' } as const

function TakeOut({ sending, name }: { readonly sending: Sending; readonly name: string }) {
  const { t } = useTranslation('opinions')
  const remove = useMutation(orpc.opinions.removeSent.mutationOptions())
  return (
    <DeedButton
      size="compact-xs"
      variant="subtle"
      label={t('sendings.takeOut')}
      aria-label={t('sendings.takeOutOf', { name, day: formatDate(sending.sentOn) })}
      isDanger
      reasonLabel={t('reason')}
      deed={remove}
      inputOf={(reason) => ({ id: sending.id, reason })}
    >
      {t('sendings.takeOutText')}
    </DeedButton>
  )
}
