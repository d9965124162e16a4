import type { NewYear } from '../../../shared/api/years.ts'
import type { DeadlineLetter } from '../../../shared/domain/deadlines/plan-deadlines.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import type { MemberRole } from '../../../shared/domain/session/session-record.ts'

/** A council of the year before, as it is to go on. */
export type CouncilDraft = {
  readonly id: number
  readonly goesOn: boolean
  /** Null where the rules of the year know councils of its level. */
  readonly levelEnded: Level | null
  /** As it was called. */
  readonly formerName: string
  readonly formerNumber: string
  readonly name: string
  readonly number: string
  /** ISO date or empty; null while what is typed is no date. */
  readonly date: string | null
  readonly members: readonly MemberDraft[]
  readonly reason: string
}

export type MemberDraft = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly post: string
  readonly role: MemberRole
  readonly goesOn: boolean
}

export type LetterDraft = {
  readonly id: number
  readonly former: DeadlineLetter
  readonly number: string
  readonly issuedOn: string | null
  readonly issuer: string
  readonly signer: string
}

/** Everybody goes along; the decision is a new one. A council of a level that evaluates no more goes on only where somebody says so. */
export function startCouncil({
  id,
  name,
  level,
  isLevelKept,
  foundingDecisionNumber,
  members,
}: NewYear['councils'][number]): CouncilDraft {
  return {
    id,
    goesOn: isLevelKept,
    levelEnded: isLevelKept ? null : level,
    formerName: name,
    formerNumber: foundingDecisionNumber,
    name,
    number: '',
    date: '',
    members: members.map(({ id: memberId, code, name: memberName, position, organisation, role }) => ({
      id: memberId,
      code,
      name: memberName,
      post: [position, organisation].filter((part) => part !== '').join(', '),
      role,
      goesOn: true,
    })),
    reason: '',
  }
}

export function startLetter(former: DeadlineLetter): LetterDraft {
  return { id: former.id, former, number: '', issuedOn: '', issuer: former.issuer, signer: former.signer }
}
