import type { DossierMark } from '../../../shared/domain/dossiers/read-dossier.ts'
import { columnsOf, insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { dossierFiles, dossierItems, registrations } from '../schema/registrations.ts'
import { read, readColumn, write } from '../statement.ts'
import { isEvaluated } from './evaluated.ts'

export type Registration = typeof registrations.$inferSelect
export type StoredFile = typeof dossierFiles.$inferSelect

/** A registration with its product: as the lists say it now, and as they said it on the closing of its year's books. */
export type RegisteredRow = Registration & {
  readonly code: string
  readonly productName: string
  readonly setNumber: number | null
  readonly producerId: number
  readonly producerName: string
  readonly producerKind: string
  readonly representative: string
  readonly phone: string
  readonly address: string
  /** The producer's own; empty where nobody said. */
  readonly producerCommune: string
  readonly producerDistrict: string
  readonly producerProvince: string
  readonly productCommune: string
  readonly district: string
  readonly searchKey: string
  /** The list that told of it; null for one made by hand. */
  readonly fileName: string | null
  readonly sender: string | null
  /** Day of the next meeting that has it on its agenda; null while none has. */
  readonly meetingOn: string | null
  /** Rule set of that meeting, or of the first that was locked where none is to come; null while no agenda has it. */
  readonly heardUnder: string | null
  /** 1 once a council of this file has evaluated it in its year, in a meeting or by written opinions. */
  readonly isEvaluated: 0 | 1
}

/** A column of the copy that a closed year keeps, or of the lists where there is none. */
const said = (column: string, now: string) => `CASE WHEN k.registration_id IS NULL THEN ${now} ELSE k.${column} END`

export const selectRegistrations = `SELECT ${columnsOf(registrations)}, ${said('code', 'p.code')} AS code,
  ${said('name', 'p.name')} AS productName, ${said('set_number', 'p.set_number')} AS setNumber, r.id AS producerId,
  ${said('producer_name', 'r.name')} AS producerName, ${said('producer_kind', 'r.kind')} AS producerKind,
  ${said('representative', 'r.representative')} AS representative, ${said('phone', 'r.phone')} AS phone,
  ${said('address', 'r.address')} AS address,
  ${said('producer_commune', 'r.commune')} AS producerCommune, ${said('producer_district', 'r.district')} AS producerDistrict,
  ${said('producer_province', 'r.province')} AS producerProvince, ${said('commune', 'p.commune')} AS productCommune,
  ${said('district', 'p.district')} AS district, p.search_key AS searchKey, i.file_name AS fileName, i.sender,
  (SELECT min(s.held_on) FROM agenda_items a JOIN sessions s ON s.id = a.session_id
   WHERE a.product_id = registrations.product_id AND s.year = registrations.year AND s.state <> 'closed') AS meetingOn,
  (SELECT f.key FROM agenda_items a JOIN sessions s ON s.id = a.session_id JOIN sealed_files f ON f.id = s.rule_set_file_id
   WHERE a.product_id = registrations.product_id AND s.year = registrations.year
   ORDER BY s.state = 'closed', s.held_on, s.id LIMIT 1) AS heardUnder,
  ${isEvaluated({ product: 'registrations.product_id', year: 'registrations.year' })} AS isEvaluated
  FROM registrations JOIN products p ON p.id = registrations.product_id JOIN producers r ON r.id = p.producer_id
  LEFT JOIN closed_registrations k ON k.registration_id = registrations.id
  LEFT JOIN list_imports i ON i.id = registrations.import_id`

/** Gives the dossiers of a year that is closed what the lists say now of their products and producers. */
export function keepWhatIsSaid(db: WriteDb, year: number): void {
  write<number>(
    db,
    `INSERT INTO closed_registrations (registration_id, code, name, commune, district, set_number, producer_name,
       producer_kind, representative, phone, address, producer_commune, producer_district, producer_province)
     SELECT g.id, p.code, p.name, p.commune, p.district, p.set_number, r.name, r.kind, r.representative, r.phone, r.address,
       r.commune, r.district, r.province
     FROM registrations g JOIN products p ON p.id = g.product_id JOIN producers r ON r.id = p.producer_id WHERE g.year = ?`,
  ).run(year)
}

/** They say what the lists say again. */
export function forgetWhatWasSaid(db: WriteDb, year: number): void {
  const sql = 'DELETE FROM closed_registrations WHERE registration_id IN (SELECT id FROM registrations WHERE year = ?)'
  write<number>(db, sql).run(year)
}

export type ClosedDossier = {
  readonly year: number
  readonly code: string
  readonly name: string
  readonly producerName: string
}

/** What dossiers of closed years say of these products, the latest year first. */
export function listClosedDossiers(db: ReadDb, productIds: readonly number[]): readonly ClosedDossier[] {
  return read<string, ClosedDossier>(
    db,
    `SELECT g.year, k.code, k.name, k.producer_name AS producerName
     FROM closed_registrations k JOIN registrations g ON g.id = k.registration_id
     WHERE g.product_id IN (SELECT value FROM json_each(?)) ORDER BY g.year DESC, k.name, g.id`,
  ).all(JSON.stringify(productIds))
}

/** Those of a year by the names of their products, withdrawn ones too. */
export function listYear(db: ReadDb, year: number): readonly RegisteredRow[] {
  return read<number, RegisteredRow>(
    db,
    `${selectRegistrations} WHERE registrations.year = ? ORDER BY p.search_key, p.id`,
  ).all(year)
}

/** Those of every year by the names of their products, the latest year first, withdrawn ones too. */
export function listEveryYear(db: ReadDb): readonly RegisteredRow[] {
  return read<[], RegisteredRow>(
    db,
    `${selectRegistrations} ORDER BY p.search_key, p.id, registrations.year DESC`,
  ).all()
}

export function findRegistration(db: ReadDb, id: number): RegisteredRow | null {
  return read<number, RegisteredRow>(db, `${selectRegistrations} WHERE registrations.id = ?`).get(id) ?? null
}

/** Of a product in a year, withdrawn or not. */
export function findRegistrationOf(
  db: ReadDb,
  { productId, year }: { readonly productId: number; readonly year: number },
): RegisteredRow | null {
  const sql = `${selectRegistrations} WHERE registrations.product_id = ? AND registrations.year = ?`
  return read<[number, number], RegisteredRow>(db, sql).get(productId, year) ?? null
}

/** Of the products of an agenda in their session's year, but for withdrawn ones. */
export function listOnAgenda(db: ReadDb, sessionId: number): readonly RegisteredRow[] {
  const sql = `${selectRegistrations} WHERE registrations.withdrawn_on IS NULL AND EXISTS (
    SELECT 1 FROM agenda_items a JOIN sessions s ON s.id = a.session_id
    WHERE s.id = ? AND a.product_id = registrations.product_id AND s.year = registrations.year)`
  return read<number, RegisteredRow>(db, sql).all(sessionId)
}

/** Of a producer's products in a year, but for withdrawn ones. */
export function listOfProducer(
  db: ReadDb,
  { producerId, year }: { readonly producerId: number; readonly year: number },
): readonly RegisteredRow[] {
  const sql = `${selectRegistrations} WHERE p.producer_id = ? AND registrations.year = ? AND registrations.withdrawn_on IS NULL
    ORDER BY p.search_key, p.id`
  return read<[number, number], RegisteredRow>(db, sql).all(producerId, year)
}

export type UnheardRow = Pick<Registration, 'application' | 'filedOn' | 'completeOn'> & { readonly productName: string }

/** Those of a year that stand and whose products no agenda of the year has, by their names. */
export function listUnheard(db: ReadDb, year: number): readonly UnheardRow[] {
  return read<[number, number], UnheardRow>(
    db,
    `SELECT g.application, g.filed_on AS filedOn, g.complete_on AS completeOn, p.name AS productName
     FROM registrations g JOIN products p ON p.id = g.product_id
     WHERE g.year = ? AND g.withdrawn_on IS NULL AND NOT EXISTS (
       SELECT 1 FROM agenda_items a JOIN sessions s ON s.id = a.session_id WHERE a.product_id = g.product_id AND s.year = ?)
     ORDER BY p.search_key, p.id`,
  ).all(year, year)
}

/** Of the latest year that a product is registered for, but for withdrawn ones; null where there is none. */
export function findLatestRegistration(db: ReadDb, productId: number): RegisteredRow | null {
  const sql = `${selectRegistrations} WHERE registrations.product_id = ? AND registrations.withdrawn_on IS NULL
    ORDER BY registrations.year DESC LIMIT 1`
  return read<number, RegisteredRow>(db, sql).get(productId) ?? null
}

/** Years that products are registered for, the latest first. */
export function listRegisteredYears(db: ReadDb): readonly number[] {
  return readColumn<[], number>(db, 'SELECT DISTINCT year FROM registrations ORDER BY year DESC').all()
}

type NewRegistration = Omit<Registration, 'id' | 'importId' | 'withdrawnOn' | 'withdrawalReason'>
export type RegistrationChange = Partial<Omit<Registration, 'id' | 'importId'>>

export function insertRegistration(db: WriteDb, row: NewRegistration): number {
  return write<NewRegistration, { readonly id: number }>(db, `${insertInto(registrations, row)} RETURNING id`).get(row)
    .id
}

export function updateRegistration(db: WriteDb, id: number, change: RegistrationChange): void {
  write<RegistrationChange & { readonly id: number }>(db, updateById(registrations, change)).run({ ...change, id })
}

/** True where somebody worked on a dossier of the product, or registered it by hand. */
export function hasDossier(db: ReadDb, productId: number): boolean {
  const sql = `SELECT 1 FROM registrations g WHERE g.product_id = ? AND (g.import_id IS NULL OR g.samples_received > 0
    OR g.withdrawn_on IS NOT NULL OR EXISTS (SELECT 1 FROM dossier_items d WHERE d.registration_id = g.id)) LIMIT 1`
  return readColumn<number, 1>(db, sql).get(productId) === 1
}

const selectMarks = `SELECT registration_id AS registrationId, item, state, received_on AS "on", expires_on AS expiresOn,
  reason, note FROM dossier_items`

type MarkRow = DossierMark & { readonly registrationId: number }

/** What was noted of these registrations' dossiers, by registration. */
export function readMarks(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, readonly DossierMark[]> {
  const sql = `${selectMarks} WHERE registration_id IN (SELECT value FROM json_each(?))`
  return Map.groupBy(read<string, MarkRow>(db, sql).all(JSON.stringify(ids)), ({ registrationId }) => registrationId)
}

export function upsertMark(db: WriteDb, registrationId: number, { on, ...mark }: DossierMark): void {
  const row = { ...mark, receivedOn: on, registrationId }
  write<typeof row>(
    db,
    `${insertInto(dossierItems, row)} ON CONFLICT DO UPDATE SET state = excluded.state, received_on = excluded.received_on,
       expires_on = excluded.expires_on, reason = excluded.reason, note = excluded.note`,
  ).run(row)
}

export function deleteMark(db: WriteDb, registrationId: number, item: string): void {
  write<[number, string]>(db, 'DELETE FROM dossier_items WHERE registration_id = ? AND item = ?').run(
    registrationId,
    item,
  )
}

export function listFiles(db: ReadDb, registrationId: number): readonly StoredFile[] {
  const sql = `SELECT ${columnsOf(dossierFiles)} FROM dossier_files WHERE registration_id = ? ORDER BY id`
  return read<number, StoredFile>(db, sql).all(registrationId)
}

export function findFile(db: ReadDb, id: number): StoredFile | null {
  return (
    read<number, StoredFile>(db, `SELECT ${columnsOf(dossierFiles)} FROM dossier_files WHERE id = ?`).get(id) ?? null
  )
}

export function insertFile(db: WriteDb, row: Omit<StoredFile, 'id'>): number {
  return write<typeof row, { readonly id: number }>(db, `${insertInto(dossierFiles, row)} RETURNING id`).get(row).id
}

export function deleteFile(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM dossier_files WHERE id = ?').run(id)
}

export type ProductRecognition = {
  readonly kind: 'certificate' | 'recognition'
  readonly id: number
  readonly star: number | null
  readonly decision: string
  /** ISO date; null where only a year, or nothing, is known. */
  readonly decidedOn: string | null
  readonly validUntil: string | null
}

/** What a registration can renew: the recognitions of a product, the latest first; voided certificates are none. */
export function listRecognitionsOf(db: ReadDb, productId: number): readonly ProductRecognition[] {
  return read<{ readonly productId: number }, ProductRecognition>(
    db,
    `SELECT 'certificate' AS kind, c.id, c.star, c.decision_code AS decision, c.issued_on AS decidedOn,
       c.expires_on AS validUntil
     FROM certificates c JOIN agenda_items a ON a.id = c.agenda_item_id
     WHERE a.product_id = @productId AND c.voided_at IS NULL
     UNION ALL
     SELECT 'recognition', n.id, n.star, n.decision_number, coalesce(n.decision_date, n.decision_year), n.valid_until
     FROM recognitions n WHERE n.product_id = @productId
     ORDER BY decidedOn DESC, kind, id DESC`,
  ).all({ productId })
}

export type AskedInRound = {
  readonly roundId: number
  /** `1/2026` */
  readonly round: string
  readonly sentOn: string
  readonly state: 'asked' | 'recognised' | 'to-meeting'
}

/** The rounds of written opinions that a registration is in, the earliest first. */
export function listRoundsOf(db: ReadDb, registrationId: number): readonly AskedInRound[] {
  return read<number, AskedInRound>(
    db,
    `SELECT w.id AS roundId, w.number || '/' || w.year AS round, w.sent_on AS sentOn,
       CASE WHEN o.recognition_id IS NOT NULL THEN 'recognised' WHEN o.session_id IS NOT NULL THEN 'to-meeting' ELSE 'asked' END
         AS state
     FROM written_products o JOIN written_rounds w ON w.id = o.round_id WHERE o.registration_id = ? ORDER BY w.sent_on, w.id`,
  ).all(registrationId)
}

export type ScoredAt = {
  readonly sessionId: number
  readonly agendaItemId: number
  readonly heldOn: string
  readonly round: number
  readonly isLocked: number
}

/** The sessions of a year whose agenda has the product, the earliest first. */
export function listSessionsOf(
  db: ReadDb,
  { productId, year }: { readonly productId: number; readonly year: number },
): readonly ScoredAt[] {
  return read<[number, number], ScoredAt>(
    db,
    `SELECT s.id AS sessionId, a.id AS agendaItemId, s.held_on AS heldOn, s.round, s.state = 'closed' AS isLocked
     FROM agenda_items a JOIN sessions s ON s.id = a.session_id WHERE a.product_id = ? AND s.year = ?
     ORDER BY s.held_on, s.id`,
  ).all(productId, year)
}
