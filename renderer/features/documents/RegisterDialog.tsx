import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '../../../shared/api/document-register.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { ChangeList } from '../../components/papers/ChangeList.tsx'
import { FormerPapers, IssuedState, ReopenedMark } from '../../components/papers/IssuedState.tsx'

/** Every number of this file, of all its sessions and years, newest first. */
export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('papers')
  const { data: entries, error } = useQuery(orpc.documents.register.list.queryOptions({ input: {} }))
  return (
    <Dialog title={t('register.title')} size="80rem" onClose={onClose}>
      <ErrorNote error={error} />
      {entries?.length === 0 && <p>{t('register.none')}</p>}
      {entries !== undefined && entries.length > 0 && (
        <>
          <Books entries={entries} />
          <Entries entries={entries} />
        </>
      )}
    </Dialog>
  )
}

/** The book of each year, to be printed; until the end of the year, so that it grows with it. */
function Books({ entries }: { entries: readonly RegisterEntry[] }) {
  const { t } = useTranslation('year')
  const years = [...new Set(entries.map(({ year }) => year))].toSorted((one, other) => other - one)
  return (
    <Group gap="sm" mb="sm">
      {years.map((year) => (
        <Button
          key={year}
          size="compact-sm"
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/papers"
              search={{ papers: [{ kind: 'document-register', year, asOf: `${year}-12-31` }] }}
              {...props}
            />
          )}
        >
          {t('book', { year })}
        </Button>
      ))}
    </Group>
  )
}

function Entries({ entries }: { entries: readonly RegisterEntry[] }) {
  const { t } = useTranslation('papers')
  const stateText = useStateText()
  return (
    <DataTable
      caption={t('register.title')}
      minWidth="900px"
      rows={entries}
      copies
      rowKey={({ id }) => id}
      rowState={(entry) => (entry.void === null ? undefined : 'faded')}
      columns={[
        {
          key: 'code',
          head: t('register.code'),
          width: '214px',
          cell: ({ code, verification }) => (
            <>
              {code}
              <div>{verification}</div>
            </>
          ),
          text: ({ code, verification }) => [code, verification],
        },
        { key: 'date', head: t('number.date'), width: '112px', cell: ({ issuedOn }) => formatDate(issuedOn) },
        {
          key: 'kind',
          head: t('register.kind'),
          cell: ({ kind, about, changes }) => (
            <>
              {t(`documents:kind.${kind}`)}
              {about !== '' && <div>{about}</div>}
              <ChangeList changes={changes} />
            </>
          ),
          text: ({ kind, about }) => [t(`documents:kind.${kind}`), about],
        },
        {
          key: 'signer',
          head: t('register.signer'),
          width: '18%',
          cell: ({ posts, signer }) => [...posts, signer].filter((part) => part !== '').join(' / '),
        },
        {
          key: 'state',
          head: t('register.state'),
          width: '212px',
          cell: (entry) => <State entry={entry} />,
          text: stateText,
        },
      ]}
    />
  )
}

function State({ entry }: { entry: RegisterEntry }) {
  const [state, ...rest] = useStateText()(entry)
  const { void: voided, staleSince, issued, former } = entry
  const tone = voided !== null ? 'wrong' : staleSince === null ? 'good' : 'attention'
  return (
    <>
      <StateMark tone={tone} isLong={voided !== null}>
        {state}
      </StateMark>
      {issued !== null && <ReopenedMark at={issued.reopenedAt} />}
      <IssuedState issued={issued} canSave />
      <FormerPapers former={former} />
      {rest.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  )
}

/** Whether a number stands, to whom its paper went, and why it is out of turn. */
function useStateText(): (entry: RegisterEntry) => readonly string[] {
  const { t } = useTranslation('papers')
  return ({ void: voided, staleSince, sent, reason }) => [
    voided !== null
      ? t('register.void', { reason: voided.reason })
      : staleSince === null
        ? t('register.inForce')
        : t('number.stale', { time: dateAndTime(staleSince) }),
    ...(sent === null ? [] : [t('register.sent', { date: formatDate(sent.on), to: sent.to })]),
    ...(reason === '' ? [] : [t('register.reason', { reason })]),
  ]
}
