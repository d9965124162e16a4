import type { MemberRecord } from './session-record.ts'

/** Who chairs: the chair, or a vice-chair where the chair is absent; undefined where neither is present. */
export function presiding<Member extends Pick<MemberRecord, 'role' | 'isPresent'>>(
  members: readonly Member[],
): Member | undefined {
  return (
    members.find(({ role, isPresent }) => role === 'chair' && isPresent) ??
    members.find(({ role, isPresent }) => role === 'vice-chair' && isPresent)
  )
}
