import type { ReactNode } from 'react'
import classes from './Dialog.module.css'

/** The deeds of a dialog, in sight however long it is: a small window scrolls what stands above them. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <div className={classes.foot}>{children}</div>
}
