import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Lacking } from '../../../shared/api/deadlines.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { client, orpc } from '../../api/client.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { StaleTable } from '../../components/StaleTable.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { LackText } from '../../components/deadlines/DeadlineParts.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { PlaceNames } from '../../components/PlaceNames.tsx'
import { Pager } from '../../components/Pager.tsx'
import { SessionStateMark } from '../../components/SessionStateMark.tsx'
import type { LackingSearch } from './lacking-address.ts'

const pageSize = 50

/** Just what one deadline lacks of one kind. */
export function LackingPage() {
  const { t } = useTranslation('deadlines')
  const search = useSearch({ from: '/frame/deadlines/lacking' })
  const navigate = useNavigate({ from: '/deadlines/lacking' })
  const { page = 1, year, kind, level, round } = search
  const { data, error, isPlaceholderData } = useQuery(
    orpc.deadlines.lacking.queryOptions({
      input: { ...askedBy(search), limit: pageSize, offset: (page - 1) * pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumns(search)
  const task = t(`task.${kind}`, { level: t(`level.${level}`) })
  const when = round === undefined ? t('wholeYear', { year }) : t('round', { round, year })
  return (
    <Page
      title={t(`lackTitle.${search.lack}`)}
      facts={
        <>
          <Link to="/deadlines" search={{ year }}>
            {task}, {when}
          </Link>
          {data !== undefined && (
            <>
              {' · '}
              <span role="status">
                <LackText lack={search.lack} count={data.total} />
              </span>
            </>
          )}
        </>
      }
      actions={data !== undefined && data.total > 0 && <CopyLacking search={search} />}
    >
      <ErrorNote error={error} />
      {data?.total === 0 && <EmptyState title={t('nothingLacks')} />}
      {data !== undefined && data.total > 0 && (
        <StaleTable isStale={isPlaceholderData}>
          <DataTable
            caption={t(`lackTitle.${search.lack}`)}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => (row.kind === 'session' ? `s${row.sessionId}` : `p${row.productId}-${row.sessionId}`)}
            minWidth="640px"
          />
        </StaleTable>
      )}
      <Pager
        feature="deadlines"
        page={page}
        pageSize={pageSize}
        total={data?.total ?? 0}
        onPage={(next) => void navigate({ search: (before) => ({ ...before, page: next }) })}
      />
    </Page>
  )
}

const askedBy = ({ level, kind, year, round, lack }: LackingSearch) => ({
  level,
  kind,
  year,
  round: round ?? null,
  lack,
})

function useColumns({ lack }: LackingSearch): readonly Column<Lacking>[] {
  const { t } = useTranslation('deadlines')
  if (lack === 'sessions-open') {
    return [
      { key: 'session', head: t('row.session'), isRowHead: true, cell: (row) => <RowLink row={row} /> },
      {
        key: 'heldOn',
        head: t('row.heldOn'),
        width: '140px',
        cell: (row) => row.kind === 'session' && formatDate(row.heldOn),
      },
      {
        key: 'state',
        head: t('row.state'),
        width: '180px',
        cell: (row) => row.kind === 'session' && <SessionStateMark state={row.state} />,
      },
    ]
  }
  return [
    { key: 'product', head: t('row.product'), isRowHead: true, cell: (row) => <RowLink row={row} /> },
    {
      key: 'producer',
      head: t('row.producer'),
      width: '30%',
      cell: (row) => row.kind === 'product' && row.producerName,
    },
    {
      key: 'place',
      head: t('row.place'),
      width: '22%',
      cell: (row) => row.kind === 'product' && <PlaceNames {...placeOf(row)} />,
    },
    {
      key: 'application',
      head: t('row.application'),
      width: '140px',
      cell: (row) => row.kind === 'product' && t(`common:application.${row.application}`),
    },
  ]
}

/** To where it is done. */
function RowLink({ row }: { row: Lacking }) {
  const { t } = useTranslation('deadlines')
  if (row.kind === 'session') {
    const { sessionId, round, year, councilName } = row
    return (
      <Link to="/sessions/$sessionId" params={{ sessionId }}>
        {councilName}, {t('common:sessionName', { round, year })}
      </Link>
    )
  }
  const name = row.code === '' ? row.productName : `${row.code}. ${row.productName}`
  if (row.sessionId === null) {
    return (
      <Link to="/products" search={{ query: row.code === '' ? row.productName : row.code, edit: row.productId }}>
        {name}
      </Link>
    )
  }
  return (
    <Link
      to="/sessions/$sessionId/documents"
      params={{ sessionId: row.sessionId }}
      search={{ kind: 'referral-letter' }}
    >
      {name}
    </Link>
  )
}

const placeOf = ({ commune, district, communeNow }: Extract<Lacking, { kind: 'product' }>) => ({
  commune,
  district,
  communeNow,
})

/** Every row, also those of other pages. */
function CopyLacking({ search }: { search: LackingSearch }) {
  const { t } = useTranslation('deadlines')
  const heads =
    search.lack === 'sessions-open'
      ? [t('row.number'), t('row.session'), t('row.round'), t('row.year'), t('row.heldOn')]
      : [t('row.number'), t('row.code'), t('row.product'), t('row.producer'), t('row.commune'), t('row.district')]
  const cellsOf = (row: Lacking, place: number): readonly CopiedCell[] =>
    row.kind === 'session'
      ? [place, row.councilName, row.round, row.year, formatDate(row.heldOn)]
      : [place, row.code, row.productName, row.producerName, row.commune, row.district]
  const rows = async (): Promise<readonly (readonly CopiedCell[])[]> => {
    const cells: (readonly CopiedCell[])[] = []
    for (;;) {
      const { rows: next, total } = await client.deadlines.lacking({
        ...askedBy(search),
        limit: 500,
        offset: cells.length,
      })
      for (const row of next) cells.push(cellsOf(row, cells.length + 1))
      if (next.length === 0 || cells.length >= total) return cells
    }
  }
  return <CopyTable title={t(`lackTitle.${search.lack}`)} heads={heads} rows={rows} />
}
