import type { Council, CouncilFields, MemberFields } from '../../../shared/api/councils.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { isMemberOn } from '../../../shared/domain/session/is-member-on.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import type { AppContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import {
  deleteMember,
  findCouncil,
  findMember,
  insertCouncil,
  insertMember,
  listCouncils,
  setMemberOrder,
  setRetirement,
  updateCouncil,
  updateMember,
} from '../../db/queries/councils.ts'
import { newDeedId } from '../../db/take-back.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { councilFieldsOf, memberFieldsOf } from './fields-of.ts'

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
        const from = councilFieldsOf(requireFound(findCouncil(db, id)))
        const to = layPatch<CouncilFields>(from, input.fields)
        updateCouncil(db, id, to)
        return { result: { id }, audit: { subject: `council:${id}`, detail: { from, to } } }
      },

      saveMember: (db, { input }) => {
        const council = requireFound(findCouncil(db, input.councilId))
        const twin = council.members.find(({ code, id }) => code === input.fields.code && id !== input.id)
        if (twin !== undefined) throw new Refusal('duplicate-code', { code: twin.code, name: twin.name })
        if (input.id === undefined) {
          const id = insertMember(db, input.councilId, input.fields)
          return { result: { id }, audit: { subject: `member:${id}`, detail: { to: input.fields } } }
        }
        const { id } = input
        const from = memberFieldsOf(requireFound(findMember(db, id)))
        const to = layPatch<MemberFields>(from, input.fields)
        updateMember(db, id, to)
        return { result: { id }, audit: { subject: `member:${id}`, detail: { from, to } } }
      },

      takeMembers: (db, { input: { councilId, rows }, now }) => {
        const council = requireFound(findCouncil(db, councilId))
        const undo = newDeedId()
        requireOwnCodes(council, rows)
        const by = { council, today: vietnamDay(now) }
        const members = rows.map((row) => takeMember(db, by, row))
        const isNone = members.every(({ from, to }) => from !== undefined && isSameMember(from, to))
        const audit = isNone ? null : { subject: `council:${councilId}`, detail: { members } }
        return { result: { undo }, audit, undo }
      },

      removeMember: (db, { input }) => {
        const member = requireFound(findMember(db, input.id))
        if (member.isInUse) throw new Refusal('in-use', { name: member.name })
        deleteMember(db, input.id)
        return { result: undefined, audit: { subject: `member:${input.id}`, detail: { from: { ...member } } } }
      },

      retireMember: (db, { input: { id, retiredOn, reason } }) => {
        const member = requireFound(findMember(db, id))
        if (member.retiredOn !== null) throw new Refusal('member-retired', { name: member.name })
        setRetirement(db, id, { retiredOn, retireReason: reason })
        return { result: undefined, audit: { subject: `member:${id}`, detail: { from: null, to: retiredOn, reason } } }
      },

      recallMember: (db, { input: { id, reason } }) => {
        const { retiredOn } = requireFound(findMember(db, id))
        if (retiredOn === null) return { result: undefined, audit: null }
        setRetirement(db, id, { retiredOn: null, retireReason: '' })
        return { result: undefined, audit: { subject: `member:${id}`, detail: { from: retiredOn, to: null, reason } } }
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

type TakenMember = {
  readonly id?: number | undefined
  readonly seen?: MemberFields | undefined
  readonly fields: MemberFields
}

type TakenBy = { readonly council: Council; readonly today: string }

/** @throws Refusal `changed-elsewhere` */
function takeMember(db: WriteDb, { council, today }: TakenBy, { id, seen, fields: to }: TakenMember) {
  if (id === undefined) return { id: insertMember(db, council.id, to), to }
  const standing = council.members.find((one) => one.id === id && isMemberOn(one, today))
  const from = memberFieldsOf(requireFound(standing))
  if (seen === undefined || !isSameMember(from, seen)) throw new Refusal('changed-elsewhere')
  updateMember(db, id, to)
  return { id, from, to }
}

const isSameMember = (one: MemberFields, other: MemberFields): boolean =>
  (Object.keys(one) as (keyof MemberFields)[]).every((field) => one[field] === other[field])

/** @throws Refusal `duplicate-code` where two would have one code */
function requireOwnCodes({ members }: Council, rows: readonly TakenMember[]): void {
  const changed = new Set(rows.map(({ id }) => id))
  const all = [...members.filter(({ id }) => !changed.has(id)), ...rows.map(({ fields }) => fields)]
  const twin = all.find(({ code }, place) => all.findIndex((other) => other.code === code) !== place)
  if (twin !== undefined) throw new Refusal('duplicate-code', { code: twin.code, name: twin.name })
}

/** An order names each id once. @throws Refusal `not-found` */
export function requireSameIds(known: readonly number[], given: readonly number[]): void {
  const isSame = known.length === given.length && known.every((id) => given.includes(id))
  if (!isSame) throw new Refusal('not-found')
}
