import { describe, expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { expiryDate, hasLapsed } from './expiry.ts'
import { reassessmentWindow, windowPhase } from './reassessment-window.ts'

const ruleSet = readRuleSet('qd-26-2026')

describe('expiry', () => {
  it.each([
    { issuedOn: '2019-12-30', expiresOn: '2022-12-30' },
    { issuedOn: '2020-12-22', expiresOn: '2023-12-22' },
    { issuedOn: '2021-12-29', expiresOn: '2024-12-29' },
    { issuedOn: '2026-08-05', expiresOn: '2029-08-05' },
    { issuedOn: '2024-02-29', expiresOn: '2027-02-28' },
  ])('$issuedOn lapses on $expiresOn', ({ issuedOn, expiresOn }) => {
    expect(expiryDate({ issuedOn, ruleSet })).toBe(expiresOn)
  })

  it('follows the months of the rule set', () => {
    expect(expiryDate({ issuedOn: '2026-01-31', ruleSet: { certificateMonths: 1 } })).toBe('2026-02-28')
  })

  it('is lapsed from the expiry date on', () => {
    expect(hasLapsed({ expiresOn: '2024-12-29', today: '2024-12-28' })).toBe(false)
    expect(hasLapsed({ expiresOn: '2024-12-29', today: '2024-12-29' })).toBe(true)
  })
})

describe('the window for reassessment', () => {
  const window = reassessmentWindow({ expiresOn: '2029-08-05', ruleSet })

  it('lies 180 to 120 days before expiry', () => {
    expect(window).toEqual({ from: '2029-02-06', to: '2029-04-07' })
  })

  it('does not exist under QĐ 148', () => {
    expect(reassessmentWindow({ expiresOn: '2026-08-05', ruleSet: readRuleSet('qd-148-2023') })).toBeNull()
  })

  it.each([
    { today: '2029-02-05', phase: 'not-yet' },
    { today: '2029-02-06', phase: 'open' },
    { today: '2029-04-07', phase: 'open' },
    { today: '2029-04-08', phase: 'missed' },
  ])('is $phase on $today', ({ today, phase }) => {
    expect(windowPhase({ window: window!, today })).toBe(phase)
  })
})
