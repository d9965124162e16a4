import { parseArgs } from 'node:util'
import { runBytes } from './bytes-run.ts'
import { runContract, runRoom } from './contract-run.ts'
import { outcomeTable, type Outcome } from './outcome.ts'

// `npm run test:hostile [-- --runs 2000 --seed 1]`: generated calls and spoilt files against the whole application.

const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string' } } })
const runs = Number(values.runs)
const seed = Number(values.seed ?? process.hrtime.bigint() % 1_000_000n)
console.log(`seed ${seed}, ${runs} calls, ${runs} calls of the room, ${runs} spoilt files`)

const outcomes: Outcome[] = []
for (const run of [runContract, runRoom, runBytes]) {
  outcomes.push(...(await run({ runs, seed })))
  console.log(outcomeTable(outcomes))
}
console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
const faults = outcomes.flatMap(({ crashes, halfWrites }) => [
  ...crashes,
  ...halfWrites.map((about) => `half-write: ${about}`),
])
for (const fault of faults) console.error(fault)
process.exit(faults.length === 0 ? 0 : 1)
