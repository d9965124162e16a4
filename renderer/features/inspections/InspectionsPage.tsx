import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionList } from '../../../shared/api/inspections.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { CopyTable } from '../../components/CopyTable.tsx'
import { StaleTable } from '../../components/StaleTable.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { Pager } from '../../components/Pager.tsx'
import { useRowChoice } from '../../components/row-choice/use-row-choice.ts'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { EmptyYear, NoneInYear } from '../../components/YearSelect.tsx'
import { BulkBar } from './BulkBar.tsx'
import { InspectionDrawer } from './InspectionDrawer.tsx'
import { filterOf, type InspectionsSearch } from './inspections-address.ts'
import { InspectionsFilter } from './InspectionsFilter.tsx'
import { RouteDialog } from './RouteDialog.tsx'
import { RouteStrip } from './RouteStrip.tsx'
import { useColumns } from './use-columns.tsx'
import { useCopiedInspections } from './use-copied-inspections.ts'

const pageSize = 100

/** Where the use of the logo is or was inspected in a year, and what was found. */
export function InspectionsPage() {
  const { t } = useTranslation('inspections')
  const search = useSearch({ from: '/frame/inspections' })
  const navigate = useNavigate({ from: '/inspections' })
  const isReadOnly = useIsReadOnly()
  const [isAdding, setAdding] = useState(false)
  const set = useSetFilter<InspectionsSearch>('/inspections')
  const showAll = () => set({ year: 'all' })
  const page = search.page ?? 1
  const filter = filterOf(search)
  const { data, error, isPlaceholderData } = useQuery(
    orpc.aftercare.inspections.list.queryOptions({
      input: { ...filter, limit: pageSize, offset: (page - 1) * pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  const copied = useCopiedInspections(filter)
  const open = (id: number): void => void navigate({ search: (before) => ({ ...before, open: id }) })
  // What the filters do not find any more is chosen no more.
  const choice = useRowChoice(data?.ids ?? [], !isReadOnly)
  const columns = useColumns({ list: data, choice, onOpen: open, isReadOnly })
  const route = data?.routes.find(({ id }) => id === search.route)
  const hasAny = data !== undefined && (data.routes.length > 0 || data.counts.unrouted > 0)
  const add = !isReadOnly && (
    <CommandButton id="inspections.addRoute" title={t('route.add')} shortcut="alt+n" run={() => setAdding(true)} />
  )
  const picked = [...choice.chosen]
  return (
    <Page
      title={t('title')}
      facts={data !== undefined && <Facts list={data} />}
      actions={
        <>
          {add}
          {hasAny && <CopyTable title={t('name')} heads={copied.heads} rows={copied.rows} />}
        </>
      }
    >
      <ErrorNote error={error} />
      {data !== undefined && <InspectionsFilter list={data} />}
      {data !== undefined && !hasAny && (
        <EmptyYear
          years={data.years}
          year={data.year}
          titleOf={(year) => (year === 'all' ? t('emptyAll') : t('empty', { year }))}
          action={add}
          onAll={showAll}
        >
          {t('emptyText')}
        </EmptyYear>
      )}
      {data !== undefined && route !== undefined && (
        <RouteStrip
          key={route.id}
          route={route}
          list={data}
          isReadOnly={isReadOnly}
          onRemoved={() => void navigate({ search: ({ route: _route, ...rest }) => rest })}
        />
      )}
      {picked.length > 0 && data !== undefined && (
        <BulkBar ids={picked} day={data.day} isReadOnly={isReadOnly} onDone={choice.clear} />
      )}
      {data !== undefined && hasAny && data.total === 0 && (
        <NoneInYear years={data.years} year={route === undefined ? data.year : 'all'} onAll={showAll}>
          {route !== undefined && filter.query === undefined && filter.state === undefined
            ? t('emptyRoute')
            : t('nothing')}
        </NoneInYear>
      )}
      {data !== undefined && data.total > 0 && (
        <StaleTable isStale={isPlaceholderData}>
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={data.rows}
            rowKey={({ inspectionId }) => inspectionId}
            rowState={({ inspectionId }) =>
              inspectionId === search.open || choice.chosen.has(inspectionId) ? 'chosen' : undefined
            }
            minWidth="820px"
            maxHeight="var(--list-height)"
          />
        </StaleTable>
      )}
      <Pager
        feature="inspections"
        page={page}
        pageSize={pageSize}
        total={data?.total ?? 0}
        onPage={(next) => void navigate({ search: (before) => ({ ...before, page: next }) })}
      />
      {isAdding && (
        <RouteDialog
          year={typeof data?.year === 'number' ? data.year : Number(data?.day.slice(0, 4))}
          onSaved={(id) =>
            void navigate({ search: ({ year }) => ({ ...(year !== undefined && { year }), route: id }) })
          }
          onClose={() => setAdding(false)}
        />
      )}
      <InspectionDrawer
        steps={{ ids: data?.ids ?? [], id: search.open ?? null, onStep: open }}
        onClose={() => void navigate({ search: ({ open: _open, ...rest }) => rest })}
      />
    </Page>
  )
}

/** What was planned, made and found in the year and on the route that is shown. */
function Facts({ list: { counts, day } }: { list: InspectionList }) {
  const { t } = useTranslation('inspections')
  const { planned, unfinished, clean, violation } = counts.state
  const made = unfinished + clean + violation
  const pressing = counts.commitments.overdue + counts.commitments.soon
  const counted = (key: 'total' | 'made' | 'violating' | 'commitmentsLink', count: number) =>
    t(key, { count, shown: wholeNumber(count) })
  return (
    <>
      <Link to="/certificates">{t('toRegister')}</Link> ·{' '}
      <span role="status">
        {[counted('total', planned + made), counted('made', made), counted('violating', violation)].join(' · ')}
      </span>{' '}
      ·{' '}
      <Link to="/inspections/commitments">
        {pressing === 0 ? t('commitmentsAll') : counted('commitmentsLink', pressing)}
      </Link>{' '}
      · {t('asOf', { day: formatDate(day) })}
    </>
  )
}
