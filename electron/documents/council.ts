import { assertNever } from '../../shared/domain/assert-never.ts'
import type { MemberRecord, MemberRole, SessionRecord } from '../../shared/domain/session/session-record.ts'
import { ministryInCharge } from './authority.ts'
import type { Head } from './nd30/head.ts'
import { districtOf, provinceOf } from './place.ts'

/**
 * The head of a paper that the council itself issues: the committee or ministry that founded it above, the council
 * beneath, no place and date (Decree 30, Phụ lục III, Mẫu 1.9).
 */
export function councilHead(record: Pick<SessionRecord, 'level' | 'council' | 'session'>, number: string): Head {
  return {
    superiorBody: [founderOf(record)],
    issuingBody: [record.council.name.toUpperCase()],
    number,
    placeAndDate: '',
  }
}

/** Common words of the superior body may be abbreviated (Decree 30, Phụ lục I, Mục II.2). */
function founderOf({ level, council, session }: Pick<SessionRecord, 'level' | 'council' | 'session'>): string {
  switch (level) {
    case 'district':
      return `UBND ${districtOf(council).full}`.toUpperCase()
    case 'province':
    case 'commune':
      return `UBND ${provinceOf(council).full}`.toUpperCase()
    case 'central':
      return ministryInCharge(session.heldOn).name.toUpperCase()
    default:
      return assertNever(level)
  }
}

export const roleText: Readonly<Record<MemberRole, string>> = {
  chair: 'Chủ tịch Hội đồng',
  'vice-chair': 'Phó Chủ tịch Hội đồng',
  secretary: 'Thư ký Hội đồng',
  member: 'Ủy viên',
}

/** Name of the first member in that role who is present; empty where none is, and the signer's name stays blank. */
export function nameOfRole(members: readonly MemberRecord[], role: MemberRole): string {
  return members.find((member) => member.role === role && member.isPresent)?.name ?? ''
}
