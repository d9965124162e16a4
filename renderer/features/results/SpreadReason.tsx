import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { spreadState } from '../../../shared/domain/scoring/spread-state.ts'
import { spreadCauses } from '../../../shared/score-grid/spread-causes.ts'
import { orpc } from '../../api/client.ts'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** Which criteria make the spread: what the council discusses before it scores again or lets the points stand. */
export function SpreadReason({ item, record }: ItemPart) {
  const { t } = useTranslation('results')
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId: item.id } })).data
  if (form === undefined || item.result.spread === 0) return null
  const causes = spreadCauses(
    form,
    item.ballots.filter(({ counts }) => counts),
  )
  if (causes === undefined) return null
  const codeOf = (memberId: number): string => record.members.find(({ id }) => id === memberId)?.code ?? ''
  const [high, low] = [codeOf(causes.highest.memberId), codeOf(causes.lowest.memberId)]
  const { spreadWaiver, result } = item
  const state = spreadState({ spread: result.spread, spreadWaiver, regulation: record.regulation })
  return (
    <details className={classes.causes} open={state !== 'within'} data-testid="spread-causes">
      <summary>
        {t('spread.causes', { high, highTotal: causes.highest.total, low, lowTotal: causes.lowest.total })}
      </summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('gates.criterion')}</th>
            <th scope="col" data-align="end">
              {high}
            </th>
            <th scope="col" data-align="end">
              {low}
            </th>
            <th scope="col" data-align="end">
              {t('rounds.spread')}
            </th>
          </tr>
        </thead>
        <tbody>
          {causes.criteria.map((cause) => (
            <tr key={cause.code}>
              <th scope="row">
                {cause.code} {cause.title}
              </th>
              <td data-align="end">{cause.high}</td>
              <td data-align="end">{cause.low}</td>
              <td data-align="end">{cause.difference > 0 ? `+${cause.difference}` : `−${-cause.difference}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
