import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupFacts, RestoredWorkspace } from '../../../shared/api/backups.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { placeOf, type StoredBackup } from '../../backups/list-backups.ts'
import { putInPlace } from '../../backups/put-in-place.ts'
import { readSecondPlace } from '../../backups/second-place.ts'
import { unfinishedPath } from '../../backups/whole-file.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { fileRefusal, refusingFileTroubles } from '../../db/file-trouble.ts'
import { readBackupFacts } from '../../db/queries/backup-facts.ts'
import { isHeldByProgram } from '../../db/stray.ts'
import { freeWorkspacePath, isSameFile } from '../../workspace-path.ts'
import { countAgain, noteReplacing, noteRestored } from '../anchors/note-anchor.ts'
import { isInPlace } from '../commit.ts'
import { commitApart } from '../commit-apart.ts'
import { askedHere } from '../people/asked-here.ts'
import { requireAllowed } from '../people/require-allowed.ts'
import { asideName } from '../workspace/keep-aside.ts'
import { closeWorkspace, dropFile, openNext } from '../workspace/open-close.ts'
import { openAtOnce } from '../workspace/open-instead.ts'
import { holdFile, inUse, isHeld, releaseFile, type Holding } from '../workspace/owner-file.ts'
import { inTurn } from '../workspace/turns.ts'
import { findBackup, isOfOpenFile } from './find-backups.ts'
import { backupOfNow, beginBackup } from './make-backup.ts'
import { requireSecretary, requireSecretaryIn } from './require-secretary.ts'
import { forgetAside, noteAside, requireAsItWas } from './set-aside.ts'

type Asked = {
  readonly id: string
  /** Of an encrypted backup. */
  readonly password?: string | undefined
  readonly secretaryPassword?: string | undefined
}

/**
 * Puts a backup in the place of its file and opens it. The new file is whole, checked, on the disk and tells of the
 * restore before anything happens to the old one, which keeps its bytes under another name and stands in the list then.
 * Until it lies there the place is held, as by whoever has a file open.
 *
 * A file that was set aside so goes back itself: what is put back is the record, not a copy, and nothing is added to it.
 */
export function restoreBackup(app: AppContext, asked: Asked): Promise<RestoredWorkspace> {
  return inTurn(app, () => restoreNext(app, asked))
}

async function restoreNext(app: AppContext, { id, password, secretaryPassword }: Asked): Promise<RestoredWorkspace> {
  // Another file, or another person, may have had the turn before.
  requireAllowed(app, ['backups', 'restore'])
  const still = askedHere(app)
  const requireStill = () => {
    if (app.room.current !== null) throw new Refusal('restore-in-meeting')
    still()
  }
  requireStill()
  const backup = await findBackup(app, id)
  const proven = await requireSecretary(app, backup, secretaryPassword)
  if (backup.place === 'aside') await requireAsItWas(app, backup)
  const path = targetOf(app, backup)
  const holding = holdPlace(app, path)
  const letGo = () => {
    if (app.workspace.current?.holding !== holding) releaseFile(holding)
  }
  try {
    const prove: Preparing['prove'] = async (opened) =>
      proven === 'sealed' ? requireSecretaryIn(app, opened, secretaryPassword) : proven
    const done = await replace(app, { backup, path, password, prove, letGo, requireStill })
    letGo()
    const info = await openNext(app, path)
    noteRestored(app)
    return { ...info, ...done }
  } finally {
    letGo()
  }
}

type Replacing = Pick<Preparing, 'backup' | 'path' | 'password' | 'prove'> & {
  readonly letGo: () => void
  readonly requireStill: () => void
}

async function replace(app: AppContext, { backup, path, password, prove, letGo, requireStill }: Replacing) {
  const isOpen = app.workspace.current?.path === path
  const { facts, isBackedUp } = isOpen ? await backUpPresent(app) : { facts: null, isBackedUp: null }
  const stats = statSync(path, { throwIfNoEntry: false })
  const aside = asideName(path, stats?.mtime ?? app.clock.now())
  const asideNow = stats === undefined ? null : basename(aside)
  const finished =
    backup.place === 'aside'
      ? backup.path
      : await prepare(app, { backup, path, aside: asideNow, present: facts, password, prove })
  try {
    requireStill()
    // Keys went on while the new file was made: what is set aside holds them.
    const last = isOpen ? factsOfOpen(app) : null
    if (isOpen) closeWorkspace(app, { staysHeld: true })
    noteReplacing(app, finished)
    refusingFileTroubles(() => setAsideAndReplace(app, { finished, path, aside, facts: last }))
    if (backup.place === 'aside') forgetAside(app, backup)
  } finally {
    if (backup.place !== 'aside') rmSync(finished, { force: true })
    if (app.workspace.current === null && isOpen && existsSync(path)) {
      letGo()
      await openNext(app, path)
      countAgain(app)
    }
  }
  return { aside: asideNow, isBackedUp }
}

