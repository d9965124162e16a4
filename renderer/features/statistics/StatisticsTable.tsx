import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../../shared/api/statistics.ts'
import { statisticMeasures, type StatisticDimension } from '../../../shared/domain/statistics/measures.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { Pager } from '../../components/Pager.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { recognisedStars } from './star-series.ts'
import { useStatisticWords } from './use-statistic-words.ts'

/** A province has more communes than one looks through; its districts and years are on one page. */
const pageSize = 200

type Row = Statistics['total'] & { readonly key: string; readonly label: string; readonly isTotal: boolean }

type Props = { readonly statistics: Statistics; readonly by: StatisticDimension; readonly caption: string }

/** The figures of the chart and all others; what lapsed leads to the certificates that did, a district to its communes. */
export function StatisticsTable({ statistics, by, caption }: Props) {
  const { t } = useTranslation('statistics')
  const { starLabel, rowLabel } = useStatisticWords({ by }, undefined)
  const { from, to, district } = useSearch({ from: '/frame/statistics' })
  const isAllYears = from === undefined && to === undefined
  const lapsedLink = ({ key, isTotal }: Row) => {
    const place = district === undefined ? {} : { place: district }
    if (isTotal) return isAllYears ? { state: 'lapsed' as const, ...place } : null
    if (key === '') return null
    if (by === 'year') return { state: 'lapsed' as const, lapses: Number(key), ...place }
    if (!isAllYears) return null
    if (by === 'star') return { state: 'lapsed' as const, star: Number(key), ...place }
    return by === 'district' || by === 'commune' ? { state: 'lapsed' as const, place: key } : null
  }
  const stars = recognisedStars.filter((star) => star !== '' || (statistics.total.stars[''] ?? 0) > 0)
  const columns: readonly Column<Row>[] = [
    {
      key: 'row',
      head: t(`dimension.${by}`),
      isRowHead: true,
      cell: ({ key, label, isTotal }) => {
        if (isTotal) return t('total')
        if (by !== 'district' || key === '') return rowLabel(key, label)
        return (
          <Link to="/statistics" search={(before) => ({ ...before, by: 'commune' as const, district: key })}>
            {label}
          </Link>
        )
      },
    },
    ...statisticMeasures.map((measure): Column<Row> => ({
      key: measure,
      head: t(`measure.${measure}`),
      width: '112px',
      align: 'end',
      cell: (row) => {
        const count = row.measures[measure]
        const search = measure === 'lapsed' && count !== null && count > 0 ? lapsedLink(row) : null
        if (search === null) return count === null ? '–' : wholeNumber(count)
        return (
          <Link to="/certificates" search={search} aria-label={t('lapsedOf', { count: count ?? 0 })}>
            {wholeNumber(count ?? 0)}
          </Link>
        )
      },
    })),
    ...stars.map((star): Column<Row> => ({
      key: `star-${star}`,
      head: t('recognisedWith', { star: starLabel(star) }),
      width: '96px',
      align: 'end',
      isExtra: true,
      cell: ({ measures, stars: counts }) => (measures.recognised === null ? '–' : wholeNumber(counts[star] ?? 0)),
      text: ({ measures, stars: counts }) => (measures.recognised === null ? '–' : (counts[star] ?? 0)),
    })),
  ]
  // Of other words or years the first page again.
  const [{ of, page }, setPage] = useState({ of: caption, page: 1 })
  const shown = of === caption ? page : 1
  const rows: readonly Row[] = [
    ...statistics.rows.slice((shown - 1) * pageSize, shown * pageSize).map((row) => ({ ...row, isTotal: false })),
    { ...statistics.total, key: 'total', label: '', isTotal: true },
  ]
  const table = (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ key, isTotal }) => (isTotal ? 'total' : `row-${key}`)}
      rowState={({ isTotal }) => (isTotal ? 'sum' : undefined)}
      minWidth="720px"
      data-testid="statistics"
    />
  )
  return (
    <>
      {table}
      <Pager
        feature="statistics"
        page={shown}
        pageSize={pageSize}
        total={statistics.rows.length}
        onPage={(next) => setPage({ of: caption, page: next })}
      />
    </>
  )
}
