import type { WordKind } from '../../../shared/api/word-templates.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listSessionCertificates } from '../../db/queries/documents-certificates.ts'
import { listLiveRegisterRows } from '../../db/queries/documents.ts'
import { findOwnTemplate } from '../../db/queries/documents-templates.ts'
import { findNumberingEvent, hashOfClosing } from '../../db/queries/paper-events.ts'
import { findSession } from '../../db/queries/sessions.ts'
import type { PaperCodes } from '../../documents/paper-code.ts'
import type { OwnTemplates } from '../../documents/render-document.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { codeOf, eventOf, issuesOfSession, noticesOfSession } from './register-entries.ts'

/**
 * What a session's documents are made from, as the worker is handed it.
 *
 * @param until numbers that later audit events gave are left out
 */
export function documentSources(app: AppContext, db: ReadDb, sessionId: number, until = Infinity) {
  return {
    record: unsealedRecord(db, sessionId),
    issues: issuesOfSession(db, sessionId, until),
    notices: noticesOfSession(db, sessionId, until),
    codes: codesOfSession(app, db, sessionId),
    now: app.clock.now(),
  }
}

export function certificateSources(app: AppContext, db: ReadDb, sessionId: number, until = Infinity) {
  const numbered = listSessionCertificates(db, sessionId).map((row) => ({
    ...row,
    verification: codeOf(findNumberingEvent(db, { sessionId, at: row.numberedAt })?.hash ?? null),
  }))
  return { ...documentSources(app, db, sessionId, until), numbered }
}

/** Of a file that is thrown away nobody could ask, so that its papers carry none. */
function codesOfSession(app: AppContext, db: ReadDb, sessionId: number): PaperCodes {
  if (app.host.isThrownAway === true || findSession(db, sessionId)?.state !== 'closed') return noCodes
  const codes = listLiveRegisterRows(db, sessionId).flatMap((row) => {
    const code = codeOf(eventOf(db, row)?.hash ?? null)
    return code === null ? [] : [[row.kind, code] as const]
  })
  const ofNotices = new Set(codes.filter(([kind]) => kind === 'result-notices').map(([, code]) => code))
  const numbered = codes.filter(([kind]) => kind !== 'result-notices' || ofNotices.size === 1)
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
