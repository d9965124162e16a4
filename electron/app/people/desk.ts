import type { Desk } from '../../../shared/api/people.ts'
import type { AppContext, AtDesk, DeskSlot } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listPeople, readIdleMinutes } from '../../db/queries/people.ts'

/** What the log says of what happens while the screen is locked and nobody has signed in. */
const nobody: AtDesk = { name: 'Chưa đăng nhập', person: null }

/** The desk of a host before a file is open. */
export function emptyDesk(usualName: string): DeskSlot {
  const at = { name: usualName, person: null }
  return { usualName, at, isLocked: false, expected: null, lender: null, wrongTries: new Map() }
}

/** Leaves the desk as it is without a file. */
export function clearDesk({ desk }: AppContext): void {
  Object.assign(desk, emptyDesk(desk.usualName))
}

/**
 * Who works as a file is opened: as before where it names nobody, its only person where that one has no password, else
 * whoever signs in.
 */
export function meetPeople(app: AppContext, db: ReadDb): void {
  const people = listPeople(db)
  const [first] = people
  clearDesk(app)
  if (first === undefined) return
  if (people.length === 1 && !first.hasPassword) takeDesk(app, { name: first.name, person: first })
  else Object.assign(app.desk, { at: nobody, isLocked: true, expected: first.id })
}

/** Gives the keys to somebody, who `lends` are given back later. */
export function takeDesk({ desk }: AppContext, at: AtDesk, lends = false): void {
  const lender = desk.lender ?? (desk.isLocked ? null : desk.at)
  Object.assign(desk, { at, isLocked: false, expected: at.person?.id ?? null, lender: lends ? lender : null })
}

/** Nothing but what the room sees is answered from now on. Somebody has to be named to unlock it again. */
export function lockDesk({ desk }: AppContext): void {
  if (desk.at.person !== null) desk.isLocked = true
}

/** The keys go back to whom they were lent by: at the lock, where that one has a password. */
export function giveDeskBack(app: AppContext): void {
  const { lender } = app.desk
  if (lender === null) return
  takeDesk(app, lender)
  if (lender.person?.hasPassword === true) lockDesk(app)
}

/** As pages are told of it. */
export function readDesk({ desk, workspace }: AppContext): Desk {
  const db = workspace.current?.db
  return {
    person: desk.at.person,
    hasPeople: db !== undefined && listPeople(db).length > 0,
    isLocked: desk.isLocked,
    expected: desk.expected ?? desk.at.person?.id ?? null,
    lender: desk.lender?.name ?? null,
    idleMinutes: db === undefined ? 0 : readIdleMinutes(db),
  }
}

/** What a clerk's laptop is told: the secretary's machine alone is locked and handed over. */
export const noDesk: Desk = {
  person: null,
  hasPeople: false,
  isLocked: false,
  expected: null,
  lender: null,
  idleMinutes: 0,
}
