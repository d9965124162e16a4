import type { Evaluations } from '../../../shared/domain/certificates/evaluated-again.ts'
import type { EndingBetween } from '../../../shared/domain/certificates/pressing.ts'
import type { RecognitionFact } from '../../../shared/domain/certificates/register.ts'
import type { ApplicationKind, SessionState } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'
import { productAtSession } from './sessions.ts'

const issued = `certificates c JOIN agenda_items a ON a.id = c.agenda_item_id JOIN sessions s ON s.id = a.session_id
  ${productAtSession.joins('a')}`

/**
 * What the register is ordered and filtered by; a voided certificate, and a star that no decision recognises, are none.
 *
 * @param productIds null: of every product
 */
export function listRecognitionFacts(
  db: ReadDb,
  { productIds, lowestStar }: { readonly productIds: readonly number[] | null; readonly lowestStar: number },
): readonly RecognitionFact[] {
  if (productIds === null)
    return sharingPlaces(read<{ lowestStar: number }, RecognitionFact>(db, selectFacts('TRUE')).all({ lowestStar }))
  const filter = { among: JSON.stringify(productIds), lowestStar }
  const where = 'p.id IN (SELECT value FROM json_each(@among))'
  return read<typeof filter, RecognitionFact>(db, selectFacts(where)).all(filter)
}

/** With the same name of a place as the same string: each row has its own, whose letters are compared wherever it is looked up. */
function sharingPlaces(facts: readonly RecognitionFact[]): readonly RecognitionFact[] {
  const known = new Map<string, string>()
  const shared = (name: string): string => {
    const same = known.get(name)
    if (same === undefined) known.set(name, name)
    return same ?? name
  }
  return facts.map((fact) => ({ ...fact, commune: shared(fact.commune), district: shared(fact.district) }))
}

/**
 * Products with a recognition that ends between two days or was decided between two, or whose star is not known, and all with a
 * certificate of this file.
 */
export function listProductsEnding(db: ReadDb, between: EndingBetween): readonly number[] {
  return readColumn<EndingBetween, number>(
    db,
    `SELECT product_id FROM recognitions
     WHERE valid_until BETWEEN @endsFrom AND @endsTo
       OR (valid_until IS NULL AND decision_date BETWEEN @decidedFrom AND @decidedTo) OR star IS NULL
     UNION
     SELECT a.product_id FROM certificates c JOIN agenda_items a ON a.id = c.agenda_item_id WHERE c.voided_at IS NULL`,
  ).all(between)
}

function selectFacts(where: string): string {
  return `SELECT 'session' AS source, c.id, a.product_id AS productId, c.star, c.issued_on AS decisionDate,
       NULL AS decisionYear, c.expires_on AS validUntil, coalesce(own.commune, p.commune) AS commune,
       coalesce(own.district, p.district) AS district
     FROM ${issued} WHERE c.voided_at IS NULL AND ${where}
     UNION ALL
     SELECT 'list', n.id, n.product_id, n.star, n.decision_date, n.decision_year, n.valid_until,
       coalesce(f.commune, p.commune), coalesce(f.district, p.district)
     FROM recognitions n JOIN products p ON p.id = n.product_id
     LEFT JOIN former_places f ON f.id = (SELECT o.id FROM former_places o WHERE o.product_id = n.product_id
       AND o.until_day > coalesce(n.decision_date, n.decision_year) ORDER BY o.until_day, o.id LIMIT 1)
     WHERE (n.star IS NULL OR n.star >= @lowestStar) AND ${where}`
}

/** What the file knows of evaluations again, by the id of their product. Locking concludes every product. */
export function readEvaluations(db: ReadDb, lowestStar: number): ReadonlyMap<number, Evaluations> {
  const filed = read<[], Evaluations['filed'][number] & { readonly productId: number }>(
    db,
    `SELECT product_id AS productId, filed_on AS "on", withdrawn_on AS withdrawnOn FROM registrations
     WHERE application = 'reassessment' AND filed_on IS NOT NULL`,
  ).all()
  const failed = read<number, { readonly productId: number; readonly on: string; readonly application: string }>(
    db,
    `SELECT a.product_id AS productId, s.held_on AS "on", a.application
     FROM agenda_items a JOIN sessions s ON s.id = a.session_id
     WHERE s.state = 'closed' AND coalesce(a.concluded_star, 0) < ?`,
  ).all(lowestStar)
  const filedOf = Map.groupBy(filed, ({ productId }) => productId)
  const failedOf = Map.groupBy(failed, ({ productId }) => productId)
  const products = [...new Set([...filedOf.keys(), ...failedOf.keys()])]
  return new Map(
    products.map((id) => {
      const results = (failedOf.get(id) ?? []).map(({ on, application }) => ({
        on,
        isAgain: application === 'reassessment',
      }))
      return [id, { filed: filedOf.get(id) ?? [], failed: results }]
    }),
  )
}

