import { describe, expect, it } from 'vitest'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { totalBallot } from './ballot-totals.ts'

const form = sampleForm()

describe('totalBallot', () => {
  it.each([
    { choices: [40, 25, 35], total: 100, parts: { A: 40, B: 25, C: 35 }, answered: 3, isComplete: true },
    { choices: [10, 0, 5], total: 15, parts: { A: 10, B: 0, C: 5 }, answered: 3, isComplete: true },
    { choices: [0, 0, 0], total: 0, parts: { A: 0, B: 0, C: 0 }, answered: 3, isComplete: true },
    { choices: [10, null, 5], total: 15, parts: { A: 10, B: 0, C: 5 }, answered: 2, isComplete: false },
    { choices: [10], total: 10, parts: { A: 10, B: 0, C: 0 }, answered: 1, isComplete: false },
    { choices: [], total: 0, parts: { A: 0, B: 0, C: 0 }, answered: 0, isComplete: false },
  ])('totals $choices', ({ choices, ...totals }) => {
    expect(totalBallot(form, choices)).toEqual(totals)
  })

  it('refuses an option that the form does not print', () => {
    expect(() => totalBallot(form, [41, 0, 0])).toThrow(RangeError)
    expect(() => totalBallot(form, [-1, 0, 0])).toThrow(RangeError)
  })
})
