import { dirname } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { WorkspaceInfo } from '../../../shared/api/workspace.ts'
import type { BytesSeen } from '../../../shared/domain/anchors/anchors.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { appendAuditEvent } from '../../db/audit.ts'
import { takeChanges } from '../../db/change-log.ts'
import { createWorkspaceFile } from '../../db/create.ts'
import { fileRefusal } from '../../db/file-trouble.ts'
import type { ReadDb } from '../../db/handles.ts'
import { closeWorkspaceFile } from '../../db/open.ts'
import { readIdentity } from '../../db/queries/backup-facts.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import { fileIdentity } from '../../workspace-path.ts'
import { isInPlace } from '../commit.ts'
import { clearDesk, meetPeople } from '../people/desk.ts'
import { beginAnchors, noteAnchor, noteClosed } from '../anchors/note-anchor.ts'
import { endRoom } from '../room/end-room.ts'
import { keepAtTheEnd, keepWhatIsGone } from './keep-what-is-gone.ts'
import { endLooking, rememberWorkspace } from './listing.ts'
import { migrationsFolder, openInstead, placeOf } from './open-instead.ts'
import { giveSign, holdFile, inUse, isTaken, releaseFile, type Holding } from './owner-file.ts'
import { inTurn } from './turns.ts'

/**
 * Opens the file in place of the one that is open now; that one stays open until the other is read, checked and held, and
 * when this fails. One that is open to be read is read anew.
 *
 * @param takesOver a holder that gives no sign of life is taken for gone
 */
export function openWorkspace(app: AppContext, path: string, takesOver = false): Promise<WorkspaceInfo> {
  return inTurn(app, () => openNext(app, path, takesOver))
}

/** The same as `openWorkspace`, for what has its turn. */
export async function openNext(app: AppContext, path: string, takesOver = false): Promise<WorkspaceInfo> {
  await endLooking(app)
  const bytes = await compareBytes(app, path)
  const { current } = app.workspace
  if (current !== null && current.holding !== null && current.identity === fileIdentity(path)) {
    if (isInPlace(current)) return workspaceInfo(app)
    // The open file itself: under its new name, for its journal is tied to the old one; or another's by now.
    if (isTaken(current.holding)) keepWhatIsGone(app, current)
    letGo(app, current)
  } else if (current !== null) keepWhatIsGone(app, current)
  const opened = await openInstead(app, { path, takesOver })
  // Somebody else may have written it in between.
  const isCompared = bytes !== null && readIdentity(opened.db).commits === bytes.commits
  return useWorkspace(app, { ...opened, bytes: isCompared ? bytes : null })
}

/** Before the file is opened, for afterwards its own connection alone may touch it. What cannot be compared is opened. */
async function compareBytes(app: AppContext, path: string): Promise<BytesSeen | null> {
  try {
    if (app.workspace.current?.identity === fileIdentity(path)) return null
    return await app.work.run('compare-bytes', { path, dataFolder: app.host.dataFolder })
  } catch (error) {
    app.log.error('the file could not be compared with its last closing', error)
    return null
  }
}

/** Creates an empty file, with its first audit event, and opens it; for what has its turn. */
export function createWorkspace(app: AppContext, file: NamedFile): WorkspaceInfo {
  const { path } = file
  const now = app.clock.now()
  const at = now.toISOString()
  const { current } = app.workspace
  if (current !== null) keepWhatIsGone(app, current)
  const held = holdFile({ path, now })
  if (held.kind === 'of-another') throw inUse(held.owner)
  if (held.kind === 'cannot') throw fileRefusal(held.error) ?? held.error
  const { holding } = held
  try {
    const db = makeFile(app, file, at)
    const made = { ...placeOf(app, path), db, readOnly: null, strayAside: null, holding }
    beginAnchors(made)
    return useWorkspace(app, made)
  } catch (error) {
    if (app.workspace.current?.holding !== holding) releaseFile(holding)
    throw error
  }
}

/** Goes on with a file whose check found faults. @throws Refusal `workspace-damaged` where SQLite does not read it whole */
export function writeAllTheSame(app: AppContext): void {
  const { current } = app.workspace
  if (current?.readOnly?.kind !== 'faults') return
  if (!current.readOnly.isReadWhole) throw new Refusal('workspace-damaged')
  app.workspace.current = { ...current, readOnly: null }
  app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
}

