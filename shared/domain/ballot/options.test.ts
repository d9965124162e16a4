import { expect, it } from 'vitest'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { findCriterion, listGates } from '../criteria/form.ts'
import { pointsOf, reachesGate } from './options.ts'

const set = sampleForm([{ code: '6.1', option: 20, star: 4 }])

it('gives the points of an option, and none for "no level reached"', () => {
  const { criterion } = findCriterion({ set, code: '6.1' })!
  expect(pointsOf(criterion, 35)).toBe(35)
  expect(pointsOf(criterion, 0)).toBe(0)
  expect(() => pointsOf(criterion, 36)).toThrow(RangeError)
})

it('asks for the marked option or a later one with at least its points', () => {
  const gate = listGates(set)[0]!
  expect(reachesGate({ gate, optionNumber: 20, points: 20 })).toBe(true)
  expect(reachesGate({ gate, optionNumber: 21, points: 20 })).toBe(true)
  expect(reachesGate({ gate, optionNumber: 19, points: 20 })).toBe(false)
  expect(reachesGate({ gate, optionNumber: 21, points: 19 })).toBe(false)
})
