import { Refusal } from '../../../shared/api/refusal.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { expiryDate } from '../../../shared/domain/certificates/expiry.ts'
import { numbersInSeries } from '../../../shared/domain/documents/number-series.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findCertificate,
  insertCertificate,
  listCertificatesOfYear,
  saveOverprintLayout,
  voidCertificate,
  type CertificateRow,
} from '../../db/queries/documents-certificates.ts'
import { findRoundProduct } from '../../db/queries/opinions.ts'
import { certificateFacts } from '../../documents/certificate/model.ts'
import { digestOfFacts } from '../../documents/document-facts.ts'
import { issueCode } from '../../documents/issue.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { keepNumbered } from './keep-issued.ts'
import { certificateSource, overprintOf } from './certificate-source.ts'
import { listCertificates } from './certificates.ts'
import { certificateSources } from './print-sources.ts'

export function certificateHandlers(app: AppContext) {
  const listOf = (by: Parameters<typeof overprintOf>[1]) => {
    const db = openDb(app)
    return listCertificates(app, db, certificateSource(app, db, by))
  }
  return {
    list: procedures.documents.certificates.list.handler(({ input }) => listOf(input)),

    layout: procedures.documents.certificates.layout.handler(({ input }) => overprintOf(openDb(app), input).layout),

    render: procedures.documents.certificates.render.handler(async ({ input, signal }) => {
      const db = openDb(app)
      const { form, itemIds } = input
      const print = form === 'sheet' ? { form } : { form, layout: overprintOf(db, input).layout }
      const asked = { ...certificateSources(app, db, input), itemIds, print }
      const bytes = await app.work.run('draw-certificates', asked, { signal })
      const name = form === 'test-page' ? 'Trang-thu-vi-tri-in.pdf' : 'Giay-chung-nhan_xem-truoc.pdf'
      return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' })
    }),

    ...commandsAt(app, 'documents.certificates').around({
      enter: async ({ input, commit }) => {
        const { firstNumber, symbol } = input
        const result = commit((db, now) => {
          const source = certificateSource(app, db, input)
          const { scope, decision, blocked, subject, sessionId, column } = source
          if (blocked !== null || decision === null) throw new Refusal(blocked ?? 'decision-not-numbered')
          const numbered = new Set(source.numbered.map(({ itemId }) => itemId))
          const waiting = scope.products.filter(({ id }) => !numbered.has(id))
          if (waiting.length === 0 && numbered.size === 0) throw new Refusal('nothing-to-certify')
          const { issuedOn, code: decisionCode } = decision
          const { year } = parseIsoDate(issuedOn)
          const taken = new Set(numbersInSeries(listCertificatesOfYear(db, year), symbol))
          waiting.forEach((product, index) => {
            const number = firstNumber + index
            if (taken.has(number)) throw new Refusal('number-taken', { code: issueCode({ number, symbol }) })
            const dataFacts = certificateFacts({ scope, product, decision })
            insertCertificate(db, {
              agendaItemId: null,
              writtenProductId: null,
              [column]: product.id,
              year,
              symbol,
              number,
              star: product.star,
              decisionCode,
              issuedOn,
              expiresOn: expiryDate(issuedOn, scope.ruleSet),
              dataDigest: digestOfFacts(dataFacts),
              dataFacts,
              numberedAt: now,
            })
          })
          const detail = { decisionCode, symbol, firstNumber, count: waiting.length }
          const audit = waiting.length === 0 ? null : { subject, detail }
          return { result: { count: waiting.length }, audit, ...(sessionId !== null && { sessionId }) }
        })
        await keepNumbered(app, result.count === 0 ? undefined : listOf(input).batches.at(-1)?.seq)
        return result
      },
    }),

    ...commandsAt(app, 'documents.certificates').inside({
      void: (db, { input, now }) => {
        const row = requireFound(findCertificate(db, input.id))
        if (row.voidedAt !== null) throw new Refusal('not-found')
        voidCertificate(db, row.id, { at: now, reason: input.reason })
        const detail = { code: issueCode(row), reason: input.reason }
        return { result: undefined, audit: { subject: subjectOf(db, row), detail } }
      },

      saveLayout: (db, { input, now }) => {
        const { councilId } = overprintOf(db, input)
        saveOverprintLayout(db, { councilId, layout: input.layout, savedAt: now })
        const detail = { to: input.layout === null ? null : JSON.stringify(input.layout) }
        return { result: undefined, audit: { subject: `council:${councilId}`, detail } }
      },
    }),
  }
}

/** What the event of one certificate is about. */
function subjectOf(db: ReadDb, { agendaItemId, itemId }: CertificateRow): string {
  if (agendaItemId !== null) return `item:${agendaItemId}`
  return `written:${requireFound(findRoundProduct(db, itemId)).roundId}`
}
