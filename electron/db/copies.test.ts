import { describe, expect, it } from 'vitest'
import { isConflictedName, tellCopiesApart, type RecordFacts } from './copies.ts'

const facts = (chain: string, uuid = 'a'): RecordFacts => ({
  uuid,
  commits: chain.length,
  events: chain.length,
  head: chain.at(-1) ?? '',
  lastAt: '',
  ballots: 0,
})

/** Files by the hashes of their events, a letter each. */
function tell(chains: Readonly<Record<string, string>>, others: Readonly<Record<string, RecordFacts>> = {}) {
  const files = new Map([
    ...Object.entries(chains).map(([path, chain]) => [path, facts(chain)] as const),
    ...Object.entries(others),
  ])
  return Object.fromEntries(tellCopiesApart(files, (path, seq) => chains[path]?.[seq - 1] ?? null))
}

describe('files of one record', () => {
  it('are older where they stand whole in the newest, the same, or went another way', () => {
    expect(tell({ newest: 'pqrst', older: 'pqr', other: 'pqx', twin: 'pqrst' })).toEqual({
      older: { of: 'newest', relation: 'older' },
      other: { of: 'newest', relation: 'diverged' },
      twin: { of: 'newest', relation: 'same' },
    })
  })
  it('are two ways where both have as many changes', () => {
    expect(tell({ one: 'pqr', two: 'pqx' })).toEqual({ two: { of: 'one', relation: 'diverged' } })
  })
  it('are none of another record', () => {
    expect(tell({ one: 'pqr' }, { two: facts('pq', 'b') })).toEqual({})
  })
})

describe('a name of a copy that no program could agree on', () => {
  it.each([
    'Hội đồng-LAPTOP-7F3K',
    'Hội đồng (conflicted copy 2026-11-26)',
    "Hội đồng (Lan's conflicted copy)",
    'Hội đồng (bản sao xung đột của Lan)',
    'Hội đồng (1)',
    'Hội đồng.sync-conflict-20261126-140512-ABCDEFG',
  ])('is %s', (name) => expect(isConflictedName(name)).toBe(true))
  it.each(['Hội đồng', 'Hội đồng 2026-2027 Đắk Song', 'OCOP-tỉnh', 'Hội đồng (bản cũ 2026-11-26 14.05.12)'])(
    'is not %s',
    (name) => expect(isConflictedName(name)).toBe(false),
  )
})
