import type { WordKind } from '../../../shared/api/word-templates.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listSessionCertificates } from '../../db/queries/documents-certificates.ts'
import { findOwnTemplate } from '../../db/queries/documents-templates.ts'
import type { OwnTemplates } from '../../documents/render-document.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { issuesOfSession } from './register-entries.ts'

/** What a session's documents are made from, as the worker is handed it. */
export function documentSources(app: AppContext, db: ReadDb, sessionId: number) {
  return { record: unsealedRecord(db, sessionId), issues: issuesOfSession(db, sessionId), now: app.clock.now() }
}

export function certificateSources(app: AppContext, db: ReadDb, sessionId: number) {
  return { ...documentSources(app, db, sessionId), numbered: listSessionCertificates(db, sessionId) }
}

/** The office's own templates of these documents, where it has any. */
export function ownTemplates(db: ReadDb, kinds: readonly WordKind[]): OwnTemplates {
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const bytes = findOwnTemplate(db, kind)
      return bytes === null ? [] : [[kind, bytes]]
    }),
  )
}
