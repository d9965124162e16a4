import type { ReactNode } from 'react'
import { isUnexpected } from '../api/refusal.ts'
import classes from './ErrorNote.module.css'
import { Icon } from './Icon.tsx'
import { RefusalText } from './RefusalText.tsx'
import { ReportButton } from './report/ReportButton.tsx'

/** Why something was refused or failed, in one sentence, where it happened, with the report of errors where it is a bug; nothing for no error. */
export function ErrorNote({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  return (
    <WrongNote text={<RefusalText error={error} />}>
      {isUnexpected(error) && <ReportButton size="compact-sm" />}
    </WrongNote>
  )
}

/** One sentence for what failed otherwise than by a call. */
export function WrongNote({ text, children }: { text: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.note} role="alert" ref={show}>
      <Icon name="warning" size={16} /> <span>{text}</span>
      {children}
    </div>
  )
}

/** Below the edge of its pane nobody would see it. */
function show(note: HTMLElement | null): void {
  note?.scrollIntoView({ block: 'nearest' })
}
