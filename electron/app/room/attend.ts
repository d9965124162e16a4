import type { AppContext } from '../../context.ts'
import { procedures } from '../procedures.ts'

/** `room.attend`, in the window and on each clerk's laptop. Without a room there is nobody else to hear of. */
export function attendHandler(app: AppContext) {
  return procedures.room.attend.handler(({ input }) => {
    const { sessionId, agendaItemId, memberId } = input
    const room = app.room.current
    if (room === null || room.sessionId !== sessionId) return []
    const at = agendaItemId === undefined || memberId === undefined ? null : { agendaItemId, memberId }
    const isNews = room.atBallots.say(app.actor, at)
    if (isNews) app.live.publish({ topics: ['room'], sessionId, agendaItemId: null })
    return room.atBallots.othersThan(app.actor)
  })
}
