import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doesCount, scoringMembers } from './counting-ballots.ts'
import type { BallotState, ExclusionRecord } from './session-record.ts'

const members = [
  { id: 1, isPresent: true },
  { id: 2, isPresent: true },
  { id: 3, isPresent: false },
  { id: 4, isPresent: true },
]
type BallotInput = {
  memberId: number
  state?: BallotState
  isComplete?: boolean
}

const ballot = ({ memberId, state = 'confirmed', isComplete = true }: BallotInput) => ({
  memberId,
  state,
  totals: { isComplete },
})

const everyone = members.map(({ id }) => ballot({ memberId: id }))

function countingBallots(exclusions: readonly ExclusionRecord[], ballots: readonly ReturnType<typeof ballot>[]) {
  const scoring = scoringMembers(members, { exclusions }).map(({ id }) => id)
  return ballots.filter((cast) => doesCount({ ballot: cast, scoring }))
}

describe('doesCount', () => {
  it('leaves out the absent, the recused and those absent at that product', () => {
    const exclusions = [{ memberId: 2, kind: 'recused', reason: 'Người thân của chủ thể' } as const]
    expect(countingBallots([], everyone).map(({ memberId }) => memberId)).toEqual([1, 2, 4])
    expect(countingBallots(exclusions, everyone).map(({ memberId }) => memberId)).toEqual([1, 4])
    const absent = [{ memberId: 4, kind: 'absent', reason: '' } as const]
    expect(countingBallots(absent, everyone).map(({ memberId }) => memberId)).toEqual([1, 2])
  })

  it.each<{ state: BallotState; isComplete: boolean; counts: boolean }>([
    { state: 'confirmed', isComplete: true, counts: true },
    { state: 'verified', isComplete: true, counts: true },
    { state: 'draft', isComplete: true, counts: false },
    { state: 'superseded', isComplete: true, counts: false },
    { state: 'confirmed', isComplete: false, counts: false },
  ])('a $state ballot, complete: $isComplete', ({ state, isComplete, counts }) => {
    const ballots = [ballot({ memberId: 1, state, isComplete })]
    expect(countingBallots([], ballots)).toEqual(counts ? ballots : [])
  })

  it('does not change when a recused or unknown member hands in a ballot', () => {
    const excluded = fc.constantFrom(2, 3, 99)
    fc.assert(
      fc.property(
        fc.subarray(everyone.filter(({ memberId }) => memberId !== 2)),
        excluded,
        fc.nat(),
        (ballots, memberId, seed) => {
          const exclusions = [{ memberId: 2, kind: 'recused', reason: '' } as const]
          const more = ballots.toSpliced(seed % (ballots.length + 1), 0, ballot({ memberId }))
          expect(countingBallots(exclusions, more)).toEqual(countingBallots(exclusions, ballots))
        },
      ),
    )
  })
})

it('lists who scores a product in member order', () => {
  const item = { exclusions: [{ memberId: 1, kind: 'recused', reason: '' } as const] }
  expect(scoringMembers(members, item).map(({ id }) => id)).toEqual([2, 4])
})
