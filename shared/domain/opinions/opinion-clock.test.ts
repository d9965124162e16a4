import { expect, it } from 'vitest'
import { opinionClock } from './opinion-clock.ts'

const on = (day: string, decidedOn: string | null = null) =>
  opinionClock({ completeOn: '2026-10-06', withinDays: 45, decidedOn, day })

it('evaluating again has 45 days of the calendar from the complete dossier, the last one included', () => {
  expect(on('2026-11-20')).toEqual({ dueOn: '2026-11-20', isLate: false })
  expect(on('2026-11-21').isLate).toBe(true)
  expect(on('2027-01-01', '2026-11-20').isLate).toBe(false)
  expect(on('2027-01-01', '2026-11-21').isLate).toBe(true)
  expect(opinionClock({ completeOn: null, withinDays: 45, decidedOn: null, day: '2030-01-01' })).toEqual({
    dueOn: null,
    isLate: false,
  })
})
