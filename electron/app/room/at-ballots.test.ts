import { expect, onTestFinished, test, vi } from 'vitest'
import { createAtBallots } from './at-ballots.ts'

const at = (agendaItemId: number) => ({ agendaItemId, memberId: 1 })
const clock = { at: 0 }

function atBallots() {
  clock.at = 0
  return createAtBallots(
    () => clock.at,
    () => {},
  )
}

test('each hears of the others and not of themselves', () => {
  const places = atBallots()
  places.say('Thư ký', at(1))
  places.say('Thư ký giúp việc 1', at(2))
  expect(places.othersThan('Thư ký')).toEqual([{ who: 'Thư ký giúp việc 1', ...at(2) }])
  expect(places.othersThan('Thư ký giúp việc 1')).toEqual([{ who: 'Thư ký', ...at(1) }])
})

test('only another place is news, so that saying it again asks nobody to ask', () => {
  const places = atBallots()
  expect(places.say('A', null)).toBe(false)
  expect([places.say('A', at(1)), places.say('A', at(1)), places.say('A', at(2))]).toEqual([true, false, true])
  expect([places.say('A', null), places.say('A', null)]).toEqual([true, false])
  expect(places.othersThan('B')).toEqual([])
})

test('who does not say it again is gone after a while', () => {
  const places = atBallots()
  places.say('A', at(1))
  clock.at = 20_000
  places.say('A', at(1))
  clock.at = 45_000
  expect(places.find('A')).toEqual(at(1))
  clock.at = 45_001
  expect(places.find('A')).toBeNull()
  expect(places.othersThan('B')).toEqual([])
  expect(places.say('A', at(1))).toBe(true)
})

test('tells once that somebody fell silent, and nothing of who goes on or left', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const told = vi.fn<() => void>()
  const places = createAtBallots(() => Date.now(), told)
  places.say('A', at(1))
  places.say('B', at(2))
  places.say('C', at(3))
  vi.advanceTimersByTime(20_000)
  places.say('A', at(1))
  places.say('C', null)
  vi.advanceTimersByTime(6000)
  expect([told.mock.calls.length, places.find('A'), places.find('B')]).toEqual([1, at(1), null])
  vi.advanceTimersByTime(60_000)
  expect(told).toHaveBeenCalledTimes(2)
})
