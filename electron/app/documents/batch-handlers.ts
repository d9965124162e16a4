import { join } from 'node:path'
import type { CertifiedBy } from '../../../shared/api/certificates.ts'
import type { BatchEvent, BatchKind } from '../../../shared/api/document-batches.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { wordKinds } from '../../../shared/api/word-templates.ts'
import type { AppContext } from '../../context.ts'
import { listScans } from '../../db/queries/ballot-scans.ts'
import { countPrint } from '../../db/queries/documents-certificates.ts'
import { findIssuedBytes, isVoidPaper, listSessionPapers } from '../../db/queries/issued-papers.ts'
import { commit, openDb } from '../commit.ts'
import { scanFolder } from '../paper-ballots/scan-folder.ts'
import { carryRefusals, procedures } from '../procedures.ts'
import { sessionChange } from '../sessions/guard.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { keepBatch, takeBatch } from './batch-file.ts'
import { withOwnNames } from './own-names.ts'
import { overprintOf } from './certificate-source.ts'
import { certificateSources, documentSources, ownTemplates } from './print-sources.ts'

export function batchHandlers(app: AppContext) {
  return {
    run: procedures.documents.batch.run.handler(({ input, signal }) => carryRefusals(runBatch(app, input, signal))),

    take: procedures.documents.batch.take.handler(({ input }) => takeBatch(app, input.id)),
  }
}

type Input = CertifiedBy & {
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

/** @throws Refusal `not-found` for a round of written opinions */
async function* packDocuments(app: AppContext, job: Job): Made {
  if (!('sessionId' in job)) throw new Refusal('not-found')
  const { sessionId, folder, signal } = job
  const db = openDb(app)
  const { numbered, decision } = certificateSources(app, db, { sessionId })
  const templates = ownTemplates(db, wordKinds)
  const sources = { ...documentSources(app, db, sessionId), numbered, decision, templates }
  const name = `Van-ban_${sources.record.session.heldOn}.zip`
  const papers = listSessionPapers(db, sessionId).map((paper) => ({ ...paper, isVoid: isVoidPaper(db, paper.seq) }))
  const issuedPapers = withOwnNames(papers).flatMap((paper) => {
    const kept = findIssuedBytes(db, paper)
    return kept === null ? [] : [{ ...kept, fileName: paper.fileName }]
  })
  const scans = listScans(db, sessionId).flatMap((scan) => {
    const path = scanFolder(app).find(scan)
    return path === null ? [] : [{ fileName: scan.storedName, path }]
  })
  yield* app.work.follow('pack-documents', { ...sources, issuedPapers, scans, path: join(folder, name) }, signal)
  return { name, type: 'application/zip' }
}

/** One PDF of certificates; then each numbered one is counted as printed. */
async function* printCertificates(app: AppContext, { what, itemIds, folder, signal, ...by }: Job): Made {
  const db = openDb(app)
  const { actor } = app
  const sources = certificateSources(app, db, by)
  const name = `Giay-chung-nhan_${sources.scope.session.heldOn}.pdf`
  const print = what === 'overprint' ? { form: what, layout: overprintOf(db, by).layout } : ({ form: 'sheet' } as const)
  const asked = { ...sources, itemIds, print, path: join(folder, name) }
  const printed = yield* app.work.follow('print-certificates', asked, signal)
  const ids = printed.filter((id) => isIssued(sources, id))
  // Another file may have been opened meanwhile: what was drawn is not of it.
  if (ids.length > 0 && openDb(app) === db) {
    commit({ ...app, actor }, 'documents.certificates.print', (open, now) => {
      for (const id of ids) countPrint(open, id, now)
      const detail = { what, count: ids.length }
      if ('sessionId' in by) return sessionChange(by.sessionId, detail)
      return { result: undefined, audit: { subject: `written:${by.roundId}`, detail } }
    })
  }
  return { name, type: 'application/pdf' }
}

/** A draft is no print of a certificate: where results are not locked, and where it reads otherwise than what was issued. */
function isIssued({ scope, numbered }: ReturnType<typeof certificateSources>, id: number): boolean {
  return scope.isLocked && numbered.some((row) => row.id === id && !row.isChanged)
}
