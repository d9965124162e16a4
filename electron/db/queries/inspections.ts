import { columnsOf, insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import {
  inspectionCommitments,
  inspectionFiles,
  inspectionFindings,
  inspectionRoutes,
  inspections,
} from '../schema/aftercare.ts'
import { read, readColumn, write } from '../statement.ts'
import { selectAbout, type RecognisedAbout } from './recognised-about.ts'

export type StoredInspection = typeof inspections.$inferSelect
export type StoredRoute = typeof inspectionRoutes.$inferSelect
export type StoredFinding = typeof inspectionFindings.$inferSelect
export type StoredCommitment = typeof inspectionCommitments.$inferSelect
export type StoredInspectionFile = typeof inspectionFiles.$inferSelect

/** An inspection with what it is about, its route, and the case of withdrawal on its certificate. */
export type InspectionRow = StoredInspection &
  RecognisedAbout & {
    readonly routeName: string | null
    readonly routeParticipants: string | null
    readonly withdrawalId: number | null
  }

const selectAll = selectAbout('inspections', {
  columns: `${columnsOf(inspections)}, t.name AS routeName, t.participants AS routeParticipants, w.id AS withdrawalId`,
  joins: `LEFT JOIN inspection_routes t ON t.id = inspections.route_id
    LEFT JOIN withdrawals w ON w.certificate_id = inspections.certificate_id OR w.recognition_id = inspections.recognition_id`,
})

export function listInspections(db: ReadDb, year: number | 'all'): readonly InspectionRow[] {
  if (year === 'all') return read<[], InspectionRow>(db, selectAll).all()
  return read<number, InspectionRow>(db, `SELECT * FROM (${selectAll}) WHERE year = ?`).all(year)
}

export function readInspections(db: ReadDb, ids: readonly number[]): readonly InspectionRow[] {
  const sql = `SELECT * FROM (${selectAll}) WHERE id IN (SELECT value FROM json_each(?))`
  return read<string, InspectionRow>(db, sql).all(JSON.stringify(ids))
}

export function listInspectionsOf(db: ReadDb, productId: number): readonly InspectionRow[] {
  return read<number, InspectionRow>(db, `SELECT * FROM (${selectAll}) WHERE productId = ?`).all(productId)
}

/** Those on a route in the order in which they were put there. */
export function listOnRoute(db: ReadDb, routeId: number): readonly InspectionRow[] {
  return read<number, InspectionRow>(db, `SELECT * FROM (${selectAll}) WHERE routeId = ? ORDER BY id`).all(routeId)
}

export function findInspection(db: ReadDb, id: number): InspectionRow | null {
  return readInspections(db, [id])[0] ?? null
}

/** Years that have any, the latest first. */
export function listInspectedYears(db: ReadDb): readonly number[] {
  const sql = 'SELECT year FROM inspections UNION SELECT year FROM inspection_routes ORDER BY year DESC'
  return readColumn<[], number>(db, sql).all()
}

/** True where one of the product's listed recognitions was or is to be inspected. */
export function hasInspection(db: ReadDb, productId: number): boolean {
  const sql = `SELECT 1 FROM inspections i JOIN recognitions n ON n.id = i.recognition_id WHERE n.product_id = ? LIMIT 1`
  return readColumn<number, 1>(db, sql).get(productId) === 1
}

export function insertInspection(
  db: WriteDb,
  row: Pick<StoredInspection, 'year' | 'routeId' | 'certificateId' | 'recognitionId'>,
): number {
  return write<typeof row, { readonly id: number }>(db, `${insertInto(inspections, row)} RETURNING id`).get(row).id
}

export type InspectionChange = Partial<Omit<StoredInspection, 'id'>>

export function updateInspection(db: WriteDb, id: number, change: InspectionChange): void {
  write<InspectionChange & { readonly id: number }>(db, updateById(inspections, change)).run({ ...change, id })
}

export function deleteInspection(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM inspections WHERE id = ?').run(id)
}

/** Of a year, by their first day, those without one last; of all, the latest year first. */
export function listRoutes(db: ReadDb, year: number | 'all'): readonly StoredRoute[] {
  const sql = `SELECT ${columnsOf(inspectionRoutes)} FROM inspection_routes WHERE year = @year OR @year = 'all'
    ORDER BY year DESC, coalesce(starts_on, ends_on, '9999'), id`
  return read<{ readonly year: number | 'all' }, StoredRoute>(db, sql).all({ year })
}

export function findRoute(db: ReadDb, id: number): StoredRoute | null {
  const sql = `SELECT ${columnsOf(inspectionRoutes)} FROM inspection_routes WHERE id = ?`
  return read<number, StoredRoute>(db, sql).get(id) ?? null
}

export function insertRoute(db: WriteDb, row: Omit<StoredRoute, 'id'>): number {
  return write<typeof row, { readonly id: number }>(db, `${insertInto(inspectionRoutes, row)} RETURNING id`).get(row).id
}

export function updateRoute(db: WriteDb, id: number, change: Partial<Omit<StoredRoute, 'id'>>): void {
  write<typeof change & { readonly id: number }>(db, updateById(inspectionRoutes, change)).run({ ...change, id })
}

export function deleteRoute(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM inspection_routes WHERE id = ?').run(id)
}

/** Of these inspections, by inspection. */
export function readFindings(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, readonly StoredFinding[]> {
  const sql = `SELECT ${columnsOf(inspectionFindings)} FROM inspection_findings
    WHERE inspection_id IN (SELECT value FROM json_each(?))`
  return Map.groupBy(read<string, StoredFinding>(db, sql).all(JSON.stringify(ids)), ({ inspectionId }) => inspectionId)
}

export function upsertFinding(db: WriteDb, row: StoredFinding): void {
  const sql = `${insertInto(inspectionFindings, row)}
    ON CONFLICT DO UPDATE SET answer = excluded.answer, remark = excluded.remark`
  write<StoredFinding>(db, sql).run(row)
}

export function deleteFinding(db: WriteDb, { inspectionId, item }: Omit<StoredFinding, 'answer' | 'remark'>): void {
  const sql = 'DELETE FROM inspection_findings WHERE inspection_id = ? AND item = ?'
  write<[number, string]>(db, sql).run(inspectionId, item)
}

const selectCommitments = `SELECT ${columnsOf(inspectionCommitments)} FROM inspection_commitments`

/** Of these inspections, by inspection, each in the order of their days. */
export function readCommitments(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, readonly StoredCommitment[]> {
  const sql = `${selectCommitments} WHERE inspection_id IN (SELECT value FROM json_each(?)) ORDER BY due_on, id`
  return Map.groupBy(
    read<string, StoredCommitment>(db, sql).all(JSON.stringify(ids)),
    ({ inspectionId }) => inspectionId,
  )
}

/** All of the file, by their days. */
export function listCommitments(db: ReadDb): readonly StoredCommitment[] {
  return read<[], StoredCommitment>(db, `${selectCommitments} ORDER BY due_on, id`).all()
}

export function findCommitment(db: ReadDb, id: number): StoredCommitment | null {
  return read<number, StoredCommitment>(db, `${selectCommitments} WHERE id = ?`).get(id) ?? null
}

export function insertCommitment(db: WriteDb, row: Pick<StoredCommitment, 'inspectionId' | 'what' | 'dueOn'>): number {
  return write<typeof row, { readonly id: number }>(db, `${insertInto(inspectionCommitments, row)} RETURNING id`).get(
    row,
  ).id
}

export type CommitmentChange = Partial<Omit<StoredCommitment, 'id' | 'inspectionId'>>

export function updateCommitment(db: WriteDb, id: number, change: CommitmentChange): void {
  write<CommitmentChange & { readonly id: number }>(db, updateById(inspectionCommitments, change)).run({
    ...change,
    id,
  })
}

export function deleteCommitment(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM inspection_commitments WHERE id = ?').run(id)
}

const selectFiles = `SELECT ${columnsOf(inspectionFiles)} FROM inspection_files`

export function listInspectionFiles(db: ReadDb, inspectionId: number): readonly StoredInspectionFile[] {
  const sql = `${selectFiles} WHERE inspection_id = ? ORDER BY id`
  return read<number, StoredInspectionFile>(db, sql).all(inspectionId)
}

export function findInspectionFile(db: ReadDb, id: number): StoredInspectionFile | null {
  return read<number, StoredInspectionFile>(db, `${selectFiles} WHERE id = ?`).get(id) ?? null
}

export function insertInspectionFile(db: WriteDb, row: Omit<StoredInspectionFile, 'id'>): number {
  return write<typeof row, { readonly id: number }>(db, `${insertInto(inspectionFiles, row)} RETURNING id`).get(row).id
}

export function deleteInspectionFile(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM inspection_files WHERE id = ?').run(id)
}
