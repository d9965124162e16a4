import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vietnamDay } from '../calendar/vietnam-day.ts'
import { backupOccasions, backupsToDrop, type KeptBackup, type RetentionRules } from './retention.ts'

const rules: RetentionRules = { newest: 3, days: 4, months: 3, budget: 1000 }

const backup = (madeAt: string, facts: Partial<KeptBackup> = {}): KeptBackup => ({
  id: madeAt,
  madeAt,
  occasion: 'close',
  size: 1,
  ...facts,
})

function keptOf(backups: readonly KeptBackup[], given = rules): readonly string[] {
  const dropped = new Set(backupsToDrop(backups, given))
  return backups.filter(({ id }) => !dropped.has(id)).map(({ id }) => id)
}

describe('which backups stay', () => {
  test('the newest three of one day, and no fourth', () => {
    const day = ['01', '02', '03', '04', '05'].map((hour) => backup(`2026-11-20T${hour}:00:00.000Z`))
    expect(keptOf(day)).toEqual(day.slice(2).map(({ id }) => id))
  })
  test('the last of each day, by Vietnam’s days', () => {
    const days = [
      backup('2026-11-16T08:00:00.000Z'),
      backup('2026-11-16T16:59:59.000Z'),
      // Already the 17th in Vietnam.
      backup('2026-11-16T17:00:00.000Z'),
      ...['01', '02', '03'].map((hour) => backup(`2026-11-20T${hour}:00:00.000Z`)),
    ]
    expect(keptOf(days)).toEqual(days.slice(1).map(({ id }) => id))
  })
  test('the last of each month beyond the days', () => {
    const months = ['2026-01-05', '2026-07-30', '2026-08-03', '2026-08-31', '2026-09-10', '2026-10-01'].map((day) =>
      backup(`${day}T03:00:00.000Z`),
    )
    expect(keptOf(months, { ...rules, newest: 1, days: 1 })).toEqual(months.slice(3).map(({ id }) => id))
  })
  test('what came before a migration or a restore, for good and outside of every count', () => {
    const old = (['migration', 'restore'] as const).map((occasion) =>
      backup('2020-01-01T00:00:00.000Z', { id: occasion, occasion, size: 5000 }),
    )
    const day = ['01', '02', '03', '04'].map((hour) => backup(`2026-11-20T${hour}:00:00.000Z`))
    expect(keptOf([...old, ...day])).toEqual(['migration', 'restore', ...day.slice(1).map(({ id }) => id)])
  })
  test('as far as the budget goes, and the newest one whatever it weighs', () => {
    const heavy = ['01', '02', '03'].map((hour) => backup(`2026-11-20T${hour}:00:00.000Z`, { size: 600 }))
    expect(keptOf(heavy)).toEqual([heavy[2]?.id])
    expect(keptOf([backup('2026-11-20T01:00:00.000Z', { size: 9999 })])).toHaveLength(1)
  })
})

const backupsArbitrary = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    madeAt: fc
      .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    occasion: fc.constantFrom(...backupOccasions),
    size: fc.integer({ min: 1, max: 500 }),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
)

describe('whatever the backups are', () => {
  test('one is always left, and it is the newest', () => {
    fc.assert(
      fc.property(backupsArbitrary, (backups) => {
        const newest = backups
          .toSorted((a, b) => b.madeAt.localeCompare(a.madeAt) || b.id.localeCompare(a.id))
          .slice(0, 1)
        expect(keptOf(backups)).toEqual(expect.arrayContaining(newest.map(({ id }) => id)))
      }),
    )
  })
  test('nothing kept for good goes', () => {
    fc.assert(
      fc.property(backupsArbitrary, (backups) => {
        const good = backups.filter(({ occasion }) => occasion === 'migration' || occasion === 'restore')
        expect(keptOf(backups)).toEqual(expect.arrayContaining(good.map(({ id }) => id)))
      }),
    )
  })
  test('the order in which they are listed is nothing to it, and what stayed stays at the next look', () => {
    fc.assert(
      fc.property(backupsArbitrary, (backups) => {
        const kept = keptOf(backups)
        expect(keptOf(backups.toReversed()).toSorted()).toEqual(kept.toSorted())
        expect(
          backupsToDrop(
            backups.filter(({ id }) => kept.includes(id)),
            rules,
          ),
        ).toEqual([])
      }),
    )
  })
  test('those that pass weigh no more than the budget, but for the newest alone', () => {
    fc.assert(
      fc.property(backupsArbitrary, (backups) => {
        const passing = backups.filter(({ occasion }) => occasion !== 'migration' && occasion !== 'restore')
        const kept = new Set(keptOf(backups))
        const weight = passing.filter(({ id }) => kept.has(id)).reduce((sum, { size }) => sum + size, 0)
        expect(weight).toBeLessThanOrEqual(rules.budget)
      }),
    )
  })
  test('every day of the last four on which there was one is there, while there is room', () => {
    fc.assert(
      fc.property(backupsArbitrary, (backups) => {
        const passing = backups.filter(({ occasion }) => occasion !== 'migration' && occasion !== 'restore')
        const days = [...new Set(passing.map(({ madeAt }) => vietnamDay(madeAt)))].toSorted().slice(-rules.days)
        const kept = new Set(keptOf(backups, { ...rules, budget: Infinity }))
        const there = passing.filter(({ id }) => kept.has(id)).map(({ madeAt }) => vietnamDay(madeAt))
        for (const day of days) expect(there).toContain(day)
      }),
    )
  })
})
