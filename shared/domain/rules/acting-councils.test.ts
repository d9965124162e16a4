import { expect, it } from 'vitest'
import { readRuleSets } from '../../../tests/helpers/resources.ts'
import { actingFirst } from './acting-councils.ts'

const ruleSets = readRuleSets()
const councils = [
  { id: 'district', level: 'district', begun: null, continued: null },
  { id: 'province', level: 'province', begun: null, continued: { year: 2027 } },
  { id: 'next', level: 'province', begun: { year: 2027 }, continued: null },
] as const

it.each([
  { day: '2024-10-21', year: 2024, acting: ['district', 'province'] },
  { day: '2026-12-15', year: 2026, acting: ['province'] },
  { day: '2027-05-10', year: 2027, acting: ['next'] },
  // The second round of 2026 may be heard in the year after.
  { day: '2027-01-10', year: 2026, acting: ['province'] },
  { day: '2018-01-01', year: 2018, acting: [] },
])('on $day, for $year, $acting can act; they are offered first', ({ acting, ...on }) => {
  const found = actingFirst(councils, { ruleSets, ...on })
  expect(found.acting.map(({ id }) => id)).toEqual(acting)
  expect([...found.acting, ...found.others]).toHaveLength(3)
})
