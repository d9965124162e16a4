import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegistrationList } from '../../../shared/api/registrations.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { CopyTable } from '../../components/CopyTable.tsx'
import { StaleTable } from '../../components/StaleTable.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PackDossiers } from '../../components/PackDossiers.tsx'
import { Page } from '../../components/Page.tsx'
import { PlaceNames } from '../../components/PlaceNames.tsx'
import { Pager } from '../../components/Pager.tsx'
import tableClasses from '../../components/table-page.module.css'
import { choiceColumn } from '../../components/row-choice/choice-column.tsx'
import { useRowChoice, type RowChoice } from '../../components/row-choice/use-row-choice.ts'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { EmptyYear, NoneInYear } from '../../components/YearSelect.tsx'
import { BulkMark } from './BulkMark.tsx'
import { ClosedYearNote } from './ClosedYearNote.tsx'
import { DossierMarks } from './DossierMarks.tsx'
import { NewRegistration } from './NewRegistration.tsx'
import { RegistrationDrawer } from './RegistrationDrawer.tsx'
import { filterOf, type RegistrationsSearch } from './registrations-address.ts'
import { RegistrationPapers } from './RegistrationPapers.tsx'
import { RegistrationsFilter } from './RegistrationsFilter.tsx'
import { ReportMark } from './ReportDue.tsx'
import classes from './Registrations.module.css'
import { useCopiedRegistrations } from './use-copied-registrations.ts'

const pageSize = 50

