import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../../shared/api/refusal.ts'
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
  /** Ends only with its thread. */
  readonly hang: Job<null, null>
  /** Tells each of its steps; the batch. */
  readonly steps: Job<number, string, number>
}

const never = new Promise<null>(() => {})

if (parentPort !== null) {
  serveJobs<OddJobs>(parentPort, {
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
}
