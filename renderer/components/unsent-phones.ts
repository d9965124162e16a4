import type { RoomMember } from '../../shared/api/room.ts'

/** A member whose phone may keep choices that it has not sent. */
export type UnsentPhone = Pick<RoomMember, 'memberId' | 'name' | 'waiting'> & { readonly isSilent: boolean }

/** Of whom the phones said last that something waits on them, or cannot be heard. */
export function unsentPhones(
  members: readonly Pick<RoomMember, 'memberId' | 'name' | 'waiting' | 'devices' | 'connected'>[],
): readonly UnsentPhone[] {
  return members
    .map(({ memberId, name, waiting, devices, connected }) => {
      return { memberId, name, waiting, isSilent: devices > 0 && connected === 0 }
    })
    .filter(({ waiting, isSilent }) => waiting.length > 0 || isSilent)
}
