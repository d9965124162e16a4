import type { SessionFields, SessionSummary } from '../../../shared/api/sessions.ts'
import type { CaseCode } from '../../../shared/domain/criteria/criteria-set.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import type { DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import type {
  AcceptedDoubts,
  ApplicationKind,
  ItemProduct,
  MemberRecord,
  Reopening,
} from '../../../shared/domain/session/session-record.ts'
import { columnsOf, insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { agendaItems, sessions } from '../schema/sessions.ts'
import { read, readColumn, write } from '../statement.ts'
import { withRegulationColumns } from './councils.ts'

export type SessionRow = typeof sessions.$inferSelect
export type AgendaItemRow = typeof agendaItems.$inferSelect

export function listSessions(db: ReadDb): readonly SessionSummary[] {
  return read<[], SessionSummary>(
    db,
    `SELECT s.id, s.council_id AS councilId, coalesce(own.name, c.name) AS councilName, f.body ->> '$.id' AS ruleSetId,
       f.body ->> '$.shortTitle' AS ruleSetTitle, s.level, s.year, s.round, s.held_on AS heldOn, s.place, s.state,
       (SELECT count(*) FROM agenda_items WHERE session_id = s.id) AS productCount
     FROM sessions s
     JOIN councils c ON c.id = s.council_id
     LEFT JOIN session_councils own ON own.session_id = s.id
     JOIN sealed_files f ON f.id = s.rule_set_file_id
     ORDER BY s.held_on DESC, s.id DESC`,
  ).all()
}

const selectSession = `SELECT ${columnsOf(sessions)} FROM sessions WHERE id = ?`

export function findSession(db: ReadDb, id: number): SessionRow | null {
  return read<number, SessionRow>(db, selectSession).get(id) ?? null
}

/** Inserts a planned session; nobody is present before the roll is called. */
export function insertSession(
  db: WriteDb,
  session: {
    readonly councilId: number
    readonly ruleSetFileId: number
    readonly level: Level
    readonly fields: SessionFields
  },
): number {
  const { fields, ...rest } = session
  const columns = { ...rest, ...withRegulationColumns(fields), state: 'planned' }
  return write<typeof columns, { readonly id: number }>(db, `${insertInto(sessions, columns)} RETURNING id`).get(
    columns,
  ).id
}

type ApprovedSession = { readonly id: number; readonly approvedBy: string; readonly approvedDigest: string }

/** Sessions that their chair approved and that are not locked yet. Runs at every key. */
export function listApprovedOpen(db: ReadDb): readonly ApprovedSession[] {
  return read<[], ApprovedSession>(
    db,
    `SELECT id, approved_by AS approvedBy, approved_digest AS approvedDigest
     FROM sessions WHERE approved_by IS NOT NULL AND state <> 'closed'`,
  ).all()
}

type SessionChange =
  | Partial<Pick<SessionRow, 'currentItemId' | 'soleOperatorNote' | 'beganAt' | 'endedAt' | 'endedOn' | 'discussion'>>
  | Pick<SessionRow, 'approvedBy' | 'approvedAt' | 'approvedDigest'>
  | (Pick<SessionRow, 'state' | 'tallyDigest' | 'recordDigest'> & Partial<Pick<SessionRow, 'openedAt' | 'closedAt'>>)

export function updateSession(db: WriteDb, id: number, change: SessionChange): void {
  write<SessionChange & { readonly id: number }>(db, updateById(sessions, change)).run({ ...change, id })
}

export function updateSessionFields(db: WriteDb, id: number, fields: SessionFields): void {
  const columns = { ...withRegulationColumns(fields), id }
  write<typeof columns>(db, updateById(sessions, columns)).run(columns)
}

export function deleteSession(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM sessions WHERE id = ?').run(id)
}

type Attendance = Pick<MemberRecord, 'isPresent' | 'arrivedAt' | 'leftAt' | 'absenceReason'>

export function upsertAttendance(
  db: WriteDb,
  { isPresent, ...attendance }: Attendance & { readonly sessionId: number; readonly memberId: number },
): void {
  const row = { ...attendance, isPresent: Number(isPresent) }
  write<typeof row>(
    db,
    `INSERT INTO attendances (session_id, member_id, is_present, arrived_at, left_at, absence_reason)
     VALUES (@sessionId, @memberId, @isPresent, @arrivedAt, @leftAt, @absenceReason)
     ON CONFLICT DO UPDATE SET is_present = excluded.is_present, arrived_at = excluded.arrived_at,
       left_at = excluded.left_at, absence_reason = excluded.absence_reason`,
  ).run(row)
}

type SessionMemberRow = Omit<MemberRecord, 'isPresent'> & { readonly isPresent: number }

const withAttendance = `m.code, m.name, m.position, m.organisation, m.role, coalesce(t.is_present, 0) AS isPresent,
  t.arrived_at AS arrivedAt, t.left_at AS leftAt, coalesce(t.absence_reason, '') AS absenceReason`

/**
 * The council's members as the session says them, with their attendance, in the council's order; in one that is not opened
 * yet, those who have not retired before its day.
 */
export function listSessionMembers(
  db: ReadDb,
  { id, councilId, heldOn, state }: Pick<SessionRow, 'id' | 'councilId' | 'heldOn' | 'state'>,
): readonly MemberRecord[] {
  const rows =
    state === 'planned'
      ? read<[number, number, string], SessionMemberRow>(
          db,
          `SELECT m.id, ${withAttendance}
           FROM members m LEFT JOIN attendances t ON t.member_id = m.id AND t.session_id = ?
           WHERE m.council_id = ? AND coalesce(m.retired_on >= ?, 1) ORDER BY m.sort_order, m.id`,
        ).all(id, councilId, heldOn)
      : read<[number], SessionMemberRow>(
          db,
          `SELECT m.member_id AS id, ${withAttendance}
           FROM session_members m LEFT JOIN attendances t USING (session_id, member_id)
           WHERE m.session_id = ? ORDER BY m.sort_order, m.member_id`,
        ).all(id)
  return rows.map((row) => ({ ...row, isPresent: row.isPresent === 1 }))
}

const selectItems = `SELECT ${columnsOf(agendaItems)} FROM agenda_items`

export function findAgendaItem(db: ReadDb, id: number): AgendaItemRow | null {
  return read<number, AgendaItemRow>(db, `${selectItems} WHERE id = ?`).get(id) ?? null
}

/** An item with its product. */
export type AgendaRow = AgendaItemRow & ItemProduct & { readonly producerId: number }

/** What the session of the item says of its product `own`, `p` by its producer `r`; join it after `agenda_items`. */
export const productAtSession = {
  columns: `coalesce(own.code, p.code) AS code, coalesce(own.name, p.name) AS productName,
    coalesce(own.producer_name, r.name) AS producerName, coalesce(own.producer_kind, r.kind) AS producerKind,
    coalesce(own.commune, p.commune) AS commune, coalesce(own.district, p.district) AS district`,
  joins: (items: string) => `LEFT JOIN session_products own ON own.agenda_item_id = ${items}.id
    JOIN products p ON p.id = ${items}.product_id JOIN producers r ON r.id = p.producer_id`,
}

const selectRows = `SELECT ${columnsOf(agendaItems)}, ${productAtSession.columns}, p.set_number AS setNumber,
  p.producer_id AS producerId FROM agenda_items ${productAtSession.joins('agenda_items')}`

const inOrder = 'ORDER BY position, agenda_items.id'

/** The items of a session in agenda order. */
export function listAgendaItems(db: ReadDb, sessionId: number): readonly AgendaRow[] {
  return read<number, AgendaRow>(db, `${selectRows} WHERE session_id = ? ${inOrder}`).all(sessionId)
}

export function listAgendaIds(db: ReadDb, sessionId: number): readonly number[] {
  return readColumn<number, number>(db, `SELECT id FROM agenda_items WHERE session_id = ? ${inOrder}`).all(sessionId)
}

/** These items of one session, in agenda order. */
export function readAgendaItems(db: ReadDb, ids: readonly number[]): readonly AgendaRow[] {
  const sql = `${selectRows} WHERE agenda_items.id IN (SELECT value FROM json_each(?)) ${inOrder}`
  return read<string, AgendaRow>(db, sql).all(JSON.stringify(ids))
}

export function insertAgendaItem(
  db: WriteDb,
  item: {
    readonly sessionId: number
    readonly productId: number
    readonly criteriaFileId: number
    readonly application: ApplicationKind
    readonly criteriaCase: CaseCode | null
  },
): number {
  return write<typeof item, { readonly id: number }>(
    db,
    `INSERT INTO agenda_items (session_id, product_id, criteria_file_id, application, criteria_case, scoring_round, position)
     VALUES (@sessionId, @productId, @criteriaFileId, @application, @criteriaCase, 1,
       (SELECT coalesce(max(position), 0) + 1 FROM agenda_items WHERE session_id = +@sessionId))
     RETURNING id`,
  ).get(item).id
}

type ItemChange = Partial<Omit<AgendaItemRow, 'id'>>

export function updateAgendaItem(db: WriteDb, id: number, change: ItemChange): void {
  write<ItemChange & { readonly id: number }>(db, updateById(agendaItems, change)).run({ ...change, id })
}

export function deleteAgendaItem(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM agenda_items WHERE id = ?').run(id)
}

export function setAgendaOrder(db: WriteDb, ids: readonly number[]): void {
  for (const [index, id] of ids.entries()) updateAgendaItem(db, id, { position: index + 1 })
}

/** True once a ballot of any state was written for the item. */
export function itemHasBallots(db: ReadDb, agendaItemId: number): boolean {
  return readColumn<number, 1>(db, 'SELECT 1 FROM ballots WHERE agenda_item_id = ? LIMIT 1').get(agendaItemId) === 1
}

export function sessionHasBallots(db: ReadDb, sessionId: number): boolean {
  return (
    readColumn<number, 1>(
      db,
      `SELECT 1 FROM agenda_items a JOIN ballots b ON b.agenda_item_id = a.id WHERE a.session_id = ? LIMIT 1`,
    ).get(sessionId) === 1
  )
}

/** What was accepted when the session was last locked, as the audit tells it; null where nothing was. */
export function findAcceptedDoubts(db: ReadDb, sessionId: number): AcceptedDoubts | null {
  const row = read<string, { readonly by: string; readonly doubts: string | null }>(
    db,
    `SELECT actor AS "by", detail ->> '$.doubts' AS doubts FROM audit_events
     WHERE subject = ? AND command = 'sessions.close' ORDER BY seq DESC LIMIT 1`,
  ).get(`session:${sessionId}`)
  if (row === undefined || row.doubts === null) return null
  return { by: row.by, doubts: JSON.parse(row.doubts) as readonly DoubtKind[] }
}

/** Each time that a locked session was unlocked, as the audit tells it. */
export function listReopenings(db: ReadDb, sessionId: number): readonly Reopening[] {
  return read<string, Reopening>(
    db,
    `SELECT at, actor AS "by", detail ->> '$.reason' AS reason FROM audit_events
     WHERE subject = ? AND command = 'sessions.reopen' ORDER BY seq`,
  ).all(`session:${sessionId}`)
}
