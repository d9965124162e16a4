import type { WordKind } from '../../../shared/api/word-templates.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listSessionCertificates } from '../../db/queries/documents-certificates.ts'
import { listLiveRegisterRows } from '../../db/queries/documents.ts'
import { findOwnTemplate } from '../../db/queries/documents-templates.ts'
import { hashOfClosing, hashOfEntry, hashOfNumbering } from '../../db/queries/paper-events.ts'
import { findSession } from '../../db/queries/sessions.ts'
import type { PaperCodes } from '../../documents/paper-code.ts'
import type { OwnTemplates } from '../../documents/render-document.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { codeOf, issuesOfSession } from './register-entries.ts'

/** What a session's documents are made from, as the worker is handed it. */
export function documentSources(app: AppContext, db: ReadDb, sessionId: number) {
  return {
    record: unsealedRecord(db, sessionId),
    issues: issuesOfSession(db, sessionId),
    codes: codesOfSession(app, db, sessionId),
    now: app.clock.now(),
  }
}

export function certificateSources(app: AppContext, db: ReadDb, sessionId: number) {
  const numbered = listSessionCertificates(db, sessionId).map((row) => ({
    ...row,
    verification: codeOf(hashOfNumbering(db, { sessionId, at: row.numberedAt })),
  }))
  return { ...documentSources(app, db, sessionId), numbered }
}

/** Of a file that is thrown away nobody could ask, so that its papers carry none. */
function codesOfSession(app: AppContext, db: ReadDb, sessionId: number): PaperCodes {
  if (app.host.isThrownAway === true || findSession(db, sessionId)?.state !== 'closed') return noCodes
  const numbered = listLiveRegisterRows(db, sessionId).flatMap(({ id, kind }) => {
    const code = codeOf(hashOfEntry(db, { id, sessionId }))
    return code === null ? [] : [[kind, code] as const]
  })
  return { session: codeOf(hashOfClosing(db, sessionId)), numbered: Object.fromEntries(numbered) }
}

const noCodes: PaperCodes = { session: null, numbered: {} }

/** The office's own templates of these documents, where it has any. */
export function ownTemplates(db: ReadDb, kinds: readonly WordKind[]): OwnTemplates {
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const bytes = findOwnTemplate(db, kind)
      return bytes === null ? [] : [[kind, bytes]]
    }),
  )
}
