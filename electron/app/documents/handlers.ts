import type { AppContext } from '../../context.ts'
import { openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'

/** The PDF and workbook writers weigh more than the rest of the application: they are loaded at first use. */
const loadCatalogue = () => import('../../documents/catalogue.ts')

export const documentsHandlers = (app: AppContext) => ({
  list: procedures.documents.list.handler(async ({ input }) => {
    const { listDocuments } = await loadCatalogue()
    return listDocuments(buildSessionRecord(openDb(app), input.sessionId))
  }),

  render: procedures.documents.render.handler(async ({ input }) => {
    const { renderDocument } = await loadCatalogue()
    const record = buildSessionRecord(openDb(app), input.sessionId)
    const made = await renderDocument({
      record,
      kind: input.kind,
      format: input.format,
      now: app.clock.now(),
      resources: app.resources,
    })
    return new File([made.bytes as Uint8Array<ArrayBuffer>], made.fileName, { type: made.mimeType })
  }),
})
