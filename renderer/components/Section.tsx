import { useId, type ReactNode } from 'react'
import classes from './Section.module.css'

/** A part of a page under its own heading, with a line on what it is for where one helps. */
export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {note !== undefined && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  )
}
