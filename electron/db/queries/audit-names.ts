import type { AuditEvent, AuditNames } from '../../../shared/api/audit.ts'
import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'

export type UnnamedEvent = AuditEvent extends infer Event
  ? Event extends AuditEvent
    ? Omit<Event, 'about'>
    : never
  : never

/** Says what the subjects of audit events are called, asking the file once for each. */
export function createSubjectNames(db: ReadDb): (event: UnnamedEvent) => AuditNames {
  const namesOf = createNames(db)
  return (event) => {
    const [inDetail, ...others] = subjectsInDetail(event).map(namesOf)
    const product = [inDetail, ...others].flatMap((names) => names?.product ?? []).join('; ')
    return { ...inDetail, ...(others.length > 0 && { product }), ...namesOf(event.subject) }
  }
}

/** What a subject such as `ballot:12/3` is called, asked for once. */
export function createNames(db: ReadDb): (subject: string) => AuditNames {
  const known = new Map<string, AuditNames>()
  return (subject) => {
    const names = known.get(subject) ?? readNames(db, subject)
    known.set(subject, names)
    return names
  }
}

/** Some events stand under one subject and tell of a member, a session or products in their detail. */
export function subjectsInDetail(event: UnnamedEvent): readonly string[] {
  switch (event.command) {
    case 'room.resetCode':
    case 'room.enter':
    case 'room.leave':
    case 'room.wrongCode':
      return [`session:${event.detail.sessionId}`]
    case 'sessions.setAttendance':
    case 'sessions.setExclusion':
      return [`member:${event.detail.memberId}`]
    case 'opinions.create':
    case 'opinions.addProducts':
    case 'opinions.removeProduct':
    case 'opinions.saveProduct':
    case 'opinions.toSession':
    case 'opinions.decide':
      return event.detail.products.map((id) => `product:${id}`)
    case 'opinions.answer':
      return [...new Set(event.detail.answers.map(({ productId }) => `product:${productId}`))]
    case 'sessions.addProducts':
      return event.detail.added.map((id) => `product:${id}`)
    case 'registrations.mark':
      return event.detail.registrations.map((id) => `registration:${id}`)
    case 'aftercare.inspections.add':
    case 'aftercare.inspections.markClean':
      return event.detail.inspections.map((id) => `inspection:${id}`)
    default:
      return []
  }
}

function readNames(db: ReadDb, subject: string): AuditNames {
  const [kind = '', id = '', memberId = ''] = subject.split(/[:/]/)
  switch (kind) {
    case 'session':
      return sessionNames(db, id)
    case 'council':
      return textNames(db, { key: 'council', sql: 'SELECT name FROM councils WHERE id = ?', id })
    case 'product':
      return productNames(db, id)
    case 'registration':
      return registeredNames(db, id)
    case 'producer':
      return producerNames(db, id)
    case 'written':
      return textNames(db, { key: 'council', sql: writtenRoundName, id })
    case 'withdrawal':
      return aboutRecognition(db, 'withdrawals', id)
    case 'inspection':
      return aboutRecognition(db, 'inspections', id)
    case 'route':
      return textNames(db, { key: 'product', sql: 'SELECT name FROM inspection_routes WHERE id = ?', id })
    case 'member':
      return textNames(db, { key: 'member', sql: `SELECT ${codeAndName} FROM members WHERE id = ?`, id })
    case 'item':
      return itemNames(db, id)
    case 'ballot':
      return { ...itemNames(db, id), ...readNames(db, `member:${memberId}`) }
    default:
      return {}
  }
}

const writtenRoundName = "SELECT name || ', đợt lấy ý kiến ' || number || '/' || year FROM written_rounds WHERE id = ?"
const codeAndName = "code || ' ' || name"

function sessionNames(db: ReadDb, id: string): AuditNames {
  const sql = 'SELECT id, year, round FROM sessions WHERE id = ?'
  const session = read<string, NonNullable<AuditNames['session']>>(db, sql).get(id)
  return session === undefined ? {} : { session }
}

/** As it is called now; one that was merged or removed as it was called then. */
function productNames(db: ReadDb, id: string): AuditNames {
  const now = textNames(db, { key: 'product', sql: `SELECT ${codeAndName} FROM products WHERE id = ?`, id })
  if (now.product !== undefined) return now
  const sql = `SELECT trim(json_extract(detail, '$.from.code') || ' ' || json_extract(detail, '$.from.name')) FROM audit_events
    WHERE command IN ('products.merge', 'products.remove') AND json_extract(detail, '$.from.id') = CAST(? AS INTEGER)`
  return textNames(db, { key: 'product', sql, id })
}

/** The same of a producer; a merge of before did not say its id, and what was saved last does. */
function producerNames(db: ReadDb, id: string): AuditNames {
  const now = textNames(db, { key: 'product', sql: 'SELECT name FROM producers WHERE id = ?', id })
  if (now.product !== undefined) return now
  const merged = `SELECT json_extract(detail, '$.from.name') FROM audit_events
    WHERE command = 'producers.merge' AND json_extract(detail, '$.fromId') = CAST(? AS INTEGER)`
  const found = textNames(db, { key: 'product', sql: merged, id })
  if (found.product !== undefined) return found
  const told = `SELECT coalesce(json_extract(detail, '$.to.name'), json_extract(detail, '$.from.name')) FROM audit_events
    WHERE subject = 'producer:' || ? AND command IN ('producers.save', 'producers.remove') ORDER BY seq DESC LIMIT 1`
  return textNames(db, { key: 'product', sql: told, id })
}

function registeredNames(db: ReadDb, id: string): AuditNames {
  const sql = `SELECT ${codeAndName} FROM products WHERE id = (SELECT product_id FROM registrations WHERE id = ?)`
  return textNames(db, { key: 'product', sql, id })
}

function aboutRecognition(db: ReadDb, table: 'withdrawals' | 'inspections', id: string): AuditNames {
  const sql = `SELECT ${codeAndName} FROM products WHERE id = (
    SELECT coalesce(n.product_id, a.product_id) FROM ${table} w LEFT JOIN recognitions n ON n.id = w.recognition_id
    LEFT JOIN certificates c ON c.id = w.certificate_id LEFT JOIN agenda_items a ON a.id = c.agenda_item_id WHERE w.id = ?)`
  return textNames(db, { key: 'product', sql, id })
}

function itemNames(db: ReadDb, id: string): AuditNames {
  const row = read<string, { readonly sessionId: number; readonly productId: number }>(
    db,
    'SELECT session_id AS sessionId, product_id AS productId FROM agenda_items WHERE id = ?',
  ).get(id)
  if (row === undefined) return {}
  return { ...sessionNames(db, String(row.sessionId)), ...readNames(db, `product:${row.productId}`) }
}

type NamedQuery = { readonly key: 'council' | 'product' | 'member'; readonly sql: string; readonly id: string }

function textNames(db: ReadDb, { key, sql, id }: NamedQuery): AuditNames {
  const text = readColumn<string, string>(db, sql).get(id)
  return text === undefined ? {} : { [key]: text }
}