/** What was registered for a year, and what its dossiers lack. */
export function RegistrationsPage() {
  const { t } = useTranslation('registrations')
  const search = useSearch({ from: '/frame/registrations' })
  const navigate = useNavigate({ from: '/registrations' })
  const isFileReadOnly = useIsReadOnly()
  const set = useSetFilter<RegistrationsSearch>('/registrations')
  const page = search.page ?? 1
  const filter = filterOf(search)
  const { data, error, isPlaceholderData } = useQuery(
    orpc.registrations.list.queryOptions({
      input: { ...filter, limit: pageSize, offset: (page - 1) * pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  const isReadOnly = isFileReadOnly || data?.isClosed === true
  const copied = useCopiedRegistrations(filter)
  const open = (id: number | 'new'): void => void navigate({ search: (before) => ({ ...before, open: id }) })
  const leave = (): void => void navigate({ search: ({ open: _open, ...rest }) => rest })
  const standing = data?.rows.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ id }) => id) ?? []
  const choice = useRowChoice(standing, !isReadOnly)
  const columns = useColumns({ data, standing, open, choice, isReadOnly })
  const isEmpty =
    data?.total === 0 && Object.keys(filter).every((key) => key === 'year') && data.counts.state.withdrawn === 0
  const add = !isReadOnly && (
    <CommandButton id="registrations.add" title={t('add')} shortcut="alt+n" run={() => open('new')} />
  )
  const year = data?.year ?? search.year ?? ''
  const title = year === 'all' ? t('titleAll') : t('title', { year })
  const showAll = () => set({ year: 'all' })
  // What is on another page, or not found any more, is chosen no more.
  const shown = data?.rows.filter(({ id }) => choice.chosen.has(id)) ?? []
  return (
    <Page
      title={title}
      facts={data !== undefined && <Facts list={data} />}
      actions={
        <>
          {add}
          {!isEmpty && data !== undefined && data.year !== 'all' && (
            <PackDossiers of={{ year: data.year }} label={t('pack.year', { year: data.year })} />
          )}
        </>
      }
    >
      <ErrorNote error={error} />
      {data?.isClosed === true && <ClosedYearNote year={Number(data.year)} />}
      {data !== undefined && <RegistrationsFilter list={data} />}
      {isEmpty && (
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
      {!isEmpty && data?.total === 0 && (
        <NoneInYear years={data.years} year={data.year} onAll={showAll}>
          {t('nothing')}
        </NoneInYear>
      )}
      {data !== undefined && data.total > 0 && (
        <>
          {shown.length > 0 && <RegistrationPapers registrations={shown} day={data.day} />}
          {!isReadOnly && shown.length > 0 && (
            <BulkMark
              key={shown.map(({ id }) => id).join()}
              registrations={shown}
              items={data.items}
              onDone={choice.clear}
            />
          )}
          <StaleTable isStale={isPlaceholderData}>
            <CopyTable title={t('drawer')} heads={copied.heads} rows={copied.rows} isCompact />
            <DataTable
              caption={title}
              columns={columns}
              rows={data.rows}
              rowKey={({ id }) => id}
              rowState={({ id, withdrawnOn }) =>
                id === search.open || choice.chosen.has(id) ? 'chosen' : withdrawnOn === null ? undefined : 'faded'
              }
              minWidth="820px"
              maxHeight="var(--list-height)"
            />
          </StaleTable>
        </>
      )}
      <Pager
        feature="registrations"
        page={page}
        pageSize={pageSize}
        total={data?.total ?? 0}
        onPage={(next) => void navigate({ search: (before) => ({ ...before, page: next }) })}
      />
      <NewRegistration
        isOpen={search.open === 'new'}
        year={data === undefined ? null : data.year === 'all' ? Number(data.day.slice(0, 4)) : data.year}
        onClose={leave}
        onMade={open}
      />
      <RegistrationDrawer
        steps={{
          ids: data?.rows.map(({ id }) => id) ?? [],
          id: typeof search.open === 'number' ? search.open : null,
          onStep: open,
        }}
        onClose={leave}
      />
    </Page>
  )
}

function Facts({ list: { total, day } }: { list: RegistrationList }) {
  const { t } = useTranslation('registrations')
  return (
    <>
      <span role="status">{t('find.total', { count: total, shown: wholeNumber(total) })}</span> ·{' '}
      {t('asOf', { day: formatDate(day) })}
    </>
  )
}

type ColumnParts = {
  readonly data: RegistrationList | undefined
  readonly open: (id: number) => void
  /** Those that were not withdrawn. */
  readonly standing: readonly number[]
  readonly choice: RowChoice
  readonly isReadOnly: boolean
}

function useColumns({
  data,
  standing,
  open,
  choice,
  isReadOnly,
}: ColumnParts): readonly Column<RegistrationList['rows'][number]>[] {
  const { t } = useTranslation('registrations')
  const selection = choiceColumn<RegistrationList['rows'][number]>({
    choice,
    ids: standing,
    idOf: ({ id }) => id,
    all: t('choose.all'),
    one: ({ productName }) => t('choose.one', { name: productName }),
  })
  return [
    ...(isReadOnly ? [] : [selection]),
    {
      key: 'product',
      head: t('column.product'),
      isRowHead: true,
      cell: ({ id, code, productName, producerName }) => (
        <>
          <button type="button" className={tableClasses.name} onClick={() => open(id)}>
            {productName}
          </button>
          <div className={classes.soft}>{[code, producerName].filter((part) => part !== '').join(' · ')}</div>
        </>
      ),
    },
    {
      key: 'place',
      head: t('column.place'),
      width: '11%',
      isExtra: true,
      cell: ({ commune, district, communeNow }) => <PlaceNames {...{ commune, district, communeNow }} />,
    },
    {
      key: 'application',
      head: t('column.application'),
      width: '96px',
      cell: ({ application, round, year }) => (
        <>
          {t(`common:application.${application}`)}
          {data?.year === 'all' && <div className={classes.soft}>{t('years:year', { year })}</div>}
          {round !== null && <div className={classes.soft}>{t('round', { round })}</div>}
        </>
      ),
    },
    {
      key: 'days',
      head: t('column.days'),
      width: '122px',
      cell: ({ filedOn, meetingOn }) => (
        <>
          {filedOn !== null && <div>{t('filed', { day: formatDate(filedOn) })}</div>}
          {meetingOn !== null && <div className={classes.soft}>{t('meets', { day: formatDate(meetingOn) })}</div>}
        </>
      ),
    },
    {
      key: 'samples',
      head: t('column.samples'),
      width: '60px',
      align: 'end',
      cell: ({ samplesReceived, samplesDue }) =>
        samplesDue === 0 ? t('noSamples') : t('samplesOf', { received: samplesReceived, due: samplesDue }),
    },
    {
      key: 'state',
      head: t('column.state'),
      width: '34%',
      cell: (row) => (
        <div className={classes.marks}>
          <DossierMarks registration={row} items={data?.items ?? []} />
          {row.report !== null && row.report.state !== 'received' && <ReportMark report={row.report} />}
        </div>
      ),
    },
  ]
}
