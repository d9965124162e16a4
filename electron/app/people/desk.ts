import type { Desk } from '../../../shared/api/people.ts'
import type { AppContext, AtDesk, DeskSlot } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readIdentity } from '../../db/queries/backup-facts.ts'
import { findPerson, listPeople, readIdleMinutes, toPerson } from '../../db/queries/people.ts'
import { countWaitingPaper } from '../paper-ballots/waiting-paper.ts'

/** What the log says of what happens while the screen is locked and nobody has signed in. */
const nobody: AtDesk = { name: 'Chưa đăng nhập', person: null }

/** The desk of a host before a file is open. */
export function emptyDesk(usualName: string): DeskSlot {
  const at = { name: usualName, person: null }
  return { usualName, at, isLocked: false, expected: null, lender: null, wrongTries: new Map() }
}

/** Leaves the desk as it is without a file. Who typed wrong passwords still waits: the file may come back at once. */
export function clearDesk({ desk }: AppContext): void {
  Object.assign(desk, { ...emptyDesk(desk.usualName), wrongTries: desk.wrongTries })
}

/** What wrong passwords of the open file's people are counted by, also once it was closed and opened again. */
export function recordOf({ workspace: { current } }: AppContext): string {
  return current === null ? '' : (readIdentity(current.db).uuid ?? current.path)
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

/** Gives the keys to somebody, who `lends` are given back later; who unlocks the screen again owes them as before. */
export function takeDesk({ desk }: AppContext, at: AtDesk, lends = false): void {
  const lender = desk.lender ?? (desk.isLocked ? null : desk.at)
  const isAgain = desk.isLocked && at.person !== null && at.person.id === desk.at.person?.id
  Object.assign(desk, {
    at,
    isLocked: false,
    expected: at.person?.id ?? null,
    lender: lends || isAgain ? lender : null,
  })
}

/** Nothing but what the room sees is answered from now on. Somebody has to be named to unlock it again. */
export function lockDesk({ desk }: AppContext): void {
  if (desk.at.person !== null) desk.isLocked = true
}

/**
 * The keys go back to whom they were lent by, as the file knows that one now: at the lock, where there is a password.
 * Nobody gets them whom the file does not name any more.
 */
export function giveDeskBack(app: AppContext): void {
  const { lender } = app.desk
  const db = app.workspace.current?.db
  if (lender === null || db === undefined) return
  const row = lender.person === null ? null : findPerson(db, lender.person.id)
  if (row !== null) {
    takeDesk(app, { name: row.name, person: toPerson(row) })
    if (row.passwordHash !== null) lockDesk(app)
  } else if (listPeople(db).length === 0) takeDesk(app, lender)
  else Object.assign(app.desk, { at: nobody, isLocked: true, expected: null, lender: null })
}

/** What of the open file would be lost if it were left from the lock: a meeting room, or ballots read from paper. */
export function heldBy(app: AppContext): Desk['heldBy'] {
  if (app.room.current !== null) return 'room'
  return app.desk.isLocked && app.workspace.current !== null && countWaitingPaper(app) > 0 ? 'paper' : null
}

/** As pages are told of it. */
export function readDesk(app: AppContext): Desk {
  const { desk, workspace } = app
  const db = workspace.current?.db
  return {
    person: desk.at.person,
    hasPeople: db !== undefined && listPeople(db).length > 0,
    isLocked: desk.isLocked,
    heldBy: heldBy(app),
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
  heldBy: 'room',
  expected: null,
  lender: null,
  idleMinutes: 0,
}
