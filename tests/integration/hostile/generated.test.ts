import { expect, test } from 'vitest'
import { runBytes } from '../../hostile/bytes-run.ts'
import { runContract, runRoom } from '../../hostile/contract-run.ts'
import type { Outcome } from '../../hostile/outcome.ts'

// A small part of `npm run test:hostile`, the same inputs each time.

/** What broke, by transport or kind of file; `shut` where nothing was answered or nothing refused. */
function broken(outcomes: readonly Outcome[]): readonly unknown[] {
  return outcomes
    .map(({ of, crashes, halfWrites, answered, refused }) => {
      return { of, crashes, halfWrites, shut: answered === 0 || refused === 0 }
    })
    .filter(({ crashes, halfWrites, shut }) => crashes.length > 0 || halfWrites.length > 0 || shut)
}

test('generated calls of every procedure break nothing, over the port and over HTTP', async () => {
  expect(broken(await runContract({ runs: 240, seed: 1 }))).toEqual([])
})

test('generated calls of phones and laptops break nothing', async () => {
  expect(broken(await runRoom({ runs: 200, seed: 1 }))).toEqual([])
})

test('spoilt files of every kind break nothing', async () => {
  expect(broken(await runBytes({ runs: 120, seed: 1 }))).toEqual([])
})
