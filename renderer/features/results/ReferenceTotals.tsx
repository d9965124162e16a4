import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { besideMean } from '../../../shared/domain/scoring/beside-mean.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { Mean } from '../../../shared/domain/scoring/types.ts'
import { orpc } from '../../api/client.ts'
import { Table, type Head } from '../../components/Table.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

const parts = ['A', 'B', 'C'] as const

/**
 * What the producer and the advisory team scored beside the council's mean, part by part; nothing where neither did, and
 * while the chair hides it from a session that still scores.
 */
export function ReferenceTotals({ item, record, session }: ItemPart) {
  const { t } = useTranslation('results')
  const { data } = useQuery(orpc.reference.ofSession.queryOptions({ input: { sessionId: session.id } }))
  const sheets =
    data?.sheets.filter(({ agendaItemId, totals }) => agendaItemId === item.id && totals.answered > 0) ?? []
  if (sheets.length === 0 || (data?.sight === 'hidden' && session.state !== 'closed')) return null
  const { mean, partMeans } = item.result
  const heads: readonly Head[] = [
    { key: 'who', head: t('reference.who') },
    ...parts.map((part): Head => ({ key: part, head: part, align: 'end' })),
    { key: 'total', head: t('ballots.total'), align: 'end' },
  ]
  return (
    <>
      <h2>{t('reference.title')}</h2>
      <Table caption={t('reference.title')} heads={heads} isDense data-testid="reference-totals">
        <tr>
          <th scope="row">{t('reference.council')}</th>
          {parts.map((part) => (
            <td key={part} data-align="end">
              {formatMean(partMeans[part], []) || '–'}
            </td>
          ))}
          <td data-align="end">{formatMean(mean, floorsOf(record)) || '–'}</td>
        </tr>
        {sheets.map(({ source, totals, choices }) => (
          <tr key={source}>
            <th scope="row">
              <Link
                to="/sessions/$sessionId/scoring"
                params={{ sessionId: session.id }}
                search={{ view: 'reference', item: item.id }}
              >
                {t(`scoring:reference.${source}`)}
              </Link>{' '}
              {!totals.isComplete && (
                <span className={classes.state}>
                  {t('scoring:reference.incomplete', { answered: totals.answered, of: choices.length })}
                </span>
              )}
            </th>
            {parts.map((part) => (
              <td key={part} data-align="end">
                <Beside points={totals.parts[part]} mean={totals.isComplete ? partMeans[part] : null} />
              </td>
            ))}
            <td data-align="end">
              <Beside points={totals.total} mean={totals.isComplete ? mean : null} />
            </td>
          </tr>
        ))}
      </Table>
    </>
  )
}

/** Points with how far they are from the council's mean; null where the sheet is not whole, and so says nothing beside it. */
function Beside({ points, mean }: { points: number; mean: Mean | null }) {
  const difference = mean === null ? '' : besideMean(points, mean)
  return (
    <>
      {points} {difference !== '' && <span className={classes.state}>({difference})</span>}
    </>
  )
}
