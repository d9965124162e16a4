import { parseArgs } from 'node:util'
import { unreachedCommands } from './commands.ts'
import { crashTable, faultsOf } from './crash-report.ts'
import { runCrashes } from './crash-run.ts'

// `npm run test:crash [-- 500 --seed 1 --only room]`: the compiled program killed at random points of all that writes a
// file.

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
})
const kills = Number(positionals[0] ?? 500)
const seed = Number(values.seed ?? process.hrtime.bigint() % 1_000_000n)
console.log(`seed ${seed}, ${kills} kills`)

const report = await runCrashes({ kills, seed, ...(values.only !== undefined && { only: new RegExp(values.only) }) })
console.log(crashTable(report))
const faults = [...faultsOf(report), ...unreachedCommands(report.reached).map((name) => `not reached: ${name}`)]
for (const fault of faults) console.error(fault)
if (faults.length > 0) console.error(report.said.slice(-40).join('\n'))
process.exit(faults.length === 0 ? 0 : 1)
