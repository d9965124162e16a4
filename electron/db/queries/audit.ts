import type { AuditEvent } from '../../../shared/api/audit.ts'
import { matchesSearch } from '../../../shared/domain/vietnamese/search-key.ts'
import type { WorkspaceDb } from '../open.ts'
import { createSubjectNames } from './audit-names.ts'

export type AuditQuery = {
  readonly before?: number | undefined
  readonly limit: number
  readonly subject?: string | undefined
  readonly feature?: string | undefined
  readonly find?: { readonly words: string; readonly titles: Readonly<Record<string, string>> } | undefined
}

/** Newest first. Rows are read one by one, so that the last page of a long chain holds no more memory than the first. */
export function listAuditEvents(db: WorkspaceDb, query: AuditQuery): readonly AuditEvent[] {
  const namesOf = createSubjectNames(db)
  const events: AuditEvent[] = []
  for (const row of selectRows(db, query)) {
    const detail = JSON.parse(row.detail) as Record<string, unknown>
    const event = { ...row, detail, about: namesOf({ subject: row.subject, detail }) }
    if (query.find !== undefined && !isFound({ event, detail: row.detail, find: query.find })) continue
    events.push(event)
    if (events.length === query.limit) break
  }
  return events
}

type Row = Omit<AuditEvent, 'detail' | 'about'> & { readonly detail: string }

function selectRows(db: WorkspaceDb, query: AuditQuery): IterableIterator<Row> {
  const conditions = [
    ...(query.before === undefined ? [] : [{ sql: 'seq < ?', value: query.before }]),
    ...(query.subject === undefined ? [] : [{ sql: 'subject = ?', value: query.subject }]),
    ...(query.feature === undefined
      ? []
      : [{ sql: "substr(command, 1, instr(command, '.') - 1) = ?", value: query.feature }]),
  ]
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`
  return db.$client
    .prepare(`SELECT seq, at, actor, command, subject, detail FROM audit_events ${where} ORDER BY seq DESC`)
    .iterate(...conditions.map(({ value }) => value)) as IterableIterator<Row>
}

function isFound({
  event,
  detail,
  find,
}: {
  event: AuditEvent
  detail: string
  find: NonNullable<AuditQuery['find']>
}): boolean {
  const { session, ...names } = event.about
  const words = [find.titles[event.command] ?? event.command, event.actor, ...Object.values(names), detail]
  if (session !== undefined) words.push(`${session.round}/${session.year}`)
  return matchesSearch({ query: find.words, text: words.join(' ') })
}
