import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Quarters } from '../../../shared/api/statistics.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { QuarterCount } from '../../../shared/domain/statistics/count-quarters.ts'
import { orpc } from '../../api/client.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { BarFigure } from './BarFigure.tsx'
import classes from './StatisticsPage.module.css'
import { recognisedStars, starFills } from './star-series.ts'
import { useStatisticWords } from './use-statistic-words.ts'

/** How many certificates end in which quarter, each one click from the register that shows just those. */
export function QuartersPage() {
  const { t } = useTranslation('statistics')
  const { data, error } = useQuery(orpc.statistics.quarters.queryOptions())
  const isEmpty = data !== undefined && data.before + data.after + data.withoutDay + countOf(data.quarters) === 0
  return (
    <Page
      title={t('quarters.title')}
      facts={data !== undefined && t('quarters.facts', { day: formatDate(data.day) })}
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/statistics" {...props} />}>
          {t('quarters.back')}
        </Button>
      }
    >
      <ErrorNote error={error} />
      {isEmpty && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      {data !== undefined && !isEmpty && <Shown quarters={data} />}
    </Page>
  )
}

const countOf = (quarters: readonly QuarterCount[]): number => quarters.reduce((sum, { count }) => sum + count, 0)

function Shown({ quarters: { quarters, present, before, after, withoutDay, day } }: { quarters: Quarters }) {
  const { t } = useTranslation('statistics')
  const navigate = useNavigate()
  const { starLabel } = useStatisticWords({}, undefined)
  const name = (quarter: string): string => {
    const [year, place] = quarter.split('-')
    return t('quarters.name', { quarter: roman[Number(place) - 1], year })
  }
  const stars = recognisedStars.filter((star) => star !== '' || quarters.some((one) => (one.stars[''] ?? 0) > 0))
  const title = t('quarters.caption')
  const notes = [t('quarters.facts', { day: formatDate(day) })]
  const columns: readonly Column<QuarterCount>[] = [
    {
      key: 'quarter',
      head: t('quarters.quarter'),
      isRowHead: true,
      cell: ({ quarter }) =>
        quarter === present ? (
          <span className={classes.present}>{t('quarters.now', { name: name(quarter) })}</span>
        ) : (
          name(quarter)
        ),
    },
    {
      key: 'count',
      head: t('quarters.count'),
      width: '150px',
      align: 'end',
      cell: ({ quarter, count }) => (
        <CountLink count={count} search={{ quarter }} label={t('quarters.of', { count, name: name(quarter) })} />
      ),
    },
    ...stars.map((star): Column<QuarterCount> => ({
      key: `star-${star}`,
      head: starLabel(star),
      width: '110px',
      align: 'end',
      cell: ({ quarter, stars: counts }) => {
        const count = counts[star] ?? 0
        const label = t('quarters.ofStar', { count, name: name(quarter), star: starLabel(star) })
        return star === '' ? (
          wholeNumber(count)
        ) : (
          <CountLink count={count} search={{ quarter, star: Number(star) }} label={label} />
        )
      },
    })),
  ]
  return (
    <>
      <BarFigure
        title={title}
        notes={notes}
        series={stars.map((star) => ({ key: `star-${star}`, label: starLabel(star), fill: starFills[star] }))}
        bars={quarters.map((one) => ({
          label: short(one.quarter),
          values: Object.fromEntries(stars.map((star) => [`star-${star}`, one.stars[star] ?? 0])),
        }))}
        isLying={false}
        onPick={(place) => {
          const quarter = quarters[place]?.quarter
          if (quarter !== undefined) void navigate({ to: '/certificates', search: { quarter } })
        }}
      />
      <ul className={classes.notes}>
        <li>{t('quarters.once')}</li>
        {before > 0 && <li>{t('quarters.before', { count: before, shown: wholeNumber(before) })}</li>}
        {after > 0 && <li>{t('quarters.after', { count: after, shown: wholeNumber(after) })}</li>}
        {withoutDay > 0 && <li>{t('quarters.withoutDay', { count: withoutDay, shown: wholeNumber(withoutDay) })}</li>}
      </ul>
      <DataTable
        caption={title}
        columns={columns}
        rows={quarters}
        rowKey={({ quarter }) => quarter}
        rowState={({ quarter }) => (quarter === present ? 'chosen' : undefined)}
        minWidth="560px"
        data-testid="quarters"
      />
      <div className={classes.foot}>
        <CopyTable
          title={title}
          notes={notes}
          heads={[t('quarters.quarter'), t('quarters.count'), ...stars.map(starLabel)]}
          rows={() =>
            quarters.map((one) => [name(one.quarter), one.count, ...stars.map((star) => one.stars[star] ?? 0)])
          }
        />
      </div>
    </>
  )
}

const roman = ['I', 'II', 'III', 'IV']

/** `IV/26`, as it stands under a bar. */
function short(quarter: string): string {
  const [year = '', place] = quarter.split('-')
  return `${roman[Number(place) - 1]}/${year.slice(2)}`
}

type CountLinkProps = {
  readonly count: number
  readonly label: string
  readonly search: { readonly quarter: string; readonly star?: number }
}

function CountLink({ count, label, search }: CountLinkProps) {
  if (count === 0) return '0'
  return (
    <Link to="/certificates" search={search} aria-label={label}>
      {wholeNumber(count)}
    </Link>
  )
}
