import type { AppContext, OpenRoom } from '../../context.ts'
import { deleteRooms, findLastRoom } from '../../db/queries/room.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { commit } from '../commit.ts'
import { sessionChange } from '../sessions/guard.ts'

/** Within it, devices are told why the connection goes. */
const lastWordsMs = 1000

/**
 * Ends the meeting room, if one is on: stops listening first, then forgets its codes and devices and tells those that
 * follow it. One that the application's unexpected end left in the file is forgotten too. The end of its session and of the open file call
 * this, which must not fail for it: a file that cannot be written is logged.
 *
 * @param of Only the room of that session; whichever is on, unless told.
 */
export function endRoom(app: AppContext, of?: { readonly sessionId: number }): void {
  const { current } = app.room
  const isOf = (room: { readonly sessionId: number }) => of === undefined || of.sessionId === room.sessionId
  if (current !== null && !isOf(current)) return
  current?.stopFollowing()
  current?.listener.close(lastWordsMs)
  app.room.current = null
  try {
    if (current !== null) current.isSessionLocked = isLocked(app, current)
    const room = current ?? findLeftRoom(app)
    if (room !== null && isOf(room)) forgetRoom(app, room)
  } catch (error) {
    app.log.error('the meeting room was closed, but not in the file', error)
  }
  // Also where the file could not be written, so that no commit told it.
  if (current !== null) app.live.publish({ topics: ['room'], sessionId: current.sessionId, agendaItemId: null })
}

function isLocked(app: AppContext, { sessionId }: OpenRoom): boolean {
  const workspace = app.workspace.current
  return workspace !== null && findSession(workspace.db, sessionId)?.state === 'closed'
}

function findLeftRoom(app: AppContext) {
  const workspace = app.workspace.current
  return workspace === null || workspace.readOnly !== null ? null : findLastRoom(workspace.db)
}

function forgetRoom(app: AppContext, room: { readonly sessionId: number; readonly startedAt: string }): void {
  const { sessionId, startedAt } = room
  commit(app, 'room.switchOff', (db) => {
    deleteRooms(db)
    return sessionChange(sessionId, { startedAt })
  })
}
