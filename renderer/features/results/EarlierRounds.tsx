import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { EarlierRound } from '../../../shared/domain/session/session-record.ts'
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
  return (
    <>
      <h2 className={classes.second}>{t('rounds.title')}</h2>
      <table className={classes.table} data-testid="earlier-rounds">
        <thead>
          <tr>
            <th scope="col">{t('rounds.number')}</th>
            <th scope="col" data-align="end">
              {t('rounds.mean')}
            </th>
            <th scope="col" data-align="end">
              {t('rounds.spread')}
            </th>
            <th scope="col">{t('rounds.reason')}</th>
            <th scope="col">{t('rounds.ballots')}</th>
          </tr>
        </thead>
        <tbody>
          {item.earlierRounds.map((round) => (
            <tr key={round.number}>
              <td>{round.number}</td>
              <td data-align="end">{formatMean(round.result.mean, floors) || '–'}</td>
              <td data-align="end">{round.result.spread}</td>
              <td>{round.reason}</td>
              <td>
                <button type="button" className={classes.link} onClick={() => setShown(round)}>
                  {t('rounds.compare', { round: round.number })}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown !== null && <RoundDialog {...part} round={shown} onClose={() => setShown(null)} />}
    </>
  )
}
