import { Refusal } from '../../../shared/api/refusal.ts'
import { wordKinds } from '../../../shared/api/word-templates.ts'
import type { AppContext } from '../../context.ts'
import { listLiveRegisterRows } from '../../db/queries/documents.ts'
import { catalogue, listDocuments } from '../../documents/catalogue.ts'
import { hasOddSigns } from '../../documents/printable-text.ts'
import { typedTexts } from '../../documents/typed-texts.ts'
import { withDigest } from '../../session-digest.ts'
import { openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord, unsealedRecord } from '../sessions/session-record.ts'
import { batchHandlers } from './batch-handlers.ts'
import { certificateHandlers } from './certificate-handlers.ts'
import { issuedHandlers } from './issued-handlers.ts'
import { keepForm, numberedBy } from './keep-issued.ts'
import { noticeHandlers } from './notice-handlers.ts'
import { requireAvailable } from './numbering-rules.ts'
import { countBallotPages, listPrintedBallots, requireSelected } from './printed-ballots.ts'
import { documentSources, ownTemplates } from './print-sources.ts'
import { sessionNow, toRegisterEntry } from './register-entries.ts'
import { registerHandlers } from './register-handlers.ts'
import { templateHandlers } from './template-handlers.ts'

export function documentsHandlers(app: AppContext) {
  return {
    list: procedures.documents.list.handler(({ input }) => {
      const db = openDb(app)
      const now = sessionNow(db, unsealedRecord(db, input.sessionId))
      const rows = listLiveRegisterRows(db, input.sessionId)
      return listDocuments(now.record).map((listing) => {
        const row = rows.find(({ kind }) => kind === listing.kind)
        return { ...listing, entry: row === undefined ? null : toRegisterEntry(db, row, now) }
      })
    }),

    unprintable: procedures.documents.unprintable.handler(async ({ input, signal }) => {
      const texts = typedTexts(buildSessionRecord(openDb(app), input.sessionId)).filter(hasOddSigns)
      return texts.length === 0 ? [] : app.work.run('find-unprintable', { texts }, { signal })
    }),

    render: procedures.documents.render.handler(async ({ input, signal }) => {
      const db = openDb(app)
      const { sessionId, kind, format, onBothSides, ballots } = input
      if (!catalogue[kind].formats.some((known) => known === format))
        throw new Refusal('format-not-offered', { format })
      const sources = documentSources(app, db, sessionId)
      const record = withDigest(sources.record)
      requireAvailable(record, kind)
      requireSelected(record, kind, ballots)
      const templates = ownTemplates(
        db,
        wordKinds.filter((word) => word === kind),
      )
      const seq = format === 'pdf' ? null : numberedBy(db, sessionId, kind)
      const asked = { ...sources, kind, format, onBothSides, ballots, templates }
      const { bytes, fileName, mimeType } = await app.work.run('render-document', asked, { signal })
      if (seq !== null && openDb(app) === db) keepForm(app, seq, { format, bytes, fileName })
      return new File([bytes], fileName, { type: mimeType })
    }),

    ballots: {
      list: procedures.documents.ballots.list.handler(({ input }) => listPrintedBallots(openDb(app), input)),
      pages: procedures.documents.ballots.pages.handler(({ input, signal }) => countBallotPages(app, input, signal)),
    },

    register: registerHandlers(app),
    certificates: certificateHandlers(app),
    notices: noticeHandlers(app),
    issued: issuedHandlers(app),
    templates: templateHandlers(app),
    batch: batchHandlers(app),
  }
}
