import { describe, expect, it } from 'vitest'
import {
  doubtsOfGoingOn,
  doubtsOfLocking,
  doubtsOfNumbering,
  doubtsOfPaperDays,
  doubtsOfRevealing,
  doubtsOfSending,
} from './doubts.ts'

const chair = { role: 'chair', isPresent: true } as const
const secretary = { role: 'secretary', isPresent: true } as const

const ruleSet = { inForce: { from: '2026-05-22', to: null } } as const

describe('locking', () => {
  const lock = (today: string, members: Parameters<typeof doubtsOfLocking>[1]['members']) =>
    doubtsOfLocking(today, { heldOn: '2026-11-20', members, ruleSet, foundedOn: '2026-06-01' })

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

  it('doubts rules that were not in force on the day of the meeting, and a council founded after it', () => {
    const lapsed = { inForce: { from: '2023-02-24', to: '2025-07-05' } }
    const on = (heldOn: string, foundedOn: string) =>
      doubtsOfLocking(heldOn, { heldOn, members: [chair, secretary], ruleSet: lapsed, foundedOn })
    expect(on('2025-07-05', '2025-07-05')).toEqual([])
    expect(on('2025-07-06', '')).toEqual(['rules-not-in-force'])
    expect(on('2023-02-23', '2023-02-24')).toEqual(['rules-not-in-force', 'founded-after-meeting'])
  })
})

describe('going on into a new year', () => {
  const goOn = (roles: Parameters<typeof doubtsOfGoingOn>[0]['roles'], foundedOn: string, formerFoundedOn: string) =>
    doubtsOfGoingOn({ roles, name: 'Hội đồng', year: 2027, foundedBy: '1/QĐ-UBND', foundedOn, formerFoundedOn })

  it('is in no doubt with chair and secretary, by a decision of a later day or of none yet', () => {
    expect(goOn(['chair', 'secretary', 'member'], '2027-01-05', '2026-01-05')).toEqual([])
    expect(goOn(['secretary', 'chair'], '', '2026-01-05')).toEqual([])
    expect(goOn(['secretary', 'chair'], '2027-01-05', '')).toEqual([])
  })

  it('doubts a name of another year, and a day of founding without a number', () => {
    const council = { roles: ['chair', 'secretary'] as const, year: 2027, foundedOn: '2027-01-05', formerFoundedOn: '' }
    const doubts = (name: string, foundedBy: string) => doubtsOfGoingOn({ ...council, name, foundedBy })
    expect(doubts('Hội đồng OCOP năm 2026', '1/QĐ-UBND')).toEqual(['named-of-other-year'])
    expect(doubts('Hội đồng OCOP năm 2027', ' ')).toEqual(['founded-without-number'])
    expect(doubts('Hội đồng OCOP giai đoạn 2026-2027', '1/QĐ-UBND')).toEqual([])
  })

  it('doubts a council that nobody leads or keeps the minutes of, and one founded before the former', () => {
    expect(goOn(['vice-chair', 'member'], '2026-01-04', '2026-01-05')).toEqual([
      'founded-before-former',
      'council-no-chair',
      'council-no-secretary',
    ])
  })
})

