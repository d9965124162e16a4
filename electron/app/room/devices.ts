import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext, DeviceCall, OpenRoom } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findRoomDevice } from '../../db/queries/room.ts'
import { openDb } from '../commit.ts'
import { hashToken } from './codes.ts'

/** A device that entered, and whose it is: the only source of a member's identity in the room. */
export type EnteredDevice = {
  readonly db: ReadDb
  readonly room: OpenRoom
  readonly sessionId: number
  readonly memberId: number
  readonly tokenHash: string
  /** Who acts, for the audit. */
  readonly label: string
}

/** @throws Refusal `room-off`, `device-unknown`: never entered, left, code reset, or the room was switched on anew. */
export function enteredDevice(app: AppContext, call: DeviceCall): EnteredDevice {
  const room = openRoom(app)
  const db = openDb(app)
  if (call.token === null) throw new Refusal('device-unknown')
  const tokenHash = hashToken(call.token)
  const device = findRoomDevice(db, tokenHash)
  if (device === null || device.sessionId !== room.sessionId) throw new Refusal('device-unknown')
  const { sessionId, memberId } = device
  return { db, room, sessionId, memberId, tokenHash, label: memberLabel(device) }
}

/** Who acted, for the audit: the member, not the secretary at whose machine it arrives. */
export function memberLabel({ code, name }: { readonly code: string; readonly name: string }): string {
  return `${name} (${code}, thiết bị riêng)`
}

/** @throws Refusal `room-off` */
export function openRoom(app: AppContext): OpenRoom {
  const room = app.room.current
  if (room === null) throw new Refusal('room-off')
  return room
}
