import { insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { withdrawals } from '../schema/aftercare.ts'
import { read, readColumn, write } from '../statement.ts'
import { productAtSession } from './sessions.ts'

type Stored = typeof withdrawals.$inferSelect

/** A case with what it is about, and the number that this office's own decision has in the register of documents. */
export type WithdrawalRow = Stored & {
  readonly productId: number
  readonly productName: string
  readonly producerName: string
  readonly commune: string
  readonly district: string
  readonly star: number | null
  /** Of the certificate; null where a list told of the recognition. */
  readonly number: number | null
  readonly symbol: string | null
  readonly recognition: string
  readonly recognisedOn: string | null
  readonly ownNumber: number | null
  readonly ownSymbol: string | null
  readonly ownOn: string | null
}

/** The live papers that decide on cases, one row for each case. */
const ownPapers = `SELECT j.value AS caseId, d.number, d.symbol, min(d.issued_on) AS issuedOn
  FROM document_register d, json_each(d.paper, '$.withdrawals') j
  WHERE d.kind = 'withdrawal-decision' AND d.voided_at IS NULL GROUP BY j.value`

const columns = `w.id, w.certificate_id AS certificateId, w.recognition_id AS recognitionId, w.rule_set_id AS ruleSetId, w.ground,
  w.ground_text AS groundText, w.facts, w.known_on AS knownOn, w.concluded_by AS concludedBy, w.conclusion,
  w.concluded_on AS concludedOn, w.decision_number AS decisionNumber, w.decided_on AS decidedOn, w.dropped_on AS droppedOn,
  w.drop_reason AS dropReason, w.opened_at AS openedAt, paper.number AS ownNumber, paper.symbol AS ownSymbol,
  paper.issuedOn AS ownOn`

const selectAll = `WITH paper AS (${ownPapers})
  SELECT ${columns}, a.product_id AS productId, coalesce(own.name, p.name) AS productName,
    coalesce(own.producer_name, r.name) AS producerName, coalesce(own.commune, p.commune) AS commune,
    coalesce(own.district, p.district) AS district, c.star, c.number, c.symbol, c.decision_code AS recognition,
    c.issued_on AS recognisedOn
  FROM withdrawals w JOIN certificates c ON c.id = w.certificate_id JOIN agenda_items a ON a.id = c.agenda_item_id
  JOIN sessions s ON s.id = a.session_id ${productAtSession.joins('a')} LEFT JOIN paper ON paper.caseId = w.id
  UNION ALL
  SELECT ${columns}, n.product_id, n.product_name, n.producer_name, p.commune, p.district, n.star, NULL, NULL,
    n.decision_number, n.decision_date
  FROM withdrawals w JOIN recognitions n ON n.id = w.recognition_id JOIN products p ON p.id = n.product_id
  LEFT JOIN paper ON paper.caseId = w.id`

/** All cases of the file. */
export function listWithdrawals(db: ReadDb): readonly WithdrawalRow[] {
  return read<[], WithdrawalRow>(db, selectAll).all()
}

export function findWithdrawal(db: ReadDb, id: number): WithdrawalRow | null {
  return read<number, WithdrawalRow>(db, `SELECT * FROM (${selectAll}) WHERE id = ?`).get(id) ?? null
}

type Reference = { readonly source: 'session' | 'list'; readonly id: number }

/** Of a certificate or a listed recognition. */
export function findWithdrawalOf(db: ReadDb, { source, id }: Reference): WithdrawalRow | null {
  const column = source === 'session' ? 'certificateId' : 'recognitionId'
  return read<number, WithdrawalRow>(db, `SELECT * FROM (${selectAll}) WHERE ${column} = ?`).get(id) ?? null
}

/** True for a certificate that is not voided, or a recognition that a list tells of. */
export function isRecognition(db: ReadDb, { source, id }: Reference): boolean {
  const sql =
    source === 'session'
      ? 'SELECT 1 FROM certificates WHERE id = ? AND voided_at IS NULL'
      : 'SELECT 1 FROM recognitions WHERE id = ?'
  return readColumn<number, 1>(db, sql).get(id) === 1
}

/** The day from which each is withdrawn, by `session 7` or `list 7`. */
export function listWithdrawnDays(db: ReadDb): ReadonlyMap<string, string> {
  const rows = read<[], { readonly key: string; readonly day: string }>(
    db,
    `WITH paper AS (${ownPapers})
     SELECT CASE WHEN w.certificate_id IS NULL THEN 'list ' || w.recognition_id ELSE 'session ' || w.certificate_id END AS key,
       coalesce(paper.issuedOn, w.decided_on) AS day
     FROM withdrawals w LEFT JOIN paper ON paper.caseId = w.id WHERE paper.caseId IS NOT NULL OR w.decided_on IS NOT NULL`,
  ).all()
  return new Map(rows.map(({ key, day }) => [key, day]))
}

/** True where one of the product's listed recognitions has a case. */
export function hasWithdrawal(db: ReadDb, productId: number): boolean {
  const sql = `SELECT 1 FROM withdrawals w JOIN recognitions n ON n.id = w.recognition_id WHERE n.product_id = ? LIMIT 1`
  return readColumn<number, 1>(db, sql).get(productId) === 1
}

export type NewWithdrawal = Omit<Stored, 'id' | 'decisionNumber' | 'decidedOn' | 'droppedOn' | 'dropReason'>
export type WithdrawalChange = Partial<Omit<Stored, 'id'>>

export function insertWithdrawal(db: WriteDb, row: NewWithdrawal): number {
  return write<NewWithdrawal, { readonly id: number }>(db, `${insertInto(withdrawals, row)} RETURNING id`).get(row).id
}

export function updateWithdrawal(db: WriteDb, id: number, change: WithdrawalChange): void {
  write<WithdrawalChange & { readonly id: number }>(db, updateById(withdrawals, change)).run({ ...change, id })
}