describe('numbering', () => {
  const kinds = ['decision', 'minutes', 'council-report', 'proposal', 'referral-letter', 'result-notices'] as const
  type Kind = (typeof kinds)[number]
  const cites: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
    decision: ['minutes', 'proposal'],
    proposal: ['minutes', 'council-report'],
    'referral-letter': ['decision', 'minutes'],
    'result-notices': ['decision', 'minutes'],
  }
  const paper = (kind: Kind, issuedOn: string) => ({ kind, issuedOn, cites: cites[kind] ?? [] })
  const minutes = paper('minutes', '2026-11-20')
  const proposal = paper('proposal', '2026-11-22')
  const report = paper('council-report', '2026-11-21')
  const decision = paper('decision', '2026-11-25')
  const asked = (
    document: ReturnType<typeof paper>,
    others: readonly ReturnType<typeof paper>[],
    today = '2026-11-20',
  ) => doubtsOfNumbering(document, { heldOn: '2026-11-20', today, others })

  it('is in no doubt of papers that follow each other', () => {
    expect(asked(minutes, [])).toEqual([])
    expect(asked(proposal, [minutes, report])).toEqual([])
    expect(asked(decision, [minutes, report, proposal])).toEqual([])
    expect(asked(paper('referral-letter', '2026-11-25'), [minutes, decision])).toEqual([])
  })

  it('doubts a day before the meeting, and one more than a month ahead', () => {
    expect(asked({ ...minutes, issuedOn: '2026-11-19' }, [])).toEqual(['dated-before-meeting'])
    expect(asked({ ...minutes, issuedOn: '2026-12-21' }, [])).toEqual([])
    expect(asked({ ...minutes, issuedOn: '2026-12-22' }, [])).toEqual(['dated-far-ahead'])
    expect(asked({ ...minutes, issuedOn: '2099-01-01' }, [])).toEqual(['dated-far-ahead'])
  })

  it('doubts what a decision rests on younger than it, whichever is numbered last', () => {
    const late = paper('proposal', '2026-11-26')
    expect(asked(late, [minutes, report, decision])).toEqual(['dated-after-decision'])
    expect(asked(decision, [minutes, late])).toEqual(['dated-after-decision'])
    expect(asked(paper('council-report', '2026-11-26'), [decision])).toEqual(['dated-after-decision'])
  })

  it('doubts a paper older than one that it names, whichever is numbered last', () => {
    const letter = paper('referral-letter', '2026-11-24')
    expect(asked(letter, [minutes, decision])).toEqual(['dated-before-cited'])
    expect(asked(decision, [minutes, proposal, letter])).toEqual(['dated-before-cited'])
    expect(asked(paper('council-report', '2026-11-23'), [proposal])).toEqual(['dated-before-cited'])
    expect(asked(decision, [minutes, proposal, paper('result-notices', '2026-11-24')])).toEqual(['dated-before-cited'])
  })

  it('doubts a paper that names one without a number', () => {
    expect(asked(decision, [minutes])).toEqual(['cited-unnumbered'])
    expect(asked(decision, [])).toEqual(['cited-unnumbered'])
    expect(asked(paper('council-report', '2026-11-21'), [])).toEqual([])
  })
})

describe('papers of the office', () => {
  const none = { cited: [], counted: [], announced: [], today: '2026-11-28' }
  it('are asked about between what they rest on and what they announce, about the day that it is', () => {
    expect(doubtsOfPaperDays('2026-11-28', none)).toEqual([])
    const days = { ...none, cited: ['2026-05-22'], counted: ['2026-11-28'], announced: ['2026-12-05'] }
    expect(doubtsOfPaperDays('2026-11-28', days)).toEqual([])
    expect(doubtsOfPaperDays('2024-01-01', days)).toEqual(['dated-before-cited', 'dated-before-data', 'dated-long-ago'])
    expect(doubtsOfPaperDays('2026-11-27', days)).toEqual(['dated-before-data'])
    expect(doubtsOfPaperDays('2026-12-06', days)).toEqual(['dated-after-named-day'])
    expect(doubtsOfPaperDays('2027-05-06', none)).toEqual(['dated-far-ahead'])
  })
})

describe('sending', () => {
  it('is asked where it is logged already, and a month ahead', () => {
    expect(doubtsOfSending('2026-11-30', { today: '2026-11-20', wasSent: false })).toEqual([])
    expect(doubtsOfSending('2026-11-30', { today: '2026-11-20', wasSent: true })).toEqual(['sent-before'])
    expect(doubtsOfSending('2077-11-30', { today: '2026-11-20', wasSent: false })).toEqual(['dated-far-ahead'])
  })
})

describe('revealing', () => {
  const result = { needsDiscussion: false }
  const ballot = (counts: boolean) => ({ counts }) as Parameters<typeof doubtsOfRevealing>[0]['ballots'][number]

  it('doubts a product with fewer ballots than members who score it', () => {
    expect(doubtsOfRevealing({ rejections: [], ballots: [ballot(true), ballot(false)], result }, 2)).toEqual([
      'ballots-missing',
    ])
    expect(doubtsOfRevealing({ rejections: [], ballots: [ballot(true), ballot(true)], result }, 2)).toEqual([])
    expect(doubtsOfRevealing({ rejections: [{ question: 'Giả mạo', reason: '' }], ballots: [], result }, 2)).toEqual([])
  })
  it('doubts one that is still to be discussed, and no rejected one', () => {
    const asked = { rejections: [], ballots: [ballot(true)], result: { needsDiscussion: true } }
    expect(doubtsOfRevealing(asked, 1)).toEqual(['needs-discussion'])
    expect(doubtsOfRevealing(asked, 2)).toEqual(['ballots-missing', 'needs-discussion'])
    expect(doubtsOfRevealing({ ...asked, rejections: [{ question: 'Giả mạo', reason: '' }] }, 1)).toEqual([])
  })
})
