import { describe, expect, it } from 'vitest'
import { commitmentState, inspectionState, unansweredOf } from './inspection-state.ts'

const items = ['recognised-only', 'with-star']
const yes = (item: string) => ({ item, answer: 'yes' as const })
const found = (change: Partial<Parameters<typeof inspectionState>[0]> = {}) =>
  inspectionState({ inspectedOn: '2026-11-05', violations: '', findings: items.map(yes), items, ...change })

describe('an inspection', () => {
  it('is planned until somebody was there, whatever was noted', () => {
    expect(found({ inspectedOn: null })).toBe('planned')
    expect(found({ inspectedOn: null, violations: 'In logo khi đã hết hạn' })).toBe('planned')
  })

  it('is a violation by one “no” or by words alone', () => {
    expect(found({ findings: [{ item: 'with-star', answer: 'no' }] })).toBe('violation')
    expect(found({ violations: 'In logo khi đã hết hạn' })).toBe('violation')
  })

  it('is clean once the whole checklist has an answer, what has no use counting as one', () => {
    expect(found()).toBe('clean')
    expect(found({ findings: [yes('recognised-only'), { item: 'with-star', answer: 'not-applicable' }] })).toBe('clean')
    expect(found({ findings: [yes('recognised-only')] })).toBe('unfinished')
    expect(unansweredOf({ findings: [yes('recognised-only')], items })).toEqual(['with-star'])
  })
})

describe('a commitment', () => {
  const on = (day: string, outcome: 'kept' | 'broken' | null = null) =>
    commitmentState({ dueOn: '2026-11-20', outcome, day })

  it('is open, due soon from 14 days before, in time on its last day, overdue after it', () => {
    expect(on('2026-11-05')).toBe('open')
    expect(on('2026-11-06')).toBe('soon')
    expect(on('2026-11-20')).toBe('soon')
    expect(on('2026-11-21')).toBe('overdue')
  })

  it('presses nobody once somebody looked at it', () => {
    expect(on('2030-01-01', 'kept')).toBe('kept')
    expect(on('2030-01-01', 'broken')).toBe('broken')
  })
})
