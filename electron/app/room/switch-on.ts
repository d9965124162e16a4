import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext, OpenRoom, RoomHostPort } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findRoom, replaceRoomCode, replaceRooms } from '../../db/queries/room.ts'
import { findSession, listSessionMembers } from '../../db/queries/sessions.ts'
import { commit, openDb, requireFound } from '../commit.ts'
import { askedHere } from '../people/asked-here.ts'
import { createAtBallots } from './at-ballots.ts'
import { hashCode, makeCode } from './codes.ts'
import { createEntryTries } from './entry-tries.ts'
import { followAddress } from './follow-address.ts'
import { roomDoors } from './room-doors.ts'

/** A room that the application's unexpected end left behind goes on with its codes and devices for one working day. */
const resumableMs = 12 * 3600 * 1000

type Wanted = {
  readonly sessionId: number
  readonly address: string
  readonly port?: number | undefined
  readonly isEncrypted?: boolean | undefined
}

/**
 * Opens the room of one session: a fresh one with a code for each member, or the one that the application's unexpected
 * end left behind.
 *
 * @throws Refusal `not-found`, `session-locked`, `session-not-open`, `changed-meanwhile`, and those of the host
 */
export async function switchOn(app: AppContext, host: RoomHostPort, wanted: Wanted): Promise<void> {
  const requireStill = askedHere(app)
  const { sessionId, address } = wanted
  const resumed = findResumable(app, openDb(app), sessionId)
  const members = listSessionMembers(openDb(app), scorableSession(openDb(app), sessionId))
  const issued = resumed === null ? await issueCodes(members.map(({ id }) => id)) : []
  const listener = await host.open({
    address,
    port: wanted.port,
    doors: roomDoors(app),
    isEncrypted: wanted.isEncrypted ?? false,
  })
  try {
    requireStill()
    const codes = new Map<number, string>()
    const startedAt = commit(app, 'room.switchOn', (db, now) => {
      scorableSession(db, sessionId)
      if (resumed === null) {
        replaceRooms(db, { sessionId, startedAt: now })
        for (const { memberId, code, salt, hash } of issued) {
          codes.set(replaceRoomCode(db, { sessionId, memberId, clerk: null, number: null, salt, hash }), code)
        }
      }
      const { port, isEncrypted } = listener
      const detail = { address, port, isEncrypted, resumedFrom: resumed }
      return { result: resumed ?? now, audit: { subject: `session:${sessionId}`, detail }, sessionId }
    })
    const interfaces = host.listInterfaces()
    const network = interfaces.find((each) => each.address === address) ?? { name: '', isLoopback: false }
    const now = () => app.clock.now().getTime()
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
      isSessionLocked: false,
      codes,
      listening: new Map(),
      tries: createEntryTries(now),
      counters: new Map(),
      alerts: [],
      waiting: new Map(),
      atBallots: createAtBallots(now, () => app.live.publish({ topics: ['room'], sessionId, agendaItemId: null })),
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
