import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { RowFields } from '../../db/known-rows.ts'
import { findDeed, forgetDeed, takeDeedBack, type Obstacle } from '../../db/take-back.ts'
import { createRowNames } from '../integrity/name-row.ts'
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
        const obstacle = takeDeedBack(db, id)
        if (obstacle !== null) throw refusalOf(db, obstacle)
        const audit = { subject, detail: { undone: command } }
        return { result: undefined, audit, ...(sessionId !== null && { sessionId }) }
      })
      forgetDeed(openDb(app), id)
    },
  })
}

/** Which row stands in the way, and what of it. */
function refusalOf(db: ReadDb, { kind, table, key, fields, column }: Obstacle): Refusal {
  const { own, names } = createRowNames(db)({ table, key, fields: fields as RowFields })
  const { product = '', member = '', council = '' } = names
  const name = [...new Set([own, product, member, council])].filter((part) => part !== '').join(', ')
  return new Refusal(`${kind}-since`, { table, name: name === '' ? String(key) : name, column })
}
