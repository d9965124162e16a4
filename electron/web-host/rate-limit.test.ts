import { expect, test } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

function limitOf(limit: { readonly burst: number; readonly perSecond: number; readonly keys?: number }) {
  const clock = { at: 0 }
  return { clock, ...createRateLimit({ keys: 100, ...limit, now: () => clock.at }) }
}

test('a burst passes, the next waits for its share of a second', () => {
  const { take, clock } = limitOf({ burst: 3, perSecond: 2 })
  expect([take('a'), take('a'), take('a'), take('a')]).toEqual([true, true, true, false])
  clock.at = 499
  expect(take('a')).toBe(false)
  clock.at = 500
  expect([take('a'), take('a')]).toEqual([true, false])
})

test('asking too often does not put off the next share', () => {
  const { take, clock } = limitOf({ burst: 1, perSecond: 1 })
  take('a')
  for (clock.at = 100; clock.at < 1000; clock.at += 100) expect(take('a')).toBe(false)
  clock.at = 1000
  expect(take('a')).toBe(true)
})

test('a pause fills no more than the burst', () => {
  const { take, clock } = limitOf({ burst: 2, perSecond: 10 })
  take('a')
  clock.at = 3_600_000
  expect([take('a'), take('a'), take('a')]).toEqual([true, true, false])
})

test('keys do not share, and the table stays as small as told', () => {
  const { take, size } = limitOf({ burst: 1, perSecond: 1, keys: 10 })
  for (let key = 0; key < 1000; key += 1) expect(take(`k${key}`)).toBe(true)
  expect(size()).toBe(10)
})
