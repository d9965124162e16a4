import { takesApprovalBack } from '../../shared/api/approval-commands.ts'
import type { AuditCommand } from '../../shared/api/audit-details.ts'
import { appendAuditEvent } from '../db/audit.ts'
import { takeChanges } from '../db/change-log.ts'
import type { WriteDb } from '../db/handles.ts'
import { listPeople } from '../db/queries/people.ts'
import { listApprovedOpen, updateSession } from '../db/queries/sessions.ts'

type Changed = {
  readonly command: AuditCommand
  /** The session that changed; without it the change is of what several sessions share. */
  readonly sessionId: number | undefined
  readonly at: string
  readonly actor: string
}

/**
 * Takes the chair's approval back where what was approved has changed, and where who approved is no chair of the file any
 * more, as a name that was typed in before the file named people; with an event of its own. Answers whether any went.
 */
export function endApprovals(db: WriteDb, { command, sessionId, at, actor }: Changed): boolean {
  const changesApprover = command === 'people.save' || command === 'people.remove'
  if (!changesApprover && !takesApprovalBack(command)) return false
  const ended = listApprovedOpen(db).filter(({ id, approvedBy }) =>
    changesApprover ? !isChair(db, approvedBy) : sessionId === undefined || id === sessionId,
  )
  for (const { id, approvedBy, approvedDigest: formerDigest } of ended) {
    updateSession(db, id, { approvedBy: null, approvedAt: null, approvedDigest: null })
    const detail = { formerDigest, approvedBy, cause: command }
    appendAuditEvent(
      db,
      { at, actor, command: 'sessions.endApproval', subject: `session:${id}`, detail },
      takeChanges(db),
    )
  }
  return ended.length > 0
}

function isChair(db: WriteDb, wanted: string): boolean {
  return listPeople(db).some(({ name, role }) => name === wanted && role === 'chair')
}
