import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { vietnamTime } from '../../../shared/domain/calendar/vietnam-day.ts'

/**
 * Whether who comes now, or came at that time (`09:10`), comes after the session began, so that products may have been
 * missed. Where neither the day's opening nor another member's time tells when it began, begun ballots tell that it has.
 */
export function isLate(
  {
    state,
    openedAt,
    heldOn,
    members,
    agenda,
  }: Pick<SessionDetail, 'state' | 'openedAt' | 'heldOn' | 'members' | 'agenda'>,
  memberId: number,
  arrivedAt: string | null,
): boolean {
  if (state !== 'open' || agenda.length === 0) return false
  const opened = openedAt === null ? null : vietnamTime(openedAt)
  const begun = [
    ...(opened !== null && opened.slice(0, 10) === heldOn ? [opened.slice(11, 16)] : []),
    ...members.flatMap((member) => (member.id === memberId || member.arrivedAt === null ? [] : [member.arrivedAt])),
  ].sort()[0]
  if (arrivedAt !== null && begun !== undefined) return arrivedAt > begun
  return agenda.some((item) => item.state !== 'waiting')
}
