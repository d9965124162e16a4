import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProducerSummary } from '../../../shared/api/producers.ts'
import type { PlaceStanding } from '../../../shared/api/communes.ts'
import { client, orpc } from '../../api/client.ts'
import { allPages, rowsAtOnce } from '../../components/all-pages.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { PlaceNames } from '../../components/PlaceNames.tsx'
import { Pager } from '../../components/Pager.tsx'
import { WordsField } from '../../components/WordsField.tsx'
import tableClasses from '../../components/table-page.module.css'
import { wholeNumber } from '../../components/whole-number.ts'
import { ProducerDrawer } from './ProducerDrawer.tsx'
import classes from './ProducersPage.module.css'

const pageSize = 50

/** The producers of the file: found by any word, with or without accents; one opens beside the list. */
export function ProducersPage() {
  const { t } = useTranslation('producers')
  const { query, page = 1, open = null } = useSearch({ from: '/frame/producers' })
  const navigate = useNavigate({ from: '/producers' })
  const found = query === undefined ? {} : { query }
  const { data, error, isPlaceholderData } = useQuery(
    orpc.producers.list.queryOptions({
      input: { ...found, limit: pageSize, offset: (page - 1) * pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumns((id) => void navigate({ search: (before) => ({ ...before, open: id }) }))
  const isEmpty = data?.total === 0 && query === undefined
  return (
    <Page
      title={t('title')}
      facts={
        <>
          {t('lead')} · <Link to="/communes">{t('communes:go')}</Link>
        </>
      }
    >
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
          <ProducerFilter total={data?.total} />
          {data?.total === 0 && <p className={tableClasses.none}>{t('nothing')}</p>}
          {data !== undefined && data.total > 0 && (
            <div className={tableClasses.table} data-stale={isPlaceholderData || undefined}>
              <DataTable
                caption={t('title')}
                columns={columns}
                rows={data.producers}
                rowKey={({ id }) => id}
                rowState={({ id }) => (id === open ? 'chosen' : undefined)}
                minWidth="720px"
                copies={() => everyProducer(found)}
              />
            </div>
          )}
          <Pager
            feature="producers"
            page={page}
            pageSize={pageSize}
            total={data?.total ?? 0}
            onPage={(next) => void navigate({ search: (before) => ({ ...before, page: next }) })}
          />
        </>
      )}
      <ProducerDrawer id={open} onClose={() => void navigate({ search: ({ open: _open, ...rest }) => rest })} />
    </Page>
  )
}

const everyProducer = (found: { readonly query?: string }) =>
  allPages(async (offset) => {
    const { producers, total } = await client.producers.list({ ...found, limit: rowsAtOnce, offset })
    return { rows: producers, total }
  })

function ProducerFilter({ total }: { total: number | undefined }) {
  const { t } = useTranslation('producers')
  const { query } = useSearch({ from: '/frame/producers' })
  const navigate = useNavigate({ from: '/producers' })
  return (
    <div className={classes.filter}>
      <WordsField
        commandId="producers.find"
        label={t('find.label')}
        placeholder={t('find.placeholder')}
        query={query}
        pauseMs={0}
        onQuery={(words) => void navigate({ search: words === undefined ? {} : { query: words }, replace: true })}
      />
      <span className={classes.count} role="status">
        {total !== undefined && t('find.total', { count: total, shown: wholeNumber(total) })}
      </span>
    </div>
  )
}

function useColumns(open: (id: number) => void): readonly Column<ProducerSummary & PlaceStanding>[] {
  const { t } = useTranslation('producers')
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
