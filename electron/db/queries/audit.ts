import type { AuditEvent } from '../../../shared/api/audit.ts'
import type { AuditCommand } from '../../../shared/api/audit-details.ts'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'
import { createSubjectNames, subjectsInDetail, type UnnamedEvent } from './audit-names.ts'

export type AuditQuery = {
  readonly before?: number | undefined
  readonly limit: number
  readonly subject?: string | undefined
  readonly feature?: string | undefined
  readonly find?: { readonly words: string; readonly titles: Readonly<Record<string, string>> } | undefined
}

/** Newest first. Rows are read one by one, so that the last page of a long chain holds no more memory than the first. */
export function listAuditEvents(db: ReadDb, query: AuditQuery): readonly AuditEvent[] {
  const namesOf = createSubjectNames(db)
  const isFound = query.find === undefined ? () => true : createFinder(query.find, namesOf)
  const events: AuditEvent[] = []
  for (const row of selectRows(db, query)) {
    if (!isFound(row)) continue
    const event = readEvent(row)
    events.push({ ...event, about: namesOf(event) })
    if (events.length === query.limit) break
  }
  return events
}

export function countAuditEvents(db: ReadDb): number {
  return readColumn<[], number>(db, 'SELECT count(*) FROM audit_events').get() ?? 0
}

type Row = Omit<AuditEvent, 'detail' | 'about'> & { readonly detail: string }

/** What was written under a command's name has its shape: `appendAuditEvent` takes no other. */
const readEvent = (row: Row): UnnamedEvent => ({ ...row, detail: JSON.parse(row.detail) as unknown }) as UnnamedEvent

function selectRows(db: ReadDb, query: AuditQuery): Iterable<Row> {
  const { before, subject, feature } = query
  // Each condition only where it is asked for: an index serves the one on the subject.
  const conditions = [
    before !== undefined && 'seq < @before',
    subject !== undefined && 'subject = @subject',
    feature !== undefined && "substr(command, 1, instr(command, '.') - 1) = @feature",
  ].filter((condition) => condition !== false)
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const filter = { before: before ?? null, subject: subject ?? null, feature: feature ?? null }
  return read<typeof filter, Row>(
    db,
    `SELECT seq, at, actor, command, subject, detail FROM audit_events ${where} ORDER BY seq DESC`,
  ).iterate(filter)
}

/**
 * Looks for all words in a row. What a chain says of one subject again and again is brought into search form once, so
 * that words which stand nowhere cost a few microseconds a row.
 */
function createFinder(
  find: NonNullable<AuditQuery['find']>,
  namesOf: ReturnType<typeof createSubjectNames>,
): (row: Row) => boolean {
  const words = searchWords(find.words)
  const heads = new Map<string, string>()
  const headOf = (row: Row): string => {
    const { command, actor, subject } = row
    const event = readEvent(row)
    const place = [command, actor, subject, ...subjectsInDetail(event)].join('|')
    const known = heads.get(place)
    if (known !== undefined) return known
    const { session, ...names } = namesOf(event)
    const round = session === undefined ? '' : `${session.round}/${session.year}`
    const head = searchKey([find.titles[command] ?? command, actor, round, ...Object.values(names)].join(' '))
    heads.set(place, head)
    return head
  }
  return (row) => {
    const head = headOf(row)
    const missing = words.filter((word) => !head.includes(word))
    if (missing.length === 0) return true
    const detail = isPlain.test(row.detail) ? row.detail.toLowerCase() : searchKey(row.detail)
    return missing.every((word) => detail.includes(word))
  }
}

/** No accents to strip. */
const isPlain = /^[\x20-\x7e]*$/

/** The number of the last event; 0 in an empty log. */
export function lastSeq(db: ReadDb): number {
  return readColumn<[], number>(db, 'SELECT coalesce(max(seq), 0) FROM audit_events').get() ?? 0
}

/** The commands of the events after one, each once. */
export function listCommandsAfter(db: ReadDb, seq: number): readonly AuditCommand[] {
  return readColumn<number, AuditCommand>(db, 'SELECT DISTINCT command FROM audit_events WHERE seq > ?').all(seq)
}
