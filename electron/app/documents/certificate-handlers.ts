import { Refusal } from '../../../shared/api/refusal.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { expiryDate } from '../../../shared/domain/certificates/expiry.ts'
import { numbersInSeries } from '../../../shared/domain/documents/number-series.ts'
import type { AppContext } from '../../context.ts'
import {
  findCertificate,
  insertCertificate,
  listSessionCertificates,
  listCertificatesOfYear,
  saveOverprintLayout,
  voidCertificate,
} from '../../db/queries/documents-certificates.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { certificateFacts, certifiedItems } from '../../documents/certificate/model.ts'
import { digestOfFacts } from '../../documents/document-facts.ts'
import { issueCode } from '../../documents/issue.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { keepNumbered } from './keep-issued.ts'
import { certifyingDecision, layoutOfSession, listCertificates } from './certificates.ts'
import { certificateSources } from './print-sources.ts'
import { issuesOfSession } from './register-entries.ts'

export function certificateHandlers(app: AppContext) {
  return {
    list: procedures.documents.certificates.list.handler(({ input }) =>
      listCertificates(app, openDb(app), input.sessionId),
    ),

    layout: procedures.documents.certificates.layout.handler(({ input }) =>
      layoutOfSession(openDb(app), input.sessionId),
    ),

    render: procedures.documents.certificates.render.handler(async ({ input, signal }) => {
      const db = openDb(app)
      const { sessionId, form, itemIds } = input
      const print = form === 'sheet' ? { form } : { form, layout: layoutOfSession(db, sessionId) }
      const asked = { ...certificateSources(app, db, sessionId), itemIds, print }
      const bytes = await app.work.run('draw-certificates', asked, { signal })
      const name = form === 'test-page' ? 'Trang-thu-vi-tri-in.pdf' : 'Giay-chung-nhan_xem-truoc.pdf'
      return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' })
    }),

    ...commandsAt(app, 'documents.certificates').around({
      enter: async ({ input, commit }) => {
        const { sessionId, firstNumber, symbol } = input
        const result = commit((db, now) => {
          const record = buildSessionRecord(db, sessionId)
          if (record.session.state !== 'closed') throw new Refusal('session-not-locked')
          const { decision } = issuesOfSession(db, sessionId)
          if (decision === undefined) throw new Refusal('decision-not-numbered')
          const numbered = new Set(listSessionCertificates(db, sessionId).map(({ agendaItemId }) => agendaItemId))
          const waiting = certifiedItems(record).filter(({ item }) => !numbered.has(item.id))
          if (waiting.length === 0 && numbered.size === 0) throw new Refusal('nothing-to-certify')
          const { issuedOn } = decision
          const { year } = parseIsoDate(issuedOn)
          const taken = new Set(numbersInSeries(listCertificatesOfYear(db, year), symbol))
          const decisionCode = issueCode(decision)
          const certifying = certifyingDecision(db, sessionId)
          waiting.forEach(({ item, star }, index) => {
            const number = firstNumber + index
            if (taken.has(number)) throw new Refusal('number-taken', { code: issueCode({ number, symbol }) })
            const dataFacts = certificateFacts({ record, item, star, decision: certifying })
            insertCertificate(db, {
              agendaItemId: item.id,
              year,
              symbol,
              number,
              star,
              decisionCode,
              issuedOn,
              expiresOn: expiryDate(issuedOn, record.ruleSet),
              dataDigest: digestOfFacts(dataFacts),
              dataFacts,
              numberedAt: now,
            })
          })
          const detail = { decisionCode, symbol, firstNumber, count: waiting.length }
          const audit = waiting.length === 0 ? null : { subject: `session:${sessionId}`, detail }
          return { result: { count: waiting.length }, audit, sessionId }
        })
        const batches = listCertificates(app, openDb(app), sessionId).batches
        await keepNumbered(app, result.count === 0 ? undefined : batches.at(-1)?.seq)
        return result
      },
    }),

    ...commandsAt(app, 'documents.certificates').inside({
      void: (db, { input, now }) => {
        const row = requireFound(findCertificate(db, input.id))
        if (row.voidedAt !== null) throw new Refusal('not-found')
        voidCertificate(db, row.id, { at: now, reason: input.reason })
        const detail = { code: issueCode(row), reason: input.reason }
        return { result: undefined, audit: { subject: `item:${row.agendaItemId}`, detail } }
      },

      saveLayout: (db, { input, now }) => {
        const { councilId } = requireFound(findSession(db, input.sessionId))
        saveOverprintLayout(db, { councilId, layout: input.layout, savedAt: now })
        const detail = { to: input.layout === null ? null : JSON.stringify(input.layout) }
        return { result: undefined, audit: { subject: `council:${councilId}`, detail } }
      },
    }),
  }
}
