import type { AppContext } from '../../context.ts'
import { deleteRooms, findLastRoom } from '../../db/queries/room.ts'
import { commit } from '../commit.ts'
import { sessionChange } from '../sessions/guard.ts'

/**
 * Ends the meeting room, if one is on: stops listening first, then forgets its codes and devices. One that the
 * application's unexpected end left in the file is forgotten too. The end of its session and of the open file call
 * this, which must not fail for it: a file that cannot be written is logged.
 *
 * @param of Only the room of that session; whichever is on, unless told.
 */
export function endRoom(app: AppContext, of?: { readonly sessionId: number }): void {
  const { current } = app.room
  const isOf = (room: { readonly sessionId: number }) => of === undefined || of.sessionId === room.sessionId
  if (current !== null && !isOf(current)) return
  current?.stopFollowing()
  current?.listener.close()
  app.room.current = null
  try {
    const room = current ?? findLeftRoom(app)
    if (room !== null && isOf(room)) forgetRoom(app, room)
  } catch (error) {
    app.log.error('the meeting room was closed, but not in the file', error)
  }
}

function findLeftRoom(app: AppContext) {
  const workspace = app.workspace.current
  return workspace === null || workspace.isReadOnly ? null : findLastRoom(workspace.db)
}

function forgetRoom(app: AppContext, room: { readonly sessionId: number; readonly startedAt: string }): void {
  const { sessionId, startedAt } = room
  commit(app, 'room.switchOff', (db) => {
    deleteRooms(db)
    return sessionChange(sessionId, { startedAt })
  })
}
