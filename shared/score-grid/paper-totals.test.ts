import { describe, expect, it } from 'vitest'
import { readCriteriaSet } from '../../tests/helpers/resources.ts'
import { listCriteria } from '../domain/criteria/form.ts'
import { totalBallot } from '../domain/scoring/ballot-totals.ts'
import { comparePaperTotals } from './paper-totals.ts'

const form = readCriteriaSet('qd26-01')
const criteria = listCriteria(form)
const best = criteria.map(({ criterion }) => criterion.options.length)
const compare = (options: {
  readonly choices: readonly (number | null)[]
  readonly paper: Parameters<typeof comparePaperTotals>[0]['paper']
  readonly others?: readonly (readonly (number | null)[])[]
}) => comparePaperTotals({ form, criteriaCase: null, others: [], ...options })

describe('comparePaperTotals', () => {
  it('says nothing where the totals agree, and compares only the parts written down', () => {
    const { parts } = totalBallot(form, best)
    expect(compare({ choices: best, paper: parts })).toEqual([])
    expect(compare({ choices: best, paper: {} })).toEqual([])
  })

  it('names the criterion that one slip explains, in the part that differs', () => {
    const { parts } = totalBallot(form, best)
    const slipped = best.map((choice, index) => (index === 0 ? choice - 1 : choice))
    const [mismatch, ...rest] = compare({ choices: slipped, paper: parts })
    expect(rest).toEqual([])
    expect(mismatch).toMatchObject({ part: 'A', paper: 40, keyed: 39 })
    expect(mismatch?.likely.map(({ row }) => row)).toEqual([0])
    expect(mismatch?.likely[0]).toMatchObject({ keyed: 2, wanted: 3 })
  })

  it('puts the criterion first in which the other members gave the wanted points', () => {
    const none = best.map(() => 0)
    const partB = criteria.filter(({ partCode }) => partCode === 'B').map(({ index }) => index)
    const last = partB.at(-1) ?? 0
    const one = criteria[last]?.criterion.options.findIndex(({ points }) => points === 1) ?? -1
    expect(one).toBeGreaterThanOrEqual(0)
    const others = [none.map((choice, index) => (index === last ? one + 1 : choice))]
    const [mismatch] = compare({ choices: none, paper: { B: 1 }, others })
    expect(mismatch?.likely[0]?.row).toBe(last)
    expect(mismatch?.likely.every(({ row }) => partB.includes(row))).toBe(true)
  })

  it('names none where no single criterion explains the gap', () => {
    const none = best.map(() => 0)
    expect(compare({ choices: none, paper: { C: 35 } })).toMatchObject([{ part: 'C', likely: [] }])
  })
})
