import { Refusal } from '../../../shared/api/refusal.ts'
import type { PersonRole } from '../../../shared/domain/people/roles.ts'
import { isSamePerson } from '../../../shared/domain/vietnamese/person-name.ts'
import type { AppContext } from '../../context.ts'
import { findPerson, listPeople } from '../../db/queries/people.ts'
import { openDb, requireFound } from '../commit.ts'
import { checkPerson } from '../people/check-person.ts'
import { requireFreeName } from '../room/names.ts'

type Approver = { readonly id: number; readonly password?: string | undefined } | { readonly name: string } | undefined

/**
 * The name of the chair who approves at this machine: a person of the file in that role, by password where there is one.
 * A file that names nobody takes a name, which cannot be that of who works: one person does not approve alone.
 *
 * @throws Refusal `not-allowed`, `approver-is-operator`, `name-taken`, `not-found`, and those of `checkPerson`
 */
export async function findApprover(app: AppContext, by: Approver): Promise<string> {
  const db = openDb(app)
  const { person } = app.desk.at
  if (by !== undefined && 'name' in by && listPeople(db).length === 0) {
    requireFreeName(by.name, [])
    if (isSamePerson(by.name, app.actor)) throw new Refusal('approver-is-operator', { name: app.actor })
    return by.name
  }
  if (by !== undefined && 'id' in by && by.id !== person?.id) {
    requireChair(requireFound(findPerson(db, by.id)))
    const { person: chair } = await checkPerson(app, by)
    requireChair(chair)
    return chair.name
  }
  requireChair(person)
  return person.name
}

function requireChair<P extends { readonly role: PersonRole }>(person: P | null): asserts person is P {
  if (person?.role !== 'chair') throw new Refusal('not-allowed', { who: 'chair' })
}
