import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { BatchEvent, BatchKind } from '../../../shared/api/document-batches.ts'
import type { AppContext } from '../../context.ts'
import { countPrint } from '../../db/queries/documents-certificates.ts'
import { certifiedItems } from '../../documents/certificate/model.ts'
import { openZipFile } from '../../workbooks/xlsx/zip-file.ts'
import { commit, openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { sessionChange } from '../sessions/guard.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { keepBatch, makeBatchFolder, removeBatchFolder, takeBatch } from './batch-file.ts'
import { certificateModels, layoutOfSession } from './certificates.ts'
import { loadCatalogue, loadCertificates } from './load.ts'
import { issuesOfSession } from './register-entries.ts'
import { templateInUse } from './template-handlers.ts'

export function batchHandlers(app: AppContext) {
  return {
    run: procedures.documents.batch.run.handler(async function* ({ input, signal }) {
      const folder = makeBatchFolder()
      let isKept = false
      try {
        const steps =
          input.what === 'documents' ? packDocuments(app, { ...input, folder }) : drawAll(app, { ...input, folder })
        for await (const step of steps) {
          // Lets the host hear of a cancellation between two pages.
          await setImmediate()
          if (signal?.aborted === true) return
          if (step.kind === 'progress') yield step
          else {
            const { id, bytes } = keepBatch(app, { folder, name: step.fileName, type: step.type })
            isKept = true
            yield { kind: 'done' as const, id, fileName: step.fileName, bytes }
          }
        }
      } finally {
        if (!isKept) removeBatchFolder(folder)
      }
    }),

    take: procedures.documents.batch.take.handler(({ input }) => takeBatch(app, input.id)),
  }
}

type Step =
  | Extract<BatchEvent, { kind: 'progress' }>
  | { readonly kind: 'whole'; readonly fileName: string; readonly type: string }

type Job = {
  readonly sessionId: number
  readonly what: BatchKind
  readonly itemIds?: readonly number[] | undefined
  readonly folder: string
}

/** One PDF of certificates, written while it is drawn; then each numbered one is counted as printed. */
async function* drawAll(app: AppContext, { sessionId, what, itemIds, folder }: Job): AsyncGenerator<Step> {
  const db = openDb(app)
  const certificates = certificateModels(db, { sessionId, itemIds })
  const { session } = buildSessionRecord(db, sessionId)
  const fileName = `Giay-chung-nhan_${session.heldOn}.pdf`
  const file = openSync(join(folder, fileName), 'w')
  try {
    yield* drawInto(app, {
      sessionId,
      what,
      certificates,
      write: (piece) => writeSync(file, piece),
      offset: 0,
      of: certificates.length,
    })
  } finally {
    closeSync(file)
  }
  const ids = certificates.flatMap(({ certificateId }) => (certificateId === null ? [] : [certificateId]))
  if (ids.length > 0) {
    commit(app, 'documents.certificates.print', (db, now) => {
      for (const id of ids) countPrint(db, id, now)
      return sessionChange(sessionId, { what, count: ids.length })
    })
  }
  yield { kind: 'whole', fileName, type: 'application/pdf' }
}

/** Every document in every format, and the certificates where the level issues them; ballots are printed by themselves. */
async function* packDocuments(app: AppContext, { sessionId, folder }: Job): AsyncGenerator<Step> {
  const { listDocuments, renderDocument } = await loadCatalogue()
  const db = openDb(app)
  const record = buildSessionRecord(db, sessionId)
  const issues = issuesOfSession(db, sessionId)
  const files = listDocuments(record)
    .filter(({ kind, state, unavailable }) => unavailable === null && state !== 'form' && kind !== 'filled-ballots')
    .flatMap(({ kind, formats }) => formats.map((format) => ({ kind, format })))
  const certificates = certifiedItems(record).length === 0 ? [] : certificateModels(db, { sessionId })
  const of = files.length + certificates.length
  const fileName = `Van-ban_${record.session.heldOn}.zip`
  const zip = openZipFile(join(folder, fileName))
  let isWhole = false
  try {
    for (const [index, { kind, format }] of files.entries()) {
      const made = await renderDocument({
        record,
        issues,
        kind,
        format,
        now: app.clock.now(),
        resources: app.resources,
        templateOf: (word) => templateInUse(app, db, word),
      })
      zip.begin(made.fileName)
      zip.write(made.bytes)
      yield { kind: 'progress', done: index + 1, of, name: made.fileName }
    }
    if (certificates.length > 0) {
      zip.begin(`Giay-chung-nhan_${record.session.heldOn}.pdf`)
      yield* drawInto(app, {
        sessionId,
        what: 'certificates',
        certificates,
        write: zip.write,
        offset: files.length,
        of,
      })
    }
    zip.finish()
    isWhole = true
  } finally {
    if (!isWhole) zip.abandon()
  }
  yield { kind: 'whole', fileName, type: 'application/zip' }
}

async function* drawInto(
  app: AppContext,
  batch: {
    readonly sessionId: number
    readonly what: BatchKind
    readonly certificates: ReturnType<typeof certificateModels>
    readonly write: (piece: Uint8Array) => void
    /** Files made before the first certificate, and all there are to make. */
    readonly offset: number
    readonly of: number
  },
): AsyncGenerator<Step> {
  const { drawCertificates } = await loadCertificates()
  const models = batch.certificates.map(({ model }) => model)
  const pieces = drawCertificates({
    certificates: models,
    print:
      batch.what === 'overprint'
        ? { form: 'overprint', layout: layoutOfSession(openDb(app), batch.sessionId) }
        : { form: 'sheet' },
    createdAt: app.clock.now(),
    resources: app.resources,
  })
  let drawn = 0
  for (const piece of pieces) {
    batch.write(piece)
    const model = models[drawn]
    if (model === undefined) continue
    drawn += 1
    yield { kind: 'progress', done: batch.offset + drawn, of: batch.of, name: model.productName }
  }
}
