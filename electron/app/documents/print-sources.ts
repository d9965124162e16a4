import type { CertifiedBy } from '../../../shared/api/certificates.ts'
import type { WordKind } from '../../../shared/api/word-templates.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listLiveRegisterRows, type RegisterRow } from '../../db/queries/documents.ts'
import { findOwnTemplate } from '../../db/queries/documents-templates.ts'
import { findNumberingEvent, hashOfClosing, lastTemplateChange } from '../../db/queries/paper-events.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { listWithdrawnDays } from '../../db/queries/withdrawals.ts'
import { changedText, type PaperCodes } from '../../documents/paper-code.ts'
import type { OwnTemplates } from '../../documents/render-document.ts'
import type { UnsealedRecord } from '../../session-digest.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { certificateSource } from './certificate-source.ts'
import { changedCertificates } from './certificates.ts'
import { codeOf, eventOf, isChangedNow, issuesOfSession, noticesOfSession, sessionNow } from './register-entries.ts'

/**
 * What a session's documents are made from, as the worker is handed it.
 *
 * @param until numbers that later audit events gave are left out
 */
export function documentSources(app: AppContext, db: ReadDb, sessionId: number, until = Infinity) {
  const record = unsealedRecord(db, sessionId)
  return {
    record,
    issues: issuesOfSession(db, sessionId, until),
    notices: noticesOfSession(db, sessionId, until),
    codes: { ...codesOfSession(app, db, sessionId), ...changedOfSession(db, record) },
    now: app.clock.now(),
  }
}

/** What certificates of a session or round are printed from, as the worker is handed it. */
export function certificateSources(app: AppContext, db: ReadDb, by: CertifiedBy, until = Infinity) {
  const source = certificateSource(app, db, by, until)
  const changed = changedCertificates(source)
  const withdrawn = listWithdrawnDays(db)
  const { subject, scope, decision, recognitionOf } = source
  const numbered = source.numbered.map((row) => ({
    ...row,
    isChanged: changed.has(row.itemId),
    withdrawnOn: withdrawn.get(recognitionOf(row)),
    verification: codeOf(findNumberingEvent(db, { subject, at: row.numberedAt })?.hash ?? null),
  }))
  return { scope, decision, numbered, now: app.clock.now() }
}

/** What copies made now say of numbered papers that read otherwise now; each notice is judged by itself. */
function changedOfSession(db: ReadDb, record: UnsealedRecord): Pick<PaperCodes, 'changed' | 'changedNotices'> {
  const now = sessionNow(db, record)
  const changed = listLiveRegisterRows(db, record.session.id).filter(
    (row) => isChangedNow(row, now) || isInOtherWords(db, row),
  )
  const others = changed.filter(({ kind }) => kind !== 'result-notices')
  return {
    changed: Object.fromEntries(others.map((row) => [row.kind, changedText([row])])),
    changedNotices: changed.flatMap(({ kind, agendaItemId }) =>
      kind === 'result-notices' && agendaItemId !== null ? [agendaItemId] : [],
    ),
  }
}

/** Where the office brought another template since, or took its own away. */
function isInOtherWords(db: ReadDb, row: RegisterRow): boolean {
  const changed = lastTemplateChange(db, row.kind)
  return changed > 0 && (eventOf(db, row)?.seq ?? changed) < changed
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

export const noCodes: PaperCodes = { session: null, numbered: {} }

/** The office's own templates of these documents, where it has any. */
export function ownTemplates(db: ReadDb, kinds: readonly WordKind[]): OwnTemplates {
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const bytes = findOwnTemplate(db, kind)
      return bytes === null ? [] : [[kind, bytes]]
    }),
  )
}
