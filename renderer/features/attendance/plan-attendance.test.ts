import { expect, it } from 'vitest'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { pastedAttendanceFields } from '../../../shared/domain/pasted-table/attendance-fields.ts'
import { readPastedRows, readPastedTable } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { isChange, planAttendance } from './plan-attendance.ts'

const member = (id: number, more: Partial<MemberRecord> = {}) =>
  ({
    id,
    code: `TV0${id}`,
    name: `Người thứ ${id}`,
    isPresent: false,
    arrivedAt: null,
    leftAt: null,
    absenceReason: '',
    ...more,
  }) as MemberRecord

const plan = (rows: readonly string[], members: readonly MemberRecord[]) => {
  const text = ['Mã\tHọ và tên\tCó mặt\tGiờ đến\tGiờ về\tLý do vắng', ...rows].join('\n')
  return planAttendance(readPastedRows(readPastedTable(text, pastedAttendanceFields), pastedAttendanceFields), members)
}

it('lays who was there over the members, by code or by name', () => {
  const members = [member(1), member(2, { isPresent: true }), member(3), member(4, { isPresent: true })]
  const planned = plan(
    ['TV01\t\tx\t7h30', '\tNGƯỜI THỨ 2\tvắng\t\t\tĐi công tác', '9\tNgười thứ 3\t\t8h\t11h', 'TV04\t\tx'],
    members,
  )
  expect(planned.map(({ outcome }) => outcome?.to)).toEqual([
    { isPresent: true, arrivedAt: '07:30', leftAt: null, absenceReason: '' },
    { isPresent: false, arrivedAt: null, leftAt: null, absenceReason: 'Đi công tác' },
    { isPresent: true, arrivedAt: '08:00', leftAt: '11:00', absenceReason: '' },
    { isPresent: true, arrivedAt: null, leftAt: null, absenceReason: '' },
  ])
  expect(planned.map(isChange)).toEqual([true, true, true, false])
})

it('takes whoever has nothing but a reason as absent', () => {
  const [row] = plan(['TV01\t\t\t\t\tỐm'], [member(1, { isPresent: true })])
  expect(row?.outcome?.to).toMatchObject({ isPresent: false, absenceReason: 'Ốm' })
})

it('takes nobody twice, nobody unknown, no code under another name, and none who left before coming', () => {
  const rows = ['TV01\t\tx', 'TV01\t\tx', 'TV09\t\tx', 'TV02\tNgười khác\tx', 'TV02\t\tx\t9h\t8h']
  const whys = plan(rows, [member(1), member(2)]).map(({ faults }) => faults[0]?.why)
  expect(whys).toEqual([undefined, 'twice', 'unknown-member', 'unknown-member', 'left-too-early'])
})
