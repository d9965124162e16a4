import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import type { PastedAttendanceFields } from '../../../shared/domain/pasted-table/attendance-fields.ts'
import { findNamed, findSaid } from '../../../shared/domain/pasted-table/find-named.ts'
import type { CellFaultAt, PastedRow } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { timesProblem } from '../../../shared/domain/session/attendance-times.ts'
import { isSamePerson } from '../../../shared/domain/vietnamese/person-name.ts'

export type AttendanceField = keyof PastedAttendanceFields
type Attendance = Pick<MemberRecord, 'isPresent' | 'arrivedAt' | 'leftAt' | 'absenceReason'>

/** What a pasted row does to the attendance of a member. */
export type PlannedAttendance = {
  readonly line: number
  readonly name: string
  readonly faults: readonly CellFaultAt<AttendanceField>[]
  /** Null where it cannot be taken. */
  readonly outcome: { readonly member: MemberRecord; readonly from: Attendance; readonly to: Attendance } | null
}

/**
 * What a pasted list would do to a session's attendance, by code, else by name or by a code that stands for it. Whoever has a
 * reason for an absence and nothing else is absent; what a row does not say stays as it is.
 */
export function planAttendance(
  rows: readonly PastedRow<PastedAttendanceFields>[],
  members: readonly MemberRecord[],
): readonly PlannedAttendance[] {
  const seen = new Set<number>()
  return rows.map(({ line, values, faults }) => {
    const { code = '', name = '' } = values
    const member =
      code === '' ? findSaid(members, name, isSamePerson) : findNamed(members, { code, name }, isSamePerson)
    const shown =
      member === undefined ? [code, name].filter((part) => part !== '').join(' · ') : `${member.code} · ${member.name}`
    const fault = (
      field: AttendanceField,
      why: CellFaultAt<AttendanceField>['why'],
      found = '',
    ): PlannedAttendance => ({
      line,
      name: shown,
      faults: [...faults, { field, found, why }],
      outcome: null,
    })
    if (member === undefined) {
      return fault(name === '' ? 'code' : 'name', 'unknown-member', name === '' ? code : name)
    }
    if (faults.length > 0) return { line, name: shown, faults, outcome: null }
    if (seen.has(member.id)) return fault('name', 'twice', member.name)
    seen.add(member.id)
    const { isPresent, arrivedAt, leftAt, absenceReason } = member
    const from = { isPresent, arrivedAt, leftAt, absenceReason }
    const said = values.present ?? (values.absenceReason === undefined ? undefined : values.arrivedAt !== undefined)
    const isThere = said ?? (values.arrivedAt !== undefined || isPresent)
    const to = {
      isPresent: isThere,
      arrivedAt: values.arrivedAt ?? arrivedAt,
      leftAt: values.leftAt ?? leftAt,
      absenceReason: isThere ? '' : (values.absenceReason ?? absenceReason),
    }
    if (timesProblem(to) !== null && timesProblem(from) === null)
      return fault('leftAt', 'left-too-early', to.leftAt ?? '')
    return { line, name: shown, faults: [], outcome: { member, from, to } }
  })
}

/** Whether taking it would change anything. */
export function isChange({ outcome }: PlannedAttendance): boolean {
  return outcome !== null && changedFields(outcome).length > 0
}

export function changedFields({ from, to }: NonNullable<PlannedAttendance['outcome']>) {
  return (['isPresent', 'arrivedAt', 'leftAt', 'absenceReason'] as const).filter((field) => from[field] !== to[field])
}
