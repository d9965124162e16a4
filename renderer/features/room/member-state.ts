import type { RoomMember } from '../../../shared/api/room.ts'
import type { StateTone } from '../../components/StateMark.tsx'

/** Where a member stands with the room; `key` is a key under `room:state`. */
export type MemberState = { readonly key: string; readonly tone: StateTone; readonly count: number }

/** Who is there, then who is not. */
export function memberState(member: Pick<RoomMember, 'hasCode' | 'connected' | 'devices' | 'isPresent'>): MemberState {
  const { hasCode, connected, devices, isPresent } = member
  if (connected > 1) return { key: 'several', tone: 'good', count: connected }
  if (connected === 1) return { key: 'connected', tone: 'good', count: 1 }
  if (devices > 0) return { key: 'away', tone: 'attention', count: devices }
  if (!hasCode) return { key: 'noCode', tone: 'attention', count: 0 }
  return { key: isPresent ? 'none' : 'absent', tone: 'plain', count: 0 }
}
