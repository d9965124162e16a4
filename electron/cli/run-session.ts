import { writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RouterClient } from '@orpc/server'
import type { DocumentListing } from '../../shared/api/documents.ts'
import type { WorkbookFault } from '../../shared/api/workbook.ts'
import { doubtKinds } from '../../shared/domain/session/doubt-kinds.ts'
import { describeMissing } from '../../shared/domain/session/missing-text.ts'
import { tallyJson, type TallyJson } from '../../shared/domain/session/tally-json.ts'
import type { createApp } from '../app/create-app.ts'
import { makeFolder } from '../workspace-path.ts'
import { moveAll } from './move-all.ts'
import { inWorkbookSession, recordOf, type WorkbookJob } from './workbook-session.ts'

/** 0 done; 2 the workbook has faults, nothing written; 3 the session cannot close, drafts written. */
export type SessionExit = 0 | 2 | 3

export type SessionRun = {
  readonly exit: SessionExit
  /** Faults of the workbook; empty unless `exit` is 2. */
  readonly faults: readonly WorkbookFault[]
  /** Columns and sheets that were not read. */
  readonly notices: readonly WorkbookFault[]
  /** What keeps the session from closing, in sentences; empty unless `exit` is 3. */
  readonly missing: readonly string[]
  readonly tally: TallyJson | null
  /** Names of the files written into the output folder. */
  readonly files: readonly string[]
}

/**
 * Batch mode: imports a session workbook into a throw-away workspace, tallies it, closes it where it can be closed
 * and writes every document, all through the handlers that the window uses.
 */
export async function runSession({
  outFolder,
  ...job
}: WorkbookJob & { readonly outFolder: string }): Promise<SessionRun> {
  const run = await inWorkbookSession(
    job,
    async ({ app, client, sessionId, notices, scratch }): Promise<SessionRun> => {
      // A folder that cannot be had is said now, not after every document was made.
      makeFolder(outFolder)
      const missing = (await client.sessions.missing({ sessionId })).map(describeMissing)
      if (missing.length === 0) await client.sessions.close({ sessionId, accepted: [...doubtKinds] })
      const record = recordOf(app, sessionId)
      const files: string[] = []
      for (const listing of await client.documents.list({ sessionId })) {
        if (listing.unavailable !== null || isBallots(listing)) continue
        for (const format of listing.formats) {
          const document = await client.documents.render({ sessionId, kind: listing.kind, format })
          writeFileSync(join(scratch, document.name), new Uint8Array(await document.arrayBuffer()))
          files.push(document.name)
        }
      }
      files.push(...(await writeCertificates({ client, sessionId, folder: scratch })))
      moveAll({ files, from: scratch, to: outFolder })
      const exit = missing.length === 0 ? 0 : 3
      return { exit, faults: [], notices, missing, tally: tallyJson(record, missing), files }
    },
  )
  return 'exit' in run ? run : { ...nothing, ...run, exit: 2 }
}

/** Ballots, a sheet or two for every member and product, are printed from the window where they are wanted. */
const isBallots = ({ kind, state }: DocumentListing): boolean => state === 'form' || kind === 'filled-ballots'

type WriteCertificatesInput = {
  client: RouterClient<ReturnType<typeof createApp>['router']>
  sessionId: number
  folder: string
}

/** One file of certificates where the level recognises products; their numbers and dates are room to write in. */
async function writeCertificates({ client, sessionId, folder }: WriteCertificatesInput): Promise<readonly string[]> {
  const { blocked } = await client.documents.certificates.list({ sessionId })
  if (blocked === 'nothing-to-certify') return []
  for await (const event of await client.documents.batch.run({ sessionId, what: 'certificates' })) {
    if (event.kind !== 'done') continue
    const file = await client.documents.batch.take({ id: event.id })
    await writeFile(join(folder, file.name), file.stream())
    return [file.name]
  }
  return []
}

const nothing = { faults: [], notices: [], missing: [], tally: null, files: [] } as const
