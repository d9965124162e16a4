import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Year } from '../../../shared/api/years.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { UnlockedSessions } from './UnlockedSessions.tsx'
import classes from './Years.module.css'

/** The years of the file: what each has, what it still lacks, and whether its books are closed. */
export function YearsPage() {
  const { t } = useTranslation('years')
  const { data: years, error } = useQuery(orpc.years.list.queryOptions())
  const isReadOnly = useIsReadOnly()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Year | null>(null)
  const begin = (): void => void navigate({ to: '/new-year' })
  const columns = useColumns(isReadOnly ? null : setAsked)
  return (
    <Page
      title={t('list.title')}
      actions={!isReadOnly && <CommandButton id="years.begin" title={t('list.begin')} shortcut="alt+n" run={begin} />}
    >
      <ErrorNote error={error} />
      {years?.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
      {years !== undefined && years.length > 0 && (
        <DataTable
          caption={t('list.title')}
          columns={columns}
          rows={years}
          rowKey={({ year }) => year}
          minWidth="940px"
          copies
        />
      )}
      {asked !== null && asked.closed === null && <CloseYear year={asked} onClose={() => setAsked(null)} />}
      {asked !== null && asked.closed !== null && <ReopenYear year={asked} onClose={() => setAsked(null)} />}
    </Page>
  )
}

function useColumns(ask: ((year: Year) => void) | null): readonly Column<Year>[] {
  const { t } = useTranslation('years')
  const standing = useStanding()
  return [
    { key: 'year', head: t('list.year'), width: '96px', isRowHead: true, cell: ({ year }) => year },
    {
      key: 'sessions',
      head: t('list.sessions'),
      width: '110px',
      align: 'end',
      cell: Sessions,
      text: (row) => row.sessions,
    },
    {
      key: 'rounds',
      head: t('list.rounds'),
      width: '132px',
      align: 'end',
      cell: Rounds,
      text: (row) => row.rounds,
    },
    {
      key: 'registrations',
      head: t('list.registrations'),
      width: '130px',
      align: 'end',
      cell: Registrations,
      text: (row) => row.registrations,
    },
    {
      key: 'certificates',
      head: t('list.certificates'),
      width: '140px',
      align: 'end',
      cell: (row) => row.certificates,
    },
    { key: 'state', head: t('list.state'), cell: (row) => <Standing year={row} />, text: standing },
    {
      key: 'deed',
      head: <span className="visually-hidden">{t('list.deed')}</span>,
      width: '170px',
      align: 'end',
      cell: (row) =>
        ask !== null &&
        ((isHeld(row) && row.year <= thisYear()) || row.closed !== null) && (
          <Button variant="default" size="compact-sm" onClick={() => ask(row)}>
            {t(row.closed === null ? 'close.open' : 'reopen.open', { year: row.year })}
          </Button>
        ),
    },
  ]
}

const thisYear = (): number => Number(vietnamDay(new Date()).slice(0, 4))

const Sessions = ({ sessions, year }: Year) =>
  sessions === 0 ? (
    0
  ) : (
    <Link to="/sessions" search={{ year }}>
      {sessions}
    </Link>
  )

const Rounds = ({ rounds, year }: Year) =>
  rounds === 0 ? (
    0
  ) : (
    <Link to="/opinions" search={{ year }}>
      {rounds}
    </Link>
  )

const Registrations = ({ registrations, year }: Year) =>
  registrations === 0 ? (
    0
  ) : (
    <Link to="/registrations" search={{ year }}>
      {registrations}
    </Link>
  )

function Standing({ year }: { year: Year }) {
  const text = useStanding()(year)
  const { closed } = year
  const lacks = closed === null && lacksOf(year).some((count) => count > 0)
  return (
    <StateMark tone={closed !== null ? 'good' : lacks ? 'attention' : 'plain'} isLong={closed !== null || lacks}>
      {text}
    </StateMark>
  )
}

/** Whether it has something whose books can be closed. */
const isHeld = ({ sessions, rounds, registrations, certificates }: Counted): boolean =>
  sessions + rounds + registrations + certificates > 0

type Counted = Pick<Year, 'sessions' | 'rounds' | 'registrations' | 'certificates'>

/** How many things of each kind stand in the way of closing. */
const lacksOf = ({ unlocked, unnumbered, undecided, uncertified }: Year): readonly number[] =>
  [unlocked, unnumbered, undecided, uncertified].map((things) => things.length)

/** Whether a year is closed, or what it lacks for that. */
function useStanding(): (year: Year) => string {
  const { t } = useTranslation('years')
  return ({ closed, ...year }) => {
    if (closed !== null) return t('state.closed', { day: formatDate(vietnamDay(new Date(closed.at))), by: closed.by })
    const lacks = (['unlocked', 'unnumbered', 'undecided', 'uncertified'] as const)
      .filter((kind) => year[kind].length > 0)
      .map((kind) => t(`state.${kind}`, { count: year[kind].length }))
    return lacks.join('; ') || t(isHeld(year) ? 'state.ready' : 'state.empty')
  }
}

function CloseYear({ year: whole, onClose }: { year: Year; onClose: () => void }) {
  const { t } = useTranslation('years')
  const { year, unlocked, unnumbered, undecided, uncertified } = whole
  const close = useMutation(orpc.years.close.mutationOptions())
  const isBlocked = lacksOf(whole).some((count) => count > 0)
  return (
    <ConfirmDialog
      isOpen
      title={t('close.title', { year })}
      confirmLabel={t('close.confirm', { year })}
      isBlocked={isBlocked}
      isBusy={close.isPending}
      error={close.error}
      onConfirm={() => close.mutate({ year }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {!isBlocked && t('close.text', { year })}
      {unlocked.length > 0 && (
        <>
          <p className={classes.lacks}>{t('close.unlocked')}</p>
          <UnlockedSessions sessions={unlocked} />
        </>
      )}
      {undecided.length > 0 && (
        <>
          <p className={classes.lacks}>{t('close.undecided')}</p>
          <ul className={classes.plain}>
            {undecided.map(({ sentOn, products, ...round }) => (
              <RoundLine key={round.roundId} {...round} on={sentOn} lacks={t('close.products', { count: products })} />
            ))}
          </ul>
        </>
      )}
      {unnumbered.length + uncertified.length > 0 && (
        <>
          <p className={classes.lacks}>{t('close.unnumbered')}</p>
          <ul className={classes.plain}>
            {unnumbered.map(({ sessionId, councilName, round, heldOn, papers, certificates }) => (
              <li key={sessionId}>
                {formatDate(heldOn)} ·{' '}
                <Link to="/sessions/$sessionId/documents" params={{ sessionId }}>
                  {councilName}, {t('common:sessionName', { round, year })}
                </Link>
                :{' '}
                {[
                  ...papers.map((kind) => t(`documents:kind.${kind}`)),
                  ...(certificates > 0 ? [t('close.certificates', { count: certificates })] : []),
                ].join(', ')}
              </li>
            ))}
            {uncertified.map(({ decidedOn, certificates, ...round }) => (
              <RoundLine
                key={round.roundId}
                {...round}
                on={decidedOn}
                lacks={t('close.certificates', { count: certificates })}
              />
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  )
}

type RoundLineProps = {
  readonly roundId: number
  readonly round: string
  readonly councilName: string
  /** ISO date. */
  readonly on: string
  readonly lacks: string
}

function RoundLine({ roundId, round, councilName, on, lacks }: RoundLineProps) {
  const { t } = useTranslation('years')
  return (
    <li>
      {formatDate(on)} ·{' '}
      <Link to="/opinions/$roundId" params={{ roundId }}>
        {councilName}, {t('deadlines:clock.round', { round })}
      </Link>
      : {lacks}
    </li>
  )
}

function ReopenYear({ year: { year }, onClose }: { year: Year; onClose: () => void }) {
  const { t } = useTranslation('years')
  const reopen = useMutation(orpc.years.reopen.mutationOptions())
  return (
    <ConfirmDialog
      isOpen
      title={t('reopen.title', { year })}
      confirmLabel={t('reopen.confirm')}
      reasonLabel={t('reopen.reason')}
      isBusy={reopen.isPending}
      error={reopen.error}
      onConfirm={(reason) => reopen.mutate({ year, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t('reopen.text', { year })}
    </ConfirmDialog>
  )
}
