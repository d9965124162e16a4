import { describe, expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { expiryDate } from './expiry.ts'

const ruleSet = readRuleSet('qd-26-2026')

describe('expiry', () => {
  it.each([
    { issuedOn: '2019-12-30', expiresOn: '2022-12-30' },
    { issuedOn: '2020-12-22', expiresOn: '2023-12-22' },
    { issuedOn: '2021-12-29', expiresOn: '2024-12-29' },
    { issuedOn: '2026-08-05', expiresOn: '2029-08-05' },
    { issuedOn: '2024-02-29', expiresOn: '2027-02-28' },
  ])('$issuedOn lapses on $expiresOn', ({ issuedOn, expiresOn }) => {
    expect(expiryDate(issuedOn, ruleSet)).toBe(expiresOn)
  })

  it('follows the months of the rule set', () => {
    expect(expiryDate('2026-01-31', { certificateMonths: 1 })).toBe('2026-02-28')
  })
})
