import { renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { ReadOnlyReason, SalvagedTable, WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { unfinishedPath } from '../../backups/whole-file.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { refusingFileTroubles } from '../../db/file-trouble.ts'
import type { ReadDb } from '../../db/handles.ts'
import { changesOfOwnRow } from '../../db/own-row.ts'
import { closeWorkspaceFile, openSalvage } from '../../db/open.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import { writeWhole } from '../../db/snapshot.ts'
import { syncFolder } from '../../db/sync-folder.ts'
import { isSameFile } from '../../workspace-path.ts'
import { commitApart } from '../commit-apart.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { keepAside, putBack } from './keep-aside.ts'
import { changeWorkspace, dropFile, workspaceInfo } from './open-close.ts'
import { openAtOnce } from './open-instead.ts'
import { endingSignal, inTurnAt } from './turns.ts'

/**
 * Writes what can be read of the open file, which is damaged, into a new one where the person says, and goes on in that
 * one; its audit says what it was made from and what was lost. The damaged file stays as it is.
 *
 * @returns null where the person left it
 */
export async function saveReadable(app: AppContext): Promise<WorkspaceInfo | null> {
  const damaged = app.workspace.current
  if (damaged === null) throw new Refusal('no-workspace')
  if (!isDamaged(damaged.readOnly)) return workspaceInfo(app)
  const name = basename(damaged.path, '.ocop')
  return inTurnAt(app, `${name} (phần đọc được)`, async (path) =>
    app.workspace.current === damaged ? saveAs(app, damaged, path) : null,
  )
}

async function saveAs(app: AppContext, damaged: OpenWorkspace, path: string): Promise<WorkspaceInfo> {
  if (isSameFile(damaged.path, path)) throw new Refusal('workspace-open-now')
  const readable = await readableOf(app, damaged)
  try {
    changeWorkspace(app, writeNew(app, { path, from: basename(damaged.path), ...readable }))
  } finally {
    if (readable.db !== damaged.db) closeWorkspaceFile(readable.db, false)
  }
  dropFile(damaged, false)
  return workspaceInfo(app)
}

function isDamaged(why: ReadOnlyReason | null): boolean {
  return why?.kind === 'damaged' || why?.kind === 'harmed' || (why?.kind === 'faults' && !why.isReadWhole)
}

type Readable = { readonly db: ReadDb; readonly tables: readonly SalvagedTable[] }

/** Of a file whose damage showed itself only while it was open, its pages as its own connection has them are looked through. */
async function readableOf(app: AppContext, { db, readOnly }: OpenWorkspace): Promise<Readable> {
  if (readOnly?.kind === 'damaged') return { db, tables: readOnly.tables }
  const folder = makeTempFolder(app)
  try {
    const path = join(folder, `${readWorkspaceFacts(db).name.replaceAll(/[^\p{L}\p{N} ]/gu, ' ')}.ocop`)
    refusingFileTroubles(() => writeWhole(db, path))
    const { bytes, tables } = await app.work.run('salvage-file', { path }, { signal: endingSignal(app) })
    return { db: openSalvage(bytes), tables }
  } finally {
    removeTempFolder(app, folder)
  }
}

/**
 * Made under another name, with its event in it, and then named: what a kill leaves under the name is whole. A file that
 * stood in its place is set aside, and put back where this fails.
 */
function writeNew(
  app: AppContext,
  { path, from, db, tables }: Readable & { readonly path: string; readonly from: string },
): OpenWorkspace {
  const kept = app.host.capabilities.hasFileDialogs ? refusingFileTroubles(() => keepAside(path)) : null
  const unfinished = unfinishedPath(dirname(path))
  try {
    refusingFileTroubles(() => writeWhole(db, unfinished))
    const { workspace } = openAtOnce(app, { path: unfinished })
    try {
      const isOwnRowMade = tables.some((table) => table.name === 'workspace' && table.read === 0)
      commitApart(app, workspace, {
        // A row that nobody altered is not to be called altered for ever; what is lost stays named by `lostFrom`.
        told: isOwnRowMade ? changesOfOwnRow(workspace.db) : '',
        command: 'workspace.saveReadable',
        detail: {
          damagedFile: from,
          rowsRead: tables.reduce((sum, { read }) => sum + read, 0),
          lostFrom: tables.filter(({ lost }) => lost !== 0).map(({ name, lost }) => ({ table: name, rows: lost })),
        },
      })
    } finally {
      dropFile(workspace, true)
    }
    refusingFileTroubles(() => renameSync(unfinished, path))
    syncFolder(dirname(path))
    return openAtOnce(app, { path }).workspace
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (kept !== null) putBack({ kept, path })
    throw error
  }
}
