import type { CertificateEntry, CertificateList } from '../../../shared/api/certificates.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { defaultOverprintLayout, type OverprintLayout } from '../../../shared/domain/certificates/overprint-layout.ts'
import { nextNumber } from '../../../shared/domain/documents/number-series.ts'
import type { ItemRecord } from '../../../shared/domain/session/session-record.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findLastSymbol,
  findOverprintLayout,
  listSessionCertificates,
  listTakenCertificates,
  type CertificateRow,
} from '../../db/queries/documents-certificates.ts'
import { reopenedAfter } from '../../db/queries/issued-papers.ts'
import { findNumberingEvent } from '../../db/queries/paper-events.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { certificateFacts, certificateSymbol, certifiedItems } from '../../documents/certificate/model.ts'
import { issueCode } from '../../documents/issue.ts'
import { requireFound } from '../commit.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { issuedBatches } from './issued-papers.ts'
import { findStaleness, issuesOfSession } from './register-entries.ts'

/** The products that the session's decision recognises, with their certificates. */
export function listCertificates(app: AppContext, db: ReadDb, sessionId: number): CertificateList {
  const record = buildSessionRecord(db, sessionId)
  const { decision } = issuesOfSession(db, sessionId)
  const rows = rowsByItem(db, sessionId)
  const decisionCode = decision === undefined ? '' : issueCode(decision)
  const toEntry = (item: ItemRecord, star: number, more: Readonly<Record<string, string>> = {}): CertificateEntry => {
    const row = rows.get(item.id)
    const facts = { ...certificateFacts({ record, item, star, decisionCode }), ...more }
    return {
      agendaItemId: item.id,
      productCode: item.code,
      productName: item.productName,
      producerName: item.producerName,
      star,
      certificate: row === undefined ? null : toCertificate(db, { row, facts, sessionId }),
    }
  }
  const certified = certifiedItems(record)
  const isCertified = new Set(certified.map(({ item }) => item.id))
  const lost = record.items.flatMap((item) => {
    const row = rows.get(item.id)
    return row === undefined || isCertified.has(item.id) ? [] : [{ item, row }]
  })
  const entries = [
    ...certified.map(({ item, star }) => toEntry(item, star)),
    ...lost.map(({ item, row }) => toEntry(item, row.star, { [`item/${item.id}/star`]: 'không công nhận' })),
  ]
  const symbol = findLastSymbol(db) ?? certificateSymbol(record)
  const { year } = parseIsoDate(decision?.issuedOn ?? vietnamDay(app.clock.now()))
  return {
    blocked:
      entries.length === 0
        ? 'nothing-to-certify'
        : record.session.state !== 'closed'
          ? 'session-not-locked'
          : decision === undefined
            ? 'decision-not-numbered'
            : null,
    decisionCode: decision === undefined ? null : issueCode(decision),
    symbol,
    nextNumber: nextNumber(listTakenCertificates(db, { year, symbol })),
    entries,
    batches: issuedBatches(
      db,
      sessionId,
      [...rows.values()].map((row) => ({ ...row, seq: numberingOf(db, row, sessionId) })),
    ),
  }
}

const numberingOf = (db: ReadDb, { numberedAt }: CertificateRow, sessionId: number): number | null =>
  findNumberingEvent(db, { sessionId, at: numberedAt })?.seq ?? null

export function layoutOfSession(db: ReadDb, sessionId: number): OverprintLayout {
  return findOverprintLayout(db, requireFound(findSession(db, sessionId)).councilId) ?? defaultOverprintLayout
}

const rowsByItem = (db: ReadDb, sessionId: number) =>
  new Map(listSessionCertificates(db, sessionId).map((row) => [row.agendaItemId, row]))

function toCertificate(
  db: ReadDb,
  place: { readonly row: CertificateRow; readonly facts: Readonly<Record<string, string>>; readonly sessionId: number },
): NonNullable<CertificateEntry['certificate']> {
  const { row, facts, sessionId } = place
  const staleness = findStaleness(db, { ...row, since: row.numberedAt, sessionId, facts, withNumbers: true })
  const { id, decisionCode, issuedOn, expiresOn, prints, lastPrintedAt } = row
  const seq = numberingOf(db, row, sessionId)
  const reopenedAt = seq === null ? null : reopenedAfter(db, { sessionId, seq })
  const code = issueCode(row)
  return { id, code, decisionCode, issuedOn, expiresOn, prints, lastPrintedAt, ...staleness, reopenedAt }
}
