import type { AppContext } from '../../context.ts'
import { listLiveRegisterRows } from '../../db/queries/documents.ts'
import { openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { batchHandlers } from './batch-handlers.ts'
import { certificateHandlers } from './certificate-handlers.ts'
import { loadCatalogue } from './load.ts'
import { issuesOfSession, toRegisterEntry } from './register-entries.ts'
import { registerHandlers } from './register-handlers.ts'
import { templateHandlers, templateInUse } from './template-handlers.ts'

export function documentsHandlers(app: AppContext) {
  return {
    list: procedures.documents.list.handler(async ({ input }) => {
      const { listDocuments } = await loadCatalogue()
      const db = openDb(app)
      const record = buildSessionRecord(db, input.sessionId)
      const rows = listLiveRegisterRows(db, input.sessionId)
      return listDocuments(record).map((listing) => {
        const row = rows.find(({ kind }) => kind === listing.kind)
        return { ...listing, entry: row === undefined ? null : toRegisterEntry(db, row, record) }
      })
    }),

    render: procedures.documents.render.handler(async ({ input }) => {
      const { renderDocument } = await loadCatalogue()
      const db = openDb(app)
      const made = await renderDocument({
        record: buildSessionRecord(db, input.sessionId),
        issues: issuesOfSession(db, input.sessionId),
        kind: input.kind,
        format: input.format,
        now: app.clock.now(),
        resources: app.resources,
        templateOf: (kind) => templateInUse(app, db, kind),
      })
      return new File([made.bytes as Uint8Array<ArrayBuffer>], made.fileName, { type: made.mimeType })
    }),

    register: registerHandlers(app),
    certificates: certificateHandlers(app),
    templates: templateHandlers(app),
    batch: batchHandlers(app),
  }
}
