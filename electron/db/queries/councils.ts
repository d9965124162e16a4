import type { Council, CouncilFields, Member, MemberFields } from '../../../shared/api/councils.ts'
import type { Regulation } from '../../../shared/domain/scoring/types.ts'
import { columnsOf, insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { councils, members } from '../schema/directory.ts'
import { read, write } from '../statement.ts'

type StoredCouncil = typeof councils.$inferSelect
type RegulationColumns = Pick<
  StoredCouncil,
  | 'quorumNumerator'
  | 'quorumDenominator'
  | 'quorumNeedsChair'
  | 'spreadLimit'
  | 'rounding'
  | 'gateSettlement'
  | 'verification'
  | 'memberSight'
  | 'chairApproves'
  | 'chairSeesDeviations'
  | 'takesClearPaper'
>

export function regulationOf(row: RegulationColumns): Regulation {
  return {
    quorum: {
      numerator: row.quorumNumerator,
      denominator: row.quorumDenominator,
      needsChair: row.quorumNeedsChair === 1,
    },
    spreadLimit: row.spreadLimit,
    rounding: row.rounding,
    gateSettlement: row.gateSettlement,
    verification: row.verification,
    memberSight: row.memberSight,
    chairApproves: row.chairApproves === 1,
    chairSeesDeviations: row.chairSeesDeviations === 1,
    takesClearPaper: row.takesClearPaper === 1,
  }
}

/** Fields with the regulations among them, as the columns that hold them. */
export function withRegulationColumns<Fields extends { readonly regulation: Regulation }>({
  regulation: { quorum, chairApproves, chairSeesDeviations, takesClearPaper, ...regulation },
  ...fields
}: Fields) {
  return {
    ...fields,
    quorumNumerator: quorum.numerator,
    quorumDenominator: quorum.denominator,
    quorumNeedsChair: Number(quorum.needsChair),
    chairApproves: Number(chairApproves),
    chairSeesDeviations: Number(chairSeesDeviations),
    takesClearPaper: Number(takesClearPaper),
    ...regulation,
  }
}

const selectCouncils = `SELECT ${columnsOf(councils)},
  (SELECT count(*) FROM sessions WHERE council_id = councils.id) AS sessionCount,
  b.year AS begunYear, b.from_council_id AS fromId, n.year AS continuedYear, n.council_id AS continuedId
  FROM councils LEFT JOIN council_years b ON b.council_id = councils.id
  LEFT JOIN council_years n ON n.from_council_id = councils.id`

type CouncilRow = StoredCouncil & {
  readonly sessionCount: number
  readonly begunYear: number | null
  readonly fromId: number | null
  readonly continuedYear: number | null
  readonly continuedId: number | null
}

export function listCouncils(db: ReadDb): readonly Council[] {
  const rows = read<[], CouncilRow>(db, `${selectCouncils} ORDER BY councils.id`).all()
  return rows.map((row) => toCouncil(db, row))
}

export function findCouncil(db: ReadDb, id: number): Council | null {
  const row = read<number, CouncilRow>(db, `${selectCouncils} WHERE councils.id = ?`).get(id)
  return row === undefined ? null : toCouncil(db, row)
}

export function insertCouncil(db: WriteDb, fields: CouncilFields): number {
  const columns = withRegulationColumns(fields)
  return write<typeof columns, { readonly id: number }>(db, `${insertInto(councils, columns)} RETURNING id`).get(
    columns,
  ).id
}

export function updateCouncil(db: WriteDb, id: number, fields: CouncilFields): void {
  const columns = { ...withRegulationColumns(fields), id }
  write<typeof columns>(db, updateById(councils, columns)).run(columns)
}

type MemberRow = Omit<Member, 'isInUse'> & { readonly isInUse: number }

const selectMembers = `SELECT id, council_id AS councilId, code, name, position, organisation, role, retired_on AS retiredOn,
  retire_reason AS retireReason,
  EXISTS (SELECT 1 FROM ballots WHERE member_id = members.id)
    OR EXISTS (SELECT 1 FROM exclusions WHERE member_id = members.id)
    OR EXISTS (
      SELECT 1 FROM attendances a JOIN sessions s ON s.id = a.session_id
      WHERE a.member_id = members.id AND s.state <> 'planned'
    ) AS isInUse
  FROM members`

export function findMember(db: ReadDb, id: number): Member | null {
  const row = read<number, MemberRow>(db, `${selectMembers} WHERE id = ?`).get(id)
  return row === undefined ? null : toMember(row)
}

export function insertMember(db: WriteDb, councilId: number, fields: MemberFields): number {
  const columns = { ...fields, councilId }
  return write<typeof columns, { readonly id: number }>(
    db,
    `INSERT INTO members (council_id, code, name, position, organisation, role, sort_order)
     VALUES (@councilId, @code, @name, @position, @organisation, @role,
       (SELECT coalesce(max(sort_order), 0) + 1 FROM members WHERE council_id = @councilId))
     RETURNING id`,
  ).get(columns).id
}

export function updateMember(db: WriteDb, id: number, fields: MemberFields): void {
  const columns = { ...fields, id }
  write<typeof columns>(db, updateById(members, columns)).run(columns)
}

export function deleteMember(db: WriteDb, id: number): void {
  write<number>(
    db,
    `DELETE FROM attendances
     WHERE member_id = ? AND session_id IN (SELECT id FROM sessions WHERE state = 'planned')`,
  ).run(id)
  write<number>(db, 'DELETE FROM members WHERE id = ?').run(id)
}

type Retirement = { readonly retiredOn: string | null; readonly retireReason: string }

export function setRetirement(db: WriteDb, id: number, retirement: Retirement): void {
  write<Retirement & { readonly id: number }>(db, updateById(members, retirement)).run({ ...retirement, id })
}

export function setMemberOrder(db: WriteDb, ids: readonly number[]): void {
  const update = write<[number, number]>(db, 'UPDATE members SET sort_order = ? WHERE id = ?')
  for (const [index, id] of ids.entries()) update.run(index + 1, id)
}

function toCouncil(db: ReadDb, row: CouncilRow): Council {
  const memberRows = read<number, MemberRow>(db, `${selectMembers} WHERE council_id = ? ORDER BY sort_order, id`).all(
    row.id,
  )
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
    members: memberRows.map(toMember),
    sessionCount: row.sessionCount,
    begun: row.begunYear === null || row.fromId === null ? null : { year: row.begunYear, fromId: row.fromId },
    continued:
      row.continuedYear === null || row.continuedId === null ? null : { year: row.continuedYear, id: row.continuedId },
  }
}

function toMember(row: MemberRow): Member {
  return { ...row, isInUse: row.isInUse === 1 }
}
