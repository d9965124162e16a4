import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { IntegrityEvent, IntegrityReport } from '../../../shared/api/integrity.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { CreatedWorkspace, WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { clockBehind } from '../require-accepted.ts'
import type { AppContext } from '../../context.ts'
import { refusingFileTroubles } from '../../db/file-trouble.ts'
import { listRoomCodes } from '../../db/queries/room.ts'
import { writeSnapshot } from '../../db/snapshot.ts'
import { openDb, requireFound } from '../commit.ts'
import { readDesk, takeDesk } from '../people/desk.ts'
import { requireAllowed } from '../people/require-allowed.ts'
import { carryRefusals, procedures } from '../procedures.ts'
import { requireFreeName } from '../room/names.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { stageWorkbook } from '../workbook/handlers.ts'
import { freeWorkspacePath, isSameFile, workspaceEnding } from '../../workspace-path.ts'
import { dropHanded, handedFile } from './hand-over.ts'
import { downloadMoved, saveElsewhere } from './elsewhere.ts'
import { keepAside, putBack } from './keep-aside.ts'
import { findWorkspacePath, listWorkspaces, workspaceIdOf } from './listing.ts'
import { askedAbout, requireNewest } from './newest-state.ts'
import { closeWorkspace, createWorkspace, openWorkspace, workspaceInfo, writeAllTheSame } from './open-close.ts'
import { holdFile, inUse, releaseFile } from './owner-file.ts'
import { saveReadable } from './save-readable.ts'
import { takeIn } from './take-in.ts'
import { inTurn, inTurnAt } from './turns.ts'

export function workspaceHandlers(app: AppContext) {
  return {
    status: procedures.workspace.status.handler(() => ({
      open: app.workspace.current === null ? null : workspaceInfo(app),
      checking: app.workspace.checking,
      handed: handedFile(app.workspace),
      host: app.host.capabilities,
      appVersion: app.appVersion,
      operator: app.actor,
      desk: readDesk(app),
      clockBehind: clockBehind(app, app.workspace.current?.db ?? null),
    })),

    list: procedures.workspace.list.handler(() => listWorkspaces(app)),

    create: procedures.workspace.create.handler(({ input: { name } }) =>
      inTurnAt(app, name, async (path) => {
        requireAllowed(app, ['workspace', 'create'])
        return createAsked(app, { path, name })
      }),
    ),

    open: procedures.workspace.open.handler(async ({ input }) => {
      const path = await pathToOpen(app, input.id)
      if (path === null) return null
      if (input.isOlderAgreed !== true) await requireNewest(app, path)
      // The screen may have been locked, with a meeting room on, while the dialog was open.
      requireAllowed(app, ['workspace', 'open'])
      const opened = await openWorkspace(app, path, input.takesOver)
      if (path === app.workspace.handed) app.workspace.handed = null
      return opened
    }),

    dropHanded: procedures.workspace.dropHanded.handler(() => dropHanded(app)),

    adopt: procedures.workspace.adopt.handler(async ({ input }) => {
      const name = input.file.name.endsWith(workspaceEnding)
        ? input.file.name.slice(0, -workspaceEnding.length)
        : input.file.name
      const path = await takeIn(app, name, async (unfinished) =>
        writeFile(unfinished, new Uint8Array(await input.file.arrayBuffer())),
      )
      await requireNewest(app, path)
      requireAllowed(app, ['workspace', 'adopt'])
      return openWorkspace(app, path)
    }),

    openSample: procedures.workspace.openSample.handler(({ input }) => openSample(app, input.sample)),

    close: procedures.workspace.close.handler(async () => {
      await inTurn(app, async () => closeWorkspace(app))
      app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
    }),

    saveElsewhere: procedures.workspace.saveElsewhere.handler(() => saveElsewhere(app)),

    saveReadable: procedures.workspace.saveReadable.handler(() => saveReadable(app)),

    downloadMoved: procedures.workspace.downloadMoved.handler(() => downloadMoved(app)),

    writeAllTheSame: procedures.workspace.writeAllTheSame.handler(() => inTurn(app, async () => writeAllTheSame(app))),

    setOperator: procedures.workspace.setOperator.handler(({ input }) => {
      const room = app.room.current
      const clerks = room === null ? [] : listRoomCodes(openDb(app), room.sessionId).map(({ clerk }) => clerk)
      requireFreeName(input.name, clerks)
      if (readDesk(app).hasPeople) throw new Refusal('not-found')
      takeDesk(app, { name: input.name, person: null }, input.lends)
      app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
    }),

    noteUnsaved: procedures.workspace.noteUnsaved.handler(({ input }) => {
      app.unsaved.count = input.count
    }),

    checkIntegrity: procedures.workspace.checkIntegrity.handler(({ input, signal }) =>
      checkCopy(app, input?.codes, signal),
    ),

    followIntegrity: procedures.workspace.followIntegrity.handler(({ input, signal }) =>
      carryRefusals(followCheck(app, input?.codes, signal)),
    ),
  }
}

