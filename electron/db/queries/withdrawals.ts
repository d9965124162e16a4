import { columnsOf, insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { withdrawals } from '../schema/aftercare.ts'
import { read, readColumn, write } from '../statement.ts'
import { selectAbout, type RecognisedAbout } from './recognised-about.ts'

type Stored = typeof withdrawals.$inferSelect

/** A case with what it is about, and the paper of this office that decides it. */
export type WithdrawalRow = Stored &
  RecognisedAbout & {
    readonly ownNumber: number | null
    readonly ownSymbol: string | null
    readonly ownOn: string | null
    /** What was asked for when it got its number, as JSON. */
    readonly ownPaper: string | null
  }

/** The live papers that decide on cases, one row for each case. */
const ownPapers = `SELECT j.value AS caseId, d.number, d.symbol, min(d.issued_on) AS issuedOn, d.paper
  FROM document_register d, json_each(d.paper, '$.withdrawals') j
  WHERE d.kind = 'withdrawal-decision' AND d.voided_at IS NULL GROUP BY j.value`

const selectAll = `WITH paper AS (${ownPapers}) ${selectAbout('withdrawals', {
  columns: `${columnsOf(withdrawals)}, paper.number AS ownNumber, paper.symbol AS ownSymbol, paper.issuedOn AS ownOn,
    paper.paper AS ownPaper`,
  joins: 'LEFT JOIN paper ON paper.caseId = withdrawals.id',
})}`

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
