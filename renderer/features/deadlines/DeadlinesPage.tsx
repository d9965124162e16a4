import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deadline, DeadlineYear } from '../../../shared/api/deadlines.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { DataText } from '../../components/DataText.tsx'
import { DeadlineName, Lacks } from '../../components/deadlines/DeadlineParts.tsx'
import { useDeadlineTexts } from '../../components/deadlines/use-deadline-texts.ts'
import { useTimeColumns } from '../../components/deadlines/use-time-columns.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { ClockTable } from './ClockTable.tsx'
import classes from './DeadlinesPage.module.css'
import { LetterDialog } from './LetterDialog.tsx'
import { Letters } from './Letters.tsx'

/** The days before which a year's work is to be done, and what lacks for each. */
export function DeadlinesPage() {
  const { t } = useTranslation('deadlines')
  const [thisYear] = useState(() => Number(vietnamDay(new Date()).slice(0, 4)))
  const { year = thisYear } = useSearch({ from: '/frame/deadlines' })
  const { data, error } = useQuery(
    orpc.deadlines.list.queryOptions({ input: { year }, placeholderData: keepPreviousData }),
  )
  const isReadOnly = useIsReadOnly()
  const [isNew, setNew] = useState(false)
  return (
    <Page
      title={t('title')}
      facts={data !== undefined && t('asOf', { day: formatDate(data.day) })}
      actions={
        <>
          <YearChoice year={year} years={data?.years ?? [year]} />
          {!isReadOnly && (
            <CommandButton id="deadlines.addLetter" title={t('letter.add')} shortcut="alt+n" run={() => setNew(true)} />
          )}
        </>
      }
    >
      <ErrorNote error={error} />
      {data?.deadlines.length === 0 && <EmptyState title={t('empty', { year })}>{t('emptyText')}</EmptyState>}
      {data?.isLevelKnown === false && data.deadlines.length > 0 && (
        <p className={classes.note} role="note">
          {t('noLevel')}{' '}
          {!isReadOnly && (
            <>
              <Link to="/settings" hash="office">
                {t('declareOffice')}
              </Link>{' '}
              · <Link to="/councils/new">{t('makeCouncil')}</Link>
            </>
          )}
        </p>
      )}
      {data !== undefined && data.deadlines.length > 0 && (
        <DeadlineTable deadlines={data.deadlines} isLevelKnown={data.isLevelKnown} />
      )}
      {data !== undefined && data.clocks.length > 0 && (
        <Section title={t('clock.title')}>
          <ClockTable clocks={data.clocks} />
        </Section>
      )}
      {data !== undefined && data.letters.length > 0 && (
        <Letters letters={data.letters} levels={data.levels} planned={data.deadlines} isReadOnly={isReadOnly} />
      )}
      {data !== undefined && <CalendarNote calendar={data.calendar} />}
      {isNew && data !== undefined && (
        <LetterDialog year={year} levels={data.levels} letter={null} onClose={() => setNew(false)} />
      )}
    </Page>
  )
}

function YearChoice({ year, years }: { year: number; years: readonly number[] }) {
  const { t } = useTranslation('deadlines')
  const navigate = useNavigate({ from: '/deadlines' })
  const next = Math.max(...years, year) + 1
  const choices = [...new Set([next, ...years, year])].toSorted((a, b) => b - a)
  return (
    <Select
      aria-label={t('year')}
      w={140}
      allowDeselect={false}
      value={String(year)}
      data={choices.map((one) => ({ value: String(one), label: t('yearOption', { year: one }) }))}
      onChange={(chosen) => void navigate({ search: { year: Number(chosen) } })}
    />
  )
}

function DeadlineTable({ deadlines, isLevelKnown }: Pick<DeadlineYear, 'deadlines' | 'isLevelKnown'>) {
  const { t } = useTranslation('deadlines')
  const texts = useDeadlineTexts()
  const sourceText = useSourceText()
  const notOwn = t(isLevelKnown ? 'notOwn' : 'levelUnknown')
  const columns: readonly Column<Deadline>[] = [
    {
      key: 'task',
      head: t('column.task'),
      width: '25%',
      isRowHead: true,
      cell: (deadline) => <DeadlineName deadline={deadline} />,
      text: texts.name,
    },
    {
      key: 'before',
      head: t('column.before'),
      width: '136px',
      cell: ({ before, lastDay }) => (
        <>
          {formatDate(before)}
          <div className={classes.soft}>{t('lastDayIs', { day: formatDate(lastDay).slice(0, 5) })}</div>
        </>
      ),
      text: ({ before }) => formatDate(before),
    },
    ...useTimeColumns(),
    {
      key: 'lacks',
      head: t('column.lacks'),
      cell: (deadline) =>
        deadline.isOwn ? <Lacks deadline={deadline} /> : <span className={classes.soft}>{notOwn}</span>,
      text: (deadline) => (deadline.isOwn ? texts.lacks(deadline) : notOwn),
    },
    {
      key: 'source',
      head: t('column.source'),
      width: '18%',
      cell: (deadline) => <Source deadline={deadline} />,
      text: sourceText,
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={deadlines}
      rowKey={({ level, kind, year, round }) => `${level}-${kind}-${year}-${round}`}
      rowState={({ isOwn }) => (isOwn || !isLevelKnown ? undefined : 'faded')}
      minWidth="820px"
      copies
    />
  )
}

function Source({ deadline }: { deadline: Deadline }) {
  const [source, instead] = useSourceText()(deadline)
  return (
    <>
      {source}
      {instead !== undefined && <div className={classes.soft}>{instead}</div>}
    </>
  )
}

/** Who set the day, and which day it is instead of. */
function useSourceText(): (deadline: Deadline) => readonly string[] {
  const { t } = useTranslation('deadlines')
  return ({ source, instead }) => [
    source.kind === 'law' ? source.article : t('byLetter', { number: source.number, day: formatDate(source.issuedOn) }),
    ...(instead === null ? [] : [t('instead', { day: formatDate(instead) })]),
  ]
}

/** By which decisions days off were counted, and what is not known of them. */
function CalendarNote({ calendar }: Pick<DeadlineYear, 'calendar'>) {
  const { t } = useTranslation('deadlines')
  if (calendar.length === 0) return null
  return (
    <div className={classes.calendar}>
      <p>{t('calendar.intro')}</p>
      <ul>
        {calendar.map(({ year, sources, notes }) => (
          <li key={year}>
            {t('calendar.year', { year, sources: sources.map(({ number }) => number).join(', ') })}
            {notes.map((note) => (
              <Fragment key={note}>
                {' '}
                <DataText text={note} />
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
