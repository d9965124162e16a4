import { parseArgs } from 'node:util'
import { weekFaults, weekTable } from './week-report.ts'
import { runWeek } from './week-run.ts'

// `npm run test:week [-- --seed 1]`: a council's week in fast motion, nine members, twelve products a day.

const { values } = parseArgs({ options: { seed: { type: 'string' } } })
const seed = Number(values.seed ?? process.hrtime.bigint() % 1_000_000n)
console.log(`seed ${seed}`)
const report = await runWeek({ members: 9, products: 12, seed, hour: 3000 })
console.log(weekTable(report))
for (const { path, is, why } of report.judged) if (is !== 'whole') console.log(`${path}: ${is}, ${why}`)
const faults = weekFaults(report)
for (const fault of faults) console.error(fault)
process.exit(faults.length === 0 ? 0 : 1)
