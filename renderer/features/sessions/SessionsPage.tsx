import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '../../../shared/api/sessions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { isOfYear, type ListYear } from '../../api/list-year.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { NextStepLink } from '../../components/NextStepLink.tsx'
import { Page } from '../../components/Page.tsx'
import { SessionStateMark } from '../../components/SessionStateMark.tsx'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { NoneInYear, YearSelect } from '../../components/YearSelect.tsx'
import { BlankWorkbook } from './BlankWorkbook.tsx'

/** The sessions of the file, the latest first, each with what it waits for. */
export function SessionsPage() {
  const { t } = useTranslation('sessions')
  const { data: sessions, error } = useQuery(orpc.sessions.list.queryOptions())
  const isReadOnly = useIsReadOnly()
  const navigate = useNavigate()
  const add = (): void => void navigate({ to: '/sessions/new' })
  const columns = useColumns()
  const { year = 'all' } = useSearch({ from: '/frame/sessions' })
  const set = useSetFilter<{ readonly year?: ListYear }>('/sessions')
  const rows = sessions?.filter((session) => isOfYear(year, session.year)) ?? []
  const years = sessions?.map((session) => session.year) ?? []
  const ways = !isReadOnly && (
    <>
      <CommandButton id="sessions.add" title={t('list.add')} shortcut="alt+n" run={add} />
      <Button renderRoot={(props) => <Link to="/sessions/import" {...props} />} variant="default">
        {t('list.import')}
      </Button>
      <BlankWorkbook />
      <Button renderRoot={(props) => <Link to="/packages" {...props} />} variant="default">
        {t('list.packages')}
      </Button>
    </>
  )
  const hasSessions = sessions !== undefined && sessions.length > 0
  return (
    <Page
      title={t('list.title')}
      facts={hasSessions && <Link to="/years">{t('years:list.goTo')}</Link>}
      actions={hasSessions && ways}
    >
      <ErrorNote error={error} />
      {sessions?.length === 0 && (
        <EmptyState title={t('list.empty')} action={ways}>
          {t('list.emptyText')}
        </EmptyState>
      )}
      {hasSessions && (
        <YearSelect label={t('years:list.year')} years={years} year={year} onYear={(next) => set({ year: next })} />
      )}
      {hasSessions && rows.length === 0 && <NoneInYear years={years} year={year} onAll={() => set({ year: 'all' })} />}
      {rows.length > 0 && (
        <DataTable
          caption={t('list.title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          minWidth="720px"
          copies
        />
      )}
    </Page>
  )
}

function useColumns(): readonly Column<SessionSummary>[] {
  const { t } = useTranslation('sessions')
  return [
    { key: 'date', head: t('list.heldOn'), width: '108px', cell: ({ heldOn }) => formatDate(heldOn) },
    {
      key: 'session',
      head: t('list.session'),
      cell: ({ id, councilName, round, year }) => (
        <Link to="/sessions/$sessionId" params={{ sessionId: id }}>
          {councilName}, {t('common:sessionName', { round, year })}
        </Link>
      ),
      text: ({ councilName, round, year }) => `${councilName}, ${t('common:sessionName', { round, year })}`,
    },
    { key: 'place', head: t('list.place'), width: '15%', isExtra: true, cell: ({ place }) => place },
    { key: 'rules', head: t('list.rules'), width: '96px', isExtra: true, cell: ({ ruleSetTitle }) => ruleSetTitle },
    {
      key: 'products',
      head: t('list.products'),
      width: '84px',
      align: 'end',
      cell: ({ productCount }) => productCount,
    },
    {
      key: 'state',
      head: t('list.state'),
      width: '132px',
      cell: ({ state }) => <SessionStateMark state={state} />,
      text: ({ state }) => t(`common:sessionState.${state}`),
    },
    { key: 'next', head: t('list.next'), width: '20%', cell: (session) => <NextStepLink session={session} /> },
  ]
}
