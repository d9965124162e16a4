import { expect, test } from 'vitest'
import { compareBallot } from './compare-ballot.ts'
import type { ReadCriterion } from './gather-ballots.ts'

const read = (index: number, option: number | null): ReadCriterion => ({
  index,
  code: `1.${index + 1}`,
  page: 1,
  state: option === null ? 'several' : 'clear',
  option,
  points: option,
  confidence: 1,
})

const criteria = [read(0, 3), read(1, 0), read(2, null)]

test('a ballot that was keyed as its paper says differs in nothing, but for what was not read', () => {
  expect(compareBallot({ criteria }, [3, 0, 2])).toEqual({ differences: [], unread: [criteria[2]] })
})

test('a mark in the lowest place is another than none', () => {
  expect(compareBallot({ criteria }, [3, null, 2]).differences).toEqual([{ read: criteria[1], keyed: null }])
})

test('what differs is told with both values', () => {
  expect(compareBallot({ criteria }, [2, 0, 2]).differences).toEqual([{ read: criteria[0], keyed: 2 }])
})
