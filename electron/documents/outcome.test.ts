import { expect, test } from 'vitest'
import type { StarOrNone } from '../../shared/domain/scoring/types.ts'
import { districtRecord } from '../../tests/fixtures/records.ts'
import { starText } from './outcome.ts'

function concluded(star: StarOrNone) {
  const item = districtRecord().items.find(({ result }) => result.star > 0 && !result.isRejected)
  if (item === undefined) throw new Error('no product has a star')
  return { ...item, conclusion: { star, note: 'Hội đồng kết luận', at: '2024-10-25T03:00:00Z' } }
}

test('a product that the council gives no star says so in every table', () => {
  expect(starText(concluded(0))).toBe('Không xếp hạng')
  expect(starText(concluded(2))).toBe('2 sao')
})
