import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { provisionalBallots } from '../../../shared/domain/session/ballots-due.ts'
import { otherConclusion } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { Icon } from '../../components/Icon.tsx'
import { ItemStar } from '../../components/ItemStar.tsx'
import { SortHead } from '../../components/SortHead.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { Table, type Head } from '../../components/Table.tsx'
import { ItemReasons } from './ItemReasons.tsx'
import { Lacks } from './Lacks.tsx'
import classes from './ResultsPage.module.css'
import type { ResultSort } from './result-search.ts'

type ResultTableProps = {
  record: SessionRecord
  session: SessionDetail
  /** Those that stand there, in their order. */
  items: readonly ItemRecord[]
  openItem: number | null
  sort: ResultSort | undefined
  onOpen: (itemId: number | null) => void
  onSort: (sort: ResultSort | undefined) => void
}

/** The tally: one line a product, its reasons one key away. */
export function ResultTable({ record, session, items, openItem, sort, onOpen, onSort }: ResultTableProps) {
  const { t } = useTranslation('results')
  /** One way after the other; after the last as on the agenda again. */
  const sorted = (name: string, ways: readonly ResultSort[]) => {
    const place = sort === undefined ? -1 : ways.indexOf(sort)
    const direction = sort === undefined || place < 0 ? null : directions[sort]
    const next = ways[place + 1]
    const title = t(`sort.${next ?? 'agenda'}`)
    return {
      head: <SortHead {...{ name, direction, title }} onSort={() => onSort(next)} />,
      sort: direction ?? undefined,
    }
  }
  const heads: readonly Head[] = [
    { key: 'product', head: t('table.product') },
    { key: 'set', ...sorted(t('table.set'), ['set']), width: '38px' },
    ...parts.map((part): Head => ({ key: part, head: part, width: 'var(--part-width)', align: 'end' })),
    { key: 'mean', ...sorted(t('table.mean'), ['mean', 'mean-up']), width: '76px', align: 'end' },
    { key: 'star', head: t('table.star'), width: 'var(--star-width)' },
    ...(record.referralThreshold === null ? [] : [{ key: 'referral', head: t('table.referral'), width: '88px' }]),
    { key: 'stopped', ...sorted(t('table.lacks'), ['lacks']), width: 'var(--lacks-width)' },
  ]
  return (
    <Table caption={t('table.caption')} heads={heads} minWidth="860px" className={classes.table} data-testid="results">
      {items.map((item, place) => {
        const isOpen = item.id === openItem
        return (
          <Fragment key={item.id}>
            <ResultRow item={item} record={record} isOpen={isOpen} onToggle={() => onOpen(isOpen ? null : item.id)} />
            {isOpen && (
              // A deed of it may take its own button away, and the product off a filtered list.
              <tr data-detail data-focus-heirs={[place, place + 1, place - 1].map((at) => idOf(items[at])).join(' ')}>
                <td colSpan={heads.length}>
                  <ItemReasons item={item} record={record} session={session} />
                </td>
              </tr>
            )}
          </Fragment>
        )
      })}
    </Table>
  )
}

const idOf = (item: ItemRecord | undefined): string => `result-${item?.id ?? 'none'}`

const parts = ['A', 'B', 'C'] as const

const directions = {
  mean: 'descending',
  'mean-up': 'ascending',
  set: 'ascending',
  lacks: 'ascending',
} as const satisfies Record<ResultSort, Head['sort']>

type ResultRowProps = {
  item: ItemRecord
  record: SessionRecord
  isOpen: boolean
  onToggle: () => void
}

function ResultRow({ item, record, isOpen, onToggle }: ResultRowProps) {
  const { t } = useTranslation('results')
  const { result } = item
  const floors = floorsOf(record)
  const provisional = provisionalBallots(item, record.members)
  return (
    <tr data-open={isOpen || undefined} data-item={item.id}>
      <td>
        <button type="button" id={idOf(item)} className={classes.product} aria-expanded={isOpen} onClick={onToggle}>
          <Icon name="chevron-right" size={16} />
          <span className={classes.name} title={`${item.productName} – ${item.producerName}`}>
            <b>{item.code}</b> {item.productName} <span className={classes.producer}>{item.producerName}</span>
          </span>
        </button>
      </td>
      <td>{item.form.setNumber}</td>
      {parts.map((part) => (
        <td key={part} data-align="end">
          {formatMean(result.partMeans[part], []) || '–'}
        </td>
      ))}
      <td data-align="end" className={classes.mean}>
        {formatMean(result.mean, floors) || '–'}
      </td>
      <td>
        <StarCell item={item} record={record} />
      </td>
      {record.referralThreshold !== null && (
        <td>
          {result.isReferred && provisional === null ? (
            <StateMark tone="good">{t('referred')}</StateMark>
          ) : (
            <span className={classes.soft}>–</span>
          )}
        </td>
      )}
      <td>
        <Lacks item={item} isOpen={isOpen} />
      </td>
    </tr>
  )
}

function StarCell({ item, record }: { item: ItemRecord; record: SessionRecord }) {
  const { t } = useTranslation('results')
  const { result } = item
  const other = result.isRejected || result.countedBallots === 0 ? null : otherConclusion(item)
  return (
    <>
      <ItemStar item={item} members={record.members} />
      {other !== null && <div className={classes.attention}>{t('concludedOther', { star: other.star })}</div>}
    </>
  )
}
