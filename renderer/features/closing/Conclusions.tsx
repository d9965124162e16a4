import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { isFinished } from '../../../shared/domain/session/ballots-due.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { ItemStar, itemStarCell } from '../../components/ItemStar.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './ClosingPage.module.css'

/** The council's conclusion on each product; recorded on the results screen, or taken from the tally when locking. */
export function Conclusions({ record }: { record: SessionRecord }) {
  const { t } = useTranslation('meeting')
  const starText = (star: number): string => (star === 0 ? t('common:noStar') : t('common:stars', { count: star }))
  const open = record.items.filter(({ conclusion }) => conclusion === null).length
  const columns: readonly Column<ItemRecord>[] = [
    {
      key: 'product',
      head: t('conclusions.product'),
      cell: ({ id, code, productName, producerName }) => (
        <>
          <Link to="/sessions/$sessionId/results" params={{ sessionId: record.session.id }} search={{ item: id }}>
            <b>{code}</b> {productName}
          </Link>
          <span className={classes.below}>{producerName}</span>
        </>
      ),
      text: ({ code, productName, producerName }) => [`${code}. ${productName}`, producerName],
    },
    {
      key: 'mean',
      head: t('conclusions.mean'),
      width: '134px',
      align: 'end',
      cell: ({ result }) => formatMean(result.mean, floorsOf(record)) || '–',
    },
    {
      key: 'star',
      head: t('conclusions.star'),
      width: '204px',
      cell: (item) => <ItemStar item={item} members={record.members} />,
      text: (item) => itemStarCell({ item, members: record.members }, t),
    },
    {
      key: 'conclusion',
      head: t('conclusions.conclusion'),
      width: '34%',
      cell: (item) => <Conclusion item={item} members={record.members} />,
      text: ({ conclusion }) => conclusion && [starText(conclusion.star), conclusion.note],
    },
  ]
  if (record.items.length === 0) return <p className={classes.note}>{t('conclusions.none')}</p>
  return (
    <>
      {open > 0 && <p className={classes.note}>{t('conclusions.open', { count: open })}</p>}
      <DataTable
        caption={t('conclusions.heading')}
        columns={columns}
        rows={record.items}
        rowKey={({ id }) => id}
        copies
      />
    </>
  )
}

function Conclusion({ item, members }: { item: ItemRecord; members: SessionRecord['members'] }) {
  const { t } = useTranslation('meeting')
  const { conclusion, result } = item
  if (conclusion === null) {
    const words = isFinished(item, members) ? 'conclusions.byResult' : 'conclusions.byLaterResult'
    return <span className={classes.soft}>{t(words)}</span>
  }
  const isOther = conclusion.star !== result.star
  return (
    <>
      <StateMark tone={isOther ? 'attention' : 'good'}>
        {conclusion.star === 0 ? t('common:noStar') : t('common:stars', { count: conclusion.star })}
        {isOther && ` ${t('conclusions.other')}`}
      </StateMark>
      {conclusion.note !== '' && <span className={classes.below}>{conclusion.note}</span>}
    </>
  )
}
