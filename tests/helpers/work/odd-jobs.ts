import { readdirSync } from 'node:fs'
import { getPriority } from 'node:os'
import { Refusal } from '../../../shared/api/refusal.ts'
import { openJobPort } from '../../../electron/work/job-port.ts'
import type { Job } from '../../../electron/work/job.ts'
import { serveJobs } from '../../../electron/work/serve-jobs.ts'

// A worker whose jobs go wrong in every way.

export type OddJobs = {
  readonly echo: Job<unknown, unknown>
  readonly bytes: Job<number, Uint8Array>
  readonly refuse: Job<null, null>
  readonly fail: Job<null, null>
  readonly exit: Job<null, null>
  readonly 'fail-outside': Job<null, null>
  readonly fill: Job<null, null>
  /** Of each thread of the process, as the system has them; of the process where it tells no more. */
  readonly who: Job<null, { readonly pid: number; readonly priorities: readonly number[] }>
  /** Ends only with its thread. */
  readonly hang: Job<null, null>
  /** Tells each of its steps; the batch. */
  readonly steps: Job<number, string, number>
}

function priorities(): readonly number[] {
  if (process.platform !== 'linux') return [getPriority()]
  return readdirSync('/proc/self/task').map((id) => getPriority(Number(id)))
}

const never = new Promise<null>(() => {})

serveJobs<OddJobs>(openJobPort().port, {
  echo: (input) => input,
  bytes: (length) => new Uint8Array(length).fill(7),
  refuse: () => {
    throw new Refusal('number-taken', { code: '05/QĐ-UBND', year: 2026 })
  },
  fail: () => {
    throw Object.assign(new TypeError('no such thing'), { code: 'ENOSPC', path: '/văn bản.pdf' })
  },
  exit: () => process.exit(3),
  'fail-outside': () => {
    setTimeout(() => {
      throw new RangeError('nobody waits for this')
    })
    return never
  },
  fill: () => {
    const kept: string[][] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => `${index} of ${kept.length}`))
  },
  who: () => ({ pid: process.pid, priorities: priorities() }),
  hang: () => {
    for (;;);
  },
  steps: async (count, { tell, breathe }) => {
    for (let step = 1; step <= count; step += 1) {
      tell(step)
      await breathe()
    }
    return `${count} steps`
  },
})
