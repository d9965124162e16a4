import { countedTables, type CountedTable } from '../../../shared/api/years.ts'
import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import type { closedYears, councilYears } from '../schema/years.ts'
import { read, readColumn, write } from '../statement.ts'

/** Of the act itself and of its migrations; they are no contents of a year. */
const uncounted = ['audit_events', 'council_years', '__drizzle_migrations']

/** Rows of every table; those that have no name of their own together. */
export function countTables(db: ReadDb): ReadonlyMap<CountedTable | 'others', number> {
  const names = readColumn<[], string>(
    db,
    "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
  ).all()
  const counts = new Map<CountedTable | 'others', number>(countedTables.map((name) => [name, 0]))
  for (const name of names.filter((one) => !uncounted.includes(one))) {
    const rows = readColumn<[], number>(db, `SELECT count(*) FROM "${name}"`).get() ?? 0
    const key = countedTables.find((counted) => counted === name) ?? 'others'
    counts.set(key, (counts.get(key) ?? 0) + rows)
  }
  return counts
}

const ofSessions = (table: string) =>
  `SELECT count(*) FROM ${table} x JOIN agenda_items a ON a.id = x.agenda_item_id JOIN sessions s ON s.id = a.session_id
   WHERE s.year = ?`

const ofYear: Readonly<Partial<Record<CountedTable, string>>> = {
  councils: 'SELECT count(*) FROM council_years WHERE year = ?',
  members: 'SELECT count(*) FROM members m JOIN council_years y USING (council_id) WHERE y.year = ?',
  deadline_letters: 'SELECT count(*) FROM deadline_letters WHERE year = ?',
  letter_deadlines:
    'SELECT count(*) FROM letter_deadlines d JOIN deadline_letters l ON l.id = d.letter_id WHERE l.year = ?',
  sessions: 'SELECT count(*) FROM sessions WHERE year = ?',
  attendances: 'SELECT count(*) FROM attendances x JOIN sessions s ON s.id = x.session_id WHERE s.year = ?',
  agenda_items: 'SELECT count(*) FROM agenda_items x JOIN sessions s ON s.id = x.session_id WHERE s.year = ?',
  ballots: ofSessions('ballots'),
  agreed_levels: ofSessions('agreed_levels'),
  registrations: 'SELECT count(*) FROM registrations WHERE year = ?',
  dossier_items:
    'SELECT count(*) FROM dossier_items x JOIN registrations r ON r.id = x.registration_id WHERE r.year = ?',
  document_register: 'SELECT count(*) FROM document_register WHERE year = ?',
  certificates: 'SELECT count(*) FROM certificates WHERE year = ?',
}

/** Rows that belong to a year, of the tables whose rows do. */
export function countOfYear(db: ReadDb, year: number): ReadonlyMap<CountedTable | 'others', number> {
  return new Map(
    countedTables.flatMap((table) => {
      const sql = ofYear[table]
      return sql === undefined ? [] : [[table, readColumn<number, number>(db, sql).get(year) ?? 0] as const]
    }),
  )
}

/** What was counted when years began, the latest first. */
export function listYearCounts(db: ReadDb): readonly CountEvent[] {
  const rows = read<[], { readonly seq: number; readonly at: string; readonly by: string; readonly detail: string }>(
    db,
    `SELECT seq, at, actor AS "by", detail FROM audit_events WHERE command = 'years.begin' ORDER BY seq DESC`,
  ).all()
  return rows.map(({ detail, ...event }) => ({
    ...event,
    ...(JSON.parse(detail) as AuditDetails['years.begin']),
  }))
}

type CountEvent = AuditDetails['years.begin'] & { readonly seq: number; readonly at: string; readonly by: string }

export function insertCouncilYear(db: WriteDb, row: typeof councilYears.$inferSelect): void {
  write<typeof row>(
    db,
    'INSERT INTO council_years (council_id, year, from_council_id) VALUES (@councilId, @year, @fromCouncilId)',
  ).run(row)
}

/** What a council has of its own besides its members: where certificates are printed on its sheet. */
export function copyCouncilSettings(db: WriteDb, ids: { readonly from: number; readonly to: number }): void {
  write<typeof ids>(
    db,
    `INSERT INTO overprint_layouts (council_id, layout, saved_at)
     SELECT @to, layout, saved_at FROM overprint_layouts WHERE council_id = @from`,
  ).run(ids)
}

export type YearRow = {
  readonly year: number
  readonly sessions: number
  /** Of written opinions. */
  readonly rounds: number
  readonly registrations: number
}

/** Years that the office itself has worked in, or prepares, the latest first. */
export function listYearRows(db: ReadDb): readonly YearRow[] {
  return read<[], YearRow>(
    db,
    `SELECT y.year, (SELECT count(*) FROM sessions s WHERE s.year = y.year) AS sessions,
       (SELECT count(*) FROM written_rounds w WHERE w.year = y.year) AS rounds,
       (SELECT count(*) FROM registrations r WHERE r.year = y.year) AS registrations
     FROM (SELECT year FROM sessions UNION SELECT year FROM registrations UNION SELECT year FROM closed_years
       UNION SELECT year FROM council_years UNION SELECT year FROM deadline_letters
       UNION SELECT year FROM written_rounds UNION SELECT year FROM inspections) y ORDER BY y.year DESC`,
  ).all()
}

type ClosedYear = typeof closedYears.$inferSelect

export function findClosedYear(db: ReadDb, year: number): ClosedYear | null {
  const sql = 'SELECT year, closed_at AS closedAt, closed_by AS closedBy FROM closed_years WHERE year = ?'
  return read<number, ClosedYear>(db, sql).get(year) ?? null
}

export function insertClosedYear(db: WriteDb, row: ClosedYear): void {
  const sql = 'INSERT INTO closed_years (year, closed_at, closed_by) VALUES (@year, @closedAt, @closedBy)'
  write<ClosedYear>(db, sql).run(row)
}

export function deleteClosedYear(db: WriteDb, year: number): void {
  write<number>(db, 'DELETE FROM closed_years WHERE year = ?').run(year)
}

export function listClosedYears(db: ReadDb): readonly number[] {
  return readColumn<[], number>(db, 'SELECT year FROM closed_years').all()
}

const ofRegistrations = 'JOIN registrations y ON y.id = x.registration_id'

/** Tables whose rows others hang on, each with how its own rows come to a year. */
const yearsOfParents = {
  sessions: 'SELECT x.year FROM sessions x',
  agenda_items: 'SELECT y.year FROM agenda_items x JOIN sessions y ON y.id = x.session_id',
  registrations: 'SELECT x.year FROM registrations x',
  dossier_files: `SELECT y.year FROM dossier_files x ${ofRegistrations}`,
  deadline_letters: 'SELECT x.year FROM deadline_letters x',
  inspections: 'SELECT x.year FROM inspections x',
  written_rounds: 'SELECT x.year FROM written_rounds x',
  written_members: 'SELECT y.year FROM written_members x JOIN written_rounds y ON y.id = x.round_id',
  written_products: 'SELECT y.year FROM written_products x JOIN written_rounds y ON y.id = x.round_id',
} as const satisfies Readonly<Record<string, string>>
export type YearParent = keyof typeof yearsOfParents

/** The years of these rows, each once; of rows that are gone nothing. */
export function listYearsOf(db: ReadDb, parent: YearParent, ids: readonly number[]): readonly number[] {
  const sql = `SELECT DISTINCT year FROM (${yearsOfParents[parent]} WHERE x.id IN (SELECT value FROM json_each(?)))`
  return readColumn<string, number>(db, sql).all(JSON.stringify(ids))
}
