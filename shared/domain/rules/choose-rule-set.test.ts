import { describe, expect, it } from 'vitest'
import { readRuleSets } from '../../../tests/helpers/resources.ts'
import { decisionsOn, findLevelRule, isInForce, levelsEvaluatingIn, proposeRuleSet } from './choose-rule-set.ts'

const ruleSets = readRuleSets()

describe('proposeRuleSet', () => {
  it.each([
    { date: '2023-02-23', id: undefined },
    { date: '2023-02-24', id: 'qd-148-2023' },
    { date: '2024-10-21', id: 'qd-148-2023' },
    { date: '2025-07-05', id: 'qd-148-2023' },
    { date: '2025-07-06', id: 'qd-148-1489-2025' },
    { date: '2026-05-21', id: 'qd-148-1489-2025' },
    { date: '2026-05-22', id: 'qd-26-2026' },
    { date: '2030-01-01', id: 'qd-26-2026' },
  ])('proposes $id on $date', ({ date, id }) => {
    expect(proposeRuleSet(ruleSets, date)?.id).toBe(id)
    expect(proposeRuleSet(ruleSets.toReversed(), date)?.id).toBe(id)
  })

  it('leaves the older rule set in force for dossiers lodged before, then lets it lapse', () => {
    const older = ruleSets.find(({ id }) => id === 'qd-148-1489-2025')!
    expect(isInForce(older, '2026-07-20')).toBe(true)
    expect(isInForce(older, '2026-07-21')).toBe(false)
  })
})

it('knows which levels a rule set has', () => {
  const present = ruleSets.find(({ id }) => id === 'qd-26-2026')!
  expect(findLevelRule({ ruleSet: present, level: 'province' })?.decisionAuthority).toBe('head')
  expect(findLevelRule({ ruleSet: present, level: 'district' })).toBeUndefined()
})

it.each([
  { year: 2018, levels: [] },
  { year: 2024, levels: ['central', 'district', 'province'] },
  { year: 2025, levels: ['central', 'district', 'province'] },
  { year: 2026, levels: ['central', 'province'] },
  { year: 2027, levels: ['central', 'province'] },
])('knows which levels evaluate in $year', ({ year, levels }) => {
  expect(levelsEvaluatingIn(ruleSets, year).toSorted()).toEqual(levels)
})

describe('decisionsOn', () => {
  const [first, second, early, late] = ['1048/QĐ-TTg', '781/QĐ-TTg', '148/QĐ-TTg', '26/2026/QĐ-TTg']
  it.each([
    { date: '2019-08-20', law: [] },
    { date: '2019-12-30', law: [first] },
    { date: '2020-06-08', law: [first, second] },
    { date: '2023-02-23', law: [first, second] },
    { date: '2023-02-24', law: [early] },
    { date: '2026-05-22', law: [late] },
  ])('on $date: $law', ({ date, law }) => {
    expect(decisionsOn(readRuleSets(), { date, year: null })).toEqual(law)
  })

  it.each([
    { year: 2018, law: [] },
    { year: 2021, law: [first, second] },
    { year: 2023, law: [] },
    { year: 2024, law: [early] },
    { year: null, law: [] },
  ])('in $year, where no day is known: $law', ({ year, law }) => {
    expect(decisionsOn(readRuleSets(), { date: null, year })).toEqual(law)
  })
})
