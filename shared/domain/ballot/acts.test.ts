import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layActs, readAct, unseenRows, type ActedBallot, type BallotAct, type ChooseAct } from './acts.ts'

const saved: ActedBallot = {
  agendaItemId: 7,
  memberId: 3,
  round: 2,
  version: 1,
  state: 'draft',
  choices: [1, null, 0],
  opinion: 'Ngon',
}
const at = { actId: 'a'.repeat(32), agendaItemId: 7, memberId: 3, round: 2 }
const choose = (criterionIndex: number, seen: number | null, option: number | null): ChooseAct => ({
  kind: 'choose',
  ...at,
  criterionIndex,
  seen,
  option,
})
const say = (seen: string, opinion: string): BallotAct => ({ kind: 'opinion', ...at, seen, opinion })
const sayOn = (version: number, seen: string, opinion: string): BallotAct => ({
  kind: 'opinion',
  ...at,
  seen,
  opinion,
  confirmed: { version, reason: 'x' },
})
const confirm = (seen: readonly (number | null)[], seenOpinion?: string): BallotAct => ({
  kind: 'confirm',
  ...at,
  seen,
  seenOpinion,
})
const reopen = (seen: number): BallotAct => ({ kind: 'reopen', ...at, reason: 'x', seen })

describe('readAct', () => {
  const confirmed: ActedBallot = { ...saved, state: 'confirmed' }
  it.each([
    [saved, choose(0, 1, 2), 'changes'],
    [saved, choose(0, null, 1), 'already-so'],
    [saved, choose(0, null, 2), 'changed-elsewhere'],
    [saved, choose(1, null, null), 'already-so'],
    [confirmed, choose(0, 1, 2), 'settled'],
    [saved, say('Ngon', 'Ngon, đẹp'), 'changes'],
    [saved, say('Ngon', ''), 'changes'],
    [saved, say('', 'Ngon'), 'already-so'],
    [saved, say('', 'Đẹp'), 'changed-elsewhere'],
    [confirmed, say('Ngon', 'Đẹp'), 'settled'],
    [confirmed, sayOn(1, 'Ngon', 'Đẹp'), 'changes'],
    [confirmed, sayOn(1, 'Đẹp', 'Ngon'), 'already-so'],
    [confirmed, sayOn(2, 'Ngon', 'Đẹp'), 'changed-elsewhere'],
    [confirmed, sayOn(1, '', 'Đẹp'), 'changed-elsewhere'],
    [{ ...confirmed, state: 'verified' }, sayOn(1, 'Ngon', 'Đẹp'), 'changes'],
    [{ ...confirmed, state: 'verified' }, say('Ngon', 'Đẹp'), 'settled'],
    [saved, sayOn(1, 'Ngon', 'Đẹp'), 'changes'],
    [saved, confirm([1, null, 0], 'Ngon'), 'changes'],
    [saved, confirm([1, null, 0], ''), 'changed-elsewhere'],
    [saved, confirm([1, null, 0]), 'changes'],
    [saved, confirm([1, 2, 0]), 'changed-elsewhere'],
    [saved, confirm([1, null]), 'changed-elsewhere'],
    [confirmed, confirm([1, null, 0]), 'already-so'],
    [confirmed, confirm([1, 2, 0]), 'changed-elsewhere'],
    [confirmed, reopen(1), 'changes'],
    [confirmed, reopen(2), 'changed-elsewhere'],
    [saved, reopen(1), 'already-so'],
  ] as const)('of %j with %j says %s', (ballot, act, reading) => {
    expect(readAct(ballot, act)).toBe(reading)
  })

  it('names what was not seen', () => {
    expect(unseenRows(saved, choose(2, null, 1))).toEqual([2])
    expect(unseenRows(saved, confirm([2, null, 1]))).toEqual([0, 2])
    expect(unseenRows(saved, reopen(5))).toEqual([])
    expect(unseenRows(saved, say('', 'Đẹp'))).toEqual([])
  })
})

describe('layActs', () => {
  it('shows what the application will have: choices one after the other, the confirmation, the next version', () => {
    const acts = [choose(1, null, 4), choose(1, 4, 2), confirm([1, 2, 0])]
    expect(layActs(saved, acts)).toEqual({ ...saved, choices: [1, 2, 0], state: 'confirmed' })
    const opened = [...acts, reopen(1), choose(0, 1, null)]
    expect(layActs(saved, opened)).toEqual({ ...saved, choices: [null, 2, 0], state: 'draft', version: 2 })
  })

  it('writes an opinion on a settled ballot as its next version, settled as it was', () => {
    const confirmed: ActedBallot = { ...saved, state: 'confirmed' }
    expect(layActs(confirmed, [sayOn(1, 'Ngon', 'Đẹp')])).toEqual({ ...confirmed, version: 2, opinion: 'Đẹp' })
    const verified: ActedBallot = { ...saved, state: 'verified' }
    expect(layActs(verified, [sayOn(1, 'Ngon', 'Đẹp')])).toEqual({ ...verified, version: 2, opinion: 'Đẹp' })
  })

  it('begins a ballot with its first choice or its opinion', () => {
    const none: ActedBallot = { ...saved, version: 0, state: 'none', choices: [null, null, null], opinion: '' }
    expect(layActs(none, [say('', 'Đẹp')])).toEqual({ ...none, version: 1, state: 'draft', opinion: 'Đẹp' })
    expect(layActs(none, [choose(0, null, 1)])).toMatchObject({ version: 1, state: 'draft' })
    expect(layActs(none, [choose(0, null, null)])).toBe(none)
  })

  it('leaves out what will be refused, what is another ballot’s and what was of the round before', () => {
    const others = [
      choose(0, 2, 3),
      confirm([2, null, 0]),
      { ...choose(0, 1, 3), agendaItemId: 8 },
      { ...choose(0, 1, 3), memberId: 4 },
      { ...choose(0, 1, 3), round: 1 },
    ]
    expect(layActs(saved, others)).toBe(saved)
  })

  it('laid over what some of them made already, comes to the same', () => {
    const option = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })
    const keyed = fc.array(fc.tuple(fc.nat({ max: 2 }), option), { maxLength: 12 })
    fc.assert(
      fc.property(keyed, fc.nat(), (keys, cut) => {
        // As a hand makes them: each sees what the one before left. A cell that is keyed once only.
        const first = keys.filter(([row], place) => keys.findIndex(([other]) => other === row) === place)
        const acts = first.map(([row, to]) => choose(row, saved.choices[row] ?? null, to))
        const taken = layActs(saved, acts.slice(0, cut % (acts.length + 1)))
        expect(layActs(taken, acts)).toEqual(layActs(saved, acts))
      }),
    )
  })
})
