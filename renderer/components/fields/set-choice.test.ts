import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SetsOnEntry } from '../../../shared/api/products.ts'
import { filterSets, findSets, groupSets } from './set-choice.ts'

const folder = join(import.meta.dirname, '../../../resources/criteria/qd26')
const sets = readdirSync(folder).map((name) => {
  const form = JSON.parse(readFileSync(join(folder, name), 'utf8')) as SetsOnEntry['sets'][number]
  return { setNumber: form.setNumber, name: form.name, sector: form.sector, group: form.group }
})
const groups = groupSets(sets)
const found = (typed: string) => findSets(groups, typed).flatMap(({ items }) => items.map(({ value }) => Number(value)))

describe('sets of QĐ 26/2026', () => {
  it('stand under ngành › nhóm, each once, in their order', () => {
    expect(groups.flatMap(({ items }) => items.map(({ value }) => Number(value)))).toEqual(
      Array.from({ length: 26 }, (_, at) => at + 1),
    )
    expect(groups.map(({ group }) => group).slice(0, 3)).toEqual([
      'Thực phẩm › Thực phẩm tươi sống',
      'Thực phẩm › Thực phẩm thô, sơ chế',
      'Thực phẩm › Thực phẩm chế biến',
    ])
    // A group that is its only set is no step of its own.
    expect(groups.filter(({ group }) => group.startsWith('Dược liệu'))).toHaveLength(1)
  })

  it.each([
    ['mat ong', 4],
    ['Mật ong', 4],
    ['4', 4],
    ['26', 26],
    ['11.', 11],
    ['ca phe', 13],
    ['ruou trang', 14],
    ['che bien rau', 7],
    ['tinh dau', 20],
    ['du lich', 26],
  ])('“%s” finds set %i first', (typed, first) => expect(found(typed)[0]).toBe(first))

  it('are found by words in a list of choices, and all stand there before any', () => {
    const options = groups.map(({ group, items }) => ({
      group,
      items: items.map((one) => ({ ...one, disabled: false })),
    }))
    expect(filterSets({ options, search: 'mat ong', limit: 99 })[0]).toMatchObject({ items: [{ value: '4' }] })
    expect(filterSets({ options, search: ' ', limit: 99 })).toBe(options)
  })

  it('what only the way has comes after what the name has', () => {
    expect(found('do uong')).toEqual([15, 14, 17, 16])
    expect(found('mat ong').slice(0, 2)).toEqual([4, 8])
    expect(found('không có bộ nào như vậy')).toEqual([])
  })
})
