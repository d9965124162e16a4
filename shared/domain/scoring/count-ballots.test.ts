import { describe, expect, it } from 'vitest'
import { ballotsOf, sampleForm } from '../../../tests/helpers/sample-form.ts'
import { countBallots } from './count-ballots.ts'

describe('countBallots', () => {
  const form = sampleForm()

  it('sums totals, parts and spread exactly', () => {
    expect(countBallots({ form, ballots: ballotsOf([80, 71, 20]) })).toMatchObject({
      mean: { sum: 171, count: 3 },
      partMeans: { A: { sum: 100, count: 3 }, B: { sum: 50, count: 3 }, C: { sum: 21, count: 3 } },
      spread: 60,
    })
  })

  it('leaves out a ballot with a blank, whole', () => {
    const blank = { choices: [40, null, 35] }
    const short = { choices: [40] }
    expect(countBallots({ form, ballots: [...ballotsOf([80]), blank, short] })).toEqual(
      countBallots({ form, ballots: ballotsOf([80]) }),
    )
  })

  it('has no mean and no spread without ballots', () => {
    expect(countBallots({ form, ballots: [] })).toMatchObject({ mean: { sum: 0, count: 0 }, spread: 0 })
  })

  it('refuses an option that the form does not print', () => {
    expect(() => countBallots({ form, ballots: [{ choices: [41, 0, 0] }] })).toThrow(/1\.1/)
  })
})
