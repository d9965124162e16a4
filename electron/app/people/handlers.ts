import { Refusal } from '../../../shared/api/refusal.ts'
import { hasOtherSecretary, hasWayBack } from '../../../shared/domain/people/roles.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  deletePerson,
  findPerson,
  hasActed,
  insertPerson,
  listPeople,
  listSecretaries,
  readIdleMinutes,
  setIdleMinutes,
  toPerson,
  updatePerson,
  type PersonRow,
} from '../../db/queries/people.ts'
import { listRoomCodes } from '../../db/queries/room.ts'
import { commit, openDb, requireFound } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { requireFreeName } from '../room/names.ts'
import { checkPerson, hashRecoveryCode, makeRecoveryCode, triesKey } from './check-person.ts'
import { giveDeskBack, lockDesk, recordOf, takeDesk } from './desk.ts'

export function peopleHandlers(app: AppContext) {
  const { people } = procedures
  return {
    list: people.list.handler(() => listPeople(openDb(app))),

    signIn: people.signIn.handler(async ({ input }) => {
      const { person, proof } = await checkPerson(app, input)
      takeDesk(app, { name: person.name, person: toPerson(person) }, input.lends)
      if (proof === 'recovery-code') recover(app, person)
      tellPages(app)
    }),

    lock: people.lock.handler(() => {
      lockDesk(app)
      tellPages(app)
    }),

    giveBack: people.giveBack.handler(() => {
      if (app.desk.lender === null) return
      giveDeskBack(app)
      tellPages(app)
    }),

    ...commandsAt(app, 'people').around({
      save: ({ input, commit: own }) => {
        const { id: given, name } = input
        const isFirst = listPeople(openDb(app)).length === 0
        const role = isFirst ? 'secretary' : input.role
        const result = own((db) => {
          const people = listPeople(db)
          const others = people.filter(({ id }) => id !== given)
          const room = app.room.current
          const clerks = room === null ? [] : listRoomCodes(db, room.sessionId).map(({ clerk }) => clerk)
          requireFreeName(name, [...others.map((other) => other.name), ...clerks])
          if (given === undefined) {
            const id = insertPerson(db, { name, role })
            return {
              result: { id, recoveryCode: null },
              audit: { subject: `person:${id}`, detail: { to: { name, role } } },
            }
          }
          const row = requireFound(findPerson(db, given))
          const from = named(row)
          if (from.name === name && from.role === role)
            return { result: { id: given, recoveryCode: null }, audit: null }
          if (role !== 'secretary' && !hasOtherSecretary(people, given)) throw new Refusal('last-secretary')
          if (from.name !== name && hasActed(db, from.name)) throw new Refusal('person-has-acted', { name: from.name })
          // A recovery code is a secretary's alone, and each secretary with a password has one.
          const isNew = role === 'secretary' && from.role !== 'secretary' && row.passwordHash !== null
          const recoveryCode = isNew ? makeRecoveryCode() : null
          const recoveryHash =
            recoveryCode !== null ? hashRecoveryCode(recoveryCode) : role === 'secretary' ? row.recoveryHash : null
          updatePerson(db, given, { name, role, recoveryHash })
          if (role !== 'secretary') requireWayBack(db, from)
          return {
            result: { id: given, recoveryCode },
            audit: { subject: `person:${given}`, detail: { from, to: { name, role } } },
          }
        })
        if (isFirst || app.desk.at.person?.id === result.id) refreshDesk(app, result.id)
        return result
      },

      setPassword: async ({ input, commit: own }) => {
        const { id, password } = input
        const { person } = app.desk.at
        if (person?.id !== id && person?.role !== 'secretary') throw new Refusal('not-allowed', { who: 'secretary' })
        const asked =
          person?.id === id
            ? (await checkPerson(app, { id, password: input.present })).person
            : requireFound(findPerson(openDb(app), id))
        const passwordHash = password === null ? null : await app.work.run('hash-password', { password })
        const recoveryCode = own((db) => {
          const { name, role, passwordHash: former } = requireFound(findPerson(db, id))
          if (former !== asked.passwordHash) throw new Refusal('changed-meanwhile')
          const code = password !== null && role === 'secretary' ? makeRecoveryCode() : null
          updatePerson(db, id, { passwordHash, recoveryHash: code === null ? null : hashRecoveryCode(code) })
          const detail = { name, hasPassword: passwordHash !== null }
          return { result: code, audit: { subject: `person:${id}`, detail } }
        })
        app.desk.wrongTries.delete(triesKey(recordOf(app), id))
        if (person?.id === id) refreshDesk(app, id)
        return { recoveryCode }
      },
    }),

    ...commandsAt(app, 'people').inside({
      remove: (db, { input }) => {
        const from = named(requireFound(findPerson(db, input.id)))
        if (!hasOtherSecretary(listPeople(db), input.id)) throw new Refusal('last-secretary')
        if (app.desk.at.person?.id === input.id) throw new Refusal('in-use', { name: from.name })
        deletePerson(db, input.id)
        requireWayBack(db, from)
        return { result: undefined, audit: { subject: `person:${input.id}`, detail: { from } } }
      },

      setIdle: (db, { input: { minutes: to } }) => {
        const from = readIdleMinutes(db)
        if (from === to) return { result: undefined, audit: null }
        setIdleMinutes(db, to)
        return { result: undefined, audit: { subject: 'workspace', detail: { from, to } } }
      },
    }),
  }
}

/** Of a file that all its secretaries keep by passwords, as it is without that person. @throws Refusal `last-recovery-code` */
function requireWayBack(db: ReadDb, { name, role }: Pick<PersonRow, 'name' | 'role'>): void {
  if (role === 'secretary' && !hasWayBack(listSecretaries(db))) throw new Refusal('last-recovery-code', { name })
}

const named = ({ name, role }: PersonRow) => ({ name, role })

/** Who works is who the file says now. */
function refreshDesk(app: AppContext, id: number): void {
  const person = toPerson(requireFound(findPerson(openDb(app), id)))
  app.desk.at = { name: person.name, person }
}

/** The password that was forgotten goes, and its recovery code, which somebody may have read over a shoulder. */
function recover(app: AppContext, { id, name }: PersonRow): void {
  if (app.workspace.current?.readOnly !== null) return
  commit(app, 'people.recover', (db) => {
    updatePerson(db, id, { passwordHash: null, recoveryHash: null })
    return { result: undefined, audit: { subject: `person:${id}`, detail: { name } } }
  })
  refreshDesk(app, id)
}

function tellPages(app: AppContext): void {
  app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
}
