import { expect, it } from 'vitest'
import { readRuleSets } from '../../../tests/helpers/resources.ts'
import { filedOutside } from './filing-time.ts'

const ruleSets = readRuleSets()
const sideOf = (lapsesOn: string, filedOn: string) =>
  filedOutside({ term: { lapsesOn, lapseYear: Number(lapsesOn.slice(0, 4)) }, filedOn, ruleSets })

// Ends on 30/12/2026: filed from 03/07 (180 days) to 01/09/2026 (120 days).
it.each([
  ['2026-07-02', 'early'],
  ['2026-07-03', undefined],
  ['2026-09-01', undefined],
  ['2026-09-02', 'late'],
  ['2026-10-01', 'late'],
])('a dossier of %s is %s', (filedOn, side) => {
  expect(sideOf('2026-12-30', filedOn)?.side).toBe(side)
})

it('says the days, and that nothing prolongs one that had all its time', () => {
  expect(sideOf('2026-12-30', '2026-10-01')).toEqual({
    side: 'late',
    opensOn: '2026-07-03',
    closesOn: '2026-09-01',
    lapsesOn: '2026-12-30',
    graceUntil: null,
  })
  expect(sideOf('2026-07-29', '2026-07-01')).toMatchObject({ side: 'late', graceUntil: '2027-01-25' })
})

it('says nothing by a law that knows no time for it', () => {
  expect(sideOf('2024-12-29', '2024-12-01')).toBeNull()
})
