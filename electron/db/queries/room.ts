import type { ReadDb, WriteDb } from '../handles.ts'
import { read, write } from '../statement.ts'

export type RoomCodeRow = {
  readonly sessionId: number
  readonly memberId: number
  readonly salt: string
  readonly hash: string
  readonly wrongTries: number
}

type RoomRow = { readonly sessionId: number; readonly startedAt: string }

export type RoomDeviceRow = { readonly sessionId: number; readonly memberId: number }

/** A session's room that was not ended: on, or left behind when the application ended unexpectedly. */
export function findRoom(db: ReadDb, sessionId: number): { readonly startedAt: string } | null {
  const sql = 'SELECT started_at AS startedAt FROM rooms WHERE session_id = ?'
  return read<number, { readonly startedAt: string }>(db, sql).get(sessionId) ?? null
}

/** The one room of the file that was not ended, of whichever session. */
export function findLastRoom(db: ReadDb): RoomRow | null {
  return read<[], RoomRow>(db, 'SELECT session_id AS sessionId, started_at AS startedAt FROM rooms').get() ?? null
}

/** A fresh room; every other one ends with its codes and devices. */
export function replaceRooms(db: WriteDb, room: RoomRow): void {
  deleteRooms(db)
  write<RoomRow>(db, 'INSERT INTO rooms (session_id, started_at) VALUES (@sessionId, @startedAt)').run(room)
}

/** Ends every room: its codes and devices go with it. */
export function deleteRooms(db: WriteDb): void {
  write<[]>(db, 'DELETE FROM rooms').run()
}

export function listRoomCodes(db: ReadDb, sessionId: number): readonly RoomCodeRow[] {
  return read<number, RoomCodeRow>(
    db,
    `SELECT session_id AS sessionId, member_id AS memberId, salt, hash, wrong_tries AS wrongTries
     FROM room_codes WHERE session_id = ?`,
  ).all(sessionId)
}

/** Issues a code in place of the member's last one, whose devices are forgotten. */
export function replaceRoomCode(db: WriteDb, code: Omit<RoomCodeRow, 'wrongTries'>): void {
  write<typeof code>(db, 'DELETE FROM room_codes WHERE session_id = @sessionId AND member_id = @memberId').run(code)
  write<typeof code>(
    db,
    `INSERT INTO room_codes (session_id, member_id, salt, hash, wrong_tries)
     VALUES (@sessionId, @memberId, @salt, @hash, 0)`,
  ).run(code)
}

export function setWrongTries(
  db: WriteDb,
  tries: { readonly sessionId: number; readonly memberId: number; readonly wrongTries: number },
): void {
  write<typeof tries>(
    db,
    'UPDATE room_codes SET wrong_tries = @wrongTries WHERE session_id = @sessionId AND member_id = @memberId',
  ).run(tries)
}

/** Keeps a device; of one member's devices only the newest `most` stay. */
export function insertRoomDevice(
  db: WriteDb,
  device: RoomDeviceRow & { readonly tokenHash: string; readonly enteredAt: string; readonly most: number },
): void {
  write<typeof device>(
    db,
    `INSERT INTO room_devices (token_hash, session_id, member_id, entered_at)
     VALUES (@tokenHash, @sessionId, @memberId, @enteredAt)`,
  ).run(device)
  write<typeof device>(
    db,
    `DELETE FROM room_devices WHERE session_id = @sessionId AND member_id = @memberId AND token_hash NOT IN (
       SELECT token_hash FROM room_devices WHERE session_id = @sessionId AND member_id = @memberId
       ORDER BY token_hash = @tokenHash DESC, entered_at DESC LIMIT @most)`,
  ).run(device)
}

type NamedDeviceRow = RoomDeviceRow & { readonly code: string; readonly name: string }

/** A device with its member's code and name. Runs at every call of a device. */
export function findRoomDevice(db: ReadDb, tokenHash: string): NamedDeviceRow | null {
  const sql = `SELECT d.session_id AS sessionId, d.member_id AS memberId, m.code, m.name
    FROM room_devices d JOIN members m ON m.id = d.member_id
    WHERE d.token_hash = ?`
  return read<string, NamedDeviceRow>(db, sql).get(tokenHash) ?? null
}

export function deleteRoomDevice(db: WriteDb, tokenHash: string): void {
  write<string>(db, 'DELETE FROM room_devices WHERE token_hash = ?').run(tokenHash)
}

/** Devices that entered, by member. */
export function countRoomDevices(db: ReadDb, sessionId: number): ReadonlyMap<number, number> {
  const rows = read<number, { readonly memberId: number; readonly devices: number }>(
    db,
    'SELECT member_id AS memberId, count(*) AS devices FROM room_devices WHERE session_id = ? GROUP BY member_id',
  ).all(sessionId)
  return new Map(rows.map(({ memberId, devices }) => [memberId, devices]))
}
