import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import { findDeed, forgetDeed, takeDeedBack } from '../../db/take-back.ts'
import { commandsAt } from '../commands.ts'
import { openDb } from '../commit.ts'
import { unlockedSession } from '../sessions/guard.ts'

/** Takes back what a command did that answered with an id for it. */
export function undoHandlers(app: AppContext) {
  return commandsAt(app, 'undo').around({
    takeBack: ({ input: { id }, commit }) => {
      commit((db) => {
        const deed = findDeed(db, id)
        if (deed === null) throw new Refusal('undo-forgotten')
        const { command, subject, sessionId } = deed
        if (sessionId !== null) unlockedSession(db, sessionId)
        if (!takeDeedBack(db, id)) throw new Refusal('changed-since')
        const audit = { subject, detail: { undone: command } }
        return { result: undefined, audit, ...(sessionId !== null && { sessionId }) }
      })
      forgetDeed(openDb(app), id)
    },
  })
}
