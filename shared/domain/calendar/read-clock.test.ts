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
    ['', ''],
  ])('reads %j', (text, time) => {
    expect(readClock(text)).toBe(time)
  })

  it.each(['24:00', '8:60', 'sáng', '8'])('refuses %j', (text) => {
    expect(readClock(text)).toBeNull()
  })
})
