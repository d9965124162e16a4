import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gatherStale } from './gather-stale.ts'

const gatherMs = 120

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first change is handed on at once, those that follow together and each path once', () => {
  const flush = vi.fn<Parameters<typeof gatherStale>[0]>()
  const gather = gatherStale(flush, gatherMs)
  gather([['ballots']])
  expect(flush).toHaveBeenCalledTimes(1)
  gather([['ballots'], ['results']])
  gather([['ballots'], ['ballots', 'board']])
  expect(flush).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(gatherMs)
  expect(flush).toHaveBeenCalledTimes(2)
  expect(flush).toHaveBeenLastCalledWith([['ballots'], ['results'], ['ballots', 'board']])
})

test('nothing is lost: a change during the wait always leads to another handing on', () => {
  const flush = vi.fn<Parameters<typeof gatherStale>[0]>()
  const gather = gatherStale(flush, gatherMs)
  for (let round = 0; round < 10; round += 1) {
    gather([['ballots']])
    vi.advanceTimersByTime(gatherMs / 4)
  }
  vi.advanceTimersByTime(gatherMs)
  const handed = flush.mock.calls.length
  expect(handed).toBeLessThanOrEqual(4)
  vi.advanceTimersByTime(gatherMs * 5)
  expect(flush).toHaveBeenCalledTimes(handed)
  gather([['products']])
  expect(flush).toHaveBeenLastCalledWith([['products']])
})

test('everything stale outweighs single paths', () => {
  const flush = vi.fn<Parameters<typeof gatherStale>[0]>()
  const gather = gatherStale(flush, gatherMs)
  gather([['ballots']])
  gather('all')
  gather([['results']])
  vi.advanceTimersByTime(gatherMs)
  expect(flush).toHaveBeenLastCalledWith('all')
})
