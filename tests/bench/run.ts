import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './bench-row.ts'
import { benchTable } from './bench-table.ts'

// npm run bench [-- name …]: every benchmark, or those whose name holds one of the words, each in a process of its own.

const ending = '.bench.ts'
const words = process.argv.slice(2)
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .toSorted()
const chosen = known.filter((name) => words.length === 0 || words.some((word) => name.includes(word)))

if (chosen.length === 0) {
  console.error(`No benchmark of that name. There are: ${known.join(', ')}`)
  process.exitCode = 1
} else {
  const rows: BenchRow[] = []
  for (const name of chosen) {
    process.stderr.write(`${name} …\n`)
    rows.push(...(await runAlone(name)))
  }
  console.log(`\nNode ${process.version}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}\n`)
  console.log(benchTable(rows))
  if (rows.some(({ failed }) => failed === true)) process.exitCode = 1
}

/** The rows of one benchmark; one that breaks is a row that says so and the others still run. */
async function runAlone(name: string): Promise<readonly BenchRow[]> {
  const child = fork(join(import.meta.dirname, 'run-one.ts'), [`${name}${ending}`])
  const rows: BenchRow[] = []
  child.on('message', (message) => rows.push(...(message as readonly BenchRow[])))
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  if (code === 0 && rows.length > 0) return rows
  const reason = `ended with ${signal ?? `code ${code}`}`
  return [{ name, value: '', against: '', ratio: null, aim: '', skipped: reason, failed: true }]
}
