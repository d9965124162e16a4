import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { describeReason } from '../../../shared/domain/session/reason-text.ts'
import { capitalise } from '../../../shared/domain/vietnamese/sentence.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { BallotTotals } from './BallotTotals.tsx'
import { Conclusion } from './Conclusion.tsx'
import { GateTable } from './GateTable.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'
import { SpreadDeeds } from './SpreadDeeds.tsx'

/** Why one product's result is what it is, and what the council still records about it. */
export const ItemReasons = ({ item, record, session }: Omit<ItemPart, 'canChange'>) => {
  const { t } = useTranslation('results')
  const isReadOnly = useIsReadOnly()
  const part: ItemPart = { item, record, session, canChange: session.state === 'open' && !isReadOnly }
  return (
    <div className={classes.detail} data-testid="item-reasons">
      <section>
        <h2>{t('reasons.title')}</h2>
        <ul className={classes.reasons}>
          {item.result.reasons.map((reason) => (
            <li key={reason.kind}>
              {capitalise(describeReason(reason))}.
              {'article' in reason && <span className={classes.article}>{reason.article}</span>}
            </li>
          ))}
        </ul>
        <EarlierRounds {...part} />
      </section>
      <section>
        <BallotTotals {...part} />
        <SpreadDeeds {...part} />
      </section>
      <section>
        <GateTable {...part} />
      </section>
      <section>
        <Conclusion {...part} />
        <div className={classes.actions}>
          <Link
            to="/sessions/$sessionId/scoring"
            params={{ sessionId: session.id }}
            search={{ view: 'grid', item: item.id }}
          >
            {t('toGrid')}
          </Link>
          <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} search={{ item: item.id }}>
            {t('toItem')}
          </Link>
        </div>
      </section>
    </div>
  )
}

const EarlierRounds = ({ item, record }: ItemPart) => {
  const { t } = useTranslation('results')
  if (item.earlierRounds.length === 0) return null
  const floors = floorsOf(record)
  return (
    <>
      <h2 style={{ marginTop: 16 }}>{t('rounds.title')}</h2>
      <table className={classes.table}>
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
          </tr>
        </thead>
        <tbody>
          {item.earlierRounds.map((round) => (
            <tr key={round.number}>
              <td>{round.number}</td>
              <td data-align="end">{formatMean({ mean: round.result.mean, floors }) || '–'}</td>
              <td data-align="end">{round.result.spread}</td>
              <td>{round.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
