import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext, OpenRoom, RoomHostPort, RoomListener } from '../../context.ts'
import { commit } from '../commit.ts'
import { sessionChange } from '../sessions/guard.ts'
import { addressNow } from './address-now.ts'
import { roomDoors } from './room-doors.ts'

/**
 * Keeps the open room where the machine can be reached, until the answered function is called: after sleep, in another
 * Wi-Fi or with a new address it listens there, with the same codes and devices, and every screen shows the new link.
 */
export function followAddress(app: AppContext, room: OpenRoom, host: RoomHostPort): () => void {
  let isMoving = false
  return host.watch(() => {
    if (isMoving) return
    isMoving = true
    void move(app, room, host)
      .catch((error: unknown) => app.log.error('the meeting room could not follow its address', error))
      .finally(() => {
        isMoving = false
      })
  })
}

async function move(app: AppContext, room: OpenRoom, host: RoomHostPort): Promise<void> {
  const address = addressNow({ ...room, interfaces: host.listInterfaces() })
  if (address === room.address && !room.isCutOff) return
  if (address === null) return cutOff(app, room)
  room.listener.close()
  const listener = await listenAgain(app, host, { ...room.listener, address })
  if (listener === null) return cutOff(app, room)
  if (app.room.current !== room) return listener.close()
  const { address: from } = room
  Object.assign(room, { listener, address, isCutOff: false })
  if (address === from) return tell(app, room)
  room.moved = { at: app.clock.now().toISOString(), from }
  record(app, room, { from, to: address, port: listener.port })
}

/** At the same port where it is free. Null where the address went again meanwhile: it is tried anew later. */
async function listenAgain(
  app: AppContext,
  host: RoomHostPort,
  at: Pick<RoomListener, 'port' | 'isEncrypted'> & { readonly address: string },
): Promise<RoomListener | null> {
  const { address, isEncrypted } = at
  for (const port of [at.port, undefined]) {
    try {
      return await host.open({ address, port, doors: roomDoors(app), isEncrypted })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.reason !== 'room-port-taken') return null
    }
  }
  return null
}

function cutOff(app: AppContext, room: OpenRoom): void {
  if (room.isCutOff) return
  room.isCutOff = true
  tell(app, room)
}

/** The room goes on where the file cannot be written: only the audit misses it, and the log says so. */
function record(app: AppContext, room: OpenRoom, detail: AuditDetails['room.move']): void {
  const { sessionId } = room
  try {
    commit(app, 'room.move', () => sessionChange(sessionId, detail))
  } catch (error) {
    app.log.error('the new address of the meeting room is not in the audit', error)
    tell(app, room)
  }
}

function tell(app: AppContext, { sessionId }: OpenRoom): void {
  app.live.publish({ topics: ['room'], sessionId, agendaItemId: null })
}
