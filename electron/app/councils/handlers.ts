import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import {
  deleteMember,
  findCouncil,
  findMember,
  insertCouncil,
  insertMember,
  listCouncils,
  setMemberOrder,
  updateCouncil,
  updateMember,
} from '../../db/queries/councils.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'

export function councilsHandlers(app: AppContext) {
  return {
    list: procedures.councils.list.handler(() => listCouncils(openDb(app))),

    get: procedures.councils.get.handler(({ input }) => requireFound(findCouncil(openDb(app), input.id))),

    ...commandsAt(app, 'councils').inside({
      save: (db, { input }) => {
        if (input.id === undefined) {
          const id = insertCouncil(db, input.fields)
          return { result: { id }, audit: { subject: `council:${id}`, detail: { to: input.fields } } }
        }
        const { id } = input
        const { members: _members, sessionCount: _count, id: _id, ...from } = requireFound(findCouncil(db, id))
        updateCouncil(db, id, input.fields)
        return { result: { id }, audit: { subject: `council:${id}`, detail: { from, to: input.fields } } }
      },

      saveMember: (db, { input }) => {
        const council = requireFound(findCouncil(db, input.councilId))
        const twin = council.members.find((member) => member.code === input.fields.code && member.id !== input.id)
        if (twin !== undefined) throw new Refusal('duplicate-code', { code: input.fields.code, name: twin.name })
        if (input.id === undefined) {
          const id = insertMember(db, input.councilId, input.fields)
          return { result: { id }, audit: { subject: `member:${id}`, detail: { to: input.fields } } }
        }
        const { id } = input
        const { id: _id, councilId: _council, isInUse: _use, ...from } = requireFound(findMember(db, id))
        updateMember(db, id, input.fields)
        return { result: { id }, audit: { subject: `member:${id}`, detail: { from, to: input.fields } } }
      },

      removeMember: (db, { input }) => {
        const member = requireFound(findMember(db, input.id))
        if (member.isInUse) throw new Refusal('in-use', { name: member.name })
        deleteMember(db, input.id)
        return { result: undefined, audit: { subject: `member:${input.id}`, detail: { from: { ...member } } } }
      },

      orderMembers: (db, { input }) => {
        const council = requireFound(findCouncil(db, input.councilId))
        const from = council.members.map((member) => member.id)
        requireSameIds(from, input.ids)
        setMemberOrder(db, input.ids)
        return { result: undefined, audit: { subject: `council:${council.id}`, detail: { from, to: input.ids } } }
      },
    }),
  }
}

/** An order names each id once. @throws Refusal `not-found` */
export function requireSameIds(known: readonly number[], given: readonly number[]): void {
  const isSame = known.length === given.length && known.every((id) => given.includes(id))
  if (!isSame) throw new Refusal('not-found')
}
