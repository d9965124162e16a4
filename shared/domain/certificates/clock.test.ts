import { describe, expect, it, test } from 'vitest'
import { readRuleSets } from '../../../tests/helpers/resources.ts'
import { clockOn, termOf } from './clock.ts'

const ruleSets = readRuleSets()
const unknown = { decisionDate: null, decisionYear: null, validUntil: null }

const termFrom = (decisionDate: string) => termOf({ ...unknown, decisionDate }, ruleSets)
const stateOf = (lapsesOn: string, day: string) =>
  clockOn({ term: { lapsesOn, lapseYear: Number(lapsesOn.slice(0, 4)) }, day, ruleSets }).state

describe('the term of a recognition', () => {
  // The province's letter of 2024: products of 2019, 2020 and 2021.
  it.each([
    ['2019-12-30', '2022-12-30'],
    ['2020-12-22', '2023-12-22'],
    ['2021-12-29', '2024-12-29'],
    ['2020-02-29', '2023-02-28'],
    ['2021-08-31', '2024-08-31'],
    ['2026-06-01', '2029-06-01'],
  ])('decided on %s ends on %s', (decided, lapsesOn) => {
    expect(termFrom(decided)).toEqual({ lapsesOn, lapseYear: Number(lapsesOn.slice(0, 4)) })
    const { state } = clockOn({ term: termFrom(decided), day: lapsesOn, ruleSets })
    expect(['lapsed', 'grace']).toContain(state)
  })

  it('is what the list says where it says it', () => {
    expect(termOf({ ...unknown, decisionDate: '2021-12-29', validUntil: '2024-12-31' }, ruleSets)).toEqual({
      lapsesOn: '2024-12-31',
      lapseYear: 2024,
    })
  })

  it('is a year where only the year of the decision is known', () => {
    const term = termOf({ ...unknown, decisionYear: 2021 }, ruleSets)
    expect(term).toEqual({ lapsesOn: null, lapseYear: 2024 })
    expect(clockOn({ term, day: '2024-12-31', ruleSets }).state).toBe('unknown')
    expect(clockOn({ term, day: '2025-01-01', ruleSets }).state).toBe('lapsed')
  })

  it('is unknown where nothing is', () => {
    const term = termOf(unknown, ruleSets)
    expect(clockOn({ term, day: '2026-11-27', ruleSets }).state).toBe('unknown')
  })
})

describe('under QĐ 26/2026', () => {
  // Ends on 05/08/2029: filed from 06/02/2029 (180 days) to 07/04/2029 (120 days).
  it.each([
    ['2029-02-05', 'in-force'],
    ['2029-02-06', 'window-open'],
    ['2029-03-23', 'window-open'],
    ['2029-03-24', 'closing'],
    ['2029-04-07', 'closing'],
    ['2029-04-08', 'missed'],
    ['2029-08-04', 'missed'],
    ['2029-08-05', 'lapsed'],
    ['2029-12-31', 'lapsed'],
  ])('on %s it is %s', (day, state) => {
    expect(stateOf('2029-08-05', day)).toBe(state)
  })

  it('says the days', () => {
    expect(clockOn({ term: termFrom('2026-08-05'), day: '2026-11-27', ruleSets })).toEqual({
      state: 'in-force',
      window: { opensOn: '2029-02-06', closesOn: '2029-04-07' },
      noticeBy: null,
      isNoticeLate: false,
      graceUntil: null,
    })
  })

  // Its time for filing, from 30/01 to 31/03/2026, was over before the decision came into force.
  it.each([
    ['2026-05-22', 'missed'],
    ['2026-07-28', 'missed'],
    ['2026-07-29', 'grace'],
    ['2027-01-25', 'grace'],
    ['2027-01-26', 'lapsed'],
  ])('one that could not be filed in time is on %s %s', (day, state) => {
    expect(stateOf('2026-07-29', day)).toBe(state)
    const { graceUntil } = clockOn({ term: { lapsesOn: '2026-07-29', lapseYear: 2026 }, day, ruleSets })
    expect(graceUntil).toBe('2027-01-25')
  })

  it.each([
    ['2026-07-28', 'missed'],
    ['2026-07-29', 'prolonged'],
    ['2027-01-25', 'prolonged'],
    ['2027-01-26', 'lapsed'],
  ])('one whose dossier was filed is on %s %s', (day, state) => {
    const term = { lapsesOn: '2026-07-29', lapseYear: 2026 }
    expect(clockOn({ term, day, ruleSets, again: { filedOn: '2026-07-01' } }).state).toBe(state)
  })

  it.each([
    // The last whose time for filing began before the decision; the first that had all of it.
    ['2026-11-17', 'grace'],
    ['2026-11-18', 'lapsed'],
    // The last that had ended when it came into force; the first that had not.
    ['2026-05-22', 'lapsed'],
    ['2026-05-23', 'grace'],
  ])('one that ended on %s is the same day %s', (lapsesOn, state) => {
    expect(stateOf(lapsesOn, lapsesOn)).toBe(state)
  })
})

describe('under QĐ 148', () => {
  it.each([
    // Told by 29/11, 30 days before it ends; it presses as many days before that.
    ['2024-10-29', 'in-force'],
    ['2024-10-30', 'lapsing'],
    ['2024-11-29', 'lapsing'],
    ['2024-12-28', 'lapsing'],
    ['2024-12-29', 'lapsed'],
  ])('on %s it is %s', (day, state) => {
    expect(stateOf('2024-12-29', day)).toBe(state)
  })

  it.each([
    ['2024-11-29', false],
    ['2024-11-30', true],
    ['2024-12-28', true],
    ['2024-12-29', false],
  ])('on %s the notice is late: %s', (day, isLate) => {
    expect(clockOn({ term: termFrom('2021-12-29'), day, ruleSets }).isNoticeLate).toBe(isLate)
  })

  it('says by when the producer is told', () => {
    const clock = clockOn({ term: termFrom('2021-12-29'), day: '2024-10-21', ruleSets })
    expect(clock).toEqual({
      state: 'in-force',
      window: null,
      noticeBy: '2024-11-29',
      isNoticeLate: false,
      graceUntil: null,
    })
  })
})

test('before all decisions that are known, the first one judges', () => {
  expect(termFrom('2018-12-31').lapsesOn).toBe('2021-12-31')
})
