import { describe, expect, it } from 'vitest'
import { carryBallots } from './carry-ballots.ts'

const members = [1, 2, 3, 4, 5, 6].map((id) => ({ id, isPresent: id !== 6 }))
const ballot = (memberId: number, state: 'draft' | 'confirmed' | 'verified' = 'confirmed') => ({
  memberId,
  state,
  counts: state !== 'draft',
})
const item = {
  exclusions: [{ memberId: 5, kind: 'recused' as const, reason: 'Cùng cơ quan' }],
  // The second one was begun and not confirmed; the fourth member has none; the last two score no more.
  ballots: [ballot(1, 'verified'), ballot(2, 'draft'), ballot(3), ballot(5), ballot(6)],
}

describe('ballots that the next round takes over', () => {
  it.each([
    [[3], { copied: [1], opened: [2, 3] }],
    [[1, 3], { copied: [], opened: [1, 2, 3] }],
    [[4, 5, 6], { copied: [1, 3], opened: [2] }],
  ])('where %j are opened', (opened, carried) => {
    expect(carryBallots({ item, members, opened })).toEqual(carried)
  })
})