/** The dialog of a host asked before it answered the path of a file that is there; no other host does. */
function createAsked(app: AppContext, file: { readonly path: string; readonly name: string }): CreatedWorkspace {
  const { path } = file
  const { current } = app.workspace
  if (current !== null && isSameFile(current.path, path)) throw new Refusal('workspace-open-now')
  const kept = app.host.capabilities.hasFileDialogs ? refusingFileTroubles(() => keepAsideUnheld(app, path)) : null
  try {
    const created = createWorkspace(app, { ...file, isSample: false })
    return { ...created, keptAside: kept === null ? null : basename(kept) }
  } catch (error) {
    if (kept !== null && app.workspace.current?.path !== path) putBack({ kept, path })
    throw error
  }
}

/** @throws Refusal `workspace-in-use` where somebody has the file open */
function keepAsideUnheld(app: AppContext, path: string): string | null {
  const held = holdFile({ path, now: app.clock.now() })
  if (held.kind === 'of-another') throw inUse(held.owner)
  try {
    return keepAside(path)
  } finally {
    if (held.kind === 'held') releaseFile(held.holding)
  }
}

const sampleTitles = {
  'district-2024': 'Phiên mẫu cấp huyện 2024',
  'province-2026': 'Phiên mẫu cấp tỉnh 2026',
} as const

/** A fresh copy each time: nothing that someone tries on a sample meets the next one who opens it. */
async function openSample(app: AppContext, sample: keyof typeof sampleTitles): Promise<WorkspaceInfo> {
  const bytes = readFileSync(join(app.resources, 'samples', `${sample}.xlsx`))
  return stageWorkbook(app, { file: new Blob([bytes]) }, ({ preview, write }) => {
    if (write === null) throw new Error(`sample ${sample} has ${preview.faults.length} faults`)
    return inTurn(app, async () => {
      const name = sampleTitles[sample]
      requireAllowed(app, ['workspace', 'openSample'])
      createWorkspace(app, { path: freeWorkspacePath({ folder: app.host.dataFolder, name }), name, isSample: true })
      write({ answers: [], acceptsOtherLaw: false })
      return workspaceInfo(app)
    })
  })
}

type Codes = readonly string[] | undefined

async function checkCopy(app: AppContext, codes: Codes, signal: AbortSignal | undefined): Promise<IntegrityReport> {
  for await (const event of followCheck(app, codes, signal)) if (event.kind === 'done') return event.report
  throw new Error('the check ended without a report')
}

/** Keys go on meanwhile: the worker checks a copy of the file as it is when it is asked for. */
async function* followCheck(
  app: AppContext,
  codes: Codes,
  signal: AbortSignal | undefined,
): AsyncGenerator<IntegrityEvent> {
  const db = openDb(app)
  const { path: file, bytes = null } = requireFound(app.workspace.current)
  const folder = makeTempFolder(app)
  try {
    const path = join(folder, 'kiem-chung.sqlite')
    await writeSnapshot(db, path)
    yield {
      kind: 'done',
      report: yield* app.work.follow(
        'check-integrity',
        { path, dataFolder: app.host.dataFolder, file, codes: codes ?? [], bytes },
        signal,
      ),
    }
  } finally {
    removeTempFolder(app, folder)
  }
}

async function pathToOpen(app: AppContext, id: string | undefined): Promise<string | null> {
  if (id !== undefined) {
    const { handed, current } = app.workspace
    // One that was saved elsewhere keeps the id that the page has of it.
    if (current?.id === id) return current.path
    const path =
      [handed, askedAbout(app)].find((known) => known !== null && workspaceIdOf(known) === id) ??
      findWorkspacePath(app.host.dataFolder, id)
    if (path === null) throw new Refusal('workspace-not-found')
    return path
  }
  if (!app.host.capabilities.hasFileDialogs) throw new Refusal('host-cannot')
  return app.host.chooseWorkspace()
}
