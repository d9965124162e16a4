import { describe, expect, it } from 'vitest'
import type { Missing } from '../../../shared/domain/session/session-record.ts'
import { checklist, checks } from './checklist.ts'

const quorum: Missing = { kind: 'quorum', present: 4, required: 6, needsChair: false }
const ballot = (itemId: number, memberId: number): Missing => ({
  kind: 'ballot-unconfirmed',
  itemId,
  itemCode: `SP${itemId}`,
  memberId,
  memberCode: `TV${memberId}`,
})

const part = (missing: readonly Missing[], name: string) => checklist(missing).find(({ check }) => check === name)

describe('checklist', () => {
  it('names every check, also those where nothing is missing', () => {
    expect(checklist([]).map(({ check, open }) => [check, open])).toEqual(checks.map((check) => [check, 0]))
  })

  it('puts the ballots of a product on one line and counts each', () => {
    const ballots = part([ballot(1, 1), ballot(2, 1), ballot(1, 3)], 'ballots')
    expect(ballots?.open).toBe(3)
    expect(ballots?.lines.map((line) => line.kind === 'ballots' && [line.itemCode, line.gaps.length])).toEqual([
      ['SP1', 2],
      ['SP2', 1],
    ])
  })

  it('keeps a second keying apart from the first', () => {
    const unverified: Missing = {
      ...(ballot(1, 1) as Extract<Missing, { memberId: number }>),
      kind: 'ballot-unverified',
    } as Missing
    expect(part([unverified], 'verification')?.open).toBe(1)
    expect(part([unverified], 'ballots')?.open).toBe(0)
  })

  it('loses nothing: every gap stands in exactly one check', () => {
    const missing: readonly Missing[] = [
      quorum,
      { kind: 'no-products' },
      { kind: 'knockout', itemId: 1, itemCode: 'SP1' },
      { kind: 'no-eligible-member', itemId: 1, itemCode: 'SP1' },
      { kind: 'spread', itemId: 2, itemCode: 'SP2', spread: 12, limit: 10 },
      { kind: 'agreed-level', itemId: 2, itemCode: 'SP2', criterion: '3.5' },
      ballot(2, 2),
    ]
    expect(checklist(missing).reduce((sum, { open }) => sum + open, 0)).toBe(missing.length)
    expect(checklist(missing).map(({ open }) => open)).toEqual([1, 1, 1, 2, 0, 1, 1])
  })
})
