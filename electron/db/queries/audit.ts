import { and, desc, eq, lt } from 'drizzle-orm'
import type { AuditEvent } from '../../../shared/api/audit.ts'
import type { WorkspaceDb } from '../open.ts'
import { auditEvents } from '../schema.ts'

/** Newest first. */
export function listAuditEvents(
  db: WorkspaceDb,
  query: { readonly before?: number | undefined; readonly limit: number; readonly subject?: string | undefined },
): readonly AuditEvent[] {
  const rows = db
    .select()
    .from(auditEvents)
    .where(
      and(
        query.before === undefined ? undefined : lt(auditEvents.seq, query.before),
        query.subject === undefined ? undefined : eq(auditEvents.subject, query.subject),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(query.limit)
    .all()
  return rows.map(({ detail, previousHash: _previous, hash: _hash, ...row }) => ({
    ...row,
    detail: JSON.parse(detail) as Record<string, unknown>,
  }))
}
