import { toText } from '../domain/ballot/choice-text.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choicesFor, sampleForm } from '../../tests/helpers/sample-form.ts'
import { totalBallot } from '../domain/scoring/ballot-totals.ts'
import { spreadCauses } from './spread-causes.ts'

const form = sampleForm()
const ballot = (memberId: number, choices: readonly (number | null)[]) => ({
  memberId,
  choices: toText(choices),
  totals: totalBallot(form, choices),
})

describe('spreadCauses', () => {
  it('names the criteria in which the highest ballot leaves the lowest, the largest difference first', () => {
    const causes = spreadCauses(form, [ballot(1, [30, 20, 30]), ballot(2, [35, 10, 35]), ballot(3, [20, 11, 20])])
    expect(causes).toMatchObject({ highest: { memberId: 1, total: 80 }, lowest: { memberId: 3, total: 51 } })
    expect(causes?.criteria.map(({ code, high, low }) => [code, high, low])).toEqual([
      ['1.1', 30, 20],
      ['6.1', 30, 20],
      ['4.1', 20, 11],
    ])
  })

  it('says where the lower ballot gave more', () => {
    const causes = spreadCauses(form, [ballot(1, [40, 5, 30]), ballot(2, [20, 10, 30])])
    expect(causes?.criteria.map(({ code, difference }) => [code, difference])).toEqual([
      ['1.1', 20],
      ['4.1', -5],
    ])
  })

  it('has nothing to say of fewer than two ballots', () => {
    expect(spreadCauses(form, [ballot(1, [1, 1, 1])])).toBeUndefined()
  })

  it('adds up to the spread', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 15 }), (totals) => {
        const ballots = totals.map((total, index) => ballot(index, choicesFor(total)))
        const sum = spreadCauses(form, ballots)?.criteria.reduce((all, { difference }) => all + difference, 0)
        expect(sum).toBe(Math.max(...totals) - Math.min(...totals))
      }),
    )
  })
})
