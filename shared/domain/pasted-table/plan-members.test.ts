import { expect, it } from 'vitest'
import { pastedMemberFields } from './member-fields.ts'
import { planMembers, type KnownMember } from './plan-members.ts'
import { readPastedRows, readPastedTable } from './read-pasted-table.ts'

const member = (id: number, name: string, more: Partial<KnownMember> = {}): KnownMember => ({
  id,
  code: `TV0${id}`,
  name,
  position: '',
  organisation: '',
  role: 'member',
  isRetired: false,
  ...more,
})

const plan = (
  rows: readonly string[],
  {
    members = [],
    answers = [],
  }: { members?: readonly KnownMember[]; answers?: readonly (readonly [number, boolean])[] },
) =>
  planMembers({
    rows: readPastedRows(
      readPastedTable(['Họ và tên\tMã\tVai trò\tChức vụ', ...rows].join('\n'), pastedMemberFields),
      pastedMemberFields,
    ),
    members,
    answers: new Map(answers),
  })

it('adds who is new with the next codes, the first as chair where nobody else is', () => {
  const outcomes = plan(['Lãnh đạo thứ nhất', 'Lãnh đạo thứ hai\tTV9', 'Lãnh đạo thứ ba'], {}).map(
    ({ outcome }) => outcome,
  )
  expect(outcomes).toMatchObject([
    { kind: 'new', fields: { code: 'TV01', role: 'chair' } },
    { kind: 'new', fields: { code: 'TV9', role: 'member' } },
    { kind: 'new', fields: { code: 'TV10', role: 'member' } },
  ])
})

it('lays a row over the member of its name, keeps what it does not say, and knows the same again', () => {
  const members = [
    member(1, 'Lãnh đạo thứ nhất', { role: 'chair', organisation: 'UBND' }),
    member(2, 'Lãnh đạo thứ hai'),
  ]
  const [first, second] = plan(['LÃNH ĐẠO THỨ NHẤT\t\t\tPhó Giám đốc', 'Lãnh đạo thứ hai'], { members })
  expect(first?.outcome).toMatchObject({
    kind: 'changed',
    fields: { name: 'Lãnh đạo thứ nhất', role: 'chair', organisation: 'UBND', position: 'Phó Giám đốc' },
  })
  expect(second?.outcome?.kind).toBe('same')
})

it('asks of a name that is nearly one of the council, and of the code of another', () => {
  const members = [member(1, 'Lãnh đạo thứ nhất')]
  const asked = plan(['Lãnh đạo thứ nhât', 'Chuyên viên\tTV01'], { members })
  expect(asked.map(({ asks, outcome }) => [asks?.why, outcome])).toEqual([
    ['name', null],
    ['code', null],
  ])
  const said = plan(['Lãnh đạo thứ nhât', 'Chuyên viên\tTV01'], {
    members,
    answers: [
      [2, true],
      [3, false],
    ],
  })
  expect(said.map(({ outcome }) => outcome)).toMatchObject([
    { kind: 'changed', member: { id: 1 }, fields: { name: 'Lãnh đạo thứ nhât' } },
    { kind: 'new', fields: { code: 'TV02' } },
  ])
})

it('takes no row without a name, and none with a role that there is not', () => {
  const faults = plan(['\tTV05\tỦy viên', 'Lãnh đạo\t\tQuan sát'], {}).map((row) => row.faults)
  expect(faults).toEqual([
    [{ field: 'name', found: '', why: 'missing' }],
    [{ field: 'role', found: 'Quan sát', why: 'no-such-role' }],
  ])
})

it('offers a member who has retired for nobody', () => {
  const [row] = plan(['Lãnh đạo thứ nhất'], { members: [member(1, 'Lãnh đạo thứ nhất', { isRetired: true })] })
  expect(row?.outcome).toMatchObject({ kind: 'new', fields: { code: 'TV02' } })
})

it('knows the roles as offices shorten them', () => {
  const said = ['CT', 'Phó CT', 'Phó Chủ tịch HĐ', 'Thư kí', 'TK', 'UV']
  const rows = plan(
    said.map((role, at) => `Người thứ ${'abcdef'[at]}\t\t${role}`),
    {},
  )
  const roles = rows.map(({ outcome }) => (outcome?.kind === 'new' ? outcome.fields.role : null))
  expect(roles).toEqual(['chair', 'vice-chair', 'vice-chair', 'secretary', 'secretary', 'member'])
})

it.each(['Tổng cộng', 'Cộng', '9 người'])('takes nobody of the name %s', (name) => {
  expect(plan([`${name}\tGiám đốc`], {})[0]?.faults).toEqual([{ field: 'name', found: name, why: 'not-a-name' }])
})

it.each([{ members: [] }, { members: [member(1, 'Người thứ nhất')] }])('asks of a name that stands twice', (known) => {
  const rows = ['Người thứ nhất', 'NGƯỜI THỨ NHẤT'.normalize('NFD')]
  expect(plan(rows, known)[1]).toMatchObject({ asks: { line: 2, why: 'above' }, outcome: null })
  expect(plan(rows, { ...known, answers: [[3, true]] })[1]?.outcome).toEqual({ kind: 'same' })
  expect(plan(rows, { ...known, answers: [[3, false]] })[1]?.outcome?.kind).toBe('new')
})

it.each(['Tống Thành Viên', 'Công Thành Viên', 'Quản Thành Viên', 'Tổng Thành Viên'])(
  'takes %s for a person',
  (name) => {
    expect(plan([name], {})[0]?.outcome).toMatchObject({ kind: 'new', fields: { name } })
  },
)
