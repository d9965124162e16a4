import type { ReactNode } from 'react'
import chipClasses from './chip.module.css'
import classes from './list-filter.module.css'
import { wholeNumber } from './whole-number.ts'

type Props<State extends string> = {
  readonly label: string
  readonly states: readonly State[]
  /** How many rows each leaves; undefined while it is not known. */
  readonly counts: Readonly<Record<State, number>> | undefined
  readonly chosen: State | undefined
  readonly mark: (state: State) => ReactNode
  readonly onChoose: (state: State | undefined) => void
}

/** The states that a list has rows in, each with how many; pressed again, a choice is taken back. */
export function StateChips<State extends string>({ label, states, counts, chosen, mark, onChoose }: Props<State>) {
  const countOf = (state: State) => counts?.[state] ?? 0
  const shown = states.filter((state) => state === chosen || countOf(state) > 0)
  if (shown.length === 0) return null
  return (
    <div className={classes.chips} role="group" aria-label={label}>
      {shown.map((state) => (
        <button
          key={state}
          type="button"
          className={chipClasses.chip}
          aria-pressed={state === chosen}
          onClick={() => onChoose(state === chosen ? undefined : state)}
        >
          {mark(state)}
          <span className={classes.count}>{wholeNumber(countOf(state))}</span>
        </button>
      ))}
    </div>
  )
}
