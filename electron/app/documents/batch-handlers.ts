import { join } from 'node:path'
import type { BatchEvent, BatchKind } from '../../../shared/api/document-batches.ts'
import { wordKinds } from '../../../shared/api/word-templates.ts'
import type { AppContext } from '../../context.ts'
import { countPrint } from '../../db/queries/documents-certificates.ts'
import { findIssuedBytes, isVoidPaper, listSessionPapers } from '../../db/queries/issued-papers.ts'
import { commit, openDb } from '../commit.ts'
import { carryRefusals, procedures } from '../procedures.ts'
import { sessionChange } from '../sessions/guard.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { keepBatch, takeBatch } from './batch-file.ts'
import { withOwnNames } from './own-names.ts'
import { layoutOfSession } from './certificates.ts'
import { certificateSources, ownTemplates } from './print-sources.ts'

export function batchHandlers(app: AppContext) {
  return {
    run: procedures.documents.batch.run.handler(({ input, signal }) => carryRefusals(runBatch(app, input, signal))),

    take: procedures.documents.batch.take.handler(({ input }) => takeBatch(app, input.id)),
  }
}

type Input = {
  readonly sessionId: number
  readonly what: BatchKind
  readonly itemIds?: readonly number[] | undefined
}

/** Who stops listening cancels the batch, and nothing is left of it. */
async function* runBatch(app: AppContext, input: Input, signal: AbortSignal | undefined): AsyncGenerator<BatchEvent> {
  const folder = makeTempFolder(app)
  let isKept = false
  try {
    const job = { ...input, folder, signal }
    const made = yield* input.what === 'documents' ? packDocuments(app, job) : printCertificates(app, job)
    const { id, bytes } = keepBatch(app, { folder, ...made })
    isKept = true
    yield { kind: 'done', id, fileName: made.name, bytes }
  } finally {
    if (!isKept) removeTempFolder(app, folder)
  }
}

type Job = Input & { readonly folder: string; readonly signal: AbortSignal | undefined }

type Made = AsyncGenerator<BatchEvent, { readonly name: string; readonly type: string }>

async function* packDocuments(app: AppContext, { sessionId, folder, signal }: Job): Made {
  const db = openDb(app)
  const sources = { ...certificateSources(app, db, sessionId), templates: ownTemplates(db, wordKinds) }
  const name = `Van-ban_${sources.record.session.heldOn}.zip`
  const papers = listSessionPapers(db, sessionId).map((paper) => ({ ...paper, isVoid: isVoidPaper(db, paper.seq) }))
  const issuedPapers = withOwnNames(papers).flatMap((paper) => {
    const kept = findIssuedBytes(db, paper)
    return kept === null ? [] : [{ ...kept, fileName: paper.fileName }]
  })
  yield* app.work.follow('pack-documents', { ...sources, issuedPapers, path: join(folder, name) }, signal)
  return { name, type: 'application/zip' }
}

/** One PDF of certificates; then each numbered one is counted as printed. */
async function* printCertificates(app: AppContext, { sessionId, what, itemIds, folder, signal }: Job): Made {
  const db = openDb(app)
  const { actor } = app
  const sources = certificateSources(app, db, sessionId)
  const name = `Giay-chung-nhan_${sources.record.session.heldOn}.pdf`
  const print =
    what === 'overprint' ? { form: what, layout: layoutOfSession(db, sessionId) } : ({ form: 'sheet' } as const)
  const asked = { ...sources, itemIds, print, path: join(folder, name) }
  const printed = yield* app.work.follow('print-certificates', asked, signal)
  const ids = printed.filter((id) => isIssued(sources, id))
  // Another file may have been opened meanwhile: what was drawn is not of it.
  if (ids.length > 0 && openDb(app) === db) {
    commit({ ...app, actor }, 'documents.certificates.print', (open, now) => {
      for (const id of ids) countPrint(open, id, now)
      return sessionChange(sessionId, { what, count: ids.length })
    })
  }
  return { name, type: 'application/pdf' }
}

/** A draft is no print of a certificate: of an open session, and where it reads otherwise than what was issued. */
function isIssued({ record, numbered }: ReturnType<typeof certificateSources>, id: number): boolean {
  return record.session.state === 'closed' && numbered.some((row) => row.id === id && !row.isChanged)
}
