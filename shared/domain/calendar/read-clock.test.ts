import { describe, expect, it } from 'vitest'
import { readClock } from './read-clock.ts'

describe('readClock', () => {
  it.each([
    ['8:05', '08:05'],
    ['8h05', '08:05'],
    ['8h', '08:00'],
    ['8 giờ 05', '08:05'],
    ['08:05:00', '08:05'],
    ['1430', '14:30'],
    ['8:00:00 SA', '08:00'],
    ['5:30:00 CH', '17:30'],
    ['12:05 CH', '12:05'],
    ['12:05 AM', '00:05'],
    ['', ''],
  ])('reads %j', (text, time) => {
    expect(readClock(text)).toBe(time)
  })

  it.each(['24:00', '8:60', 'sáng', '8', '13:00 CH', '0:10 SA'])('refuses %j', (text) => {
    expect(readClock(text)).toBeNull()
  })
})
