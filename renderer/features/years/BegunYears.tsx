import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BegunYear, TableCount } from '../../../shared/api/years.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Section } from '../../components/Section.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './Years.module.css'

/** What was done for a year, with the count of every table before and after. */
export function BegunYears({ begun }: { begun: readonly BegunYear[] }) {
  return begun.map((one) => <Begun key={one.seq} begun={one} />)
}

function Begun({ begun: { seq, at, by, year, councils, tables } }: { begun: BegunYear }) {
  const { t } = useTranslation('years')
  const day = vietnamDay(new Date(at))
  const paper = { kind: 'new-year-count' as const, seq, asOf: day }
  return (
    <Section title={t('count.title', { year })} note={t('count.note', { day: formatDate(day), by })}>
      <ul className={classes.plain} aria-live="polite">
        {councils.map(({ id, name, copied, of, retired }) => (
          <li key={id}>
            <StateMark tone="good" isLong>
              <span>
                <Link to="/councils/$councilId" params={{ councilId: id }}>
                  {name}
                </Link>
                : {t('count.members', { copied, of })}
                {retired > 0 && `; ${t('count.retired', { count: retired })}`}
              </span>
            </StateMark>
          </li>
        ))}
        <li>
          <StateMark tone="good" isLong>
            {t('count.none', { year, ballots: tables.find(({ table }) => table === 'ballots')?.ofYear?.after ?? 0 })}
          </StateMark>
        </li>
      </ul>
      <div className={classes.narrow}>
        <DataTable<TableCount>
          caption={t('count.caption', { year })}
          isDense
          copies
          rows={tables}
          rowKey={({ table }) => table}
          columns={[
            { key: 'table', head: t('count.table'), isRowHead: true, cell: ({ table }) => t(`table.${table}`) },
            { key: 'change', head: t('count.change'), align: 'end', cell: changeOf },
            {
              key: 'year',
              head: t('count.ofYear', { year }),
              align: 'end',
              cell: ({ ofYear }) => (ofYear === null ? '' : changeOf(ofYear)),
            },
          ]}
        />
      </div>
      <Button
        mt="sm"
        variant="default"
        renderRoot={(props) => <Link to="/papers" search={{ papers: [paper] }} {...props} />}
      >
        {t('count.print')}
      </Button>
    </Section>
  )
}

const changeOf = ({ before, after }: Pick<TableCount, 'before' | 'after'>): string => `${before} → ${after}`
