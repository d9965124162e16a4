import type { AuditCommand, AuditDetails } from '../../shared/api/audit-details.ts'
import type { AppContext, OpenWorkspace } from '../context.ts'
import { commit } from './commit.ts'

type Apart<Name extends AuditCommand> = {
  readonly command: Name
  readonly detail: AuditDetails[Name]
  /** As `Change` has it. */
  readonly told?: string
}

/** An event of a file that no window shows yet, written by the command's own way in as if it were the open one. */
export function commitApart<Name extends AuditCommand>(
  app: AppContext,
  current: OpenWorkspace,
  { command, detail, told = '' }: Apart<Name>,
): void {
  const apart: AppContext = {
    ...app,
    workspace: { current, checking: null, handed: null },
    live: { ...app.live, publish: () => {} },
  }
  commit(apart, command, () => ({ result: null, audit: { subject: 'workspace', detail }, told }))
}
