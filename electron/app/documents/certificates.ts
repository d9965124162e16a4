import type { CertificateEntry, CertificateList } from '../../../shared/api/certificates.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { defaultOverprintLayout, type OverprintLayout } from '../../../shared/domain/certificates/overprint-layout.ts'
import { nextNumber, numbersInSeries } from '../../../shared/domain/documents/number-series.ts'
import type { ItemRecord } from '../../../shared/domain/session/session-record.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findLastSymbol,
  findOverprintLayout,
  listSessionCertificates,
  listCertificatesOfYear,
  type CertificateRow,
} from '../../db/queries/documents-certificates.ts'
import { reopenedAfter } from '../../db/queries/issued-papers.ts'
import { findNumberingEvent } from '../../db/queries/paper-events.ts'
import { findSession } from '../../db/queries/sessions.ts'
import {
  certificateFacts,
  certificateSymbol,
  certifiedItems,
  type CertifyingDecision,
} from '../../documents/certificate/model.ts'
import { changesSince } from '../../documents/document-facts.ts'
import { issueCode } from '../../documents/issue.ts'
import { withDigest, type UnsealedRecord } from '../../session-digest.ts'
import { requireFound } from '../commit.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { issuedBatches } from './issued-papers.ts'
import { citedPapers, findStaleness, issuesOfSession } from './register-entries.ts'

/** The products that the session's decision recognises, with their certificates. */
export function listCertificates(app: AppContext, db: ReadDb, sessionId: number): CertificateList {
  const record = buildSessionRecord(db, sessionId)
  const { decision } = issuesOfSession(db, sessionId)
  const rows = rowsByItem(db, sessionId)
  const certifying = certifyingDecision(db, sessionId)
  const certified = certifiedItems(record)
  const isCertified = new Set(certified.map(({ item }) => item.id))
  const toEntry = (item: ItemRecord, star: number, more: Readonly<Record<string, string>> = {}): CertificateEntry => {
    const row = rows.get(item.id)
    const facts = { ...certificateFacts({ record, item, star, decision: certifying }), ...more }
    return {
      agendaItemId: item.id,
      productCode: item.code,
      productName: item.productName,
      producerName: item.producerName,
      star,
      isCertified: isCertified.has(item.id),
      certificate: row === undefined ? null : toCertificate(db, { row, facts, sessionId }),
    }
  }
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
    nextNumber: nextNumber(numbersInSeries(listCertificatesOfYear(db, year), symbol)),
    entries,
    batches: issuedBatches(
      db,
      sessionId,
      [...rows.values()].map((row) => ({ ...row, seq: numberingOf(db, row, sessionId) })),
    ),
  }
}

/** What certificates say of the decision; null while it has no number. */
export function certifyingDecision(db: ReadDb, sessionId: number): CertifyingDecision | null {
  const { decision } = issuesOfSession(db, sessionId)
  return decision === undefined ? null : { ...decision, named: citedPapers(db, sessionId).decision ?? '' }
}

/** A program of before kept the decision's number without its day, which stood beside it. */
function keptFacts({ dataFacts, issuedOn, decisionCode }: CertificateRow): CertificateRow['dataFacts'] {
  const isBare = dataFacts['decision'] === decisionCode
  return isBare ? { ...dataFacts, decision: `${decisionCode} ngày ${formatDate(issuedOn)}` } : dataFacts
}

/** The products whose certificates read otherwise now than when they were numbered. */
export function changedCertificates(db: ReadDb, unsealed: UnsealedRecord): ReadonlySet<number> {
  const record = withDigest(unsealed)
  const { id } = record.session
  const decision = certifyingDecision(db, id)
  const certified = new Map(certifiedItems(record).map((each) => [each.item.id, each]))
  const changed = [...rowsByItem(db, id)].filter(([itemId, row]) => {
    const to = certified.get(itemId)
    if (to === undefined) return true
    const facts = certificateFacts({ record, ...to, decision })
    return changesSince({ kind: 'certificates', from: keptFacts(row), to: facts }).length > 0
  })
  return new Set(changed.map(([itemId]) => itemId))
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
  const since = row.numberedAt
  const cited = ['decision']
  const staleness = findStaleness(db, {
    kind: 'certificates',
    dataFacts: keptFacts(row),
    since,
    sessionId,
    facts,
    cited,
  })
  const { id, decisionCode, issuedOn, expiresOn, prints, lastPrintedAt } = row
  const seq = numberingOf(db, row, sessionId)
  const reopenedAt = seq === null ? null : reopenedAfter(db, { sessionId, seq })
  const code = issueCode(row)
  return { id, code, decisionCode, issuedOn, expiresOn, prints, lastPrintedAt, ...staleness, reopenedAt }
}
