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
    expect(ballots?.lines.map((line) => line.kind === 'ballots' && [line.itemId, line.gaps.length])).toEqual([
      [1, 2],
      [2, 1],
    ])
  })

  it('puts the criteria that a product has no agreed level for on one line', () => {
    const agree = (itemId: number, criterion: string): Missing => ({
      kind: 'agreed-level',
      itemId,
      itemCode: `SP${itemId}`,
      criterion,
    })
    const levels = part([agree(4, '1.1'), agree(4, '3.5'), agree(9, '3.5')], 'agreed-levels')
    expect(levels?.lines).toEqual([
      { kind: 'agreed-levels', itemId: 4, criteria: ['1.1', '3.5'] },
      { kind: 'agreed-levels', itemId: 9, criteria: ['3.5'] },
    ])
  })

  it('keeps a second keying apart from the first', () => {
    const unverified: Missing = {
      kind: 'ballot-unverified',
      itemId: 1,
      itemCode: 'SP1',
      memberId: 1,
      memberCode: 'TV1',
    }
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
      { kind: 'conclusion', itemId: 2, itemCode: 'SP2', star: 4, byResult: 3 },
      { kind: 'approval' },
    ]
    expect(checklist(missing).reduce((sum, { open }) => sum + open, 0)).toBe(missing.length)
    expect(checklist(missing).map(({ open }) => open)).toEqual([1, 1, 1, 2, 0, 1, 1, 1, 1])
  })
})
