import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext, DeviceCall, OpenRoom } from '../../context.ts'
import type { WorkspaceDb } from '../../db/open.ts'
import { findRoomDevice } from '../../db/queries/room.ts'
import { openDb } from '../commit.ts'
import { hashToken } from './codes.ts'

/** A device that entered, and whose it is: the only source of a member's identity in the room. */
export type EnteredDevice = {
  readonly db: WorkspaceDb
  readonly room: OpenRoom
  readonly sessionId: number
  readonly memberId: number
  readonly tokenHash: string
}

/** @throws Refusal `room-off`, `device-unknown`: never entered, left, code reset, or the room was switched on anew. */
export function enteredDevice(app: AppContext, call: DeviceCall): EnteredDevice {
  const room = openRoom(app)
  const db = openDb(app)
  if (call.token === null) throw new Refusal('device-unknown')
  const tokenHash = hashToken(call.token)
  const device = findRoomDevice(db, tokenHash)
  if (device === null || device.sessionId !== room.sessionId) throw new Refusal('device-unknown')
  return { db, room, sessionId: device.sessionId, memberId: device.memberId, tokenHash }
}

/** @throws Refusal `room-off` */
export function openRoom(app: AppContext): OpenRoom {
  const room = app.room.current
  if (room === null) throw new Refusal('room-off')
  return room
}
