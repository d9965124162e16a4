import type { AppContext } from '../../context.ts'
import { listAuditEvents } from '../../db/queries/audit.ts'
import { openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'

export function auditHandlers(app: AppContext) {
  return {
    list: procedures.audit.list.handler(({ input }) => listAuditEvents(openDb(app), input)),
  }
}