type Setting = Parameters<typeof putInPlace>[0] & { readonly facts: BackupFacts | null }

function setAsideAndReplace(app: AppContext, { facts, ...place }: Setting): void {
  const { path, aside } = place
  const notePath = existsSync(path) ? noteAside(app, { aside, path, facts }) : null
  try {
    putInPlace(place)
  } catch (error) {
    if (notePath !== null) rmSync(notePath, { force: true })
    throw error
  }
}

/**
 * Holds the place for this program: as the open file's it is held already.
 *
 * @throws Refusal `workspace-in-use` with who has it, `workspace-open-elsewhere`, and those of `fileRefusal`
 */
function holdPlace(app: AppContext, path: string): Holding {
  const { current } = app.workspace
  const now = app.clock.now()
  if (current !== null && current.path === path && current.holding !== null && isHeld(current.holding, now))
    return current.holding
  const held = holdFile({ path, now })
  if (held.kind === 'of-another') throw inUse(held.owner)
  if (held.kind === 'cannot') throw fileRefusal(held.error) ?? held.error
  if (existsSync(path) && isHeldByProgram(path)) {
    releaseFile(held.holding)
    throw new Refusal('workspace-open-elsewhere')
  }
  return held.holding
}

/** The open file where it is one of its backups, else where its file lay; a new one where there is no such folder any more. */
function targetOf(app: AppContext, backup: StoredBackup): string {
  const { current } = app.workspace
  const { source, facts } = backup.note
  if (current !== null && (isOfOpenFile(backup, app) || isSameFile(current.path, source))) return current.path
  const { name, location } = placeOf(source)
  if (existsSync(location)) return join(location, name)
  return freeWorkspacePath({ folder: app.host.dataFolder, name: facts?.name ?? name })
}

/**
 * The file is set aside whole in any case, or nothing is replaced; that a verified backup could not be made of a damaged one
 * stops nothing, and is answered.
 */
async function backUpPresent(app: AppContext) {
  await beginBackup(app, 'restore').done
  const { current } = app.workspace
  const isBackedUp = current !== null && isInPlace(current) && (await backupOfNow(app, current)) !== null
  return { facts: factsOfOpen(app), isBackedUp }
}

/** Null where it cannot be read, and for one that is not in its place any more: what lies there is another. */
function factsOfOpen(app: AppContext): BackupFacts | null {
  const { current } = app.workspace
  try {
    return current === null || !isInPlace(current) ? null : readBackupFacts(current.db)
  } catch (error) {
    app.log.error('the file that is replaced could not be read', error)
    return null
  }
}

type Preparing = {
  readonly backup: StoredBackup
  readonly path: string
  /** Name of what is set aside. */
  readonly aside: string | null
  readonly present: BackupFacts | null
  readonly password: string | undefined
  /** Who answers for it, once it can be read. */
  readonly prove: (opened: OpenWorkspace) => Promise<{ readonly by: string | null }>
}

/** A verified copy beside its place to be, brought up to date, with the event that says what it replaced. */
async function prepare(app: AppContext, preparing: Preparing): Promise<string> {
  const { backup, path, aside, present, password, prove } = preparing
  const { note, isEncrypted } = backup
  if (note.facts === null) throw new Refusal('backup-faulty', { name: basename(backup.path) })
  const finished = unfinishedPath(dirname(path))
  try {
    const from = {
      from: backup.path,
      to: finished,
      isEncrypted,
      password: password ?? knownPassword(app, backup),
      note,
    }
    await app.work.run('unpack-backup', from)
    const opened = openAtOnce(app, { path: finished, kept: backup.path }).workspace
    try {
      if (opened.readOnly !== null) throw new Refusal('workspace-from-newer-version')
      const { by } = await prove(opened)
      const detail = {
        madeAt: note.madeAt,
        aside,
        from: present === null ? null : stateOf(present),
        to: stateOf(note.facts),
      }
      commitApart(by === null ? app : { ...app, actor: by }, opened, { command: 'workspace.restore', detail })
    } finally {
      dropFile(opened, true)
    }
    return finished
  } catch (error) {
    rmSync(finished, { force: true })
    throw error
  }
}

function stateOf({ events, head, commits }: BackupFacts) {
  return { events, head, commits }
}

/** That of the second place, for what was copied there under it. */
function knownPassword({ backups, host }: AppContext, { note: { sealed } }: StoredBackup): string | null {
  const passwordId = readSecondPlace(host.dataFolder)?.passwordId ?? null
  return (sealed?.passwordId ?? null) === passwordId ? backups.password : null
}
