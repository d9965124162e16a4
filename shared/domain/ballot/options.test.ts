import { expect, it } from 'vitest'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { findCriterion } from '../criteria/form.ts'
import { pointsOf } from './options.ts'

const form = sampleForm([{ code: '6.1', option: 20, star: 4 }])

it('gives the points of an option, and none for "no level reached"', () => {
  const { criterion } = findCriterion(form, '6.1')!
  expect(pointsOf(criterion, 35)).toBe(35)
  expect(pointsOf(criterion, 0)).toBe(0)
  expect(() => pointsOf(criterion, 36)).toThrow(RangeError)
})
