import { expect, it } from 'vitest'
import { provisionalBallots } from './ballots-due.ts'

const member = (id: number) => ({ id, isPresent: true }) as Parameters<typeof provisionalBallots>[1][number]
const members = [1, 2, 3].map(member)
const itemOf = (counts: readonly boolean[], isRejected = false) =>
  ({
    exclusions: [],
    ballots: counts.map((does, index) => ({ memberId: index + 1, counts: does })),
    result: { isRejected, countedBallots: counts.filter(Boolean).length },
  }) as unknown as Parameters<typeof provisionalBallots>[0]

it('holds a result for provisional until every ballot that must count does', () => {
  expect(provisionalBallots(itemOf([true, true, false]), members)).toEqual({ counted: 2, due: 3 })
  expect(provisionalBallots(itemOf([true, true, true]), members)).toBeNull()
  expect(provisionalBallots(itemOf([]), members)).toBeNull()
  expect(provisionalBallots(itemOf([true, false], true), members)).toBeNull()
  const recused = {
    ...itemOf([true, true, false]),
    exclusions: [{ memberId: 3, kind: 'recused', reason: 'a' }],
  } as const
  expect(provisionalBallots(recused, members)).toBeNull()
})
