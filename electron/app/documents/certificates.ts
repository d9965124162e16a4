import type { CertificateEntry, CertificateList } from '../../../shared/api/certificates.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { nextNumber, numbersInSeries } from '../../../shared/domain/documents/number-series.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findLastSymbol, listCertificatesOfYear, type CertificateRow } from '../../db/queries/documents-certificates.ts'
import { reopenedAfter } from '../../db/queries/issued-papers.ts'
import { findNumberingEvent } from '../../db/queries/paper-events.ts'
import type { CertifiedProduct } from '../../documents/certificate/certified.ts'
import { certificateFacts, certificateSymbol } from '../../documents/certificate/model.ts'
import { changesSince } from '../../documents/document-facts.ts'
import { issueCode } from '../../documents/issue.ts'
import type { CertificateSource } from './certificate-source.ts'
import { issuedBatches } from './issued-papers.ts'
import { findStaleness } from './register-entries.ts'

/** The products that the decision of a session or round recognises, with their certificates. */
export function listCertificates(app: AppContext, db: ReadDb, source: CertificateSource): CertificateList {
  const { scope, decision, numbered, sessionId } = source
  const rows = new Map(numbered.map((row) => [row.itemId, row]))
  const isCertified = new Set(scope.products.map(({ id }) => id))
  const toEntry = (product: CertifiedProduct, more: Readonly<Record<string, string>> = {}): CertificateEntry => {
    const { id: itemId, code: productCode, productName, producerName, star } = product
    const row = rows.get(itemId)
    const facts = { ...certificateFacts({ scope, product, decision }), ...more }
    const certificate = row === undefined ? null : toCertificate(db, { row, facts, source })
    return { itemId, productCode, productName, producerName, star, isCertified: isCertified.has(itemId), certificate }
  }
  const lost = source.lost.flatMap((product) => {
    const row = rows.get(product.id)
    return row === undefined ? [] : [{ ...product, star: row.star }]
  })
  const entries = [
    ...scope.products.map((product) => toEntry(product)),
    ...lost.map((product) => toEntry(product, { [`item/${product.id}/star`]: 'không công nhận' })),
  ]
  const symbol = findLastSymbol(db) ?? certificateSymbol(scope)
  const { year } = parseIsoDate(decision?.issuedOn ?? vietnamDay(app.clock.now()))
  return {
    blocked: entries.length === 0 ? 'nothing-to-certify' : source.blocked,
    decisionCode: decision?.code ?? null,
    symbol,
    nextNumber: nextNumber(numbersInSeries(listCertificatesOfYear(db, year), symbol)),
    entries,
    batches: issuedBatches(
      db,
      sessionId,
      numbered.map((row) => ({ ...row, seq: numberingOf(db, row, source) })),
    ),
  }
}

/** The ids of products whose certificates read otherwise now than when they were numbered. */
export function changedCertificates({ scope, decision, numbered }: CertificateSource): ReadonlySet<number> {
  const certified = new Map(scope.products.map((product) => [product.id, product]))
  const changed = numbered.filter((row) => {
    const product = certified.get(row.itemId)
    if (product === undefined) return true
    const facts = certificateFacts({ scope, product, decision })
    return changesSince({ kind: 'certificates', from: keptFacts(row), to: facts }).length > 0
  })
  return new Set(changed.map(({ itemId }) => itemId))
}

/** A program of before kept the decision's number without its day, which stood beside it. */
function keptFacts({ dataFacts, issuedOn, decisionCode }: CertificateRow): CertificateRow['dataFacts'] {
  const isBare = dataFacts['decision'] === decisionCode
  return isBare ? { ...dataFacts, decision: `${decisionCode} ngày ${formatDate(issuedOn)}` } : dataFacts
}

const numberingOf = (db: ReadDb, { numberedAt: at }: CertificateRow, { subject }: CertificateSource): number | null =>
  findNumberingEvent(db, { subject, at })?.seq ?? null

function toCertificate(
  db: ReadDb,
  place: {
    readonly row: CertificateRow
    readonly facts: Readonly<Record<string, string>>
    readonly source: CertificateSource
  },
): NonNullable<CertificateEntry['certificate']> {
  const { row, facts, source } = place
  const { sessionId } = source
  const since = row.numberedAt
  const cited = ['decision']
  const dataFacts = keptFacts(row)
  const staleness = findStaleness(db, { kind: 'certificates', dataFacts, since, sessionId, facts, cited })
  const { id, decisionCode, issuedOn, expiresOn, prints, lastPrintedAt } = row
  const seq = numberingOf(db, row, source)
  const reopenedAt = seq === null || sessionId === null ? null : reopenedAfter(db, { sessionId, seq })
  const code = issueCode(row)
  return { id, code, decisionCode, issuedOn, expiresOn, prints, lastPrintedAt, ...staleness, reopenedAt }
}
