import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { spreadState } from '../../../shared/domain/scoring/spread-state.ts'
import { spreadCauses } from '../../../shared/score-grid/spread-causes.ts'
import { orpc } from '../../api/client.ts'
import { DataTable } from '../../components/DataTable.tsx'
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
  const title = t('spread.causes', { high, highTotal: causes.highest.total, low, lowTotal: causes.lowest.total })
  return (
    <details className={classes.causes} open={state !== 'within'} data-testid="spread-causes">
      <summary>{title}</summary>
      <DataTable
        caption={title}
        isDense
        columns={[
          {
            key: 'criterion',
            head: t('gates.criterion'),
            isRowHead: true,
            cell: ({ code, title: criterion }) => `${code} ${criterion}`,
          },
          { key: 'high', head: high, align: 'end', cell: (cause) => cause.high },
          { key: 'low', head: low, align: 'end', cell: (cause) => cause.low },
          { key: 'spread', head: t('rounds.spread'), align: 'end', cell: ({ difference }) => signed(difference) },
        ]}
        rows={causes.criteria}
        rowKey={({ code }) => code}
      />
    </details>
  )
}

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : `−${-difference}`)
