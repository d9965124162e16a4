import { describe, expect, it } from 'vitest'
import { readHolidayYears, readRuleSets } from '../../../tests/helpers/resources.ts'
import { workCalendar } from '../calendar/working-days.ts'
import { standingOf } from './deadline-state.ts'
import { overruledDays, planDeadlines, type DeadlineLetter } from './plan-deadlines.ts'

const ruleSets = readRuleSets()
const calendar = workCalendar(readHolidayYears())

/** Hòa Bình, Công văn 638/UBND-KTN: districts evaluate before 30/10, send up before 10/11, the province evaluates before 15/12. */
const hoaBinh: DeadlineLetter = {
  id: 1,
  year: 2024,
  number: '638/UBND-KTN',
  issuedOn: '2024-04-26',
  issuer: 'Ủy ban nhân dân tỉnh',
  signer: 'Phó Chủ tịch',
  deadlines: [
    { level: 'district', kind: 'evaluated', round: null, before: '2024-10-30' },
    { level: 'province', kind: 'proposals', round: null, before: '2024-11-10' },
    { level: 'province', kind: 'evaluated', round: null, before: '2024-12-15' },
  ],
}

const plan = (year: number, letters: readonly DeadlineLetter[] = []) => planDeadlines({ ruleSets, letters, year })
const shown = (year: number, letters: readonly DeadlineLetter[] = []) =>
  plan(year, letters).map(({ level, kind, round, before, source }) => [
    level,
    kind,
    round,
    before,
    source.kind === 'law' ? source.article : source.number,
  ])

const article = 'Điều 5 Quyết định số 26/2026/QĐ-TTg'

describe('the days of a year’s rounds', () => {
  it('are those of Điều 5, the second round of the centre in the year after', () => {
    expect(shown(2027)).toEqual([
      ['province', 'proposals', 1, '2027-04-30', article],
      ['province', 'evaluated', 1, '2027-06-30', article],
      ['central', 'proposals', 1, '2027-07-30', article],
      ['central', 'evaluated', 1, '2027-09-30', article],
      ['province', 'proposals', 2, '2027-10-30', article],
      ['province', 'evaluated', 2, '2027-12-30', article],
      ['central', 'proposals', 2, '2028-01-30', article],
      ['central', 'evaluated', 2, '2028-03-30', article],
    ])
  })

  it('are none before the decision is in force', () => {
    expect(shown(2024)).toEqual([])
    // In force from 22/05/2026: the proposals before 30/04/2026 were under no such rule.
    expect(shown(2026)[0]).toEqual(['province', 'evaluated', 1, '2026-06-30', article])
  })

  it('are the letter’s of 2024 where the law sets none', () => {
    expect(shown(2024, [hoaBinh])).toEqual([
      ['district', 'evaluated', null, '2024-10-30', '638/UBND-KTN'],
      ['province', 'proposals', null, '2024-11-10', '638/UBND-KTN'],
      ['province', 'evaluated', null, '2024-12-15', '638/UBND-KTN'],
    ])
    expect(shown(2023, [hoaBinh])).toEqual([])
  })

  it('are the letter’s in place of the law’s, round by round, and the later letter decides', () => {
    const early: DeadlineLetter = {
      ...hoaBinh,
      year: 2027,
      issuedOn: '2027-02-01',
      deadlines: [{ level: 'province', kind: 'evaluated', round: 2, before: '2027-12-15' }],
    }
    const late: DeadlineLetter = {
      ...early,
      id: 2,
      issuedOn: '2027-11-01',
      number: '900/UBND-KTN',
      deadlines: [{ level: 'province', kind: 'evaluated', round: 2, before: '2027-12-20' }],
    }
    const ofProvince = (letters: readonly DeadlineLetter[]) =>
      plan(2027, letters)
        .filter(({ level, kind }) => level === 'province' && kind === 'evaluated')
        .map(({ round, before, instead }) => [round, before, instead])
    expect(ofProvince([early])).toEqual([
      [1, '2027-06-30', null],
      [2, '2027-12-15', '2027-12-30'],
    ])
    expect(ofProvince([late, early])[1]).toEqual([2, '2027-12-20', '2027-12-30'])
    const whole = {
      ...late,
      deadlines: [{ level: 'province', kind: 'evaluated', round: null, before: '2027-11-30' }],
    } as const
    expect(ofProvince([early, whole])).toEqual([[null, '2027-11-30', null]])
  })

  it('are a letter’s for one round beside those for all the others, of the same letter or of a later one', () => {
    const letter = (id: number, rounds: readonly (readonly [number | null, string])[]): DeadlineLetter => ({
      ...hoaBinh,
      id,
      year: 2027,
      number: `${id}/UBND`,
      issuedOn: `2026-11-0${id}`,
      deadlines: rounds.map(([round, before]) => ({ level: 'province', kind: 'evaluated', round, before })),
    })
    const planOf = (letters: readonly DeadlineLetter[]) =>
      plan(2027, letters).filter(({ level, kind }) => level === 'province' && kind === 'evaluated')
    const daysOf = (letters: readonly DeadlineLetter[]) =>
      planOf(letters).map(({ round, except, before }) => [round, except, before])
    const both = letter(1, [
      [1, '2027-05-20'],
      [null, '2027-11-20'],
    ])
    expect(daysOf([both])).toEqual([
      [1, [], '2027-05-20'],
      [null, [1], '2027-11-20'],
    ])
    const later = letter(2, [[2, '2027-12-10']])
    expect(daysOf([both, later])).toEqual([
      [1, [], '2027-05-20'],
      [null, [1, 2], '2027-11-20'],
      [2, [], '2027-12-10'],
    ])
    expect([both, later].map((one) => overruledDays(one, planOf([both, later])))).toEqual([[], []])
    const last = letter(3, [[null, '2027-12-01']])
    const all = [both, later, last]
    expect(daysOf(all)).toEqual([[null, [], '2027-12-01']])
    expect(all.map((one) => overruledDays(one, planOf(all)).map(({ by }) => by.number))).toEqual([
      ['3/UBND', '3/UBND'],
      ['3/UBND'],
      [],
    ])
  })
})

