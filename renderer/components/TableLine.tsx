import type { ReactNode } from 'react'
import classes from './TableLine.module.css'

/** The line right above a table: what it holds and what fills it at the start, what takes it away at the end. */
export function TableLine({ children }: { children: ReactNode }) {
  return <div className={classes.line}>{children}</div>
}
