import { productAtSession } from './sessions.ts'

/** What a record about a certificate (`certificate_id`) or a listed recognition (`recognition_id`) is about, as that one calls it. */
export type RecognisedAbout = {
  readonly productId: number
  readonly productName: string
  readonly producerName: string
  readonly commune: string
  readonly district: string
  readonly star: number | null
  /** Of the certificate, that of a round too; null where only a list told of the recognition. */
  readonly number: number | null
  readonly symbol: string | null
  /** As a list says the number; empty where none does. */
  readonly listedNumber: string
  readonly recognition: string
  readonly recognisedOn: string | null
  /** Where a list told the year alone. */
  readonly recognisedIn: number | null
  readonly validUntil: string | null
}

type Selected = {
  /** Of the record, for both kinds alike. */
  readonly columns: string
  /** Tables of the record besides its own. */
  readonly joins: string
}

/** Selects the records of a table with what each is about: both kinds, one after the other. */
export function selectAbout(table: string, { columns, joins }: Selected): string {
  return `SELECT ${columns}, a.product_id AS productId, coalesce(own.name, p.name) AS productName,
      coalesce(own.producer_name, r.name) AS producerName, coalesce(own.commune, p.commune) AS commune,
      coalesce(own.district, p.district) AS district, c.star, c.number, c.symbol, '' AS listedNumber, c.decision_code AS recognition,
      c.issued_on AS recognisedOn, NULL AS recognisedIn, c.expires_on AS validUntil
    FROM ${table} JOIN certificates c ON c.id = ${table}.certificate_id JOIN agenda_items a ON a.id = c.agenda_item_id
    JOIN sessions s ON s.id = a.session_id ${productAtSession.joins('a')} ${joins}
    UNION ALL
    SELECT ${columns}, n.product_id, n.product_name, n.producer_name, p.commune, p.district, n.star, given.number, given.symbol,
      n.certificate_number,      n.decision_number, n.decision_date, n.decision_year, n.valid_until
    FROM ${table} JOIN recognitions n ON n.id = ${table}.recognition_id JOIN products p ON p.id = n.product_id
    LEFT JOIN (SELECT o.recognition_id, g.number, g.symbol FROM certificates g
      JOIN written_products o ON o.id = g.written_product_id WHERE g.voided_at IS NULL) given ON given.recognition_id = n.id ${joins}`
}