describe('how a deadline stands', () => {
  const standing = (day: string, { lacking = 1, doneOn = null }: { lacking?: number; doneOn?: string | null } = {}) =>
    standingOf({ before: '2026-12-30', day, calendar, lacking, doneOn })

  it('says the last day, the days and the working days left', () => {
    expect(standing('2026-11-20')).toEqual({
      state: 'open',
      lastDay: '2026-12-29',
      days: 39,
      // 28 weekdays less Ngày Văn hóa, 24/11.
      workingDays: { kind: 'counted', days: 26, unannounced: [] },
    })
  })

  it.each([
    { day: '2026-12-07', state: 'open' },
    { day: '2026-12-08', state: 'near' },
    { day: '2026-12-29', state: 'near' },
    { day: '2026-12-30', state: 'missed' },
  ])('with something lacking it is on $day $state', ({ day, state }) => {
    expect(standing(day).state).toBe(state)
  })

  it.each([
    { doneOn: '2026-12-29', state: 'kept' },
    { doneOn: '2026-12-30', state: 'missed' },
  ])('done on $doneOn it is $state', ({ doneOn, state }) => {
    expect(standing('2026-12-31', { lacking: 0, doneOn }).state).toBe(state)
    expect(standing('2026-12-10', { lacking: 0, doneOn: '2026-12-01' }).state).toBe('kept')
  })

  it('was done, but something came after it', () => {
    expect(standing('2026-12-10', { lacking: 2, doneOn: '2026-12-01' }).state).toBe('near')
  })

  it('is passed where the file holds nothing of it', () => {
    expect(standing('2027-01-05', { lacking: 0 }).state).toBe('passed')
    expect(standing('2026-12-10', { lacking: 0 }).state).toBe('near')
  })

  it('goes by the days where a year has no calendar', () => {
    const on = (day: string) => standingOf({ before: '2031-03-30', day, calendar, lacking: 1, doneOn: null })
    expect(on('2031-03-07')).toMatchObject({
      state: 'open',
      days: 22,
      workingDays: { kind: 'no-calendar', year: 2031 },
    })
    expect(on('2031-03-08').state).toBe('near')
  })
})
