import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../../shared/api/inspections.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { client } from '../../api/client.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import type { InspectionsFilterOf } from './inspections-address.ts'

const rowsAtOnce = 500

/** Every inspection that the filter finds, as cells. */
export function useCopiedInspections(filter: InspectionsFilterOf) {
  const { t } = useTranslation('inspections')
  const ofYears = filter.year === 'all'
  const cellsOf = (one: Inspection): readonly CopiedCell[] => [
    one.productName,
    one.producerName,
    [one.commune, one.district].filter((part) => part !== '').join(', '),
    one.star,
    [one.code, one.recognition].filter((part) => part !== '').join('; '),
    one.routeId === null ? t('unrouted') : one.routeName,
    ...(ofYears ? [one.year] : []),
    one.inspectedOn === null ? '' : formatDate(one.inspectedOn),
    t(`state.${one.state}`),
    one.violations.replaceAll('\n', '; '),
    one.commitments
      .map(({ what, dueOn, state }) => `${what} (${formatDate(dueOn)}, ${t(`commitment.state.${state}`)})`)
      .join('; '),
  ]
  return {
    heads: [
      t('column.product'),
      t('column.producer'),
      t('column.place'),
      t('column.star'),
      t('column.certificate'),
      t('column.route'),
      ...(ofYears ? [t('find.year')] : []),
      t('column.inspectedOn'),
      t('column.result'),
      t('column.violations'),
      t('column.commitments'),
    ],
    rows: async (): Promise<readonly (readonly CopiedCell[])[]> => {
      const cells: (readonly CopiedCell[])[] = []
      let total = 1
      while (cells.length < total) {
        const page = await client.aftercare.inspections.list({ ...filter, limit: rowsAtOnce, offset: cells.length })
        if (page.rows.length === 0) break
        total = page.total
        cells.push(...page.rows.map(cellsOf))
      }
      return cells
    },
  }
}
