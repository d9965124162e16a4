import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { memo, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificateRegister } from '../../../shared/api/certificate-register.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { asAnswered, keepSame } from '../../api/same-rows.ts'
import tableClasses from '../../components/table-page.module.css'
import { StaleTable } from '../../components/StaleTable.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { PlaceNames } from '../../components/PlaceNames.tsx'
import { Pager } from '../../components/Pager.tsx'
import { Stars } from '../../components/Stars.tsx'
import { saidOnce } from '../../components/said-once.ts'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { useAtRest } from '../../components/use-at-rest.ts'
import { useLatest } from '../../components/use-latest.ts'
import { useTypedWords } from '../../components/use-typed-words.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { NoneInYear } from '../../components/YearSelect.tsx'
import { StateCell } from './CertificateMark.tsx'
import classes from './CertificatesPage.module.css'
import { CopyRegister } from './CopyRegister.tsx'
import { NationalExport } from './NationalExport.tsx'
import { askForCertificates, listed, pageSize } from './listed-certificates.ts'
import { filterOf, type RegisterSearch } from './register-address.ts'
import { RegisterFilter } from './RegisterFilter.tsx'
import { TimelineDrawer } from './TimelineDrawer.tsx'
import { WritePapers } from './WritePapers.tsx'

type Listed = CertificateRegister['rows'][number]

/** Every recognition that the file knows of, and how it stands today. */
export function CertificatesPage() {
  const { t } = useTranslation('certificates')
  const { search, ahead } = useTypedWords(useSearch({ from: '/frame/certificates' }), askForCertificates)
  const navigate = useNavigate({ from: '/certificates' })
  const set = useSetFilter<RegisterSearch>('/certificates')
  const page = search.page ?? 1
  const { data, error, isPlaceholderData } = useQuery({
    ...listed(search),
    placeholderData: keepPreviousData,
    select: asAnswered,
    structuralSharing: keepSame,
  })
  // What is counted beside the list, or written of it, is drawn once the list is: a key waits for its rows alone.
  const counted = useAtRest(data)
  const asked = useAtRest(search)
  const columns = useColumns(
    useCallback(
      ({ productId }: Listed) => void navigate({ search: (before) => ({ ...before, product: productId }) }),
      [navigate],
    ),
  )
  const latestSearch = useLatest(search)
  const filterNow = useCallback(() => filterOf(latestSearch()), [latestSearch])
  const toPage = useCallback(
    (next: number) => void navigate({ search: (before) => ({ ...before, page: next }) }),
    [navigate],
  )
  const { product } = search
  const table = useMemo(
    () =>
      data !== undefined && (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={data.rows}
          rowKey={({ source, id }) => `${source}-${id}`}
          rowState={({ productId }) => (productId === product ? 'chosen' : undefined)}
          minWidth="780px"
          maxHeight="var(--list-height)"
        />
      ),
    [t, columns, data, product],
  )
  const behind = product === undefined ? undefined : data
  const drawer = useMemo(
    () => (
      <TimelineDrawer
        steps={{
          // A product may stand there more than once.
          ids: [...new Set(behind?.rows.map(({ productId }) => productId))],
          id: product ?? null,
          onStep: (next) => void navigate({ search: (before) => ({ ...before, product: next }) }),
        }}
        onClose={() => void navigate({ search: ({ product: _product, ...rest }) => rest })}
      />
    ),
    [behind, product, navigate],
  )
  const isEmpty = data?.total === 0 && Object.keys(filterOf(search)).length === 0
  // Registrations ask for papers before anything is recognised.
  const hasProducts = useHasProducts(isEmpty)
  const facts = useMemo(
    () => (
      <>
        {counted !== undefined && <Facts register={counted} />}
        {hasProducts && <Ways />}
      </>
    ),
    [counted, hasProducts],
  )
  const deeds = useMemo(
    () => (
      <>
        {counted !== undefined && <WritePapers register={counted} filter={filterOf(asked)} />}
        <NationalExport />
      </>
    ),
    [counted, asked],
  )
  return (
    <Page title={t('title')} facts={facts} actions={hasProducts && deeds}>
      <ErrorNote error={error} />
      {isEmpty ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <>
          <RegisterFilter register={counted} ahead={ahead}>
            {data !== undefined && data.total > 0 && <CopyRegister filterNow={filterNow} />}
          </RegisterFilter>
          {data?.total === 0 && (
            <NoneInYear
              years={data.counts.recognisedIn.map(({ year }) => year)}
              year={search.year ?? 'all'}
              onAll={() => set({ year: 'all' })}
            >
              {t('nothing')}
            </NoneInYear>
          )}
          {data !== undefined && (
            <StaleTable isStale={isPlaceholderData} isEmpty={data.total === 0}>
              {table}
            </StaleTable>
          )}
          <Pager feature="certificates" page={page} pageSize={pageSize} total={data?.total ?? 0} onPage={toPage} />
        </>
      )}
      {drawer}
    </Page>
  )
}

