import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacedProduct } from '../../../shared/api/products.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { asAnswered, keepSame } from '../../api/same-rows.ts'
import tableClasses from '../../components/table-page.module.css'
import { CommandButton } from '../../components/CommandButton.tsx'
import { StaleTable } from '../../components/StaleTable.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { PlaceNames } from '../../components/PlaceNames.tsx'
import { Pager } from '../../components/Pager.tsx'
import { Stars } from '../../components/Stars.tsx'
import { saidOnce } from '../../components/said-once.ts'
import { useLatest } from '../../components/use-latest.ts'
import { useTypedWords } from '../../components/use-typed-words.ts'
import { useProductSets, type ProductSet } from '../../components/product-sets.ts'
import { CopyProducts } from './CopyProducts.tsx'
import { ProductDrawer } from './ProductDrawer.tsx'
import { ProductFilter } from './ProductFilter.tsx'
import { askForProducts, foundBy, listed, pageSize } from './listed-products.ts'
import classes from './ProductsPage.module.css'

/** The products of the file: found by any word, with or without accents. */
export function ProductsPage() {
  const { t } = useTranslation('products')
  const { search, ahead } = useTypedWords(useSearch({ from: '/frame/products' }), askForProducts)
  const navigate = useNavigate({ from: '/products' })
  const isReadOnly = useIsReadOnly()
  const page = search.page ?? 1
  const { data, error, isPlaceholderData } = useQuery({
    ...listed(search),
    placeholderData: keepPreviousData,
    select: asAnswered,
    structuralSharing: keepSame,
  })
  const open = useCallback(
    (id: number): void => void navigate({ search: (before) => ({ ...before, edit: id }) }),
    [navigate],
  )
  const columns = useColumns(open)
  const { edit } = search
  // Drawn anew with what it shows, not with each state of asking for it: keys come quicker than fifty rows are drawn twice.
  const table = useMemo(
    () =>
      data !== undefined && (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={data.products}
          rowKey={({ id }) => id}
          rowState={({ id }) => (id === edit ? 'chosen' : undefined)}
          minWidth="760px"
        />
      ),
    [t, columns, data, edit],
  )
  const behind = edit === undefined ? undefined : data
  const drawer = useMemo(
    () => (
      <ProductDrawer
        edit={edit ?? null}
        ids={behind?.products.map(({ id }) => id) ?? []}
        onOpen={open}
        onClose={() => void navigate({ search: ({ edit: _edit, ...rest }) => rest })}
      />
    ),
    [edit, behind, open, navigate],
  )
  const isFiltered = search.query !== undefined || search.set !== undefined || search.incomplete === true
  const ways = !isReadOnly && deeds
  const latestSearch = useLatest(search)
  const foundNow = useCallback(() => foundBy(latestSearch()), [latestSearch])
  const toPage = useCallback(
    (next: number) => void navigate({ search: (before) => ({ ...before, page: next }) }),
    [navigate],
  )
  return (
    <Page title={t('title')} facts={facts} actions={(data?.total !== 0 || isFiltered) && ways}>
      <ErrorNote error={error} />
      {data?.total === 0 && !isFiltered ? (
        <EmptyState title={t('empty')} action={ways}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          <ProductFilter total={data?.total} ahead={ahead} />
          {data?.total === 0 && <p className={tableClasses.none}>{t('nothing')}</p>}
          {data !== undefined && (
            <StaleTable isStale={isPlaceholderData} isEmpty={data.total === 0}>
              <CopyProducts foundNow={foundNow} />
              {table}
            </StaleTable>
          )}
          <div className={classes.foot}>
            <Pager feature="products" page={page} pageSize={pageSize} total={data?.total ?? 0} onPage={toPage} />
          </div>
        </>
      )}
      {drawer}
    </Page>
  )
}

function Deeds() {
  const { t } = useTranslation('products')
  const navigate = useNavigate({ from: '/products' })
  return (
    <>
      <CommandButton
        id="products.add"
        title={t('add')}
        shortcut="alt+n"
        run={() => void navigate({ search: (before) => ({ ...before, edit: 'new' as const }) })}
      />
      <CommandButton
        id="products.importList"
        title={t('importList')}
        shortcut="alt+x"
        variant="default"
        run={() => void navigate({ to: '/products/import' })}
      />
    </>
  )
}

function Facts() {
  const { t } = useTranslation('products')
  return (
    <>
      <Link to="/producers">{t('toProducers')}</Link> · <Link to="/registrations">{t('registrations')}</Link> ·{' '}
      <Link to="/communes">{t('communes:go')}</Link>
    </>
  )
}

// The same whatever is typed.
const deeds = <Deeds />
const facts = <Facts />

function useColumns(open: (id: number) => void): readonly Column<PlacedProduct>[] {
  const { t } = useTranslation('products')
  const sets = useProductSets()
  return useMemo(() => columnsOf({ t: saidOnce(t), sets, open }), [t, sets, open])
}

type Drawn = {
  readonly t: TFunction<'products'>
  readonly sets: readonly ProductSet[]
  readonly open: (id: number) => void
}

function columnsOf({ t, sets, open }: Drawn): readonly Column<PlacedProduct>[] {
  return [
    {
      key: 'code',
      head: t('column.code'),
      width: '120px',
      cell: ({ code }) => (code === '' ? <span className={classes.soft}>{t('noCode')}</span> : code),
    },
    {
      key: 'name',
      head: t('column.name'),
      cell: (product) => (
        <button type="button" className={tableClasses.name} onClick={() => open(product.id)}>
          {product.name}
        </button>
      ),
    },
    {
      key: 'producer',
      head: t('column.producer'),
      width: '26%',
      cell: ({ producerName, producerKind }) => (
        <>
          {producerName}
          {producerKind !== '' && <span className={classes.soft}> · {producerKind}</span>}
        </>
      ),
    },
    {
      key: 'place',
      head: t('column.place'),
      width: '17%',
      isExtra: true,
      cell: ({ commune, district, communeNow, formerly }) => (
        <PlaceNames {...{ commune, district, communeNow, formerly }} />
      ),
    },
    {
      key: 'set',
      head: t('column.set'),
      width: '72px',
      align: 'end',
      cell: ({ setNumber }) =>
        setNumber === null ? (
          <span className={classes.soft}>{t('noSet')}</span>
        ) : (
          <abbr className={classes.set} title={sets.find((set) => set.setNumber === setNumber)?.name}>
            {setNumber}
          </abbr>
        ),
    },
    {
      key: 'star',
      head: t('column.star'),
      width: '112px',
      cell: ({ lastStar }) => lastStar !== null && <Stars star={lastStar} size={14} hasWord={false} />,
    },
    {
      key: 'sessions',
      head: t('column.sessions'),
      width: '84px',
      align: 'end',
      cell: ({ sessionCount }) => (sessionCount === 0 ? '' : sessionCount),
    },
  ]
}
