import { describe, expect, it } from 'vitest'
import type { ChooseAct } from '../../shared/domain/ballot/acts.ts'
import { noBallots, withSaved, withWaiting, type SavedBallot } from './ballots.ts'

const ballot = (facts: Partial<SavedBallot> = {}): SavedBallot => ({
  agendaItemId: 7,
  memberId: 3,
  round: 1,
  version: 1,
  state: 'draft',
  choices: [null, null],
  opinion: '',
  revision: 1,
  ...facts,
})
const choose = (criterionIndex: number, seen: number | null, option: number): ChooseAct => ({
  kind: 'choose',
  actId: `${criterionIndex}${option}`,
  agendaItemId: 7,
  memberId: 3,
  round: 1,
  criterionIndex,
  seen,
  option,
})
const heard = (...ballots: readonly SavedBallot[]) => withSaved(noBallots<SavedBallot>(), ballots)

describe('ballots', () => {
  it('show what waits over what is saved, and nothing of it once it is answered', () => {
    const waiting = withWaiting(heard(ballot()), [choose(0, null, 2), choose(1, null, 0)])
    expect(waiting.shown.get('7/3')?.choices).toEqual([2, 0])
    expect(waiting.saved.get('7/3')?.choices).toEqual([null, null])
    const answered = withSaved(waiting, [ballot({ revision: 2, choices: [2, null] })])
    expect(withWaiting(answered, [choose(1, null, 0)]).shown.get('7/3')?.choices).toEqual([2, 0])
    expect(withWaiting(answered, []).shown.get('7/3')?.choices).toEqual([2, null])
  })

  it('show theirs at once where what waits cannot stand any more', () => {
    const waiting = withWaiting(heard(ballot()), [choose(0, null, 2), choose(1, null, 0)])
    const theirs = withSaved(waiting, [ballot({ revision: 2, choices: [1, null] })])
    expect(theirs.shown.get('7/3')?.choices).toEqual([1, 0])
  })

  it('never go back: of two answers the one of the later round stays, then of the higher revision', () => {
    const newest = heard(ballot({ revision: 3, choices: [1, 1] }))
    expect(withSaved(newest, [ballot({ revision: 2 })])).toBe(newest)
    const again = withSaved(newest, [ballot({ round: 2, revision: 0, state: 'none' })])
    expect(again.saved.get('7/3')).toMatchObject({ round: 2, state: 'none' })
    expect(withSaved(again, [ballot({ revision: 9 })])).toBe(again)
    expect(withSaved(newest, [ballot({ revision: 3, choices: [1, 2] })]).saved.get('7/3')?.choices).toEqual([1, 2])
  })

  it('keep their identity where nothing of theirs changed', () => {
    const two = heard(ballot(), ballot({ memberId: 4 }))
    const waiting = withWaiting(two, [choose(0, null, 2)])
    expect(waiting.shown.get('7/4')).toBe(two.shown.get('7/4'))
    expect(waiting.shown.get('7/3')).not.toBe(two.shown.get('7/3'))
  })
})
