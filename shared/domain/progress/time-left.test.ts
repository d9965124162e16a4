import { expect, it } from 'vitest'
import { notePace, timeLeft, type Pace } from './time-left.ts'

type Sight = readonly [done: number, of: number, seconds: number]

const watched = (...sights: readonly Sight[]) =>
  sights.reduce<Pace | null>((pace, [done, of, seconds]) => notePace(pace, { done, of, at: seconds * 1000 }), null)

const left = (...sights: readonly Sight[]) => {
  const pace = watched(...sights)
  return pace && timeLeft(pace)
}

it.each([
  { name: 'unknown at the first sight', sights: [[0, 100, 0]], expected: null },
  {
    name: 'unknown before it was watched long enough',
    sights: [
      [0, 100, 0],
      [50, 100, 3],
    ],
    expected: null,
  },
  {
    name: 'unknown after a step or two',
    sights: [
      [0, 100, 0],
      [2, 100, 60],
    ],
    expected: null,
  },
  {
    name: 'a moment',
    sights: [
      [0, 100, 0],
      [50, 100, 30],
    ],
    expected: { unit: 'moment' },
  },
  {
    name: 'rather more than less',
    sights: [
      [0, 100, 0],
      [10, 100, 15],
    ],
    expected: { unit: 'minutes', count: 3 },
  },
  {
    name: 'hours',
    sights: [
      [0, 1000, 0],
      [10, 1000, 90],
    ],
    expected: { unit: 'hours', count: 3 },
  },
  {
    name: 'nothing once all is done',
    sights: [
      [0, 10, 0],
      [10, 10, 60],
    ],
    expected: null,
  },
] as const)('says $name', ({ sights, expected }) => {
  expect(left(...sights)).toEqual(expected)
})

it('counts from where it began to be watched, not from nothing', () => {
  expect(left([90, 100, 0], [95, 100, 300])).toEqual({ unit: 'minutes', count: 5 })
})

it('begins anew with another whole, and where the count goes back', () => {
  expect(left([0, 100, 0], [50, 100, 30], [51, 200, 31])).toBeNull()
  expect(left([0, 100, 0], [50, 100, 30], [1, 100, 31])).toBeNull()
})
