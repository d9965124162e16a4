import { describe, expect, it } from 'vitest'
import { isMemberLabel, isPersonName, isSamePerson, memberLabel, personName } from './person-name.ts'

describe('isSamePerson', () => {
  it.each([
    'LAN ANH',
    'Lan\u00A0Anh',
    'Lan  Anh ',
    'Lan\u200B Anh',
    '\u202ELan Anh',
    'Lan\u0007 Anh',
    'Lan\uFE0F Anh',
    'Lan\u3164 Anh',
    'Ｌan Anh',
  ])('takes %j for Lan Anh', (name) => {
    expect(isSamePerson(name, 'Lan Anh')).toBe(true)
  })

  it('takes a decomposed name for the composed one, and keeps accents apart', () => {
    expect(isSamePerson('Thư ký'.normalize('NFD'), 'THƯ KÝ')).toBe(true)
    expect(isSamePerson('Lân', 'Lan')).toBe(false)
    expect(isSamePerson('Thư ký giúp việc 1', 'Thư ký giúp việc 11')).toBe(false)
  })
})

it('keeps a name as it is seen, and knows one that nobody could read', () => {
  expect(personName(' \u202ELan\t\u0000\u200BAnh\u2060 ')).toBe('Lan Anh')
  expect([isPersonName(personName('\u200B\u202E\u3164 ')), isPersonName('–'), isPersonName('Lan')]).toEqual([
    false,
    false,
    true,
  ])
})

it('knows a name that reads as a member’s device', () => {
  const label = memberLabel({ code: 'TV1', name: 'Thành viên TV1' })
  expect([
    isMemberLabel(label),
    isMemberLabel(`${label.toUpperCase()}\u200B`),
    isMemberLabel('Thành viên TV1'),
  ]).toEqual([true, true, false])
})
