import { describe, expect, it } from 'vitest'
import { importedReason } from './session-record.ts'
import { doubtsOfDating, doubtsOfLocking, doubtsOfRevealing } from './doubts.ts'

const chair = { role: 'chair', isPresent: true } as const
const secretary = { role: 'secretary', isPresent: true } as const

describe('locking', () => {
  const lock = (today: string, members: Parameters<typeof doubtsOfLocking>[1]['members']) =>
    doubtsOfLocking(today, { heldOn: '2026-11-20', members, items: [], spreadLimit: 10 })

  it('is in no doubt on the day, with chair or deputy and the secretary there', () => {
    expect(lock('2026-11-20', [chair, secretary])).toEqual([])
    expect(
      lock('2026-11-21', [{ ...chair, isPresent: false }, { role: 'vice-chair', isPresent: true }, secretary]),
    ).toEqual([])
  })

  it('doubts a day before the meeting, and a meeting without who presides or keeps the minutes', () => {
    expect(lock('2026-11-19', [chair, secretary])).toEqual(['before-held-on'])
    expect(
      lock('2026-11-20', [
        { ...chair, isPresent: false },
        { ...secretary, isPresent: false },
      ]),
    ).toEqual(['no-chair', 'no-secretary'])
  })
})

describe('locking what was imported', () => {
  type Items = Parameters<typeof doubtsOfLocking>[1]['items']
  type Round = Items[number]['earlierRounds'][number]
  const lock = (item: Partial<Items[number]>) =>
    doubtsOfLocking('2026-11-20', {
      heldOn: '2026-11-20',
      members: [chair, secretary],
      items: [{ agreedLevels: {}, agreedReasons: {}, earlierRounds: [], ...item }],
      spreadLimit: 10,
    })
  const left = (reason: string, spread: number) => ({ number: 1, reason, result: { spread } }) as Round

  it('doubts an agreed level without its reason', () => {
    expect(lock({ agreedLevels: { '1.2': 1 } })).toEqual(['unexplained'])
    expect(lock({ agreedLevels: { '1.2': 1 }, agreedReasons: { '1.2': 'Theo mẫu' } })).toEqual([])
  })

  it('doubts a round that was left for no reason, said or seen', () => {
    expect(lock({ earlierRounds: [left(importedReason, 10)] })).toEqual(['unexplained'])
    expect(lock({ earlierRounds: [left(importedReason, 11)] })).toEqual([])
    expect(lock({ earlierRounds: [left('Chủ tịch yêu cầu', 3)] })).toEqual([])
  })
})

describe('dating', () => {
  const decision = { kind: 'decision', issuedOn: '2026-11-25' } as const

  it('doubts a day before the meeting', () => {
    expect(doubtsOfDating({ ...decision, issuedOn: '2026-11-19' }, '2026-11-20', [])).toEqual(['dated-before-meeting'])
    expect(doubtsOfDating({ ...decision, issuedOn: '2026-11-20' }, '2026-11-20', [])).toEqual([])
  })

  it('doubts a proposal younger than its decision, whichever is numbered last', () => {
    const proposal = { kind: 'proposal', issuedOn: '2026-11-26' } as const
    expect(doubtsOfDating(proposal, '2026-11-20', [decision])).toEqual(['dated-after-decision'])
    expect(doubtsOfDating(decision, '2026-11-20', [proposal])).toEqual(['dated-after-decision'])
    expect(doubtsOfDating({ ...proposal, issuedOn: '2026-11-25' }, '2026-11-20', [decision])).toEqual([])
    expect(doubtsOfDating({ kind: 'referral-letter', issuedOn: '2026-11-26' }, '2026-11-20', [decision])).toEqual([])
  })
})

describe('revealing', () => {
  const ballot = (counts: boolean) => ({ counts }) as Parameters<typeof doubtsOfRevealing>[0]['ballots'][number]

  it('doubts a product with fewer ballots than members who score it', () => {
    expect(doubtsOfRevealing({ rejections: [], ballots: [ballot(true), ballot(false)] }, 2)).toEqual([
      'ballots-missing',
    ])
    expect(doubtsOfRevealing({ rejections: [], ballots: [ballot(true), ballot(true)] }, 2)).toEqual([])
    expect(doubtsOfRevealing({ rejections: [{ question: 'Giả mạo', reason: '' }], ballots: [] }, 2)).toEqual([])
  })
})
