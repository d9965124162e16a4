import { expect, it } from 'vitest'
import { clockTime, dateAndClock, dateAndTime } from './clock-time.ts'

it('is Vietnam’s clock, whatever zone the machine is set to', () => {
  const zone = process.env['TZ']
  process.env['TZ'] = 'America/New_York'
  try {
    expect(new Date('2026-11-20T17:05:12Z').getHours()).toBe(12)
    expect(clockTime('2026-11-20T17:05:12Z')).toBe('00:05:12')
    expect(dateAndTime('2026-11-20T17:05:12Z')).toBe('21/11/2026 00:05')
    expect(dateAndClock('2026-11-20T17:05:12Z')).toBe('21/11/2026 00:05:12')
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})
