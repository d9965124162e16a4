import type { TFunction } from 'i18next'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'

type Words = Pick<MemberRecord, 'name' | 'role' | 'position' | 'organisation'>

/**
 * Who a member is, for people: the name first, then role and organisation. A name that begins with the role stands for it, and an
 * organisation that the name holds is not said twice.
 */
export function memberLabel(member: Words | undefined, t: TFunction<'scoring'>): string {
  if (member === undefined) return ''
  const { name } = member
  const role = t(`role.${member.role}`)
  const where = member.organisation === '' ? member.position : member.organisation
  const parts = name.startsWith(role) ? [name, name.includes(where) ? '' : where] : [name, role, where]
  return [...new Set(parts)].filter((part) => part !== '').join(' – ')
}

/** A column of the grid: whose it is, in short and in full, and how a sheet of points may head it. */
export type ColumnLabel = {
  readonly id: number
  readonly short: string
  readonly label: string
  readonly names: readonly string[]
}

export function columnLabels(members: readonly MemberRecord[], t: TFunction<'scoring'>): readonly ColumnLabel[] {
  return members.map((member) => {
    const [short, label] = [memberInitials(member), memberLabel(member, t)]
    return { id: member.id, short, label, names: [member.code, member.name, short, label] }
  })
}

/** Two letters or three for a column's head: "UV1", "CT"; the member's own code when it is short. */
export function memberInitials({ code, name }: Pick<MemberRecord, 'code' | 'name'>): string {
  return code.length <= 5 ? code : initials(name)
}

/** A name in two lines: given names stand last in Vietnamese, and tell people apart where family names do not. */
export function nameInLines(name: string): { readonly before: string; readonly given: string } {
  const words = name.trim().split(/\s+/)
  return { before: words.slice(0, -1).join(' '), given: words.at(-1) ?? '' }
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(-3)
    .join('')
    .toUpperCase()
