import type { TFunction } from 'i18next'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'

type Words = Pick<MemberRecord, 'name' | 'role' | 'position' | 'organisation'>

/** Who a member is, for people: role, organisation and name; a part that another says in full is left out. */
export const memberLabel = ({ member, t }: { member: Words | undefined; t: TFunction<'scoring'> }): string => {
  if (member === undefined) return ''
  const role = t(`role.${member.role}`)
  const where = member.organisation === '' ? member.position : member.organisation
  const parts = [...new Set([role, where, member.name])].filter((part) => part !== '')
  return parts.filter((part) => !parts.some((other) => other !== part && other.startsWith(part))).join(' – ')
}

/** Two letters or three for a column's head: "UV1", "CT"; the member's own code when it is short. */
export const memberInitials = ({ code, name }: Pick<MemberRecord, 'code' | 'name'>): string =>
  code.length <= 5 ? code : initials(name)

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(-3)
    .join('')
    .toUpperCase()
