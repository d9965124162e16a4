import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { Icon } from '../../components/Icon.tsx'
import { Stars } from '../../components/Stars.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { Table, type Head } from '../../components/Table.tsx'
import { CopyResults } from './CopyResults.tsx'
import { ItemReasons } from './ItemReasons.tsx'
import classes from './ResultsPage.module.css'
import { stoppedBy } from './stopped-by.ts'

type ResultTableProps = {
  record: SessionRecord
  session: SessionDetail
  openItem: number | null
  onOpen: (itemId: number | null) => void
}

/** The tally: one row a product, its reasons one click away. */
export function ResultTable({ record, session, openItem, onOpen }: ResultTableProps) {
  const { t } = useTranslation('results')
  const heads: readonly Head[] = [
    { key: 'product', head: t('table.product') },
    { key: 'set', head: t('table.set'), width: '44px' },
    ...parts.map((part): Head => ({ key: part, head: part, width: '56px', align: 'end' })),
    { key: 'mean', head: t('table.mean'), width: '80px', align: 'end' },
    { key: 'star', head: t('table.star'), width: '148px' },
    ...(record.referralThreshold === null ? [] : [{ key: 'referral', head: t('table.referral'), width: '104px' }]),
    { key: 'stopped', head: t('table.stopped'), width: '26%' },
  ]
  return (
    <div>
      <CopyResults record={record} />
      <Table
        caption={t('table.caption')}
        heads={heads}
        minWidth="940px"
        className={classes.table}
        data-testid="results"
      >
        {record.items.map((item) => {
          const isOpen = item.id === openItem
          return (
            <Fragment key={item.id}>
              <ResultRow item={item} record={record} isOpen={isOpen} onToggle={() => onOpen(isOpen ? null : item.id)} />
              {isOpen && (
                <tr data-detail>
                  <td colSpan={heads.length}>
                    <ItemReasons item={item} record={record} session={session} />
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </Table>
    </div>
  )
}

const parts = ['A', 'B', 'C'] as const

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
  return (
    <tr data-open={isOpen || undefined} data-item={item.id}>
      <td>
        <button type="button" className={classes.product} aria-expanded={isOpen} onClick={onToggle}>
          <Icon name="chevron-right" size={16} />
          <span className={classes.name}>
            <b>{item.code}</b> {item.productName}
            <span className={classes.producer}>{item.producerName}</span>
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
        <StarCell item={item} />
      </td>
      {record.referralThreshold !== null && (
        <td>
          {result.isReferred ? (
            <StateMark tone="good">{t('referred')}</StateMark>
          ) : (
            <span className={classes.soft}>–</span>
          )}
        </td>
      )}
      <td>
        <Stopped item={item} />
      </td>
    </tr>
  )
}

function StarCell({ item: { result, conclusion } }: { item: ItemRecord }) {
  const { t } = useTranslation('results')
  if (result.isRejected) return <StateMark tone="wrong">{t('rejected')}</StateMark>
  if (result.countedBallots === 0) return <span className={classes.soft}>{t('noBallots')}</span>
  return (
    <>
      <Stars star={result.star} />
      {conclusion !== null && conclusion.star !== result.star && (
        <div className={classes.attention}>{t('concludedOther', { star: conclusion.star })}</div>
      )}
    </>
  )
}

/** What kept the product from the next star; a lower conclusion stands beside it. */
function Stopped({ item }: { item: ItemRecord }) {
  const { t } = useTranslation('results')
  const { result } = item
  return (
    <>
      {stoppedBy(item).map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
      {result.needsDiscussion && <div className={classes.attention}>⚠ {t('discuss', { spread: result.spread })}</div>}
    </>
  )
}
