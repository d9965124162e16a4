import { describe, expect, it } from 'vitest'
import { withdrawalClock } from './withdrawal-clock.ts'

const on = (day: string, change: Partial<Parameters<typeof withdrawalClock>[0]> = {}) =>
  withdrawalClock({ concludedOn: '2026-11-05', decidedOn: null, isDropped: false, withinDays: 15, day, ...change })

describe('the 15 days of a withdrawal', () => {
  it('are days of the calendar from the conclusion, the last one included', () => {
    expect(on('2026-11-20')).toEqual({ state: 'due', dueOn: '2026-11-20', isDecidedLate: false })
    expect(on('2026-11-21').state).toBe('late')
  })

  it('begin with the conclusion alone', () => {
    expect(on('2030-01-01', { concludedOn: null })).toMatchObject({ state: 'waiting', dueOn: null })
  })

  it('are not known where no decision says them', () => {
    expect(on('2030-01-01', { withinDays: null })).toMatchObject({ state: 'due', dueOn: null })
  })

  it('tell a decision that came late', () => {
    expect(on('2026-12-31', { decidedOn: '2026-11-20' })).toMatchObject({ state: 'withdrawn', isDecidedLate: false })
    expect(on('2026-12-31', { decidedOn: '2026-11-21' })).toMatchObject({ state: 'withdrawn', isDecidedLate: true })
    expect(on('2026-12-31', { isDropped: true }).state).toBe('dropped')
  })
})
