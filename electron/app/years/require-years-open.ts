import type { AuditCommand } from '../../../shared/api/audit-details.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findClosedYear,
  findClosedYearOf,
  findClosedYearOfRegistrations,
  isAnyYearClosed,
} from '../../db/queries/years.ts'
import type { RowChanges, TableChanges } from '../../db/row-changes.ts'

/** A closed year's papers are looked at and printed as before; nothing else of its sessions changes. */
const takenInClosedYear: readonly AuditCommand[] = ['documents.issued.keep', 'documents.certificates.print']

/**
 * Refuses what a command did to a session or registration of a closed year. `changes`: its rows, as the audit keeps them.
 *
 * @throws Refusal `year-closed`
 */
export function requireYearsOpen(
  db: ReadDb,
  {
    command,
    sessionId,
    subject,
    changes,
  }: {
    readonly command: AuditCommand
    readonly sessionId: number | undefined
    readonly subject: string
    readonly changes: string
  },
): void {
  if (!isAnyYearClosed(db) || takenInClosedYear.includes(command)) return
  const ofSession = sessionId === undefined ? null : findClosedYearOf(db, sessionId)
  const year = ofSession ?? findClosedYearOfRegistrations(db, [...registrationsIn(changes), ...registrationIn(subject)])
  if (year !== null) throw new Refusal('year-closed', { year })
}

/** @throws Refusal `year-closed` */
export function requireYearOpen(db: ReadDb, year: number): void {
  if (findClosedYear(db, year) !== null) throw new Refusal('year-closed', { year })
}

const registrationIn = (subject: string): readonly number[] =>
  subject.startsWith('registration:') ? [Number(subject.slice('registration:'.length))] : []

function registrationsIn(changes: string): readonly number[] {
  // Megabytes of an import need not be parsed to tell that they are about no registration.
  if (!changes.includes('"registrations":') && !changes.includes('"dossier_items":')) return []
  const { registrations, dossier_items: items } = JSON.parse(changes) as RowChanges
  return [...keysOf(registrations, 'id'), ...keysOf(items, 'registration_id')]
}

/** The first value of the keys of rows that are there after a command. */
function keysOf({ changed = [], added = [], columns = [] }: TableChanges = {}, column: string): readonly number[] {
  const place = columns.indexOf(column)
  return [
    ...changed.map(([key]) => Number(Array.isArray(key) ? key[0] : key)),
    ...added.map((row) => Number(row[place])),
  ]
}
