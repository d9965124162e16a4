import type { AppContext } from '../../context.ts'
import { deleteRooms, deleteSettledActs } from '../../db/queries/room.ts'
import { commit } from '../commit.ts'

/**
 * Ends the meeting room, if one is on: stops listening first, then forgets its codes and devices. The end of its
 * session and of the open file call it too, which must not fail for it: a file that cannot be written is logged.
 *
 * @param of Only the room of that session; whichever is on, unless told.
 */
export function endRoom(app: AppContext, of?: { readonly sessionId: number }): void {
  const room = app.room.current
  if (room === null || (of !== undefined && of.sessionId !== room.sessionId)) return
  app.room.current = null
  room.listener.close()
  try {
    commit(app, { name: 'room.switchOff', topics: ['room'] }, (db) => {
      deleteRooms(db)
      deleteSettledActs(db)
      return {
        result: undefined,
        audit: { subject: `session:${room.sessionId}`, detail: { startedAt: room.startedAt } },
        sessionId: room.sessionId,
      }
    })
  } catch (error) {
    app.log.error('the meeting room was closed, but not in the file', error)
  }
}
