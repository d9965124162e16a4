import { useTranslation } from 'react-i18next'
import type { ClockDeadline, Deadline } from '../../../shared/api/deadlines.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { DeadlineStanding } from '../../../shared/domain/deadlines/deadline-state.ts'
import type { DeadlineKey } from '../../../shared/domain/deadlines/plan-deadlines.ts'
import { wholeNumber } from '../whole-number.ts'

/** What a deadline says, line by line. */
export function useDeadlineTexts() {
  const { t } = useTranslation('deadlines')
  const worked = ({ days, workingDays }: DeadlineStanding): readonly string[] => {
    if (days === 0) return []
    if (workingDays.kind === 'no-calendar') return [t('noCalendar', { year: workingDays.year })]
    const [year] = workingDays.unannounced
    const { days: count } = workingDays
    return [year === undefined ? t('workingDays', { count }) : t('workingDaysAbout', { count, year })]
  }
  return {
    /** What is to be done, and of which round. */
    name: ({ level, kind, year, round, except = [] }: Named): readonly string[] => [
      t(`task.${kind}`, { level: t(`level.${level}`) }),
      round !== null
        ? t('round', { round, year })
        : except.length === 0
          ? t('wholeYear', { year })
          : t('otherRounds', { year, rounds: except.join(', ') }),
    ],
    /** How many days are left, and how many of them are worked; or when it was done. */
    timeLeft: (deadline: Timed): readonly string[] => {
      const { days, lacks, doneOn = null } = deadline
      if (doneOn !== null && lacks.length === 0) return [t('doneOn', { day: formatDate(doneOn) })]
      if (days < 0) return [t('daysOver', { count: -days })]
      return [days === 0 ? t('lastDay') : t('daysLeft', { count: days }), ...worked(deadline)]
    },
    lacks: ({ lacks }: Deadline): readonly string[] =>
      lacks.map(({ lack, count }) => t(`lack.${lack}`, { count, shown: wholeNumber(count) })),
    /** What has to be done by a term of single things, and of which round. */
    clockName: ({ kind, round }: ClockDeadline): readonly string[] => [
      t(`clock.task.${kind}`),
      ...(round === '' ? [] : [t('clock.round', { round })]),
    ],
    clockLacks: ({ lacks }: ClockDeadline): readonly string[] =>
      lacks.map(({ lack, count }) => t(`clock.lack.${lack}`, { count, shown: wholeNumber(count) })),
  }
}

type Named = DeadlineKey & { readonly except?: readonly number[] }

/** Of a round's day, or of a term that runs by itself, which is not listed once all is done. */
export type Timed = DeadlineStanding & { readonly lacks: readonly unknown[]; readonly doneOn?: string | null }
