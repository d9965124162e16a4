import { Refusal } from '../../../shared/api/refusal.ts'
import { memberLabel } from '../../../shared/domain/vietnamese/person-name.ts'
import type { AppContext, DeviceCall, OpenRoom } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findRoomDevice, type RoomDeviceRow } from '../../db/queries/room.ts'
import { openDb } from '../commit.ts'
import { hashToken } from './codes.ts'

/** A device that entered with somebody's code: its token is the only source of who acts in the room. */
type Entered = {
  readonly db: ReadDb
  readonly room: OpenRoom
  readonly sessionId: number
  readonly codeId: number
  readonly tokenHash: string
  /** Who acts, for the audit. */
  readonly label: string
}

export type EnteredDevice = Entered & { readonly memberId: number }

/** The member's. @throws Refusal `room-off`, `device-unknown`: never entered, left, code reset, or the room was switched on anew. */
export function enteredDevice(app: AppContext, { token }: Pick<DeviceCall, 'token'>): EnteredDevice {
  const { device, ...entered } = findEntered(app, token)
  const { memberId, code, name } = device
  if (memberId === null || code === null || name === null) throw new Refusal('device-unknown')
  return { ...entered, memberId, label: memberLabel({ code, name }) }
}

/**
 * A clerk's. A page that was opened for one clerk never speaks for another one who entered in the same browser since.
 *
 * @throws Refusal `room-off`, `device-unknown`: also once the secretary has shut the clerk
 */
export function enteredClerk(app: AppContext, call: Pick<DeviceCall, 'token' | 'speaksFor'>): Entered {
  const { device, ...entered } = findEntered(app, call.token)
  if (device.clerk === null) throw new Refusal('device-unknown')
  if (call.speaksFor !== null && call.speaksFor !== encodeURIComponent(device.clerk))
    throw new Refusal('device-unknown')
  return { ...entered, label: device.clerk }
}

/** @throws Refusal `room-off` */
export function openRoom(app: AppContext): OpenRoom {
  const room = app.room.current
  if (room === null) throw new Refusal('room-off')
  return room
}

function findEntered(app: AppContext, token: string | null): Omit<Entered, 'label'> & { device: RoomDeviceRow } {
  const room = openRoom(app)
  const db = openDb(app)
  if (token === null) throw new Refusal('device-unknown')
  const tokenHash = hashToken(token)
  const device = findRoomDevice(db, tokenHash)
  if (device === null || device.sessionId !== room.sessionId) throw new Refusal('device-unknown')
  const { sessionId, codeId } = device
  return { db, room, sessionId, codeId, tokenHash, device }
}
