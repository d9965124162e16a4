import type { WorkspaceDb } from '../open.ts'
import { statement } from '../statement.ts'

export type RoomCodeRow = {
  readonly sessionId: number
  readonly memberId: number
  readonly salt: string
  readonly hash: string
  readonly wrongTries: number
}

export type RoomDeviceRow = { readonly sessionId: number; readonly memberId: number }

/** A session's room that was not ended: on, or left behind when the application ended unexpectedly. */
export function findRoom(db: WorkspaceDb, sessionId: number): { readonly startedAt: string } | null {
  const row = statement(db, 'SELECT started_at AS startedAt FROM rooms WHERE session_id = ?').get(sessionId)
  return (row as { startedAt: string } | undefined) ?? null
}

/** The one room of the file that was not ended, of whichever session. */
export function findLastRoom(db: WorkspaceDb): { readonly sessionId: number; readonly startedAt: string } | null {
  const row = statement(db, 'SELECT session_id AS sessionId, started_at AS startedAt FROM rooms').get()
  return (row as { sessionId: number; startedAt: string } | undefined) ?? null
}

/** A fresh room; every other one ends with its codes and devices. */
export function replaceRooms(db: WorkspaceDb, room: { readonly sessionId: number; readonly startedAt: string }): void {
  deleteRooms(db)
  statement(db, 'INSERT INTO rooms (session_id, started_at) VALUES (?, ?)').run(room.sessionId, room.startedAt)
}

/** Ends every room: its codes and devices go with it. */
export function deleteRooms(db: WorkspaceDb): void {
  statement(db, 'DELETE FROM rooms').run()
}

export function listRoomCodes(db: WorkspaceDb, sessionId: number): readonly RoomCodeRow[] {
  return statement(
    db,
    `SELECT session_id AS sessionId, member_id AS memberId, salt, hash, wrong_tries AS wrongTries
     FROM room_codes WHERE session_id = ?`,
  ).all(sessionId) as readonly RoomCodeRow[]
}

/** Issues a code in place of the member's last one, whose devices are forgotten. */
export function replaceRoomCode(db: WorkspaceDb, code: Omit<RoomCodeRow, 'wrongTries'>): void {
  statement(db, 'DELETE FROM room_codes WHERE session_id = ? AND member_id = ?').run(code.sessionId, code.memberId)
  statement(
    db,
    `INSERT INTO room_codes (session_id, member_id, salt, hash, wrong_tries)
     VALUES (@sessionId, @memberId, @salt, @hash, 0)`,
  ).run(code)
}

export function setWrongTries(
  db: WorkspaceDb,
  tries: { readonly sessionId: number; readonly memberId: number; readonly wrongTries: number },
): void {
  statement(
    db,
    'UPDATE room_codes SET wrong_tries = @wrongTries WHERE session_id = @sessionId AND member_id = @memberId',
  ).run(tries)
}

/** Keeps a device; of one member's devices only the newest `most` stay. */
export function insertRoomDevice(
  db: WorkspaceDb,
  device: RoomDeviceRow & { readonly tokenHash: string; readonly enteredAt: string; readonly most: number },
): void {
  statement(
    db,
    `INSERT INTO room_devices (token_hash, session_id, member_id, entered_at)
     VALUES (@tokenHash, @sessionId, @memberId, @enteredAt)`,
  ).run(device)
  statement(
    db,
    `DELETE FROM room_devices WHERE session_id = @sessionId AND member_id = @memberId AND token_hash NOT IN (
       SELECT token_hash FROM room_devices WHERE session_id = @sessionId AND member_id = @memberId
       ORDER BY token_hash = @tokenHash DESC, entered_at DESC LIMIT @most)`,
  ).run(device)
}

/** A device with its member's code and name. Runs at every call of a device. */
export function findRoomDevice(
  db: WorkspaceDb,
  tokenHash: string,
): (RoomDeviceRow & { readonly code: string; readonly name: string }) | null {
  const row = statement(
    db,
    `SELECT d.session_id AS sessionId, d.member_id AS memberId, m.code, m.name
     FROM room_devices d JOIN members m ON m.id = d.member_id
     WHERE d.token_hash = ?`,
  ).get(tokenHash)
  return (row as (RoomDeviceRow & { code: string; name: string }) | undefined) ?? null
}

export function deleteRoomDevice(db: WorkspaceDb, tokenHash: string): void {
  statement(db, 'DELETE FROM room_devices WHERE token_hash = ?').run(tokenHash)
}

/** Devices that entered, by member. */
export function countRoomDevices(db: WorkspaceDb, sessionId: number): ReadonlyMap<number, number> {
  const rows = statement(
    db,
    'SELECT member_id AS memberId, count(*) AS devices FROM room_devices WHERE session_id = ? GROUP BY member_id',
  ).all(sessionId) as readonly { readonly memberId: number; readonly devices: number }[]
  return new Map(rows.map(({ memberId, devices }) => [memberId, devices]))
}

type RoomAct = { readonly memberId: number; readonly choiceId: string }

export function isActKnown(db: WorkspaceDb, act: RoomAct): boolean {
  return (
    statement(db, 'SELECT 1 FROM room_acts WHERE member_id = @memberId AND choice_id = @choiceId').get(act) !==
    undefined
  )
}

export function insertAct(db: WorkspaceDb, act: RoomAct & { readonly agendaItemId: number }): void {
  statement(
    db,
    'INSERT INTO room_acts (member_id, choice_id, agenda_item_id) VALUES (@memberId, @choiceId, @agendaItemId)',
  ).run(act)
}

/** Forgets the acts of sessions that are locked: nothing can be delivered to them any more. */
export function deleteSettledActs(db: WorkspaceDb): void {
  statement(
    db,
    `DELETE FROM room_acts WHERE agenda_item_id IN (
       SELECT a.id FROM agenda_items a JOIN sessions s ON s.id = a.session_id WHERE s.state = 'closed')`,
  ).run()
}
