import { Refusal } from '../../../shared/api/refusal.ts'
import type { RoomStatus } from '../../../shared/api/room.ts'
import type { AppContext, OpenRoom, RoomHostPort } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { deleteRoomCode, listRoomCodes, renewRoomCode, replaceRoomCode, shutRoomDevice } from '../../db/queries/room.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { commandsAt } from '../commands.ts'
import { requireFound, openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { requireOfSession, sessionChange } from '../sessions/guard.ts'
import { attendHandler } from './attend.ts'
import { hashCode, makeCode } from './codes.ts'
import { openRoom } from './devices.ts'
import { endRoom } from './end-room.ts'
import { ofHolder } from './entrance.ts'
import { clerkNumber, requireFreeName } from './names.ts'
import { readRoomClerks, readRoomMembers } from './room-people.ts'
import { switchOn } from './switch-on.ts'

export function roomHandlers(app: AppContext) {
  let isOpening = false
  return {
    status: procedures.room.status.handler(() => readStatus(app)),

    listInterfaces: procedures.room.listInterfaces.handler(() => hostOf(app).listInterfaces()),

    switchOn: procedures.room.switchOn.handler(async ({ input }) => {
      if (isOpening || app.room.current !== null) throw new Refusal('room-already-on')
      isOpening = true
      try {
        await switchOn(app, hostOf(app), input)
      } finally {
        isOpening = false
      }
      return readStatus(app)
    }),

    switchOff: procedures.room.switchOff.handler(() => endRoom(app)),

    ...commandsAt(app, 'room').around({
      resetCode: async ({ input, commit }) => {
        const room = openRoom(app)
        const { sessionId, codes, tries } = room
        if ('memberId' in input) {
          const db = openDb(app)
          requireOfSession(db, requireFound(findSession(db, sessionId)), input.memberId)
        }
        const code = makeCode()
        const hashed = await hashCode(code)
        if (openRoom(app) !== room) throw new Refusal('room-off')
        return commit((db) => {
          if ('clerkId' in input) {
            // A laptop at work stays in until the new code is used at another one.
            const kept = requireClerk(db, sessionId, input.clerkId)
            renewRoomCode(db, { id: kept.id, ...hashed })
            codes.set(kept.id, code)
            tries.forget(kept.id)
            return { result: { code }, audit: ofHolder(kept, {}), sessionId }
          }
          const holder = { sessionId, memberId: input.memberId, clerk: null }
          codes.set(replaceRoomCode(db, { ...holder, number: null, ...hashed }), code)
          return { result: { code }, audit: ofHolder(holder, {}), sessionId }
        })
      },

      addClerk: async ({ input: { name }, commit }) => {
        const room = openRoom(app)
        const { sessionId, codes } = room
        const code = makeCode()
        const hashed = await hashCode(code)
        if (openRoom(app) !== room) throw new Refusal('room-off')
        return commit((db) => {
          const kept = listRoomCodes(db, sessionId)
          requireFreeName(name, [app.actor, ...kept.map(({ clerk }) => clerk)])
          const number = clerkNumber(
            name,
            kept.map((row) => row.number),
          )
          codes.set(replaceRoomCode(db, { sessionId, memberId: null, clerk: name, number, ...hashed }), code)
          return { ...sessionChange(sessionId, { clerk: name }), result: undefined }
        })
      },

      shutDevice: ({ input, commit }) => {
        const room = openRoom(app)
        const { sessionId } = room
        return commit((db) => {
          const holder = requireFound(shutRoomDevice(db, input.deviceId))
          settleAlerts(room, input.deviceId)
          return { result: undefined, audit: ofHolder(holder, {}), sessionId }
        })
      },

      shutClerk: ({ input, commit }) => {
        const { sessionId, atBallots } = openRoom(app)
        return commit((db) => {
          const { id, clerk } = requireClerk(db, sessionId, input.clerkId)
          deleteRoomCode(db, id)
          atBallots.say(clerk, null)
          return sessionChange(sessionId, { clerk })
        })
      },
    }),

    dismissAlerts: procedures.room.dismissAlerts.handler(({ input }) => {
      const room = openRoom(app)
      const { sessionId } = room
      const codes = settleAlerts(room, input.deviceId)
      const holder = listRoomCodes(openDb(app), sessionId).find(({ id }) => codes.includes(id))
      // In the member's name, so that the phone too asks again and shows the alert no more.
      const memberId = holder?.memberId ?? undefined
      app.live.publish({ topics: ['room'], sessionId, agendaItemId: null, ...(memberId !== undefined && { memberId }) })
    }),

    attend: attendHandler(app),

    showCodes: procedures.room.showCodes.handler(() => {
      const { sessionId, codes } = openRoom(app)
      return listRoomCodes(openDb(app), sessionId).map(({ id, memberId, clerk }) => ({
        memberId,
        clerkId: clerk === null ? null : id,
        code: codes.get(id) ?? null,
      }))
    }),
  }
}

/** Answers the ids of the codes that the alerts were of. */
function settleAlerts({ alerts }: OpenRoom, deviceId: number): readonly number[] {
  const own = alerts.filter((alert) => alert.deviceId === deviceId)
  for (const alert of own) alert.isSettled = true
  return own.map(({ codeId }) => codeId)
}

function readStatus(app: AppContext): RoomStatus {
  const room = app.room.current
  const { host } = app.room
  const known = { isAvailable: host !== null, certificate: host?.certificate() ?? null }
  if (room === null) return { ...known, open: null, members: [], clerks: [] }
  const { sessionId, address, startedAt, listener, moved, isCutOff } = room
  const { port, link, isEncrypted, fingerprint } = listener
  const open = { sessionId, address, port, link, isEncrypted, fingerprint, startedAt, moved, isCutOff }
  const db = openDb(app)
  return { ...known, open, members: readRoomMembers(db, room), clerks: readRoomClerks(app, db, room) }
}

/** @throws Refusal `not-found` */
function requireClerk(db: ReadDb, sessionId: number, clerkId: number) {
  const { clerk, ...row } = requireFound(listRoomCodes(db, sessionId).find(({ id }) => id === clerkId))
  if (clerk === null) throw new Refusal('not-found')
  return { ...row, clerk }
}

function hostOf(app: AppContext): RoomHostPort {
  if (app.room.host === null) throw new Refusal('host-cannot')
  return app.room.host
}
