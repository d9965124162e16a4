import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { proposeRound, proposeRules } from './propose-session.ts'

const folder = join(import.meta.dirname, '../../../resources/rules')
const ruleSets = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RuleSet)
function propose(date: string, level: 'district' | 'province') {
  const { proposed, barring, offered } = proposeRules({ ruleSets, date, level })
  return { proposed: proposed?.id, barring: barring?.id, offered: offered.map(({ id }) => id).toSorted() }
}

describe('proposeRules', () => {
  it('takes the newest rule set in force on the day', () => {
    expect(propose('2024-10-21', 'province').proposed).toBe('qd-148-2023')
    expect(propose('2026-05-21', 'province').proposed).toBe('qd-148-1489-2025')
    expect(propose('2026-05-22', 'province').proposed).toBe('qd-26-2026')
  })

  it('names the rule set that leaves the level nothing to score, and offers the others', () => {
    expect(propose('2026-11-20', 'district')).toEqual({
      proposed: undefined,
      barring: 'qd-26-2026',
      offered: ['qd-148-2023'],
    })
  })

  it('never offers a rule set that is kept for history', () => {
    expect(propose('2020-01-01', 'province')).toMatchObject({ proposed: undefined, barring: undefined })
    expect(propose('2020-01-01', 'province').offered).not.toContain('qd-1048-781')
  })
})

it('proposes the round that the day belongs to, where the decision sets days for rounds', () => {
  const council = { id: 1, level: 'province' } as const
  const sessions = [{ councilId: 1, year: 2027, round: 1 }]
  const on = (date: string) => proposeRound({ ruleSets, sessions, council, year: 2027, date })
  expect(['2027-06-29', '2027-06-30', '2027-12-29', '2027-12-31'].map(on)).toEqual([1, 2, 2, 2])
})

it('counts rounds on by council and year, where no decision sets days for them', () => {
  const sessions = [
    { councilId: 1, year: 2026, round: 2 },
    { councilId: 1, year: 2025, round: 4 },
    { councilId: 2, year: 2026, round: 7 },
  ]
  const of = (id: number) =>
    proposeRound({ ruleSets, sessions, council: { id, level: 'commune' }, year: 2026, date: '2026-11-28' })
  expect([1, 3].map(of)).toEqual([3, 1])
})
