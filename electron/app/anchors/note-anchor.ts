import type { AuditCommand } from '../../../shared/api/audit-details.ts'
import { addAnchor, addClosing, giveUpAnchors, hashOfPath, sortAnchors } from '../../anchors/anchor-store.ts'
import { measureFile } from '../../backups/whole-file.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { hashInFile, readClosedState } from '../../db/peek.ts'
import { hashOfEvent, readHead, readIdentity } from '../../db/queries/backup-facts.ts'
import { countChanges } from '../../db/queries/workspace.ts'

/** Commands after which an anchor is written: what leaves the house rests on them. */
const anchored: ReadonlySet<AuditCommand> = new Set([
  'sessions.close',
  'documents.register.enter',
  'documents.register.renew',
  'documents.certificates.enter',
  'documents.notices.enter',
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
 * log has it: the file is the record, and the anchor before still holds. Merely looking at a file, as at an older copy,
 * notes nothing.
 *
 * @returns whether anchors of the file can be written
 */
export function noteAnchor(app: AppContext, why: AnchorOccasion): boolean {
  return withFile(app, ({ current, uuid, at, dataFolder }) => {
    if (onlyAfterChanges.has(why) && !isChanged(current)) return
    const { commits } = readIdentity(current.db)
    const { events: seq, head: hash } = readHead(current.db)
    if (seq === 0) return
    addAnchor(dataFolder, uuid, { at, why, commits: commits ?? 0, seq, hash, path: hashOfPath(current.path) })
    lastNoted.set(current, seq)
  })
}

/** In milliseconds: 100 MB take 0.3 to 0.5 s where the system still has them, and a slow disk is not waited for. */
const patience = 2000

/**
 * Adds the hash of the whole file once its connection let go of it, unless its state is the one that it was opened with:
 * then the anchor of before holds, and bytes that were found altered stay so. Another program may not have it yet.
 */
export function noteClosed(app: AppContext, { path, bytes }: OpenWorkspace): void {
  const now = app.clock.now()
  const state = readClosedState(path)
  if (state === null || bytes?.commits === state.commits) return
  try {
    const { uuid, schema, ...rest } = state
    const { sha256 } = measureFile(path, () => app.clock.now().getTime() - now.getTime() > patience)
    const closed = { sha256, schema }
    const closing = { at: now.toISOString(), why: 'close', ...rest, path: hashOfPath(path), closed }
    addClosing(app.host.dataFolder, uuid, closing)
  } catch (error) {
    app.log.error('the anchor of a closing has no hash of the file', error)
  }
}

type AnchorOccasion = AuditCommand | 'close' | 'backup'

const onlyAfterChanges: ReadonlySet<AnchorOccasion> = new Set(['close', 'backup'])

/** A file that was just made: its closing is noted, whatever comes until then. */
export function beginAnchors(file: OpenWorkspace): void {
  lastNoted.set(file, 1)
}

/** Whether anything was written since it was opened, or it was made. */
function isChanged(file: OpenWorkspace): boolean {
  return lastNoted.has(file) || countChanges(file.db) > 0
}

/** Before a closed file takes the place of another one: what a kill leaves in that place is accused of nothing. */
export function noteReplacing(app: AppContext, by: string): void {
  const state = readClosedState(by)
  if (state === null) return
  try {
    const at = app.clock.now().toISOString()
    giveUpAnchors(app.host.dataFolder, state.uuid, { at, holds: ({ seq, hash }) => hashInFile(by, seq) === hash })
  } catch (error) {
    app.log.error('anchors could not be given up', error)
  }
}

/** After a backup was put in the open file's place. */
export function noteRestored(app: AppContext): void {
  countAgain(app)
  noteAnchor(app, 'workspace.restore')
}

/** What the open file holds counts, and nothing else: as after a restore, so where none came about. */
export function countAgain(app: AppContext): void {
  withFile(app, ({ current: { db }, uuid, at, dataFolder }) =>
    sortAnchors(dataFolder, uuid, { at, holds: ({ seq, hash }) => hashOfEvent(db, seq) === hash }),
  )
}

type OfFile = {
  readonly current: OpenWorkspace
  readonly uuid: string
  readonly at: string
  readonly dataFolder: string
}

function withFile(app: AppContext, note: (of: OfFile) => void): boolean {
  const { current } = app.workspace
  if (current === null || current.readOnly !== null || app.host.isThrownAway === true) return false
  try {
    const { uuid } = readIdentity(current.db)
    if (uuid === null) return false
    note({ current, uuid, at: app.clock.now().toISOString(), dataFolder: app.host.dataFolder })
    return true
  } catch (error) {
    app.log.error('an anchor could not be written', error)
    return false
  }
}