/**
 * Those of certificates whose data may have moved on since they were numbered: what a locked session says changes by unlocking
 * it alone, and what it cites by the register of documents.
 */
export function listTouchedCertificates(
  db: ReadDb,
  ids: readonly number[],
): readonly {
  readonly id: number
  readonly agendaItemId: number
  readonly sessionId: number
  readonly state: SessionState
}[] {
  return read<
    string,
    { readonly id: number; readonly agendaItemId: number; readonly sessionId: number; readonly state: SessionState }
  >(
    db,
    `SELECT c.id, a.id AS agendaItemId, s.id AS sessionId, s.state
     FROM certificates c JOIN agenda_items a ON a.id = c.agenda_item_id JOIN sessions s ON s.id = a.session_id
     WHERE c.id IN (SELECT value FROM json_each(?)) AND (s.state <> 'closed' OR EXISTS (
       SELECT 1 FROM audit_events e WHERE e.subject = 'session:' || s.id
       AND e.command IN ('sessions.reopen', 'documents.register.void', 'documents.register.renew')))`,
  ).all(JSON.stringify(ids))
}

export type CertificateDetail = {
  readonly id: number
  readonly number: number
  readonly symbol: string
  readonly decision: string
  readonly productName: string
  readonly producerName: string
  readonly sessionId: number
  readonly agendaItemId: number
}

