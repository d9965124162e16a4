import { describe, expect, it } from 'vitest'
import { compareVietnamese, sortByGivenName } from './collation.ts'

describe('compareVietnamese', () => {
  it.each([
    { list: ['ma', 'mà', 'mả', 'mã', 'má', 'mạ'] },
    { list: ['ca', 'căn', 'cân', 'da', 'đa', 'e', 'ê', 'o', 'ô', 'ơ', 'u', 'ư'] },
    { list: ['SP1', 'SP2', 'SP10'] },
  ])('orders $list', ({ list }) => {
    expect(list.toReversed().sort(compareVietnamese)).toEqual(list)
  })

  it('does not tell Unicode forms apart', () => {
    expect(compareVietnamese('Thảo', 'Thảo'.normalize('NFD'))).toBe(0)
  })
})

describe('sortByGivenName', () => {
  it('sorts by given name, then family, then middle, and leaves its input alone', () => {
    const names = ['Ủy viên B Văn Đức', 'Ủy viên A Văn Bình', 'Bà Thị An', 'Ông Văn An', 'Bà Ngọc An', 'An']
    const before = [...names]
    expect(sortByGivenName({ items: names, nameOf: (name) => name })).toEqual([
      'An',
      'Bà Ngọc An',
      'Bà Thị An',
      'Ông Văn An',
      'Ủy viên A Văn Bình',
      'Ủy viên B Văn Đức',
    ])
    expect(names).toEqual(before)
  })

  it('takes the name from any item', () => {
    const items = [
      { id: 1, name: 'Thành viên Hai' },
      { id: 2, name: 'Thành viên Ba' },
    ]
    expect(sortByGivenName({ items, nameOf: ({ name }) => name }).map(({ id }) => id)).toEqual([2, 1])
  })
})
