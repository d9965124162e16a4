import { expect, test } from 'vitest'
import { runBytes } from '../../hostile/bytes-run.ts'
import { runContract, runRoom } from '../../hostile/contract-run.ts'
import type { Outcome } from '../../hostile/outcome.ts'

// A small part of `npm run test:hostile`, the same inputs each time.

function expectSound(outcomes: readonly Outcome[]): void {
  for (const { crashes, halfWrites, answered, refused } of outcomes) {
    expect(crashes).toEqual([])
    expect(halfWrites).toEqual([])
    // Neither stood before a closed door.
    expect(answered).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(0)
  }
}

test('generated calls of every procedure break nothing, over the port and over HTTP', async () => {
  expectSound(await runContract({ runs: 240, seed: 1 }))
})

test('generated calls of phones and laptops break nothing', async () => {
  expectSound(await runRoom({ runs: 200, seed: 1 }))
})

test('spoilt files of every kind break nothing', async () => {
  expectSound(await runBytes({ runs: 200, seed: 1 }))
})
