import { expect, test } from 'vitest'
import { weekFaults } from '../../week/week-report.ts'
import { runWeek } from '../../week/week-run.ts'

// `npm run test:week` has nine members and twelve products.

test('in a week of meetings no acknowledged score is outside of what was copied between two commands', async () => {
  const report = await runWeek({ members: 3, products: 2, seed: 20_261_126, hour: 2500 })
  expect(weekFaults(report)).toEqual([])
  expect(report.acknowledged).toBeGreaterThan(500)
  expect(report.judged.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['between', 'fast', 'slow']))
}, 900_000)
