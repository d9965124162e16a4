import type { ReadDb } from '../handles.ts'
import { read } from '../statement.ts'

export type CertificateNumber = {
  readonly id: number
  readonly number: number
  readonly symbol: string
  /** `15/QĐ-UBND`: by which it was given. */
  readonly decision: string
  /** ISO date. */
  readonly issuedOn: string
  readonly isVoid: 0 | 1
  readonly productId: number
  readonly productName: string
  /** The session, or the round of written opinions, whose product it is: one of both. */
  readonly sessionId: number | null
  readonly roundId: number | null
  /** Of the round's; null where nothing in the register stands for it. */
  readonly recognitionId: number | null
}

/** Every number that a certificate of this file was given, the latest first; void ones too. */
export function listCertificateNumbers(db: ReadDb): readonly CertificateNumber[] {
  return read<[], CertificateNumber>(
    db,
    `SELECT c.id, c.number, c.symbol, c.decision_code AS decision, c.issued_on AS issuedOn, c.voided_at IS NOT NULL AS isVoid, p.id AS productId,
       p.name AS productName, a.session_id AS sessionId, w.round_id AS roundId, w.recognition_id AS recognitionId
     FROM certificates c LEFT JOIN agenda_items a ON a.id = c.agenda_item_id
     LEFT JOIN written_products w ON w.id = c.written_product_id
     JOIN products p ON p.id = coalesce(a.product_id, w.product_id) ORDER BY c.issued_on DESC, c.id DESC`,
  ).all()
}

export type ListedNumber = {
  readonly recognitionId: number
  /** `07/GCN-UBND`, as the list says it. */
  readonly code: string
  readonly decision: string
  /** ISO date; the year alone, or empty, where lists say no more. */
  readonly issuedOn: string
  readonly productId: number
  readonly productName: string
}

/** Every number of a certificate that lists and packages tell of, the latest first. */
export function listListedNumbers(db: ReadDb): readonly ListedNumber[] {
  return read<[], ListedNumber>(
    db,
    `SELECT n.id AS recognitionId, n.certificate_number AS code, n.decision_number AS decision,
       coalesce(n.decision_date, CAST(n.decision_year AS TEXT), '') AS issuedOn, p.id AS productId, p.name AS productName
     FROM recognitions n JOIN products p ON p.id = n.product_id WHERE n.certificate_number <> ''
     ORDER BY issuedOn DESC, n.id DESC`,
  ).all()
}

export type DecisionNumber = {
  readonly code: string
  /** ISO date, or null where lists say none. */
  readonly decidedOn: string | null
  /** As JSON: ids of its recognitions, and of their products. */
  readonly ids: string
  readonly productIds: string
}

/** Every decision that lists tell of by its number, the latest first. */
export function listDecisionNumbers(db: ReadDb): readonly DecisionNumber[] {
  return read<[], DecisionNumber>(
    db,
    `SELECT decision_number AS code, decision_date AS decidedOn, json_group_array(id) AS ids,
       json_group_array(DISTINCT product_id) AS productIds
     FROM recognitions WHERE decision_number <> '' AND import_id IS NOT NULL
     GROUP BY decision_number, decision_date ORDER BY decision_date DESC, decision_number`,
  ).all()
}
