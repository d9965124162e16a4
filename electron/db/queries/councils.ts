import { asc, count, eq, max, sql } from 'drizzle-orm'
import type { Council, CouncilFields, Member, MemberFields } from '../../../shared/api/councils.ts'
import type { Regulation } from '../../../shared/domain/scoring/types.ts'
import type { WorkspaceDb } from '../open.ts'
import { ballots, councils, exclusions, members, sessions } from '../schema.ts'

type CouncilRow = typeof councils.$inferSelect
export type RegulationColumns = Pick<
  CouncilRow,
  | 'quorumNumerator'
  | 'quorumDenominator'
  | 'quorumNeedsChair'
  | 'spreadLimit'
  | 'rounding'
  | 'gateSettlement'
  | 'verification'
  | 'memberSight'
>

export function regulationOf(row: RegulationColumns): Regulation {
  return {
    quorum: {
      numerator: row.quorumNumerator,
      denominator: row.quorumDenominator,
      needsChair: row.quorumNeedsChair,
    },
    spreadLimit: row.spreadLimit,
    rounding: row.rounding,
    gateSettlement: row.gateSettlement,
    verification: row.verification,
    memberSight: row.memberSight,
  }
}

export function regulationColumnsOf(regulation: Regulation): RegulationColumns {
  return {
    quorumNumerator: regulation.quorum.numerator,
    quorumDenominator: regulation.quorum.denominator,
    quorumNeedsChair: regulation.quorum.needsChair,
    spreadLimit: regulation.spreadLimit,
    rounding: regulation.rounding,
    gateSettlement: regulation.gateSettlement,
    verification: regulation.verification,
    memberSight: regulation.memberSight,
  }
}

export function listCouncils(db: WorkspaceDb): readonly Council[] {
  const rows = db.select().from(councils).orderBy(asc(councils.id)).all()
  return rows.map((row) => toCouncil(db, row))
}

export function findCouncil(db: WorkspaceDb, id: number): Council | null {
  const row = db.select().from(councils).where(eq(councils.id, id)).get()
  return row === undefined ? null : toCouncil(db, row)
}

export function insertCouncil(db: WorkspaceDb, fields: CouncilFields): number {
  return db.insert(councils).values(councilColumns(fields)).returning({ id: councils.id }).get().id
}

export function updateCouncil(db: WorkspaceDb, id: number, fields: CouncilFields): void {
  db.update(councils).set(councilColumns(fields)).where(eq(councils.id, id)).run()
}

export function findMember(db: WorkspaceDb, id: number): Member | null {
  const row = db.select().from(members).where(eq(members.id, id)).get()
  return row === undefined ? null : toMember(db, row)
}

export function insertMember(db: WorkspaceDb, councilId: number, fields: MemberFields): number {
  const last = db
    .select({ order: max(members.sortOrder) })
    .from(members)
    .where(eq(members.councilId, councilId))
    .get()
  return db
    .insert(members)
    .values({ councilId, ...fields, sortOrder: (last?.order ?? 0) + 1 })
    .returning({ id: members.id })
    .get().id
}

export function updateMember(db: WorkspaceDb, id: number, fields: MemberFields): void {
  db.update(members).set(fields).where(eq(members.id, id)).run()
}

export function deleteMember(db: WorkspaceDb, id: number): void {
  db.run(
    sql`DELETE FROM attendances WHERE member_id = ${id} AND session_id IN (SELECT id FROM sessions WHERE state = 'planned')`,
  )
  db.delete(members).where(eq(members.id, id)).run()
}

export function setMemberOrder(db: WorkspaceDb, ids: readonly number[]): void {
  ids.forEach((id, index) => {
    db.update(members)
      .set({ sortOrder: index + 1 })
      .where(eq(members.id, id))
      .run()
  })
}

function toCouncil(db: WorkspaceDb, row: CouncilRow): Council {
  const memberRows = db
    .select()
    .from(members)
    .where(eq(members.councilId, row.id))
    .orderBy(asc(members.sortOrder), asc(members.id))
    .all()
  const sessionCount = db.select({ n: count() }).from(sessions).where(eq(sessions.councilId, row.id)).get()?.n ?? 0
  return {
    id: row.id,
    name: row.name,
    level: row.level,
    province: row.province,
    district: row.district,
    foundingDecisionNumber: row.foundingDecisionNumber,
    foundingDecisionDate: row.foundingDecisionDate,
    regulationNumber: row.regulationNumber,
    regulation: regulationOf(row),
    members: memberRows.map((member) => toMember(db, member)),
    sessionCount,
  }
}

function toMember(db: WorkspaceDb, row: typeof members.$inferSelect): Member {
  const isInUse =
    db.select({ id: ballots.id }).from(ballots).where(eq(ballots.memberId, row.id)).limit(1).get() !== undefined ||
    db.select({ id: exclusions.memberId }).from(exclusions).where(eq(exclusions.memberId, row.id)).limit(1).get() !==
      undefined
  const { id, councilId, code, name, position, organisation, role } = row
  return { id, councilId, code, name, position, organisation, role, isInUse }
}

function councilColumns(fields: CouncilFields) {
  const { regulation, ...rest } = fields
  return { ...rest, ...regulationColumnsOf(regulation) }
}
