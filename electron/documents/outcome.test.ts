import { expect, test } from 'vitest'
import type { ItemRecord } from '../../shared/domain/session/session-record.ts'
import { districtRecord } from '../../tests/fixtures/records.ts'
import { starText } from './outcome.ts'

const concluded = (star: ItemRecord['conclusion'] extends infer C ? NonNullable<C>['star'] : never) => {
  const item = districtRecord().items.find(({ result }) => result.star > 0 && !result.isRejected)
  if (item === undefined) throw new Error('no product has a star')
  return { ...item, conclusion: { star, note: 'Hội đồng kết luận' } as NonNullable<ItemRecord['conclusion']> }
}

test('a product that the council gives no star says so in every table', () => {
  expect(starText(concluded(0))).toBe('Không xếp hạng')
  expect(starText(concluded(2))).toBe('2 sao')
})
