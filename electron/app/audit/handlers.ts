import type { AppContext } from '../../context.ts'
import { listAuditEvents } from '../../db/queries/audit.ts'
import { openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { createFormWords } from './form-words.ts'

export function auditHandlers(app: AppContext) {
  return {
    list: procedures.audit.list.handler(({ input }) => {
      const db = openDb(app)
      const wordsOf = createFormWords(app, db)
      return listAuditEvents(db, input).map((event) => {
        const form = wordsOf(event)
        return form === null ? event : { ...event, form }
      })
    }),
  }
}