type NamedFile = { readonly path: string; readonly name: string; readonly isSample: boolean }

function makeFile(app: AppContext, file: NamedFile, at: string): ReadDb {
  return createWorkspaceFile({
    ...file,
    migrations: migrationsFolder(app),
    createdAt: at,
    begin: (made) =>
      appendAuditEvent(
        made,
        {
          at,
          actor: app.actor,
          command: 'workspace.create',
          subject: 'workspace',
          detail: { name: file.name, isSample: file.isSample, appVersion: app.appVersion },
        },
        takeChanges(made),
      ),
  })
}

/**
 * Ends the meeting room, and lets go of the file; nothing of it is lost where it is not in its place any more.
 *
 * @param staysHeld its place stays this program's: whoever asks so releases it
 * @throws Refusal where that cannot be written; the file stays open then
 */
export function closeWorkspace(app: AppContext, { staysHeld = false } = {}): void {
  const { current } = app.workspace
  if (current === null) return
  keepWhatIsGone(app, current)
  letGo(app, current, staysHeld)
}

/** The same as the program ends. @throws Refusal where no folder takes what is not in its place any more; it is lost then */
export function closeAtTheEnd(app: AppContext): void {
  const { current } = app.workspace
  if (current === null) return
  try {
    keepAtTheEnd(app, current)
  } finally {
    letGo(app, current)
  }
}

/** @throws when no workspace is open */
export function workspaceInfo(app: AppContext): WorkspaceInfo {
  const workspace = app.workspace.current
  if (workspace === null) throw new Error('no workspace is open')
  return {
    id: workspace.id,
    ...readWorkspaceFacts(workspace.db),
    location: dirname(workspace.path),
    readOnly: workspace.readOnly,
    isMoved: !isInPlace(workspace),
    strayAside: workspace.strayAside,
    isTakenOver: isTaken(workspace.holding),
    otherBytesSince: workspace.bytes?.isSame === false ? workspace.bytes.at : null,
    storage: workspace.storage,
    appVersion: app.appVersion,
  }
}

function useWorkspace(app: AppContext, workspace: OpenWorkspace): WorkspaceInfo {
  const { current } = app.workspace
  if (current !== null) letGo(app, current)
  changeWorkspace(app, workspace)
  meetPeople(app, workspace.db)
  return workspaceInfo(app)
}

/** From here on it is the file that everybody is shown; the one before is the caller's to let go. */
export function changeWorkspace(app: AppContext, workspace: OpenWorkspace): void {
  app.workspace.current = workspace
  if (workspace.holding !== null) signs.set(workspace.db, keepGivingSigns(app, workspace.holding))
  try {
    rememberWorkspace(app.host.dataFolder, workspace.path)
  } catch (error) {
    // The file is open all the same; only the start screen will not name it.
    app.log.error('the list of recent files could not be written', error)
  }
  app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
}

function letGo(app: AppContext, workspace: OpenWorkspace, staysHeld = false): void {
  endRoom(app)
  const isNoted = noteAnchor(app, 'close')
  app.workspace.current = null
  clearDesk(app)
  // What was found faulty or harmed keeps its mark, and nothing is written into it: it is checked again.
  const isInOrder = workspace.readOnly === null && isInPlace(workspace)
  dropFile(staysHeld ? { ...workspace, holding: null } : workspace, isInOrder, () => {
    if (isNoted && isInOrder) noteClosed(app, workspace)
  })
}

/** @param isInOrder see `closeWorkspaceFile` @param onClosed while nobody else has it yet */
export function dropFile({ db, holding }: OpenWorkspace, isInOrder: boolean, onClosed = () => {}): void {
  clearInterval(signs.get(db))
  closeWorkspaceFile(db, isInOrder)
  onClosed()
  if (holding !== null) releaseFile(holding)
}

/** The timer of each open file that is held. */
const signs = new WeakMap<ReadDb, NodeJS.Timeout>()

/** In milliseconds: several of them are missed before a holder counts as silent. */
const signEvery = 20_000

/** Other machines see that the file is worked on; where one took it over, every window is told. */
function keepGivingSigns(app: AppContext, holding: Holding): NodeJS.Timeout {
  const give = () => {
    if (giveSign(holding, app.clock.now())) return
    app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
  }
  return setInterval(give, signEvery).unref()
}
