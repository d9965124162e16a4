import { Refusal } from '../../../shared/api/refusal.ts'
import type { RoomStatus } from '../../../shared/api/room.ts'
import type { AppContext, OpenRoom, RoomHostPort } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findMember } from '../../db/queries/councils.ts'
import { countRoomDevices, findRoom, listRoomCodes, replaceRoomCode, replaceRooms } from '../../db/queries/room.ts'
import { findSession, listSessionMembers } from '../../db/queries/sessions.ts'
import { commandsAt } from '../commands.ts'
import { commit, requireFound, openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { hashCode, makeCode, triesBeforeLock } from './codes.ts'
import { createDeviceRouter } from './device-handlers.ts'
import { openRoom } from './devices.ts'
import { endRoom } from './end-room.ts'
import { followAddress } from './follow-address.ts'

/** A room that the application's unexpected end left behind goes on with its codes and devices for one working day. */
const resumableMs = 12 * 3600 * 1000

export function roomHandlers(app: AppContext) {
  let isOpening = false
  return {
    status: procedures.room.status.handler(() => readStatus(app)),

    listInterfaces: procedures.room.listInterfaces.handler(() => hostOf(app).listInterfaces()),

    switchOn: procedures.room.switchOn.handler(async ({ input }) => {
      if (isOpening || app.room.current !== null) throw new Refusal('room-already-on')
      isOpening = true
      try {
        await switchOn(app, input)
      } finally {
        isOpening = false
      }
      return readStatus(app)
    }),

    switchOff: procedures.room.switchOff.handler(() => endRoom(app)),

    ...commandsAt(app, 'room').around({
      resetCode: async ({ input, commit }) => {
        const { sessionId, codes } = openRoom(app)
        const { memberId } = input
        const session = requireFound(findSession(openDb(app), sessionId))
        if (findMember(openDb(app), memberId)?.councilId !== session.councilId) throw new Refusal('not-found')
        const code = makeCode()
        const hashed = await hashCode(code)
        if (openRoom(app).sessionId !== sessionId) throw new Refusal('room-off')
        codes.set(memberId, code)
        return commit((db) => {
          replaceRoomCode(db, { sessionId, memberId, ...hashed })
          const audit = { subject: `member:${memberId}`, detail: { sessionId } }
          return { result: { code }, audit, sessionId }
        })
      },
    }),

    showCodes: procedures.room.showCodes.handler(() => {
      const { sessionId, codes } = openRoom(app)
      return listRoomCodes(openDb(app), sessionId).map(({ memberId }) => ({
        memberId,
        code: codes.get(memberId) ?? null,
      }))
    }),
  }
}

type Wanted = { readonly sessionId: number; readonly address: string; readonly port?: number | undefined }

async function switchOn(app: AppContext, wanted: Wanted): Promise<void> {
  const host = hostOf(app)
  const workspace = app.workspace.current
  const { sessionId, address } = wanted
  const resumed = findResumable(app, openDb(app), sessionId)
  const members = listSessionMembers(openDb(app), scorableSession(openDb(app), sessionId))
  const issued = resumed === null ? await issueCodes(members.map(({ id }) => id)) : []
  const listener = await host.open({ address, port: wanted.port, router: createDeviceRouter(app) })
  try {
    if (app.workspace.current !== workspace) throw new Refusal('no-workspace')
    const startedAt = commit(app, 'room.switchOn', (db, now) => {
      scorableSession(db, sessionId)
      if (resumed === null) {
        replaceRooms(db, { sessionId, startedAt: now })
        for (const { memberId, salt, hash } of issued) replaceRoomCode(db, { sessionId, memberId, salt, hash })
      }
      const { port, isEncrypted } = listener
      const detail = { address, port, isEncrypted, resumedFrom: resumed }
      return { result: resumed ?? now, audit: { subject: `session:${sessionId}`, detail }, sessionId }
    })
    const codes = new Map(issued.map(({ memberId, code }) => [memberId, code]))
    const interfaces = host.listInterfaces()
    const network = interfaces.find((each) => each.address === address) ?? { name: '', isLoopback: false }
    const room: OpenRoom = {
      sessionId,
      network,
      notChosen: interfaces.map(({ name }) => name).filter((name) => name !== network.name),
      startedAt,
      address,
      listener,
      isCutOff: false,
      moved: null,
      stopFollowing: () => {},
      codes,
      listening: new Map(),
    }
    app.room.current = room
    room.stopFollowing = followAddress(app, room, host)
  } catch (error) {
    listener.close()
    throw error
  }
}

function scorableSession(db: ReadDb, sessionId: number) {
  const session = requireFound(findSession(db, sessionId))
  if (session.state === 'closed') throw new Refusal('session-locked')
  if (session.state !== 'open') throw new Refusal('session-not-open')
  return session
}

/** When the room that goes on was started, or null for a fresh one. */
function findResumable(app: AppContext, db: ReadDb, sessionId: number): string | null {
  const room = findRoom(db, sessionId)
  if (room === null) return null
  return app.clock.now().getTime() - Date.parse(room.startedAt) < resumableMs ? room.startedAt : null
}

function issueCodes(memberIds: readonly number[]) {
  return Promise.all(
    memberIds.map(async (memberId) => {
      const code = makeCode()
      return { memberId, code, ...(await hashCode(code)) }
    }),
  )
}

function readStatus(app: AppContext): RoomStatus {
  const room = app.room.current
  const isAvailable = app.room.host !== null
  if (room === null) return { isAvailable, open: null, members: [] }
  const { sessionId, address, startedAt, listener, moved, isCutOff } = room
  const { port, link, isEncrypted } = listener
  const open = { sessionId, address, port, link, isEncrypted, startedAt, moved, isCutOff }
  return { isAvailable, open, members: listRoomMembers(openDb(app), room) }
}

function listRoomMembers(db: ReadDb, { sessionId, listening }: OpenRoom): RoomStatus['members'] {
  const codes = new Map(listRoomCodes(db, sessionId).map((row) => [row.memberId, row]))
  const devices = countRoomDevices(db, sessionId)
  return listSessionMembers(db, requireFound(findSession(db, sessionId))).map((member, index) => {
    const wrongTries = codes.get(member.id)?.wrongTries ?? 0
    return {
      memberId: member.id,
      seat: index + 1,
      code: member.code,
      name: member.name,
      role: member.role,
      isPresent: member.isPresent,
      hasCode: codes.has(member.id),
      isLocked: wrongTries >= triesBeforeLock,
      wrongTries,
      devices: devices.get(member.id) ?? 0,
      connected: listening.get(member.id) ?? 0,
    }
  })
}

function hostOf(app: AppContext): RoomHostPort {
  if (app.room.host === null) throw new Refusal('host-cannot')
  return app.room.host
}
