import { describe, expect, it } from 'vitest'
import { readHolidayYears } from '../../../tests/helpers/resources.ts'
import { workCalendar } from '../calendar/working-days.ts'
import type { DossierItem } from './dossier-rules.ts'
import type { DossierMark } from './read-dossier.ts'
import { reportClock } from './report-clock.ts'

const calendar = workCalendar(readHolidayYears())
const report: DossierItem = {
  key: 'commune-report',
  name: 'Mẫu số 03',
  kind: 'mandatory',
  from: 'commune',
  issuedWithin: { workingDays: 15, article: 'khoản 2 Điều 7' },
  proves: [],
  article: 'điểm b khoản 2 Điều 6',
}
const { issuedWithin: _term, ...withoutTerm } = report
const filed = { filedOn: '2026-06-01', completeOn: null, withdrawnOn: null, isEvaluated: 0 as const }
const mark = (state: DossierMark['state'], on: string | null = null): readonly DossierMark[] => [
  { item: 'commune-report', state, on, expiresOn: null, reason: '', note: '' },
]
type Changed = Partial<Parameters<typeof reportClock>[0]>
const clock = (
  day: string,
  registration: Partial<Parameters<typeof reportClock>[0]['registration']> = {},
  more: Changed = {},
) => reportClock({ items: [report], marks: [], registration: { ...filed, ...registration }, calendar, day, ...more })
const counted = (date: string, unannounced: readonly number[] = []) => ({ kind: 'counted', date, unannounced })
const left = (days: number, unannounced: readonly number[] = []) => ({ kind: 'counted', days, unannounced })

describe('the fifteen working days of the commune’s report', () => {
  it.each([
    // Monday 01/06 to Monday 22/06/2026 over three weekends.
    { day: '2026-06-01', state: 'open', days: 15 },
    { day: '2026-06-18', state: 'open', days: 2 },
    // A Saturday: only Monday is left.
    { day: '2026-06-20', state: 'open', days: 1 },
    { day: '2026-06-22', state: 'open', days: 0 },
    { day: '2026-06-23', state: 'over', days: 1 },
    { day: '2026-06-29', state: 'over', days: 5 },
  ])('end on 22/06/2026 from 01/06: on $day $state by $days', ({ day, state, days }) => {
    expect(clock(day)).toMatchObject({ from: '2026-06-01', due: counted('2026-06-22'), state, left: left(days) })
  })

  it('go by the day on which the dossier was complete before that of filing', () => {
    expect(clock('2026-06-10', { completeOn: '2026-06-05' })).toMatchObject({
      from: '2026-06-05',
      due: counted('2026-06-26'),
    })
    expect(clock('2026-06-10', { filedOn: null })).toBeNull()
  })

  it('are over on the weekend after a Friday, without a working day having gone by', () => {
    // From Friday 05/06 to Friday 26/06/2026.
    expect(clock('2026-06-27', { filedOn: '2026-06-05' })).toMatchObject({ state: 'over', left: left(0) })
  })

  it('pass Tết, and say so where its days off are not announced', () => {
    // From Friday 13/02/2026 Tết is Monday 16 to Friday 20/02.
    expect(clock('2026-02-13', { filedOn: '2026-02-13' })).toMatchObject({ due: counted('2026-03-13'), left: left(15) })
    // From Thursday 28/01/2027: Tết is Friday 05 to Thursday 11/02.
    expect(clock('2027-02-12', { filedOn: '2027-01-28' })).toMatchObject({
      due: counted('2027-02-25', [2027]),
      left: left(9, [2027]),
    })
  })

  it('end on no day that is known where a year has no calendar', () => {
    expect(clock('2027-12-27', { filedOn: '2027-12-20' })).toMatchObject({
      due: { kind: 'no-calendar', year: 2028 },
      state: 'unknown',
    })
    // The last day is known, how long ago it was is not.
    expect(clock('2028-01-10', { filedOn: '2027-12-01' })).toMatchObject({
      due: counted('2027-12-22', [2027]),
      state: 'over',
      left: { kind: 'no-calendar', year: 2028 },
    })
  })

  it('stop once the report came', () => {
    expect(clock('2026-07-30', {}, { marks: mark('received', '2026-06-20') })).toMatchObject({
      due: counted('2026-06-22'),
      state: 'received',
      on: '2026-06-20',
    })
    expect(clock('2026-07-30', { isEvaluated: 1 }, { marks: mark('received') })).toMatchObject({ on: null })
    expect(clock('2026-07-30', {}, { marks: mark('lacking') })).toMatchObject({ state: 'over' })
  })

  it.each([
    { name: 'a law that has no term', registration: {}, more: { items: [withoutTerm] } },
    { name: 'a withdrawn registration', registration: { withdrawnOn: '2026-06-02' }, more: {} },
    { name: 'a report that is not needed', registration: {}, more: { marks: mark('not-needed') } },
    { name: 'an evaluated product', registration: { isEvaluated: 1 as const }, more: {} },
  ])('do not run for $name', ({ registration, more }) => {
    expect(clock('2026-06-10', registration, more)).toBeNull()
  })
})
