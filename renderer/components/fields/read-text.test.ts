import { describe, expect, it } from 'vitest'
import { noSuchDay, readDate, readFraction, readWhole } from './read-text.ts'

describe('readDate', () => {
  it.each([
    ['21/10/2024', '2024-10-21'],
    ['1/3/2026', '2026-03-01'],
    ['1-3-26', '2026-03-01'],
    ['1.3.24', '2024-03-01'],
    ['01-03-2024', '2024-03-01'],
    ['21.10.2024', '2024-10-21'],
    ['21102024', '2024-10-21'],
    [' 29/02/2024 ', '2024-02-29'],
    ['', ''],
  ])('reads %j', (text, iso) => {
    expect(readDate(text)).toBe(iso)
  })

  it.each(['29/02/2023', '10/21/2024', '2024-10-21', '21/10', 'hôm nay', '0/1/2024'])('refuses %j', (text) => {
    expect(readDate(text)).toBeNull()
  })
})

describe('noSuchDay', () => {
  it.each([
    ['29/2/2023', '29/02/2023'],
    ['31.4.24', '31/04/2024'],
    ['10/21/2024', '10/21/2024'],
    ['29/2/2024', null],
    ['hôm nay', null],
    ['', null],
  ])('tells a day that the calendar lacks from what is no date: %j', (text, day) => {
    expect(noSuchDay(text)).toBe(day)
  })
})

describe('readFraction', () => {
  it('reads fractions and percentages', () => {
    expect(readFraction('2/3')).toEqual({ numerator: 2, denominator: 3 })
    expect(readFraction(' 75% ')).toEqual({ numerator: 75, denominator: 100 })
  })

  it.each(['3/2', '0/3', '1/0', '101%', '0,75', ''])('refuses %j', (text) => {
    expect(readFraction(text)).toBeNull()
  })
})

describe('readWhole', () => {
  it('takes whole numbers within the bounds, both included', () => {
    expect(readWhole({ text: '0', min: 0, max: 100 })).toBe(0)
    expect(readWhole({ text: '100', min: 0, max: 100 })).toBe(100)
  })

  it.each(['101', '-1', '7,5', '1.000', '', ' '])('refuses %j', (text) => {
    expect(readWhole({ text, min: 0, max: 100 })).toBeNull()
  })
})
