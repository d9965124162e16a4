import { expect, test } from 'vitest'
import { unreachedCommands } from '../../crash/commands.ts'
import { faultsOf } from '../../crash/crash-report.ts'
import { runCrashes } from '../../crash/crash-run.ts'

// `npm run test:crash` kills 500 times.

test('killed 25 times in all that writes a file, the program has every acknowledged change once', async () => {
  const report = await runCrashes({ kills: 25, seed: 20_261_126, spread: 3 })
  expect(faultsOf(report)).toEqual([])
  expect(unreachedCommands(report.reached)).toEqual([])
  expect(report.kills).toBe(25)
  expect(report.acknowledged).toBeGreaterThan(300)
}, 900_000)
