import type { MemberRecord, Quorum } from '../session/session-record.ts'
import type { Regulation } from './types.ts'

/**
 * The quorum of a session by the council's own regulations (the decisions fix none): the fraction of all members,
 * rounded up to whole members, and the chair where the regulations ask for it.
 */
export function countQuorum(
  members: readonly Pick<MemberRecord, 'role' | 'isPresent'>[],
  regulation: Pick<Regulation, 'quorum'>,
): Quorum {
  const { numerator, denominator, needsChair } = regulation.quorum
  const present = members.filter((member) => member.isPresent).length
  const required = ceilDivide({ dividend: members.length * numerator, divisor: denominator })
  const chairPresent = members.some((member) => member.role === 'chair' && member.isPresent)
  const isMet = present > 0 && present >= required && (chairPresent || !needsChair)
  return { present, members: members.length, required, chairPresent, isMet }
}

function ceilDivide({ dividend, divisor }: { dividend: number; divisor: number }): number {
  const rest = dividend % divisor
  return (dividend - rest) / divisor + (rest === 0 ? 0 : 1)
}
