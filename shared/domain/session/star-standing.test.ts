import { expect, it } from 'vitest'
import { starStanding } from './star-standing.ts'

const members = [1, 2, 3].map((id) => ({ id, isPresent: true })) as unknown as Parameters<typeof starStanding>[1]
const itemOf = (counts: readonly boolean[], isRejected = false) =>
  ({
    exclusions: [],
    ballots: counts.map((does, index) => ({ memberId: index + 1, counts: does })),
    result: { isRejected, countedBallots: counts.filter(Boolean).length, star: counts.includes(true) ? 4 : 0 },
  }) as unknown as Parameters<typeof starStanding>[0]

it('calls a star that star only once it stands: without a ballot there is none, with some of them a provisional one', () => {
  expect(starStanding(itemOf([]), members)).toEqual({ kind: 'no-ballots' })
  expect(starStanding(itemOf([false, false, false]), members)).toEqual({ kind: 'no-ballots' })
  expect(starStanding(itemOf([true, true, false]), members)).toEqual({
    kind: 'provisional',
    star: 4,
    ballots: { counted: 2, due: 3 },
  })
  expect(starStanding(itemOf([true, true, true]), members)).toEqual({ kind: 'stands', star: 4 })
  expect(starStanding(itemOf([true, true, true], true), members)).toEqual({ kind: 'rejected' })
})
