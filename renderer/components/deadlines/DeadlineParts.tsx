import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Deadline } from '../../../shared/api/deadlines.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { DeadlineState } from '../../../shared/domain/deadlines/deadline-state.ts'
import type { LackKind } from '../../../shared/domain/deadlines/lack-kinds.ts'
import { StateMark, type StateTone } from '../StateMark.tsx'
import { wholeNumber } from '../whole-number.ts'
import classes from './DeadlineParts.module.css'

/** What is to be done, and of which round. */
export function DeadlineName({ deadline: { level, kind, year, round } }: { deadline: Deadline }) {
  const { t } = useTranslation('deadlines')
  return (
    <>
      <span className={classes.name}>{t(`task.${kind}`, { level: t(`level.${level}`) })}</span>
      <div className={classes.soft}>{round === null ? t('wholeYear', { year }) : t('round', { round, year })}</div>
    </>
  )
}

const tones: Readonly<Record<DeadlineState, StateTone>> = {
  missed: 'wrong',
  near: 'attention',
  open: 'running',
  kept: 'good',
  passed: 'plain',
}

export function DeadlineMark({ state }: { state: DeadlineState }) {
  const { t } = useTranslation('deadlines')
  return <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>
}

/** How many days are left, and how many of them are worked; or when it was done. */
export function TimeLeft({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation('deadlines')
  const { days, lacks, doneOn } = deadline
  const worked = useWorkingDays()(deadline)
  if (doneOn !== null && lacks.length === 0) return <>{t('doneOn', { day: formatDate(doneOn) })}</>
  if (days < 0) return <>{t('daysOver', { count: -days })}</>
  return (
    <>
      {days === 0 ? t('lastDay') : t('daysLeft', { count: days })}
      {worked !== '' && <div className={classes.soft}>{worked}</div>}
    </>
  )
}

function useWorkingDays(): (deadline: Deadline) => string {
  const { t } = useTranslation('deadlines')
  return ({ days, workingDays }) => {
    if (days === 0) return ''
    if (workingDays.kind === 'no-calendar') return t('noCalendar', { year: workingDays.year })
    const [year] = workingDays.unannounced
    const { days: count } = workingDays
    return year === undefined ? t('workingDays', { count }) : t('workingDaysAbout', { count, year })
  }
}

/** What it lacks still, each way to the list that shows just that. */
export function Lacks({ deadline: { level, kind, year, round, lacks } }: { deadline: Deadline }) {
  if (lacks.length === 0) return null
  return (
    <ul className={classes.lacks}>
      {lacks.map(({ lack, count }) => (
        <li key={lack}>
          <Link to="/deadlines/lacking" search={{ level, kind, year, ...(round !== null && { round }), lack }}>
            <LackText lack={lack} count={count} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

export function LackText({ lack, count }: { lack: LackKind; count: number }) {
  const { t } = useTranslation('deadlines')
  return <>{t(`lack.${lack}`, { count, shown: wholeNumber(count) })}</>
}
