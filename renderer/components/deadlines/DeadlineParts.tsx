import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Deadline } from '../../../shared/api/deadlines.ts'
import type { DeadlineState } from '../../../shared/domain/deadlines/deadline-state.ts'
import type { LackKind } from '../../../shared/domain/deadlines/lack-kinds.ts'
import { StateMark, type StateTone } from '../StateMark.tsx'
import { wholeNumber } from '../whole-number.ts'
import classes from './DeadlineParts.module.css'
import { useDeadlineTexts, type Timed } from './use-deadline-texts.ts'

/** What is to be done, and of which round. */
export function DeadlineName({ deadline }: { deadline: Deadline }) {
  const [task, round] = useDeadlineTexts().name(deadline)
  return (
    <>
      <span className={classes.name}>{task}</span>
      <div className={classes.soft}>{round}</div>
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
export function TimeLeft({ deadline }: { deadline: Timed }) {
  const [left, worked] = useDeadlineTexts().timeLeft(deadline)
  return (
    <>
      {left}
      {worked !== undefined && <div className={classes.soft}>{worked}</div>}
    </>
  )
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
