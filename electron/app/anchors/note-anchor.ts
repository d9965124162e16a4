import type { AuditCommand } from '../../../shared/api/audit-details.ts'
import { addAnchor, sortAnchors } from '../../anchors/anchor-store.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { hashOfEvent, readHead, readIdentity } from '../../db/queries/backup-facts.ts'

/** Commands after which an anchor is written: what leaves the house rests on them. */
const anchored: ReadonlySet<AuditCommand> = new Set([
  'sessions.close',
  'documents.register.enter',
  'documents.register.renew',
  'documents.certificates.enter',
])

/** Events between two anchors. */
const often = 200

/** The event of the last anchor, or of the first command, by the open file. */
const lastNoted = new WeakMap<OpenWorkspace, number>()

/** After a command, once the disk has it. @param seq its event */
export function noteAnchorAfter(
  app: AppContext,
  { command, seq }: { readonly command: AuditCommand; readonly seq: number },
): void {
  const { current } = app.workspace
  if (current === null) return
  const last = lastNoted.get(current)
  if (last === undefined) lastNoted.set(current, seq)
  if (anchored.has(command) || seq - (last ?? seq) >= often) noteAnchor(app, command)
}

/**
 * Keeps outside the open file how long its audit is and how it ends. Where that cannot be written, work goes on, and the
 * log has it: the file is the record, and the anchor before still holds.
 */
export function noteAnchor(app: AppContext, why: string): void {
  withFile(app, ({ current, uuid, at, dataFolder }) => {
    const { commits } = readIdentity(current.db)
    const { events: seq, head: hash } = readHead(current.db)
    if (seq === 0) return
    addAnchor(dataFolder, uuid, { at, why, commits: commits ?? 0, seq, hash })
    lastNoted.set(current, seq)
  })
}

/** After a backup was put in the open file's place. */
export function noteRestored(app: AppContext): void {
  withFile(app, ({ current: { db }, uuid, at, dataFolder }) =>
    sortAnchors(dataFolder, uuid, { at, holds: ({ seq, hash }) => hashOfEvent(db, seq) === hash }),
  )
  noteAnchor(app, 'workspace.restore')
}

type OfFile = {
  readonly current: OpenWorkspace
  readonly uuid: string
  readonly at: string
  readonly dataFolder: string
}

function withFile(app: AppContext, note: (of: OfFile) => void): void {
  const { current } = app.workspace
  if (current === null || current.readOnly !== null || app.host.isThrownAway === true) return
  try {
    const { uuid } = readIdentity(current.db)
    if (uuid === null) return
    note({ current, uuid, at: app.clock.now().toISOString(), dataFolder: app.host.dataFolder })
  } catch (error) {
    app.log.error('an anchor could not be written', error)
  }
}
