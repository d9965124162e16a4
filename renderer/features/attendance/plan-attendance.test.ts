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

const plan = (rows: readonly string[], members: readonly MemberRecord[]) =>
  planBlock(['Mã\tHọ và tên\tCó mặt\tGiờ đến\tGiờ về\tLý do vắng', ...rows], members)

const planBlock = (rows: readonly string[], members: readonly MemberRecord[]) => {
  const table = readPastedTable(rows.join('\n'), pastedAttendanceFields)
  return planAttendance(readPastedRows(table, pastedAttendanceFields), members)
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

it('finds a member by a code that stands where the name is', () => {
  const planned = planBlock(['Đại biểu\tCó mặt', 'TV02\tx', 'TV01 - Người thứ 1\tx', 'TV09\tx'], [member(1), member(2)])
  expect(planned.map(({ outcome }) => outcome?.member.code)).toEqual(['TV02', 'TV01', undefined])
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

it('knows the hours by the words that offices head them with, and never takes one for the other', () => {
  const to = (...rows: readonly string[]) => planBlock(rows, [member(1), member(2)]).map(({ outcome }) => outcome?.to)
  const came = { isPresent: true, arrivedAt: '08:15', leftAt: '11:30', absenceReason: '' }
  const heads = [
    'Họ tên\tĐến\tVề\tLý do vắng\tCó mặt',
    'Họ và tên\tĐến\tVề\tVắng\tCó mặt',
    'Đại biểu\tVào\tRa\tVắng\tCó mặt',
  ]
  for (const head of heads) expect(to(head, 'Người thứ 2\t8:15\t11h30\t\tx')).toEqual([came])
  expect(to('Đại biểu\tVào\tRa', 'Người thứ 2\t8:15:00 SA\t11:30:00 SA')).toEqual([came])
  expect(to('Họ tên\tĐến\tVề', 'Người thứ 2\t25:00\t11:30', 'Người thứ 1\t8:15\t')).toEqual([
    undefined,
    { isPresent: true, arrivedAt: '08:15', leftAt: null, absenceReason: '' },
  ])
})

it('leaves an hour alone of which nothing says what it is, and asks', () => {
  const blocks = [
    ['Họ tên\tGiờ', 'Người thứ 1\t7:30'],
    ['Họ tên\tCó mặt\tCa sáng\tCa chiều', 'Người thứ 1\tx\t7:30\t13:30'],
    ['Người thứ 1\t7:30\t11:30', 'Người thứ 2\t8:00\t11:30'],
  ]
  for (const rows of blocks) {
    const table = readPastedTable(rows.join('\n'), pastedAttendanceFields)
    expect(table.isUnsure).toBe(true)
    expect(table.columns.map(({ field }) => field)).not.toContain('arrivedAt')
    expect(table.columns.map(({ field }) => field)).not.toContain('leftAt')
    expect(planBlock(rows, [member(1), member(2)])[0]?.outcome?.to).toMatchObject({ arrivedAt: null, leftAt: null })
  }
  expect(readPastedTable('Người thứ 1\t7:30\nNgười thứ 2\t8:00', pastedAttendanceFields).columns[1]?.field).toBe(
    'arrivedAt',
  )
})

it('takes a mark under “Vắng mặt” for an absence without a reason', () => {
  const rows = planBlock(
    ['Họ tên\tVắng mặt', 'Người thứ 1\tx', 'Người thứ 2\tĐi họp', 'Người thứ 3\tKhông'],
    [1, 2, 3].map((id) => member(id, { isPresent: true })),
  )
  expect(rows.map(({ outcome }) => outcome?.to)).toEqual([
    { isPresent: false, arrivedAt: null, leftAt: null, absenceReason: '' },
    { isPresent: false, arrivedAt: null, leftAt: null, absenceReason: 'Đi họp' },
    undefined,
  ])
})
