import { expect, it } from 'vitest'
import { readRuleSets } from '../../../tests/helpers/resources.ts'
import { readRegisterOn, type RecognitionFact } from '../certificates/register.ts'
import { countQuarters } from './count-quarters.ts'

const day = '2026-11-27'

function told(id: number, validUntil: string | null, said: Partial<RecognitionFact> = {}): RecognitionFact {
  const place = { commune: '', district: '' }
  return {
    source: 'list',
    id,
    productId: id,
    star: 3,
    decisionDate: null,
    decisionYear: null,
    validUntil,
    ...place,
    ...said,
  }
}

it('certificates fall into the quarter of the day that they end on, from three years back to three years on', () => {
  const facts = [
    told(1, '2023-09-30'),
    told(2, '2023-10-01'),
    told(3, '2026-09-30', { star: 4 }),
    told(4, '2026-10-01', { star: 5 }),
    told(5, '2026-12-31', { star: null }),
    told(6, '2029-12-31'),
    told(7, '2030-01-01'),
    told(8, null, { decisionYear: 2021 }),
    // Superseded by what the product got later.
    told(9, '2026-12-30', { decisionDate: '2023-12-30' }),
    told(10, '2028-02-01', { productId: 9, decisionDate: '2025-02-01' }),
  ]
  const { quarters, ...rest } = countQuarters(
    readRegisterOn(facts, { day, ruleSets: readRuleSets(), moved: new Set() }),
    day,
  )
  expect(rest).toEqual({ present: '2026-4', before: 1, after: 1, withoutDay: 1 })
  expect(quarters.map(({ quarter }) => quarter)).toHaveLength(25)
  expect([quarters[0]?.quarter, quarters[24]?.quarter]).toEqual(['2023-4', '2029-4'])
  expect(quarters.filter(({ count }) => count > 0)).toEqual([
    { quarter: '2023-4', count: 1, stars: { '3': 1 } },
    { quarter: '2026-3', count: 1, stars: { '4': 1 } },
    { quarter: '2026-4', count: 1, stars: { '5': 1 } },
    { quarter: '2028-1', count: 1, stars: { '3': 1 } },
    { quarter: '2029-4', count: 1, stars: { '3': 1 } },
  ])
})