/** Asked of the file where the register has nothing to show. */
function useHasProducts(isEmpty: boolean): boolean {
  const asked = orpc.products.list.queryOptions({ input: { limit: 1, offset: 0 }, enabled: isEmpty })
  const { data } = useQuery(asked)
  return !isEmpty || (data !== undefined && data.total > 0)
}

/** What else is done with certificates, each a page of its own. */
const Ways = memo(function Ways() {
  const { t } = useTranslation('certificates')
  return (
    <nav className={classes.ways} aria-label={t('ways')}>
      <Link to="/opinions">{t('opinions:link')}</Link>
      <Link to="/inspections">{t('inspections:name')}</Link>
      <Link to="/certificates/withdrawals">{t('aftercare:withdrawals.link')}</Link>
      <Link to="/statistics">{t('statistics:go')}</Link>
      <Link to="/statistics/quarters">{t('statistics:quarters.go')}</Link>
    </nav>
  )
})

function Facts({ register: { total, day } }: { register: CertificateRegister }) {
  const { t } = useTranslation('certificates')
  return (
    <>
      <span role="status">{t('find.total', { count: total, shown: wholeNumber(total) })}</span>
      <span className={classes.asOf}> · {t('asOf', { day: formatDate(day) })}</span>
    </>
  )
}

function useColumns(open: (certificate: Listed) => void): readonly Column<Listed>[] {
  const { t } = useTranslation('certificates')
  return useMemo(() => columnsOf(saidOnce(t), open), [t, open])
}

function columnsOf(t: TFunction<'certificates'>, open: (certificate: Listed) => void): readonly Column<Listed>[] {
  return [
    {
      key: 'product',
      head: t('column.product'),
      isRowHead: true,
      cell: (certificate) => (
        <>
          <button type="button" className={tableClasses.name} onClick={() => open(certificate)}>
            {certificate.productName}
          </button>
          <div className={classes.soft}>{certificate.producerName}</div>
        </>
      ),
    },
    {
      key: 'place',
      head: t('column.place'),
      width: '10%',
      isExtra: true,
      cell: ({ commune, district, communeNow }) => <PlaceNames {...{ commune, district, communeNow }} />,
    },
    {
      key: 'star',
      head: t('column.star'),
      width: '84px',
      cell: ({ star }) => star !== null && <Stars star={star} size={14} hasWord={false} />,
    },
    { key: 'score', head: t('column.score'), width: '56px', align: 'end', cell: ({ score }) => score },
    {
      key: 'decision',
      head: t('column.decision'),
      width: 'clamp(134px, 20vw, 220px)',
      cell: ({ decision, decisionDate, recognisedIn, law, code }) => (
        <>
          {decision}
          <div className={classes.soft}>
            {decisionDate === null ? (recognisedIn ?? '') : formatDate(decisionDate)}
            {law.length > 0 && ` · ${t('byLaw', { law: law.join(', ') })}`}
          </div>
          {code !== '' && <div className={classes.soft}>{code}</div>}
        </>
      ),
    },
    {
      key: 'lapses',
      head: t('column.lapses'),
      width: '110px',
      cell: ({ lapsesOn, lapseYear }) => (lapsesOn === null ? (lapseYear ?? '') : formatDate(lapsesOn)),
    },
    {
      key: 'state',
      head: t('column.state'),
      width: '25%',
      cell: (certificate) => <StateCell certificate={certificate} t={t} />,
    },
  ]
}
