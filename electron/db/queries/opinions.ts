import type { UncertifiedRound } from '../../../shared/api/today.ts'
import type { UndecidedRound } from '../../../shared/api/years.ts'
import { columnsOf, insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { writtenAnswers, writtenMembers, writtenProducts, writtenRounds, writtenSendings } from '../schema/opinions.ts'
import { recognitions } from '../schema/register.ts'
import { read, readColumn, write } from '../statement.ts'

export type RoundRow = typeof writtenRounds.$inferSelect
export type WrittenMemberRow = typeof writtenMembers.$inferSelect
export type WrittenAnswerRow = typeof writtenAnswers.$inferSelect
type StoredProduct = typeof writtenProducts.$inferSelect

/** A product of a round with the meeting that took it. */
export type WrittenProductRow = StoredProduct & {
  readonly sessionYear: number | null
  readonly sessionRound: number | null
  readonly sessionHeldOn: string | null
}

const selectRounds = `SELECT ${columnsOf(writtenRounds)} FROM written_rounds`

/** The latest first; of a session, those whose products it took. */
export function listRounds(db: ReadDb, sessionId?: number): readonly RoundRow[] {
  const where =
    'WHERE @sessionId IS NULL OR id IN (SELECT round_id FROM written_products WHERE session_id = @sessionId)'
  return read<{ readonly sessionId: number | null }, RoundRow>(
    db,
    `${selectRounds} ${where} ORDER BY year DESC, number DESC`,
  ).all({ sessionId: sessionId ?? null })
}

export function findRound(db: ReadDb, id: number): RoundRow | null {
  return read<number, RoundRow>(db, `${selectRounds} WHERE id = ?`).get(id) ?? null
}

/** Of a round, as its council orders them. */
export function listRoundMembers(db: ReadDb, roundId: number): readonly WrittenMemberRow[] {
  const sql = `SELECT ${columnsOf(writtenMembers)} FROM written_members WHERE round_id = ? ORDER BY sort_order, id`
  return read<number, WrittenMemberRow>(db, sql).all(roundId)
}

const selectProducts = `SELECT ${columnsOf(writtenProducts)}, s.year AS sessionYear, s.round AS sessionRound,
  s.held_on AS sessionHeldOn FROM written_products LEFT JOIN sessions s ON s.id = written_products.session_id`

export function listRoundProducts(db: ReadDb, roundId: number): readonly WrittenProductRow[] {
  return read<number, WrittenProductRow>(db, `${selectProducts} WHERE round_id = ? ORDER BY position, 1`).all(roundId)
}

export function findRoundProduct(db: ReadDb, id: number): WrittenProductRow | null {
  return read<number, WrittenProductRow>(db, `${selectProducts} WHERE written_products.id = ?`).get(id) ?? null
}

export function listRoundAnswers(db: ReadDb, roundId: number): readonly WrittenAnswerRow[] {
  const sql = `SELECT ${columnsOf(writtenAnswers)} FROM written_answers
    WHERE written_product_id IN (SELECT id FROM written_products WHERE round_id = ?)`
  return read<number, WrittenAnswerRow>(db, sql).all(roundId)
}

export type WrittenSendingRow = typeof writtenSendings.$inferSelect

const selectSendings = `SELECT ${columnsOf(writtenSendings)} FROM written_sendings`

/** What was sent to members of a round, the earliest first. */
export function listRoundSendings(db: ReadDb, roundId: number): readonly WrittenSendingRow[] {
  const sql = `${selectSendings} WHERE written_member_id IN (SELECT id FROM written_members WHERE round_id = ?)
    ORDER BY sent_on, id`
  return read<number, WrittenSendingRow>(db, sql).all(roundId)
}

export function findSending(db: ReadDb, id: number): (WrittenSendingRow & { readonly roundId: number }) | null {
  const sql = `SELECT ${columnsOf(writtenSendings)}, m.round_id AS roundId FROM written_sendings
    JOIN written_members m ON m.id = written_member_id WHERE written_sendings.id = ?`
  return read<number, WrittenSendingRow & { readonly roundId: number }>(db, sql).get(id) ?? null
}

export function insertSending(db: WriteDb, row: Omit<WrittenSendingRow, 'id'>): void {
  write<typeof row>(db, insertInto(writtenSendings, row)).run(row)
}

export function deleteSending(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM written_sendings WHERE id = ?').run(id)
}

/** Rounds that a paper of this file decided since a day, with how many products of each have no certificate in force. */
export function listUncertifiedRounds(db: ReadDb, since: string): readonly UncertifiedRound[] {
  return read<string, UncertifiedRound>(
    db,
    `SELECT r.id AS roundId, r.number || '/' || r.year AS round, r.name AS councilName, r.decided_on AS decidedOn,
       count(*) AS certificates
     FROM written_rounds r JOIN written_products p ON p.round_id = r.id AND p.recognition_id IS NOT NULL
     JOIN document_register d ON d.kind = 'recognition-decision' AND d.paper ->> '$.roundId' = r.id AND d.voided_at IS NULL
     WHERE r.decided_on >= ? AND NOT EXISTS (
       SELECT 1 FROM certificates c WHERE c.written_product_id = p.id AND c.voided_at IS NULL)
     GROUP BY r.id ORDER BY r.decided_on`,
  ).all(since)
}

/** Rounds of a year with products that neither a decision nor a meeting took, with how many. */
export function listUndecidedRounds(db: ReadDb, year: number): readonly UndecidedRound[] {
  return read<number, UndecidedRound>(
    db,
    `SELECT r.id AS roundId, r.number || '/' || r.year AS round, r.name AS councilName, r.sent_on AS sentOn,
       count(*) AS products
     FROM written_rounds r JOIN written_products p ON p.round_id = r.id
     WHERE r.year = ? AND r.decided_on IS NULL AND p.session_id IS NULL GROUP BY r.id ORDER BY r.number`,
  ).all(year)
}

export type RoundOfProduct = { readonly productId: number; readonly roundId: number; readonly round: string }

/** Products in a round that has no decision and that no meeting took, as `1/2026`. */
export function listInUndecidedRounds(db: ReadDb): readonly RoundOfProduct[] {
  return read<[], RoundOfProduct>(
    db,
    `SELECT p.product_id AS productId, r.id AS roundId, r.number || '/' || r.year AS round
     FROM written_products p JOIN written_rounds r ON r.id = p.round_id
     WHERE r.decided_on IS NULL AND p.session_id IS NULL`,
  ).all()
}

/** Registrations that a decided round or a meeting took. */
export function listSettledRegistrations(db: ReadDb): readonly number[] {
  return readColumn<[], number>(
    db,
    `SELECT p.registration_id FROM written_products p JOIN written_rounds r ON r.id = p.round_id
     WHERE p.registration_id IS NOT NULL AND (r.decided_on IS NOT NULL OR p.session_id IS NOT NULL)`,
  ).all()
}

/** True where a round is about the product. */
export function isInRound(db: ReadDb, productId: number): boolean {
  return readColumn<number, 1>(db, 'SELECT 1 FROM written_products WHERE product_id = ? LIMIT 1').get(productId) === 1
}

/** Rounds that are about both, as `đợt lấy ý kiến 1/2026`. */
export function roundsOfBoth(
  db: ReadDb,
  pair: { readonly fromId: number; readonly intoId: number },
): readonly string[] {
  return readColumn<typeof pair, string>(
    db,
    `SELECT 'đợt lấy ý kiến ' || r.number || '/' || r.year FROM written_rounds r
     WHERE EXISTS (SELECT 1 FROM written_products p WHERE p.round_id = r.id AND p.product_id = @fromId)
       AND EXISTS (SELECT 1 FROM written_products p WHERE p.round_id = r.id AND p.product_id = @intoId) ORDER BY r.id`,
  ).all(pair)
}

/** The number of the year's next round. */
export function nextRoundNumber(db: ReadDb, year: number): number {
  return (
    readColumn<number, number>(db, 'SELECT coalesce(max(number), 0) + 1 FROM written_rounds WHERE year = ?').get(
      year,
    ) ?? 1
  )
}

export type NewRound = Omit<
  RoundRow,
  'id' | 'answersPercent' | 'agreePercent' | 'basis' | 'note' | 'closedOn' | 'decisionNumber' | 'decidedOn'
>

export function insertRound(db: WriteDb, row: NewRound): number {
  return write<NewRound, { readonly id: number }>(db, `${insertInto(writtenRounds, row)} RETURNING id`).get(row).id
}

export function updateRound(db: WriteDb, id: number, change: Partial<Omit<RoundRow, 'id'>>): void {
  write<typeof change & { readonly id: number }>(db, updateById(writtenRounds, change)).run({ ...change, id })
}

export function deleteRound(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM written_rounds WHERE id = ?').run(id)
}

/** Copies the members that the council has on the day that it is asked. */
export function copyMembers(
  db: WriteDb,
  of: { readonly roundId: number; readonly councilId: number; readonly sentOn: string },
): void {
  write<typeof of>(
    db,
    `INSERT INTO written_members (round_id, member_id, code, name, position, organisation, role, sort_order)
     SELECT @roundId, id, code, name, position, organisation, role, sort_order FROM members
     WHERE council_id = @councilId AND coalesce(retired_on >= @sentOn, 1)
     ORDER BY sort_order`,
  ).run(of)
}

export type NewWrittenProduct = Omit<StoredProduct, 'id' | 'position' | 'sessionId' | 'recognitionId'>

export function insertRoundProduct(db: WriteDb, row: NewWrittenProduct): void {
  const last = readColumn<number, number>(db, 'SELECT max(position) FROM written_products WHERE round_id = ?')
  const placed = { ...row, position: (last.get(row.roundId) ?? 0) + 1 }
  write<typeof placed>(db, insertInto(writtenProducts, placed)).run(placed)
}

export function updateRoundProduct(db: WriteDb, id: number, change: Partial<Omit<StoredProduct, 'id'>>): void {
  write<typeof change & { readonly id: number }>(db, updateById(writtenProducts, change)).run({ ...change, id })
}

export function deleteRoundProduct(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM written_products WHERE id = ?').run(id)
}

export function upsertAnswer(db: WriteDb, row: WrittenAnswerRow): void {
  write<WrittenAnswerRow>(
    db,
    `${insertInto(writtenAnswers, row)} ON CONFLICT DO UPDATE SET answer = excluded.answer,
       answered_on = excluded.answered_on, words = excluded.words`,
  ).run(row)
}

export function deleteAnswer(db: WriteDb, of: Pick<WrittenAnswerRow, 'writtenProductId' | 'writtenMemberId'>): void {
  const { writtenProductId, writtenMemberId } = of
  write<[number, number]>(db, 'DELETE FROM written_answers WHERE written_product_id = ? AND written_member_id = ?').run(
    writtenProductId,
    writtenMemberId,
  )
}

type NewRecognition = Pick<
  typeof recognitions.$inferSelect,
  'productId' | 'productName' | 'producerName' | 'star' | 'score' | 'decisionNumber' | 'decisionDate'
>

type SameRecognition = Pick<NewRecognition, 'productId' | 'star' | 'decisionDate'>

/** Of the product, by a decision of that day, with that star; null where there is none. */
export function findSameRecognition(db: ReadDb, one: SameRecognition): number | null {
  const sql = `SELECT id FROM recognitions WHERE product_id = @productId AND star = @star AND decision_date = @decisionDate
    ORDER BY id LIMIT 1`
  return readColumn<SameRecognition, number>(db, sql).get(one) ?? null
}

/** A recognition that no list told of. */
export function insertRecognition(db: WriteDb, row: NewRecognition): number {
  return write<NewRecognition, { readonly id: number }>(db, `${insertInto(recognitions, row)} RETURNING id`).get(row).id
}

/** Of one that a list told of: the number that its decision has. */
export function numberRecognition(db: WriteDb, row: { readonly id: number; readonly decisionNumber: string }): void {
  write<typeof row>(db, updateById(recognitions, row)).run(row)
}

/** Takes a recognition out that no list tells of; false where a case of withdrawal or an inspection rests on it. */
export function dropRecognition(db: WriteDb, id: number): boolean {
  const sql = `SELECT 1 FROM withdrawals WHERE recognition_id = @id
    UNION SELECT 1 FROM inspections WHERE recognition_id = @id`
  if (readColumn<{ readonly id: number }, 1>(db, sql).get({ id }) === 1) return false
  write<number>(db, 'DELETE FROM recognitions WHERE id = ? AND import_id IS NULL').run(id)
  return true
}
