import { describe, expect, it } from 'vitest'
import { doubtsOfDating, doubtsOfLocking, doubtsOfRevealing } from './doubts.ts'

const chair = { role: 'chair', isPresent: true } as const
const secretary = { role: 'secretary', isPresent: true } as const

describe('locking', () => {
  const lock = (today: string, members: Parameters<typeof doubtsOfLocking>[1]['members']) =>
    doubtsOfLocking(today, { heldOn: '2026-11-20', members })

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
