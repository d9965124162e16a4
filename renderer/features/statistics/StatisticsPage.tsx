import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Statistics } from '../../../shared/api/statistics.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { soundYears } from '../../../shared/domain/certificates/sound-years.ts'
import { appliesTo, statisticMeasures } from '../../../shared/domain/statistics/measures.ts'
import { orpc } from '../../api/client.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { BarFigure } from './BarFigure.tsx'
import { askedOf } from './statistics-address.ts'
import { StatisticsFilter } from './StatisticsFilter.tsx'
import { StatisticsTable } from './StatisticsTable.tsx'
import classes from './StatisticsPage.module.css'
import { recognisedStars, starFills, type Series } from './star-series.ts'
import { useStatisticWords } from './use-statistic-words.ts'

/** Bars that are still read at a glance; the table has all. */
const mostBars = 20

/** How many products were registered, scored, recognised: of a year and over years. */
export function StatisticsPage() {
  const { t } = useTranslation('statistics')
  const search = useSearch({ from: '/frame/statistics' })
  const asked = askedOf(search)
  const { data, error } = useQuery(
    orpc.statistics.count.queryOptions({ input: asked, placeholderData: keepPreviousData }),
  )
  const words = useStatisticWords(search, data)
  const isEmpty = data !== undefined && data.years === null && data.total.measures.recognised === 0
  return (
    <Page
      title={t('title')}
      facts={data !== undefined && t('counted', { day: formatDate(data.day) })}
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/statistics/quarters" {...props} />}>
          {t('quarters.go')}
        </Button>
      }
    >
      <ErrorNote error={error} />
      {isEmpty && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      {data !== undefined && !isEmpty && (
        <>
          <StatisticsFilter statistics={data} />
          <Chart statistics={data} title={words.title} notes={words.notes} />
          <StatisticsTable statistics={data} by={asked.by} caption={words.title} />
          <div className={classes.foot}>
            <CopyTable title={words.title} notes={words.notes} heads={words.heads} rows={() => words.rows} />
          </div>
          <Notes statistics={data} />
        </>
      )}
    </Page>
  )
}

type ChartProps = { readonly statistics: Statistics; readonly title: string; readonly notes: readonly string[] }

function Chart({ statistics: { rows }, title, notes }: ChartProps) {
  const { t } = useTranslation('statistics')
  const { by = 'year', show = 'recognised' } = useSearch({ from: '/frame/statistics' })
  const navigate = useNavigate({ from: '/statistics' })
  const words = useStatisticWords({ by }, undefined)
  const offered = statisticMeasures.filter((measure) => appliesTo(measure, by))
  const shown = offered.includes(show) ? show : 'recognised'
  // Of a table by star each bar is of one star: it needs no parts.
  const isByStar = shown === 'recognised' && by !== 'star'
  const series: readonly Series[] = isByStar
    ? recognisedStars
        .filter((star) => rows.some(({ stars }) => (stars[star] ?? 0) > 0))
        .map((star) => ({ key: `star-${star}`, label: words.starLabel(star), fill: starFills[star] }))
    : [{ key: 'count', label: t(`measure.${shown}`), fill: 'whole' }]
  const bars = rows
    .map(({ key, label, measures, stars }) => ({
      label: words.rowLabel(key, label),
      count: measures[shown] ?? 0,
      values: isByStar
        ? Object.fromEntries(recognisedStars.map((star) => [`star-${star}`, stars[star] ?? 0]))
        : { count: measures[shown] ?? 0 },
    }))
    .filter(({ count }) => count > 0 || by === 'year')
  const most = by === 'year' ? bars : bars.toSorted((a, b) => b.count - a.count).slice(0, mostBars)
  const name = `${t(`measure.${shown}`)}: ${title}`
  return (
    <section aria-label={t('chart')} className={classes.chart}>
      <BarFigure title={name} notes={notes} series={series} bars={most} isLying={by !== 'year'}>
        <NativeSelect
          aria-label={t('show')}
          value={shown}
          data={offered.map((value) => ({ value, label: t(`measure.${value}`) }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = statisticMeasures.find((measure) => measure === value)
            if (chosen) void navigate({ search: (before) => ({ ...before, show: chosen }), replace: true })
          }}
        />
      </BarFigure>
      {most.length < bars.length && (
        <p className={classes.soft}>{t('mostBars', { shown: most.length, count: bars.length })}</p>
      )}
      {most.every(({ count }) => count === 0) && <p className={classes.soft}>{t('nothingToDraw')}</p>}
    </section>
  )
}

/** What is counted and what is unknown. */
function Notes({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation('statistics')
  const { withoutYear, toReview, starless, farYears, day } = statistics
  return (
    <ul className={classes.notes}>
      <li>{t('note.once')}</li>
      <li>{t('note.measures')}</li>
      {withoutYear > 0 && <li>{t('note.withoutYear', { count: withoutYear, shown: wholeNumber(withoutYear) })}</li>}
      {farYears > 0 && (
        <li>{t('note.farYears', { count: farYears, shown: wholeNumber(farYears), ...soundYears(day) })}</li>
      )}
      {starless > 0 && (
        <li>
          {t('note.withoutStar', { count: starless, shown: wholeNumber(starless) })}{' '}
          <Link to="/certificates" search={{ state: 'starless' }}>
            {t('note.see')}
          </Link>
        </li>
      )}
      {toReview > 0 && (
        <li>
          {t('note.toReview', { count: toReview, shown: wholeNumber(toReview) })}{' '}
          <Link to="/certificates" search={{ state: 'review' }}>
            {t('note.see')}
          </Link>
        </li>
      )}
    </ul>
  )
}