/** Certificates of this file by their ids. */
export function readCertificateDetails(db: ReadDb, ids: readonly number[]): readonly CertificateDetail[] {
  return read<string, CertificateDetail>(
    db,
    `SELECT c.id, c.number, c.symbol, c.decision_code AS decision, coalesce(own.name, p.name) AS productName,
       coalesce(own.producer_name, r.name) AS producerName, s.id AS sessionId, a.id AS agendaItemId
     FROM ${issued} WHERE c.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids))
}

export type RecognitionDetail = {
  readonly id: number
  /** Of the certificate that was given for it; null where none of this file was. */
  readonly number: number | null
  readonly symbol: string | null
  /** As a list says the number; empty where none does. */
  readonly listedNumber: string
  readonly decision: string
  readonly productName: string
  readonly producerName: string
  readonly score: number | null
  /** Of the list; null where only a round of written opinions led to it. */
  readonly fileName: string | null
  readonly sender: string | null
  /** The round that led to it; null where only a list tells of it. */
  readonly roundId: number | null
  readonly round: string | null
}

/** Recognitions that lists and rounds of written opinions tell of by their ids, with where they come from. */
export function readRecognitionDetails(db: ReadDb, ids: readonly number[]): readonly RecognitionDetail[] {
  return read<string, RecognitionDetail>(
    db,
    `SELECT n.id, n.decision_number AS decision, n.product_name AS productName, n.producer_name AS producerName,
       n.score, i.file_name AS fileName, i.sender, w.id AS roundId, w.number || '/' || w.year AS round, c.number, c.symbol,
       n.certificate_number AS listedNumber
     FROM recognitions n LEFT JOIN list_imports i ON i.id = n.import_id
     LEFT JOIN written_products o ON o.recognition_id = n.id LEFT JOIN written_rounds w ON w.id = o.round_id
     LEFT JOIN certificates c ON c.written_product_id = o.id AND c.voided_at IS NULL
     WHERE n.id IN (SELECT value FROM json_each(?)) GROUP BY n.id`,
  ).all(JSON.stringify(ids))
}

export type EarlierRow = {
  readonly fileName: string
  readonly sender: string
  readonly takenAt: string
  /** By column letter, as JSON. */
  readonly cells: string
  /** 1 where a recognition or registration of the product stands by a later list. */
  readonly isOvertaken: 0 | 1
}

/** What lists said of a product by which no recognition or registration of it stands: a later one changed it, or none ever did. */
export function listEarlierRows(db: ReadDb, productId: number): readonly EarlierRow[] {
  return read<number, EarlierRow>(
    db,
    `SELECT i.file_name AS fileName, i.sender, i.taken_at AS takenAt, r.cells,
       EXISTS (SELECT 1 FROM recognitions n WHERE n.product_id = r.product_id AND n.import_id > r.import_id)
       OR EXISTS (SELECT 1 FROM registrations g WHERE g.product_id = r.product_id AND g.import_id > r.import_id) AS isOvertaken
     FROM list_rows r JOIN list_imports i ON i.id = r.import_id
     WHERE r.product_id = ? AND r.cells <> '{}'
       AND NOT EXISTS (SELECT 1 FROM recognitions n WHERE n.product_id = r.product_id AND n.import_id = r.import_id)
       AND NOT EXISTS (SELECT 1 FROM registrations g WHERE g.product_id = r.product_id AND g.import_id = r.import_id)
     ORDER BY i.id, r.row`,
  ).all(productId)
}

export type RegistrationRow = {
  readonly productId: number
  readonly year: number
  readonly application: ApplicationKind
  /** Null for one made by hand. */
  readonly fileName: string | null
  readonly sender: string | null
  readonly filedOn: string | null
  readonly withdrawnOn: string | null
}

/** The years that products are registered for, the earliest first. */
export function listRegistrations(db: ReadDb, productIds: readonly number[]): readonly RegistrationRow[] {
  return read<string, RegistrationRow>(
    db,
    `SELECT g.product_id AS productId, g.year, g.application, g.filed_on AS filedOn, g.withdrawn_on AS withdrawnOn,
       i.file_name AS fileName, i.sender
     FROM registrations g LEFT JOIN list_imports i ON i.id = g.import_id
     WHERE g.product_id IN (SELECT value FROM json_each(?)) ORDER BY g.year`,
  ).all(JSON.stringify(productIds))
}

/** The opened sessions whose agenda has the product, the earliest first. */
export function listProductItems(
  db: ReadDb,
  productId: number,
): readonly { readonly id: number; readonly sessionId: number; readonly state: SessionState }[] {
  return read<number, { readonly id: number; readonly sessionId: number; readonly state: SessionState }>(
    db,
    `SELECT a.id, a.session_id AS sessionId, s.state FROM agenda_items a JOIN sessions s ON s.id = a.session_id
     WHERE a.product_id = ? AND s.state <> 'planned' ORDER BY s.held_on, s.id`,
  ).all(productId)
}

export type InvitedCertificate = {
  readonly source: 'session' | 'list'
  readonly id: number
  readonly number: number
  readonly symbol: string
  readonly issuedOn: string
  readonly sentOn: string | null
}

/** The certificates that letters with a number are about, the oldest letter first; a void letter is none. */
export function listInvited(db: ReadDb): readonly InvitedCertificate[] {
  return read<[], InvitedCertificate>(
    db,
    `SELECT c.value ->> '$.source' AS source, c.value ->> '$.id' AS id, d.number, d.symbol, d.issued_on AS issuedOn,
       d.sent_on AS sentOn
     FROM document_register d, json_each(d.paper, '$.certificates') c
     WHERE d.kind = 'reassessment-invitation' AND d.voided_at IS NULL ORDER BY d.issued_on, d.id`,
  ).all()
}

/** The product of a certificate that is not voided, or of a recognition that a list or a round of opinions tells of; null where there is none. */
export function productOfRecognition(
  db: ReadDb,
  { source, id }: { readonly source: 'session' | 'list'; readonly id: number },
): number | null {
  const sql =
    source === 'session'
      ? `SELECT a.product_id FROM certificates c JOIN agenda_items a ON a.id = c.agenda_item_id
         WHERE c.id = ? AND c.voided_at IS NULL`
      : 'SELECT product_id FROM recognitions WHERE id = ?'
  return readColumn<number, number>(db, sql).get(id) ?? null
}

/** The producers of these products. */
export function readProducersOf(db: ReadDb, productIds: readonly number[]): ReadonlyMap<number, number> {
  const rows = read<string, { readonly id: number; readonly producerId: number }>(
    db,
    'SELECT id, producer_id AS producerId FROM products WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(productIds))
  return new Map(rows.map(({ id, producerId }) => [id, producerId]))
}
