import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProducerSummary } from '../../../shared/api/producers.ts'
import type { PlaceStanding } from '../../../shared/api/communes.ts'
import { client } from '../../api/client.ts'
import { allPages, rowsAtOnce } from '../../components/all-pages.ts'
import { StaleTable } from '../../components/StaleTable.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { PlaceNames } from '../../components/PlaceNames.tsx'
import { Pager } from '../../components/Pager.tsx'
import { WordsField } from '../../components/WordsField.tsx'
import { asAnswered, keepSame } from '../../api/same-rows.ts'
import tableClasses from '../../components/table-page.module.css'
import { useLatest } from '../../components/use-latest.ts'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { addressPauseMs, useTypedWords, type WordsAhead } from '../../components/use-typed-words.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { askForProducers, foundBy, listed, pageSize, type ProducersSearch } from './listed-producers.ts'
import { ProducerDrawer } from './ProducerDrawer.tsx'
import classes from './ProducersPage.module.css'

/** The producers of the file: found by any word, with or without accents; one opens beside the list. */
export function ProducersPage() {
  const { t } = useTranslation('producers')
  const { search, ahead } = useTypedWords(useSearch({ from: '/frame/producers' }), askForProducers)
  const { page = 1, open = null } = search
  const navigate = useNavigate({ from: '/producers' })
  const { data, error, isPlaceholderData } = useQuery({
    ...listed(search),
    placeholderData: keepPreviousData,
    select: asAnswered,
    structuralSharing: keepSame,
  })
  const show = useCallback((id: number) => void navigate({ search: (before) => ({ ...before, open: id }) }), [navigate])
  const columns = useColumns(show)
  const latestSearch = useLatest(search)
  const toPage = useCallback(
    (next: number) => void navigate({ search: (before) => ({ ...before, page: next }) }),
    [navigate],
  )
  // Drawn anew with what it shows, not with each state of asking for it.
  const table = useMemo(
    () =>
      data !== undefined && (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={data.producers}
          rowKey={({ id }) => id}
          rowState={({ id }) => (id === open ? 'chosen' : undefined)}
          minWidth="720px"
          copies={() => everyProducer(foundBy(latestSearch()))}
        />
      ),
    [t, columns, data, open, latestSearch],
  )
  const behind = open === null ? undefined : data
  const drawer = useMemo(
    () => (
      <ProducerDrawer
        steps={{ ids: behind?.producers.map(({ id }) => id) ?? [], id: open, onStep: show }}
        onClose={() => void navigate({ search: ({ open: _open, ...rest }) => rest })}
      />
    ),
    [behind, open, show, navigate],
  )
  const isEmpty = data?.total === 0 && search.query === undefined
  return (
    <Page title={t('title')} facts={facts}>
      <ErrorNote error={error} />
      {isEmpty ? (
        <EmptyState
          title={t('empty')}
          action={<Button renderRoot={(props) => <Link to="/products" {...props} />}>{t('toProducts')}</Button>}
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          <ProducerFilter total={data?.total} ahead={ahead} />
          {data?.total === 0 && <p className={tableClasses.none}>{t('nothing')}</p>}
          {data !== undefined && (
            <StaleTable isStale={isPlaceholderData} isEmpty={data.total === 0}>
              {table}
            </StaleTable>
          )}
          <Pager feature="producers" page={page} pageSize={pageSize} total={data?.total ?? 0} onPage={toPage} />
        </>
      )}
      {drawer}
    </Page>
  )
}

function Facts() {
  const { t } = useTranslation('producers')
  return (
    <>
      {t('lead')} · <Link to="/communes">{t('communes:go')}</Link>
    </>
  )
}

// The same whatever is typed.
const facts = <Facts />

const everyProducer = (found: { readonly query?: string }) =>
  allPages(async (offset) => {
    const { producers, total } = await client.producers.list({ ...found, limit: rowsAtOnce, offset })
    return { rows: producers, total }
  })

function ProducerFilter({ total, ahead }: { total: number | undefined; ahead: WordsAhead }) {
  const { t } = useTranslation('producers')
  const query = useSearch({ from: '/frame/producers', select: (search) => search.query })
  const set = useSetFilter<ProducersSearch>('/producers', askForProducers)
  return (
    <div className={classes.filter}>
      <WordsField
        commandId="producers.find"
        label={t('find.label')}
        placeholder={t('find.placeholder')}
        query={query}
        pauseMs={addressPauseMs}
        ahead={ahead}
        onQuery={(words) => set({ query: words })}
      />
      <span className={classes.count} role="status">
        {total !== undefined && t('find.total', { count: total, shown: wholeNumber(total) })}
      </span>
    </div>
  )
}

function useColumns(open: (id: number) => void): readonly Column<ProducerSummary & PlaceStanding>[] {
  const { t } = useTranslation('producers')
  return useMemo(() => columnsOf(t, open), [t, open])
}

function columnsOf(
  t: TFunction<'producers'>,
  open: (id: number) => void,
): readonly Column<ProducerSummary & PlaceStanding>[] {
  return [
    {
      key: 'name',
      head: t('column.name'),
      isRowHead: true,
      cell: ({ id, name }) => (
        <button type="button" className={tableClasses.name} onClick={() => open(id)}>
          {name}
        </button>
      ),
      text: ({ name }) => name,
    },
    { key: 'kind', head: t('column.kind'), width: '18%', cell: ({ kind }) => kind },
    {
      key: 'place',
      head: t('column.place'),
      width: '24%',
      cell: ({ commune, district, province, communeNow, formerly }) => (
        <PlaceNames {...{ commune, district, province, communeNow, formerly }} />
      ),
      text: ({ commune, district, province }) => [commune, district, province].filter((part) => part !== '').join(', '),
    },
    { key: 'phone', head: t('column.phone'), width: '130px', isExtra: true, cell: ({ phone }) => phone },
    { key: 'products', head: t('column.products'), width: '96px', align: 'end', cell: ({ products }) => products },
  ]
}
