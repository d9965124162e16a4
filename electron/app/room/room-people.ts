import type { RoomClerk, RoomMember } from '../../../shared/api/room.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { AppContext, OpenRoom } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { countSettledBy } from '../../db/queries/ballots.ts'
import { listRoomCodes, listRoomDevices, type RoomCodeRow } from '../../db/queries/room.ts'
import { findSession, listSessionMembers } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'
import { listWaiting } from './waiting-acts.ts'

/** Every member of the session's council and where each stands with the room. */
export function readRoomMembers(db: ReadDb, room: OpenRoom): readonly RoomMember[] {
  const codes = new Map(listRoomCodes(db, room.sessionId).map((row) => [row.memberId, row]))
  const devices = countDevices(db)
  const waiting = listWaiting(db, room)
  return listSessionMembers(db, requireFound(findSession(db, room.sessionId))).map((member, index) => {
    const code = codes.get(member.id)
    const { id: memberId, name, role, isPresent } = member
    const seat = { memberId, seat: index + 1, code: member.code, name, role, isPresent }
    const use = { ...useOf(code, room, devices), waiting: waiting.get(code?.id ?? 0) ?? [] }
    return { ...seat, hasCode: code !== undefined, ...use }
  })
}

/** Every clerk whom the secretary let in, and what each is at. */
export function readRoomClerks(app: AppContext, db: ReadDb, room: OpenRoom): readonly RoomClerk[] {
  const { sessionId, atBallots } = room
  const devices = countDevices(db)
  const since = new Date(`${vietnamDay(app.clock.now())}T00:00:00+07:00`).toISOString()
  return listRoomCodes(db, sessionId).flatMap((code) => {
    const { id: clerkId, number, clerk: name } = code
    if (name === null || number === null) return []
    const settledToday = countSettledBy(db, { sessionId, name, since })
    return { clerkId, number, name, ...useOf(code, room, devices), at: atBallots.find(name), settledToday }
  })
}

/** By the id of their code. */
const countDevices = (db: ReadDb): ReadonlyMap<number, number> =>
  new Map([...Map.groupBy(listRoomDevices(db), ({ codeId }) => codeId)].map(([id, { length }]) => [id, length]))

function useOf(code: RoomCodeRow | undefined, room: OpenRoom, devices: ReadonlyMap<number, number>) {
  const { id = 0 } = code ?? {}
  const { listening, tries } = room
  return {
    wrongTries: tries.at(id),
    alerts: room.alerts
      .filter(({ codeId, isSettled }) => codeId === id && !isSettled)
      .map(({ deviceId, address, at, isOwn }) => ({ deviceId, address, at, isOwn })),
    devices: devices.get(id) ?? 0,
    connected: listening.get(id) ?? 0,
  }
}
