import { describe, expect, it } from 'vitest'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import type { RoomMember } from '../../../shared/api/room.ts'
import { memberProgress } from './member-progress.ts'
import { memberState } from './member-state.ts'

const row = (code: string, cell: Partial<BoardRow['cells'][number]>, facts: Partial<BoardRow> = {}): BoardRow => ({
  agendaItemId: 1,
  code,
  productName: '',
  producerName: '',
  state: 'scoring',
  round: 1,
  isRejected: false,
  criteriaCount: 20,
  cells: [{ memberId: 3, version: 0, state: 'none', answered: 0, total: null, excluded: null, ...cell }],
  confirmed: 0,
  needed: 1,
  needsDiscussion: false,
  spread: 0,
  ...facts,
})

describe('memberProgress', () => {
  it('counts the ballots that the member has to submit, and names the one under way', () => {
    const rows = [
      row('SP1', { state: 'confirmed', answered: 20 }),
      row('SP2', { state: 'verified', answered: 20 }),
      row('SP3', { excluded: 'recused' }),
      row('SP4', { state: 'none' }, { isRejected: true }),
      row('SP5', { state: 'draft', answered: 7 }),
    ]
    expect(memberProgress({ rows, memberId: 3 })).toEqual({
      done: 2,
      count: 3,
      current: { code: 'SP5', answered: 7, criteria: 20 },
    })
    expect(memberProgress({ rows, memberId: 4 })).toEqual({ done: 0, count: 0, current: null })
  })
})

describe('memberState', () => {
  const member = (facts: Partial<RoomMember>) => ({
    hasCode: true,
    connected: 0,
    devices: 0,
    isPresent: true,
    ...facts,
  })
  it.each([
    ['connected', { connected: 1, devices: 2 }],
    ['several', { connected: 2, devices: 2 }],
    ['away', { devices: 1 }],
    ['noCode', { hasCode: false }],
    ['none', {}],
    ['absent', { isPresent: false }],
  ] as const)('says %s', (key, facts) => {
    expect(memberState(member(facts)).key).toBe(key)
  })
})
