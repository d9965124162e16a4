import type { Person } from '../../../shared/api/people.ts'
import { columnsOf, insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { people } from '../schema/file.ts'
import { read, readColumn, write } from '../statement.ts'

export type PersonRow = typeof people.$inferSelect

const selectPeople = `SELECT ${columnsOf(people)} FROM people`

/** In the order in which they were named. */
export function listPeople(db: ReadDb): readonly Person[] {
  return read<[], PersonRow>(db, `${selectPeople} ORDER BY id`).all().map(toPerson)
}

/** With what passwords are checked by: never to leave the host. */
export function findPerson(db: ReadDb, id: number): PersonRow | null {
  return read<number, PersonRow>(db, `${selectPeople} WHERE id = ?`).get(id) ?? null
}

/** Secretaries of a file of any schema version, with what their passwords are checked by. */
export function listSecretaries(db: ReadDb): readonly PersonRow[] {
  const asked = `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'people'`
  if (readColumn<[], 1>(db, asked).get() !== 1) return []
  return read<[], PersonRow>(db, `${selectPeople} WHERE role = 'secretary' ORDER BY id`).all()
}

export function toPerson({ id, name, role, passwordHash }: PersonRow): Person {
  return { id, name, role, hasPassword: passwordHash !== null }
}

export function insertPerson(db: WriteDb, person: Pick<Person, 'name' | 'role'>): number {
  return write<typeof person, { readonly id: number }>(db, `${insertInto(people, person)} RETURNING id`).get(person).id
}

export function updatePerson(db: WriteDb, id: number, change: Partial<Omit<PersonRow, 'id'>>): void {
  write<typeof change & { readonly id: number }>(db, updateById(people, change)).run({ ...change, id })
}

export function deletePerson(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM people WHERE id = ?').run(id)
}

/** True for a name that stands in the audit. */
export function hasActed(db: ReadDb, name: string): boolean {
  return readColumn<string, 1>(db, 'SELECT 1 FROM audit_events WHERE actor = ? LIMIT 1').get(name) === 1
}

/** Minutes without a key until the screen is locked; 0 for never. */
export function readIdleMinutes(db: ReadDb): number {
  return readColumn<[], number>(db, 'SELECT idle_minutes FROM workspace').get() ?? 0
}

export function setIdleMinutes(db: WriteDb, minutes: number): void {
  write<number>(db, 'UPDATE workspace SET idle_minutes = ?').run(minutes)
}
