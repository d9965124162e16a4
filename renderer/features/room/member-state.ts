import type { RoomMember } from '../../../shared/api/room.ts'
import type { StateTone } from '../../components/StateMark.tsx'

/** Where a member stands with the room; `key` is a key under `room:state`. */
export type MemberState = { readonly key: string; readonly tone: StateTone; readonly count: number }

/** A locked code comes first, since the member cannot help it; then who is there, then who is not. */
export function memberState(
  member: Pick<RoomMember, 'isLocked' | 'hasCode' | 'connected' | 'devices' | 'wrongTries' | 'isPresent'>,
): MemberState {
  const { isLocked, hasCode, connected, devices, wrongTries, isPresent } = member
  if (isLocked) return { key: 'locked', tone: 'wrong', count: wrongTries }
  if (connected > 1) return { key: 'several', tone: 'good', count: connected }
  if (connected === 1) return { key: 'connected', tone: 'good', count: 1 }
  if (devices > 0) return { key: 'away', tone: 'attention', count: devices }
  if (!hasCode) return { key: 'noCode', tone: 'attention', count: 0 }
  if (wrongTries > 0) return { key: 'wrong', tone: 'attention', count: wrongTries }
  return { key: isPresent ? 'none' : 'absent', tone: 'plain', count: 0 }
}
