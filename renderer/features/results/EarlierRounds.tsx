import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { EarlierRound } from '../../../shared/domain/session/session-record.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'
import { RoundDialog } from './RoundDialog.tsx'

/** The scoring rounds that a later one replaced, with the reason for it; their ballots are one click away. */
export function EarlierRounds(part: ItemPart) {
  const { t } = useTranslation('results')
  const { item, record } = part
  const [shown, setShown] = useState<EarlierRound | null>(null)
  if (item.earlierRounds.length === 0) return null
  const floors = floorsOf(record)
  const columns: readonly Column<EarlierRound>[] = [
    { key: 'number', head: t('rounds.number'), cell: ({ number }) => number },
    { key: 'mean', head: t('rounds.mean'), align: 'end', cell: ({ result }) => formatMean(result.mean, floors) || '–' },
    { key: 'spread', head: t('rounds.spread'), align: 'end', cell: ({ result }) => result.spread },
    { key: 'reason', head: t('rounds.reason'), cell: ({ reason }) => reason },
    {
      key: 'ballots',
      head: t('rounds.ballots'),
      cell: (round) => (
        <button type="button" className={classes.link} onClick={() => setShown(round)}>
          {t('rounds.compare', { round: round.number })}
        </button>
      ),
    },
  ]
  return (
    <>
      <h2 className={classes.second}>{t('rounds.title')}</h2>
      <DataTable
        caption={t('rounds.title')}
        isDense
        columns={columns}
        rows={item.earlierRounds}
        rowKey={({ number }) => number}
        data-testid="earlier-rounds"
      />
      {shown !== null && <RoundDialog {...part} round={shown} onClose={() => setShown(null)} />}
    </>
  )
}
