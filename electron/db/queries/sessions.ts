import { asc, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { SessionFields, SessionSummary } from '../../../shared/api/sessions.ts'
import type { CaseCode } from '../../../shared/domain/criteria/criteria-set.ts'
import type { Level, RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { ApplicationKind } from '../../../shared/domain/session/session-record.ts'
import type { WorkspaceDb } from '../open.ts'
import { agendaItems, attendances, councils, members, sealedFiles, sessions } from '../schema.ts'
import { statement } from '../statement.ts'
import { regulationColumnsOf } from './councils.ts'

export type SessionRow = typeof sessions.$inferSelect
export type AgendaItemRow = typeof agendaItems.$inferSelect

export function listSessions(db: WorkspaceDb): readonly SessionSummary[] {
  const rows = db
    .select({
      id: sessions.id,
      councilId: sessions.councilId,
      councilName: councils.name,
      ruleSetBody: sealedFiles.body,
      level: sessions.level,
      year: sessions.year,
      round: sessions.round,
      heldOn: sessions.heldOn,
      place: sessions.place,
      state: sessions.state,
      productCount: sql<number>`(SELECT count(*) FROM agenda_items a WHERE a.session_id = sessions.id)`,
    })
    .from(sessions)
    .innerJoin(councils, eq(councils.id, sessions.councilId))
    .innerJoin(sealedFiles, eq(sealedFiles.id, sessions.ruleSetFileId))
    .orderBy(desc(sessions.heldOn), desc(sessions.id))
    .all()
  return rows.map(({ ruleSetBody, ...row }) => {
    const ruleSet = JSON.parse(ruleSetBody) as RuleSet
    return { ...row, ruleSetId: ruleSet.id, ruleSetTitle: ruleSet.shortTitle }
  })
}

export function findSession(db: WorkspaceDb, id: number): SessionRow | null {
  return db.select().from(sessions).where(eq(sessions.id, id)).get() ?? null
}

/** Inserts a planned session whose members all count as present until someone says otherwise. */
export function insertSession(
  db: WorkspaceDb,
  session: {
    readonly councilId: number
    readonly ruleSetFileId: number
    readonly level: Level
    readonly fields: SessionFields
  },
): number {
  const id = db
    .insert(sessions)
    .values({
      councilId: session.councilId,
      ruleSetFileId: session.ruleSetFileId,
      level: session.level,
      ...fieldColumns(session.fields),
      state: 'planned',
    })
    .returning({ id: sessions.id })
    .get().id
  db.run(
    sql`INSERT INTO attendances (session_id, member_id, is_present)
        SELECT ${id}, id, 1 FROM members WHERE council_id = ${session.councilId}`,
  )
  return id
}

export function updateSessionFields(db: WorkspaceDb, id: number, fields: SessionFields): void {
  db.update(sessions).set(fieldColumns(fields)).where(eq(sessions.id, id)).run()
}

export function updateSessionColumns(
  db: WorkspaceDb,
  id: number,
  columns: Partial<Pick<SessionRow, 'currentItemId' | 'soleOperatorNote'>>,
): void {
  db.update(sessions).set(columns).where(eq(sessions.id, id)).run()
}

export function updateSessionState(
  db: WorkspaceDb,
  id: number,
  state: Pick<SessionRow, 'state' | 'tallyDigest'> & Partial<Pick<SessionRow, 'openedAt' | 'closedAt'>>,
): void {
  db.update(sessions).set(state).where(eq(sessions.id, id)).run()
}

export function deleteSession(db: WorkspaceDb, id: number): void {
  db.delete(sessions).where(eq(sessions.id, id)).run()
}

export function upsertAttendance(db: WorkspaceDb, row: typeof attendances.$inferInsert): void {
  db.insert(attendances)
    .values(row)
    .onConflictDoUpdate({
      target: [attendances.sessionId, attendances.memberId],
      set: {
        isPresent: row.isPresent,
        arrivedAt: row.arrivedAt,
        leftAt: row.leftAt,
        absenceReason: row.absenceReason ?? '',
      },
    })
    .run()
}

/** The council's members with their attendance at the session, in the council's order. */
export function listSessionMembers(db: WorkspaceDb, session: Pick<SessionRow, 'id' | 'councilId'>) {
  return db
    .select({
      id: members.id,
      code: members.code,
      name: members.name,
      position: members.position,
      organisation: members.organisation,
      role: members.role,
      isPresent: sql<number>`coalesce(${attendances.isPresent}, 0)`.mapWith((value) => value === 1),
      arrivedAt: attendances.arrivedAt,
      leftAt: attendances.leftAt,
      absenceReason: sql<string>`coalesce(${attendances.absenceReason}, '')`,
    })
    .from(members)
    .leftJoin(attendances, sql`${attendances.memberId} = ${members.id} AND ${attendances.sessionId} = ${session.id}`)
    .where(eq(members.councilId, session.councilId))
    .orderBy(asc(members.sortOrder), asc(members.id))
    .all()
}

export function findAgendaItem(db: WorkspaceDb, id: number): AgendaItemRow | null {
  return db.select().from(agendaItems).where(eq(agendaItems.id, id)).get() ?? null
}

export function listAgendaItems(db: WorkspaceDb, sessionId: number): readonly AgendaItemRow[] {
  return statement(db, `SELECT ${itemColumns} FROM agenda_items WHERE session_id = ? ORDER BY position, id`).all(
    sessionId,
  ) as readonly AgendaItemRow[]
}

/** Every column under its field's name: SQLite's own objects, for none of them is converted on its way. */
const itemColumns = Object.entries(getTableColumns(agendaItems))
  .map(([field, { name }]) => `${name} AS ${field}`)
  .join(', ')

export function insertAgendaItem(
  db: WorkspaceDb,
  item: {
    readonly sessionId: number
    readonly productId: number
    readonly criteriaFileId: number
    readonly application: ApplicationKind
    readonly criteriaCase: CaseCode | null
  },
): number {
  const position = sql`(SELECT coalesce(max(position), 0) + 1 FROM agenda_items WHERE session_id = ${item.sessionId})`
  return db
    .insert(agendaItems)
    .values({ ...item, position, scoringRound: 1 })
    .returning({ id: agendaItems.id })
    .get().id
}

export function updateAgendaItem(db: WorkspaceDb, id: number, change: Partial<AgendaItemRow>): void {
  db.update(agendaItems).set(change).where(eq(agendaItems.id, id)).run()
}

export function deleteAgendaItem(db: WorkspaceDb, id: number): void {
  db.delete(agendaItems).where(eq(agendaItems.id, id)).run()
}

export function setAgendaOrder(db: WorkspaceDb, ids: readonly number[]): void {
  ids.forEach((id, index) => updateAgendaItem(db, id, { position: index + 1 }))
}

/** True once a ballot of any state was written for the item. */
export function itemHasBallots(db: WorkspaceDb, agendaItemId: number): boolean {
  return db.get(sql`SELECT 1 FROM ballots WHERE agenda_item_id = ${agendaItemId} LIMIT 1`) !== undefined
}

export function sessionHasBallots(db: WorkspaceDb, sessionId: number): boolean {
  return (
    db.get(sql`SELECT 1 FROM agenda_items a JOIN ballots b ON b.agenda_item_id = a.id
               WHERE a.session_id = ${sessionId} LIMIT 1`) !== undefined
  )
}

function fieldColumns({ regulation, ...fields }: SessionFields) {
  return { ...fields, ...regulationColumnsOf(regulation) }
}
