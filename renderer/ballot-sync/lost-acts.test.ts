import { expect, it } from 'vitest'
import type { ChooseAct } from '../../shared/domain/ballot/acts.ts'
import { withLost, withoutLost } from './lost-acts.ts'

const choose: ChooseAct = {
  kind: 'choose',
  actId: 'a',
  agendaItemId: 7,
  memberId: 3,
  round: 1,
  criterionIndex: 1,
  option: 2,
  seen: null,
}

it('of two losses at one place the later one says what there is to say', () => {
  const first = withLost([], { act: choose, error: 'one' })
  const again = withLost(first, { act: { ...choose, actId: 'b', option: 3 }, error: 'two' })
  expect(again.map(({ error }) => error)).toEqual(['two'])
  expect(withLost(again, { act: { ...choose, criterionIndex: 0 }, error: 'three' })).toHaveLength(2)
  expect(withLost(again, { act: { ...choose, memberId: 4 }, error: 'three' })).toHaveLength(2)
})

it('what was taken at a place ends what was lost there, in its own round alone', () => {
  const lost = withLost([], { act: choose, error: 'one' })
  expect(withoutLost(lost, { ...choose, actId: 'b', option: 3 })).toEqual([])
  expect(withoutLost(lost, { ...choose, criterionIndex: 0 })).toBe(lost)
  expect(withoutLost(lost, { ...choose, round: 2 })).toBe(lost)
})
