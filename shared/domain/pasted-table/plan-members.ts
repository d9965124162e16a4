import type { MemberRole } from '../session/session-record.ts'
import { nextCode } from '../next-code.ts'
import { isOneSlip, productKey } from '../register/name-keys.ts'
import { isSamePerson } from '../vietnamese/person-name.ts'
import type { PastedMemberFields } from './member-fields.ts'
import type { CellFaultAt, PastedRow } from './read-pasted-table.ts'

type MemberFields = {
  readonly code: string
  readonly name: string
  readonly position: string
  readonly organisation: string
  readonly role: MemberRole
}

export type KnownMember = MemberFields & { readonly id: number; readonly isRetired: boolean }

/** What a pasted row does to a council. */
export type PlannedMember = {
  readonly line: number
  /** As the row names the member; empty where it does not. */
  readonly name: string
  readonly faults: readonly CellFaultAt<string>[]
  /** Who may be meant, and why that is not sure: somebody has to say whether it is the same person. */
  readonly asks:
    | { readonly member: KnownMember; readonly why: 'name' | 'code' }
    | { readonly line: number; readonly why: 'above' }
    | null
  /** Null where it cannot be taken, or nobody has answered yet. */
  readonly outcome:
    | { readonly kind: 'new'; readonly fields: MemberFields }
    | { readonly kind: 'changed'; readonly member: KnownMember; readonly fields: MemberFields }
    | { readonly kind: 'same' }
    | null
}

type PlanInput = {
  readonly rows: readonly PastedRow<PastedMemberFields>[]
  readonly members: readonly KnownMember[]
  /** By line: whether a doubtful one is the member that it asks about. */
  readonly answers: ReadonlyMap<number, boolean>
}

/**
 * What a pasted list would do to a council's members: those of the same name or code are laid over, others are new, with the
 * next free codes; what a row does not say stays as it is. Nobody leaves a council by a paste.
 */
export function planMembers({ rows, members, answers }: PlanInput): readonly PlannedMember[] {
  const standing = members.filter(({ isRetired }) => !isRetired)
  const codes = members.map(({ code }) => code)
  const taken = new Set<number>()
  let hasChair = standing.some(({ role }) => role === 'chair')
  return rows.map(({ line, values, faults }) => {
    const { name = '', ...said } = values
    const lacking: readonly CellFaultAt<string>[] =
      name === '' && !faults.some(({ field }) => field === 'name') ? [{ field: 'name', found: '', why: 'missing' }] : []
    const all = [...faults, ...lacking]
    if (all.length > 0) return { line, name, faults: all, asks: null, outcome: null }
    const free = standing.filter(({ id }) => !taken.has(id))
    const sure = free.find((one) => isSamePerson(one.name, name))
    const above = rows.find((row) => row.line < line && isSamePerson(row.values.name ?? '', name))
    const asks =
      sure !== undefined
        ? null
        : above === undefined
          ? askOf(free, { name, code: said.code })
          : ({ line: above.line, why: 'above' } as const)
    const answer = answers.get(line)
    if (asks !== null && answer === undefined) return { line, name, faults: [], asks, outcome: null }
    // The same person once more: the row above says it.
    if (asks?.why === 'above' && answer === true) return { line, name, faults: [], asks, outcome: { kind: 'same' } }
    const member = sure ?? (answer === true && asks !== null && asks.why !== 'above' ? asks.member : undefined)
    if (member !== undefined) {
      taken.add(member.id)
      const { id: _id, isRetired: _retired, ...known } = member
      const code = said.code !== undefined && !codes.includes(said.code) ? said.code : known.code
      const fields = { ...known, ...said, name: member === sure ? known.name : name, code }
      const isSame = memberFieldNames.every((field) => fields[field] === known[field])
      return { line, name, faults: [], asks, outcome: isSame ? { kind: 'same' } : { kind: 'changed', member, fields } }
    }
    const own = said.code !== undefined && !codes.includes(said.code) ? said.code : nextCode(codes, 'TV01')
    codes.push(own)
    // As the row that is typed proposes: a council begins with who chairs it.
    const role = said.role ?? (hasChair || rows.some((one) => one.values.role === 'chair') ? 'member' : 'chair')
    hasChair ||= role === 'chair'
    const fields = { position: '', organisation: '', ...said, name, role, code: own }
    return { line, name, faults: [], asks, outcome: { kind: 'new', fields } }
  })
}

export const memberFieldNames = [
  'code',
  'name',
  'position',
  'organisation',
  'role',
] as const satisfies readonly (keyof MemberFields)[]

/** A name one slip of the keys or an accent away, else the same code under another name. */
function askOf(
  members: readonly KnownMember[],
  { name, code }: { readonly name: string; readonly code: string | undefined },
): Exclude<PlannedMember['asks'], { readonly why: 'above' }> {
  const key = productKey(name)
  const near = members.find((one) => productKey(one.name) === key || isOneSlip(productKey(one.name), key))
  if (near !== undefined) return { member: near, why: 'name' }
  const coded = code === undefined ? undefined : members.find((one) => one.code === code)
  return coded === undefined ? null : { member: coded, why: 'code' }
}
