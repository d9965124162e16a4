import { Refusal } from '../../shared/api/refusal.ts'
import type { AuditCommand, AuditDetails } from '../../shared/api/audit-details.ts'
import { topicsOf } from '../../shared/api/command-topics.ts'
import type { ReadOnlyReason } from '../../shared/api/workspace.ts'
import type { AppContext, OpenWorkspace } from '../context.ts'
import { appendAuditEvent } from '../db/audit.ts'
import { forgetChanges, takeChanges } from '../db/change-log.ts'
import { refusingFileTroubles } from '../db/file-trouble.ts'
import { toldText } from '../db/row-changes.ts'
import { noteAnchorAfter } from './anchors/note-anchor.ts'
import { endApprovals } from './end-approvals.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { keepDeed } from '../db/take-back.ts'
import { isWithinTransaction, transaction } from '../db/transaction.ts'
import { fileIdentity } from '../workspace-path.ts'
import { isHeld, isTaken } from './workspace/owner-file.ts'
import { requireYearsOpen } from './years/require-years-open.ts'

/** The open workspace's database. @throws Refusal `no-workspace` */
export function openDb(app: AppContext): ReadDb {
  const workspace = app.workspace.current
  if (workspace === null) throw new Refusal('no-workspace')
  return workspace.db
}

export type Change<Result, Detail> = {
  readonly result: Result
  /** Old → new for the audit; null when nothing changed and no event is to be written. The rows are added by `commit`. */
  readonly audit: { readonly subject: string; readonly detail: Detail } | null
  /** What no statement of the command changed and its event tells all the same, as `changesText` tells it. */
  readonly told?: string
  readonly sessionId?: number
  readonly agendaItemId?: number
  /** The one member whose ballot changed. */
  readonly memberId?: number
  /** By which it can be taken back (`undo.takeBack`). */
  readonly undo?: string
}

/**
 * Runs a command: one immediate transaction that holds the change and its audit event, then the live notice.
 * When this returns, the disk has it (`synchronous=FULL`).
 *
 * @throws Refusal `no-workspace`, `workspace-read-only`, `workspace-held`, `workspace-open-elsewhere`, `workspace-moved`, `workspace-taken-over`, `workspace-harmed`,
 *   `year-closed`, and whatever the change refuses; nothing is written then.
 */
export function commit<Name extends AuditCommand, Result>(
  app: AppContext,
  command: Name,
  change: (db: WriteDb, now: string) => Change<Result, AuditDetails[Name]>,
): Result {
  const file = openDb(app)
  requireWritable(app)
  const now = app.clock.now()
  app.lastCommand.at = now.getTime()
  const at = now.toISOString()
  const done = transaction(file, (db) => {
    forgetChanges(db)
    const made = change(db, at)
    requireYearsOpen(db)
    if (made.undo !== undefined && made.audit !== null) {
      keepDeed(db, made.undo, { command, subject: made.audit.subject, sessionId: made.sessionId ?? null })
    }
    const gathered = takeChanges(db)
    const changes = gathered.text === '' ? toldText(made.told ?? '') : gathered
    if (made.audit === null) {
      if (changes.text !== '') throw new Error(`${command} changed rows without an event: ${tablesIn(changes.text)}`)
      return { ...made, seq: 0, endedApproval: false }
    }
    const seq = appendAuditEvent(db, { at, actor: app.actor, command, ...made.audit }, changes)
    return {
      ...made,
      seq,
      endedApproval: endApprovals(db, { command, sessionId: made.sessionId, at, actor: app.actor }),
    }
  })
  if (done.audit !== null) {
    // Of a write that several share nothing is on the disk yet; the next command by itself finds the anchor due.
    if (!isWithinTransaction(file)) noteAnchorAfter(app, { command, seq: done.seq })
    app.live.publish({
      topics: [...new Set([...topicsOf(command), ...(done.endedApproval ? topicsOf('sessions.endApproval') : [])])],
      sessionId: done.sessionId ?? null,
      agendaItemId: done.agendaItemId ?? null,
      ...(done.memberId !== undefined && { memberId: done.memberId }),
    })
  }
  return done.result
}

/** Where somebody else has the file open, who: that is all that is to be done about it. */
function whyReadOnly(why: ReadOnlyReason): Refusal {
  if (why.kind !== 'held') return new Refusal('workspace-read-only')
  const { machine = '', user = '' } = why.owner ?? {}
  return machine === '' ? new Refusal('workspace-open-elsewhere') : new Refusal('workspace-held', { machine, user })
}

/**
 * Where the path leads to the open file no more (renamed, deleted, or replaced as by a restored copy), what is written
 * would go where nobody looks, with its journal beside somebody else's file. Every window is told.
 */
function requireWritable(app: AppContext): void {
  const { current } = app.workspace
  if (current === null) return
  if (current.readOnly?.kind === 'harmed') throw new Refusal('workspace-harmed')
  if (current.readOnly !== null) throw whyReadOnly(current.readOnly)
  const isThere = refusingFileTroubles(() => fileIdentity(current.path)) === current.identity
  const isOurs = current.holding !== null && isHeld(current.holding, app.clock.now())
  if (isThere && isOurs) return
  app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
  throw new Refusal(isThere ? 'workspace-taken-over' : 'workspace-moved')
}

/**
 * False where the open file was moved, deleted or replaced, or taken over by another machine; a drive that does not answer
 * now may still have it.
 */
export function isInPlace({ path, identity, readOnly, holding }: OpenWorkspace): boolean {
  try {
    return readOnly !== null || (fileIdentity(path) === identity && !isTaken(holding))
  } catch {
    return true
  }
}

const tablesIn = (changes: string) => Object.keys(JSON.parse(changes) as object).join(', ')

/** @throws Refusal `not-found` where there is none. */
export function requireFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refusal('not-found')
  return value
}
