import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import type { WorkbookFault } from '../../shared/api/workbook.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { createApp } from '../app/create-app.ts'
import { buildSessionRecord } from '../app/sessions/session-record.ts'
import { newTempFolder } from '../app/temp-folders.ts'
import type { Clock, HostFiles, Log } from '../context.ts'
import type { ForkProcess } from '../fork-process.ts'

export type WorkbookJob = {
  readonly workbook: string
  /** Texts in an old encoding are taken as Unicode; without it each is a fault. */
  readonly convertsOldText?: boolean
  readonly resources: string
  readonly appVersion: string
  readonly clock?: Clock
  readonly log?: Log
  /** As `AppOptions` has it. */
  readonly fork?: ForkProcess
}

type OpenedWorkbook = {
  readonly app: ReturnType<typeof createApp>
  readonly client: RouterClient<ReturnType<typeof createApp>['router']>
  readonly sessionId: number
  /** Columns and sheets that were not read. */
  readonly notices: readonly WorkbookFault[]
  /** A folder that is gone afterwards. */
  readonly scratch: string
}

/** What keeps a workbook from being taken: nothing was done. */
export type FaultyWorkbook = { readonly faults: readonly WorkbookFault[]; readonly notices: readonly WorkbookFault[] }

/**
 * Does something with the session of a workbook in a throw-away workspace, through the handlers that the window uses.
 *
 * @returns what was done, or the faults of the workbook
 * @throws the file system's own error where the workbook cannot be read
 */
export async function inWorkbookSession<Result>(
  job: WorkbookJob,
  work: (opened: OpenedWorkbook) => Promise<Result>,
): Promise<Result | FaultyWorkbook> {
  const bytes = readFileSync(job.workbook)
  const scratch = newTempFolder()
  const app = createApp({
    host: scratchHost(scratch),
    resources: job.resources,
    appVersion: job.appVersion,
    actor: 'Chạy theo lô',
    backups: 'asked',
    ...(job.clock === undefined ? {} : { clock: job.clock }),
    ...(job.log === undefined ? {} : { log: job.log }),
    ...(job.fork === undefined ? {} : { fork: job.fork }),
  })
  try {
    const client = createRouterClient(app.router)
    const file = new File([bytes], basename(job.workbook))
    const asked = { file, ...(job.convertsOldText === true && { oldText: 'convert' as const }) }
    const { faults, notices, summary } = await client.workbook.preview(asked)
    if (faults.length > 0 || summary === null) return { faults, notices }
    await client.workspace.create({ name: basename(job.workbook) })
    const { sessionId } = await client.workbook.import(asked)
    return await work({ app, client, sessionId, notices, scratch })
  } finally {
    await app.dispose()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The session as its papers tell of it. */
export function recordOf(app: ReturnType<typeof createApp>, sessionId: number): SessionRecord {
  const workspace = app.context.workspace.current
  if (workspace === null) throw new Error('no workspace is open')
  return buildSessionRecord(workspace.db, sessionId)
}

function scratchHost(folder: string): HostFiles {
  return {
    capabilities: { kind: 'browser', hasFileDialogs: false },
    chooseWorkspace: async () => null,
    chooseFolder: async () => null,
    chooseNewWorkspace: async () => join(folder, 'session.ocop'),
    isThrownAway: true,
    dataFolder: folder,
  }
}
