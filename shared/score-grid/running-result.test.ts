import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CriteriaSet } from '../domain/criteria/criteria-set.ts'
import { listCriteria } from '../domain/criteria/form.ts'
import type { RuleSet } from '../domain/rules/rule-set.ts'
import { tallyItem } from '../domain/scoring/tally-item.ts'
import { runningResult } from './running-result.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'))
const form = read('criteria/qd26/01.json') as CriteriaSet
const ruleSet = read('rules/qd-26-2026.json') as RuleSet
const criteria = listCriteria(form)
const best = criteria.map(({ criterion }) => criterion.options.length)

describe('runningResult', () => {
  it('has no star and misses nothing before the first answer', () => {
    const empty = runningResult({ form, ruleSet, choices: [] })
    expect(empty.star).toBe(0)
    expect(empty.missedGates).toEqual([])
  })

  it('says what the points lack for the next star', () => {
    const choices = best.slice(0, 10)
    const { totals, next } = runningResult({ form, ruleSet, choices })
    const floor = ruleSet.bands.toReversed().find(({ from }) => from > totals.total)
    expect(next).toEqual({ star: floor?.star, missing: (floor?.from ?? 0) - totals.total })
  })

  it('promises no star for points that a missed gate bars', () => {
    const lowest = criteria.findIndex(({ criterion }) => criterion.options.some(({ minStar }) => minStar === 3))
    const { next, barredFrom } = runningResult({
      form,
      ruleSet,
      choices: best.map((option, index) => (index === lowest ? 0 : index < 25 ? option : null)),
    })
    expect(barredFrom).toBe(3)
    expect(next).toBeNull()
  })

  it('agrees with the tally of the complete ballot', () => {
    for (const lowered of [null, 2, 4, 5, 20]) {
      const choices = best.map((option, index) => (index === lowered ? 0 : option))
      const running = runningResult({ form, ruleSet, choices })
      const result = tallyItem({
        form,
        ruleSet,
        referralThreshold: null,
        regulation: { spreadLimit: 10, rounding: 'none', gateSettlement: 'all' },
        ballots: [{ choices }],
        agreedLevels: {},
        rejections: [],
        spreadWaiver: null,
      })
      expect(running.star).toBe(result.star)
      expect(running.totals.total).toBe(result.mean.sum)
    }
  })

  it('names the gates that an answer has missed, and the lowest star that they bar', () => {
    const gated = criteria.findIndex(({ criterion }) => criterion.options.some(({ minStar }) => minStar === 5))
    const choices = criteria.map((_place, index) => (index === gated ? 0 : null))
    const { missedGates, barredFrom } = runningResult({ form, ruleSet, choices })
    expect(missedGates.map(({ criterionIndex }) => criterionIndex)).toContain(gated)
    expect(barredFrom).toBe(Math.min(...missedGates.map(({ star }) => star)))
  })
})
