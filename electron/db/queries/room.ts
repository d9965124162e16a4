import type { ReadDb, WriteDb } from '../handles.ts'
import { read, write } from '../statement.ts'

/** Six figures, of a member or, by name, of a clerk. */
export type RoomCodeRow = RoomHolder & {
  readonly id: number
  readonly salt: string
  readonly hash: string
  /** A clerk's, null for a member. */
  readonly number: number | null
}

type RoomRow = { readonly sessionId: number; readonly startedAt: string }

export type RoomHolder = { readonly sessionId: number; readonly memberId: number | null; readonly clerk: string | null }

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

/** Clerks in the order of their numbers. */
export function listRoomCodes(db: ReadDb, sessionId: number): readonly RoomCodeRow[] {
  return read<number, RoomCodeRow>(
    db,
    `SELECT id, session_id AS sessionId, member_id AS memberId, clerk, number, salt, hash
     FROM room_codes WHERE session_id = ? ORDER BY number, id`,
  ).all(sessionId)
}

/** Issues a code in place of its holder's last one, whose devices are forgotten. Answers its id. */
export function replaceRoomCode(db: WriteDb, code: Omit<RoomCodeRow, 'id'>): number {
  write<typeof code>(
    db,
    'DELETE FROM room_codes WHERE session_id = @sessionId AND member_id IS @memberId AND clerk IS @clerk',
  ).run(code)
  return write<typeof code, { readonly id: number }>(
    db,
    `INSERT INTO room_codes (session_id, member_id, clerk, number, salt, hash)
     VALUES (@sessionId, @memberId, @clerk, @number, @salt, @hash) RETURNING id`,
  ).get(code).id
}

/** Another code for the same holder, whose devices stay. */
export function renewRoomCode(db: WriteDb, code: Pick<RoomCodeRow, 'id' | 'salt' | 'hash'>): void {
  write<typeof code>(db, 'UPDATE room_codes SET salt = @salt, hash = @hash WHERE id = @id').run(code)
}

/** Takes a code back; its devices are forgotten. */
export function deleteRoomCode(db: WriteDb, codeId: number): void {
  write<number>(db, 'DELETE FROM room_codes WHERE id = ?').run(codeId)
}

type NewDevice = {
  readonly tokenHash: string
  readonly codeId: number
  readonly enteredAt: string
  readonly proofKey: string
  readonly address: string
  readonly most: number
}

/** Keeps a device; of one code's devices only the newest `most` stay. */
export function insertRoomDevice(db: WriteDb, device: NewDevice): void {
  write<NewDevice>(
    db,
    `INSERT INTO room_devices (token_hash, code_id, entered_at, proof_key, address)
     VALUES (@tokenHash, @codeId, @enteredAt, @proofKey, @address)`,
  ).run(device)
  write<NewDevice>(
    db,
    `DELETE FROM room_devices WHERE code_id = @codeId AND token_hash NOT IN (
       SELECT token_hash FROM room_devices WHERE code_id = @codeId
       ORDER BY token_hash = @tokenHash DESC, entered_at DESC LIMIT @most)`,
  ).run(device)
}

/** Whose device it is; `code` and `name` are the member's. */
export type RoomDeviceRow = RoomHolder & {
  readonly id: number
  readonly codeId: number
  readonly proofKey: string
  readonly address: string
  readonly code: string | null
  readonly name: string | null
}

/** Runs at every call of a device. */
export function findRoomDevice(db: ReadDb, tokenHash: string): RoomDeviceRow | null {
  const sql = `SELECT d.id, d.code_id AS codeId, d.proof_key AS proofKey, d.address, c.session_id AS sessionId, c.member_id AS memberId, c.clerk, m.code, m.name
    FROM room_devices d JOIN room_codes c ON c.id = d.code_id
    LEFT JOIN session_members m ON m.session_id = c.session_id AND m.member_id = c.member_id
    WHERE d.token_hash = +?`
  return read<string, RoomDeviceRow>(db, sql).get(tokenHash) ?? null
}

export function deleteRoomDevice(db: WriteDb, tokenHash: string): void {
  write<string>(db, 'DELETE FROM room_devices WHERE token_hash = ?').run(tokenHash)
}

export function setDeviceAddress(db: WriteDb, id: number, address: string): void {
  write<readonly [string, number]>(db, 'UPDATE room_devices SET address = ? WHERE id = ?').run(address, id)
}

/** Takes one device back; others of the same code stay. Null where it is gone already. */
export function shutRoomDevice(db: WriteDb, id: number): RoomHolder | null {
  const sql = `DELETE FROM room_devices WHERE id = ? RETURNING
    (SELECT session_id FROM room_codes WHERE id = code_id) AS sessionId,
    (SELECT member_id FROM room_codes WHERE id = code_id) AS memberId,
    (SELECT clerk FROM room_codes WHERE id = code_id) AS clerk`
  return write<number, RoomHolder>(db, sql).get(id) ?? null
}

/** Devices that entered, of whichever code. */
export function listRoomDevices(db: ReadDb): readonly { readonly codeId: number; readonly tokenHash: string }[] {
  return read<[], { readonly codeId: number; readonly tokenHash: string }>(
    db,
    'SELECT code_id AS codeId, token_hash AS tokenHash FROM room_devices',
  ).all()
}
