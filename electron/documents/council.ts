import { postOfMember } from '../../shared/domain/session/member-post.ts'
import type {
  MemberRecord,
  MemberRole,
  SessionFacts,
  SessionRecord,
} from '../../shared/domain/session/session-record.ts'
import { ministryInCharge } from './authority.ts'
import type { Head } from './nd30/head.ts'
import { placeOf } from './place.ts'

type OfCouncil = Pick<SessionRecord, 'level' | 'council'> & { readonly session: Pick<SessionFacts, 'heldOn'> }

/**
 * The head of a paper that the council itself issues: the committee or ministry that founded it above, the council
 * beneath, no place and date (Decree 30, Phụ lục III, Mẫu 1.9).
 */
export function councilHead(record: OfCouncil, number: string): Head {
  const place = placeOf(record)
  // Common words of the superior body may be abbreviated (Decree 30, Phụ lục I, Mục II.2).
  const founder = place === null ? ministryInCharge(record.session.heldOn).name : `UBND ${place.full}`
  return {
    superiorBody: [founder.toUpperCase()],
    issuingBody: [record.council.name.toUpperCase()],
    number,
    placeAndDate: '',
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

/** Name, post and role, as far as they are known: `Nguyễn Văn A, Phó Giám đốc Sở Công Thương, Ủy viên`. */
export function describeMember(member: MemberRecord): string {
  const parts = [member.name, postOfMember(member), roleText[member.role]].filter((part) => part !== '')
  return [...new Set(parts)].join(', ')
}

/** `Ông/Bà Nguyễn Văn A`, as minutes name people. */
export function personText({ name }: Pick<MemberRecord, 'name'>): string {
  return withTitle(name)
}

/** The same with post and role: `Ông/Bà Nguyễn Văn A, Phó Giám đốc Sở Công Thương, Ủy viên`. */
export function describePerson(member: MemberRecord): string {
  return withTitle(describeMember(member))
}

const withTitle = (text: string): string => (/^(ông|bà)[\s/]/iu.test(text) ? text : `Ông/Bà ${text}`)
