import { expect, it } from 'vitest'
import { describeMember, personText } from './council.ts'

const member = { id: 1, code: 'TV01', isPresent: true, arrivedAt: null, leftAt: null, absenceReason: '' }

it.each([
  ['Phó Giám đốc', 'Sở Công Thương', 'Phó Giám đốc Sở Công Thương'],
  ['Phó Giám đốc Sở', 'Sở Y tế', 'Phó Giám đốc Sở Y tế'],
  ['Trưởng phòng', 'Phòng Kinh tế và Hạ tầng', 'Trưởng phòng Kinh tế và Hạ tầng'],
  ['Phó Chánh Văn phòng', 'Văn phòng Điều phối nông thôn mới tỉnh', 'Phó Chánh Văn phòng Điều phối nông thôn mới tỉnh'],
  ['Phó Chủ tịch Ủy ban nhân dân tỉnh', 'Ủy ban nhân dân tỉnh', 'Phó Chủ tịch Ủy ban nhân dân tỉnh'],
  ['Chủ tịch', 'Hội Nông dân huyện', 'Chủ tịch Hội Nông dân huyện'],
  ['Chi cục trưởng', 'Chi cục Phát triển nông thôn', 'Chi cục trưởng Chi cục Phát triển nông thôn'],
  ['', 'Sở Y tế', 'Sở Y tế'],
  ['Chuyên gia', '', 'Chuyên gia'],
])('%s of %s is %s', (position, organisation, post) => {
  const described = describeMember({ ...member, name: 'Trần B', position, organisation, role: 'member' })
  expect(described).toBe(`Trần B, ${post}, Ủy viên`)
})

it('says nothing twice', () => {
  const seat = {
    ...member,
    name: 'Chủ tịch Hội đồng',
    position: 'Phó Chủ tịch tỉnh',
    organisation: '',
    role: 'chair',
  } as const
  expect(describeMember(seat)).toBe('Chủ tịch Hội đồng, Phó Chủ tịch tỉnh')
  expect(personText({ name: 'Trần B' })).toBe('Ông/Bà Trần B')
  expect(personText({ name: 'Bà Trần B' })).toBe('Bà Trần B')
})
