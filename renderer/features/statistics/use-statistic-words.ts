import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../../shared/api/statistics.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { statisticMeasures } from '../../../shared/domain/statistics/measures.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import { recognisedStars } from './star-series.ts'
import type { StatisticsSearch } from './statistics-address.ts'

/** What a table of statistics is called, and its cells as they are copied. */
export function useStatisticWords(search: StatisticsSearch, statistics: Statistics | undefined) {
  const { t } = useTranslation('statistics')
  const { by = 'year', from, to, district, former } = search
  const starLabel = (star: string): string => (star === '' ? t('unknown.star') : t('stars', { count: Number(star) }))
  const rowLabel = (key: string, label: string): string => {
    if (key === '') return t(`unknown.${by}`)
    if (by === 'star') return key === '0' ? t('noStar') : starLabel(key)
    return by === 'application' ? t(`common:application.${key as 'new'}`) : label
  }
  const years =
    from === undefined && to === undefined
      ? t('allYears')
      : from === to
        ? t('oneYear', { year: from })
        : t('someYears', { from: from ?? statistics?.years?.first, to: to ?? statistics?.years?.last })
  const place = statistics?.districts.find(({ key }) => key === district)?.label
  const communes = by === 'commune' && former === true ? [t('filter.communes.then').toLowerCase()] : []
  const title = [t(`titleBy.${by}`), ...communes, years, ...(place === undefined ? [] : [place])].join(', ')
  const cellsOf = ({ measures, stars }: Statistics['total']): readonly CopiedCell[] => [
    ...statisticMeasures.map((measure) => measures[measure]),
    ...recognisedStars.map((star) => (measures.recognised === null ? null : (stars[star] ?? 0))),
  ]
  return {
    title,
    rowLabel,
    starLabel,
    notes: statistics === undefined ? [] : [t('counted', { day: formatDate(statistics.day) }), t('note.once')],
    heads: [
      t(`dimension.${by}`),
      ...statisticMeasures.map((measure) => t(`measure.${measure}`)),
      ...recognisedStars.map((star) => t('recognisedWith', { star: starLabel(star) })),
    ],
    rows:
      statistics === undefined
        ? []
        : [
            ...statistics.rows.map((row): readonly CopiedCell[] => [rowLabel(row.key, row.label), ...cellsOf(row)]),
            [t('total'), ...cellsOf(statistics.total)],
          ],
  }
}
