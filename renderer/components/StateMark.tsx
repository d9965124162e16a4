import type { ReactNode } from 'react'
import classes from './StateMark.module.css'

export type StateTone = 'plain' | 'running' | 'good' | 'attention' | 'wrong'

type Props = {
  readonly tone: StateTone
  /** More than a word: it may take several lines. */
  readonly isLong?: boolean
  readonly children: ReactNode
}

/** A state as a shape and a word; the colour only repeats what both say. */
export function StateMark({ tone, isLong = false, children }: Props) {
  return (
    <span className={classes.mark} data-tone={tone} data-long={isLong || undefined}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  )
}

const shapes: Readonly<Record<StateTone, ReactNode>> = {
  plain: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  running: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  good: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  attention: <path d="M6 1 .8 11h10.4z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />,
  wrong: <path d="m2 2 8 8M10 2 2 10" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
}
