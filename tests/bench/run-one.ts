import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { BenchRow } from './bench-row.ts'

// The child of run.ts: runs what one benchmark file exports and hands its rows to the parent.

const file = process.argv[2] ?? ''
const bench = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as Record<string, unknown>
const run = Object.values(bench).find((exported) => typeof exported === 'function')
if (run === undefined) throw new Error(`${file} exports no function`)
const rows = (await run()) as readonly BenchRow[]
process.send?.(rows, () => process.disconnect())
