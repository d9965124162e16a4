import { describe, expect, it } from 'vitest'
import { allBallots, isSelected } from './selected-ballots.ts'

const ballots = [1, 2].flatMap((itemId) =>
  [10, 11].flatMap((memberId) => [1, 2].map((round) => ({ itemId, memberId, round }))),
)
const count = (of: Partial<typeof allBallots>) =>
  ballots.filter((one) => isSelected({ ...allBallots, ...of }, one)).length

describe('selected ballots', () => {
  it('are all where nothing is named, and else those that are in every list that names some', () => {
    expect(count({})).toBe(8)
    expect(count({ itemIds: [1] })).toBe(4)
    expect(count({ memberIds: [11], rounds: [2] })).toBe(2)
    expect(count({ itemIds: [2], memberIds: [10], rounds: [1] })).toBe(1)
    expect(count({ itemIds: [1, 2], memberIds: [12] })).toBe(0)
  })
})
