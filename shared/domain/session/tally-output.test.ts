import { describe, expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { sampleForm, sampleRegulation } from '../../../tests/helpers/sample-form.ts'
import { totalBallot } from '../scoring/ballot-totals.ts'
import { tallyItem } from '../scoring/tally-item.ts'
import type { BallotRecord, ItemRecord } from './session-record.ts'
import { canonicalTally, type TalliedRecord } from './tally-digest.ts'
import { tallyJson } from './tally-json.ts'

const ruleSet = readRuleSet('qd-148-2023')
const form = sampleForm([{ code: '6.1', option: 2, star: 4 }], {
  '1.1': [40],
  '4.1': [25],
  '6.1': [15, 20, 21, 22, 35],
})
/** By the total of the ballot. */
const choicesOf = { 80: '111', 86: '113', 87: '114', 100: '115' } as const

type BallotInput = {
  memberId: number
  total: keyof typeof choicesOf
  counts?: boolean
}

function ballot({ memberId, total, counts = true }: BallotInput): BallotRecord {
  const choices = choicesOf[total]
  return { memberId, state: 'confirmed', choices, totals: totalBallot(form, choices), opinion: '', counts }
}

function item(change: Partial<ItemRecord> & Pick<ItemRecord, 'id' | 'code' | 'ballots'>): ItemRecord {
  const record = {
    productName: `Sản phẩm ${change.code}`,
    producerName: 'Hợp tác xã Mẫu',
    producerKind: 'Hợp tác xã',
    commune: 'Xã Mẫu',
    district: '',
    application: 'new' as const,
    criteriaCase: null,
    form,
    state: 'scored' as const,
    exclusions: [],
    rejections: [],
    areKnockoutsAnswered: true,
    round: 1,
    earlierRounds: [],
    spreadWaiver: null,
    agreedLevels: {},
    agreedReasons: {},
    conclusion: null,
    ...change,
  }
  const result = tallyItem({
    form,
    ruleSet,
    referralThreshold: 70,
    regulation: sampleRegulation,
    ballots: record.ballots.filter(({ counts }) => counts),
    agreedLevels: record.agreedLevels,
    rejections: record.rejections,
    spreadWaiver: record.spreadWaiver,
  })
  return { ...record, result }
}

const members = [
  { id: 1, code: 'TV01' },
  { id: 2, code: 'TV02' },
  { id: 3, code: 'TV03' },
]
const first = item({
  id: 1,
  code: 'SP01',
  ballots: [ballot({ memberId: 1, total: 80 }), ballot({ memberId: 2, total: 80 }), ballot({ memberId: 3, total: 87 })],
})
const second = item({ id: 2, code: 'SP02', ballots: [], rejections: [{ question: 'Hồ sơ giả mạo', reason: '' }] })
const tallied: TalliedRecord = {
  ruleSet,
  level: 'district',
  regulation: sampleRegulation,
  referralThreshold: 70,
  members,
  items: [first, second],
}

describe('tallyJson', () => {
  const quorum = { present: 3, members: 4, required: 3, chairPresent: true, isMet: true }
  const record = { ...tallied, items: [first, second], quorum, digest: 'abc' }

  it('prints the public format', () => {
    expect(tallyJson(record, [])).toEqual({
      ruleSet: 'qd-148-2023',
      level: 'district',
      products: [
        {
          code: 'SP01',
          name: 'Sản phẩm SP01',
          countedBallots: 3,
          sum: 247,
          mean: '82,33',
          band: 4,
          star: 3,
          failedGates: [{ criterion: '6.1', star: 4 }],
          rejected: false,
          spread: 7,
          needsDiscussion: false,
          referred: true,
          partMeans: { A: { sum: 120, count: 3 }, B: { sum: 75, count: 3 }, C: { sum: 52, count: 3 } },
        },
        {
          code: 'SP02',
          name: 'Sản phẩm SP02',
          countedBallots: 0,
          sum: 0,
          mean: '',
          band: 0,
          star: 0,
          failedGates: [],
          rejected: true,
          spread: 0,
          needsDiscussion: false,
          referred: false,
          partMeans: { A: { sum: 0, count: 0 }, B: { sum: 0, count: 0 }, C: { sum: 0, count: 0 } },
        },
      ],
      quorum: { present: 3, members: 4, required: 3, met: true },
      digest: 'abc',
    })
  })

  it('adds what is missing', () => {
    expect(tallyJson(record, ['Phiên họp chưa có sản phẩm nào']).missing).toEqual(['Phiên họp chưa có sản phẩm nào'])
  })
})

describe('canonicalTally', () => {
  const text = canonicalTally(tallied)

  it('is the same for members and products in any order', () => {
    const items = [second, { ...first, ballots: first.ballots.toReversed() }]
    expect(canonicalTally({ ...tallied, members: members.toReversed(), items })).toBe(text)
  })

  it('does not see a ballot that does not count', () => {
    const recused = ballot({ memberId: 9, total: 100, counts: false })
    expect(canonicalTally({ ...tallied, items: [{ ...first, ballots: [...first.ballots, recused] }, second] })).toBe(
      text,
    )
  })

  it.each<{ name: string; change: Partial<TalliedRecord> }>([
    {
      name: 'a choice',
      change: {
        items: [
          item({ id: 1, code: 'SP01', ballots: [...first.ballots.slice(0, 2), ballot({ memberId: 3, total: 86 })] }),
          second,
        ],
      },
    },
    {
      name: 'who chose what, with the same sums',
      change: {
        items: [
          item({
            id: 1,
            code: 'SP01',
            ballots: [
              ballot({ memberId: 1, total: 87 }),
              ballot({ memberId: 2, total: 80 }),
              ballot({ memberId: 3, total: 80 }),
            ],
          }),
          second,
        ],
      },
    },
    { name: 'an agreed level', change: { items: [item({ ...first, agreedLevels: { '6.1': 1 } }), second] } },
    { name: 'a rejection', change: { items: [first, { ...second, rejections: [{ question: 'Khác', reason: '' }] }] } },
    { name: 'the threshold', change: { referralThreshold: 90 } },
    { name: 'the regulations', change: { regulation: { ...sampleRegulation, spreadLimit: 12 } } },
    { name: 'the level', change: { level: 'province' } },
    { name: 'the rule set', change: { ruleSet: readRuleSet('qd-148-1489-2025') } },
    { name: 'a product', change: { items: [first] } },
  ])('changes with $name', ({ change }) => {
    expect(canonicalTally({ ...tallied, ...change })).not.toBe(text)
  })

  it.each(['own-ballot', 'own-total', 'revealed-result'] as const)(
    'is the same where members see %s',
    (memberSight) => {
      expect(canonicalTally({ ...tallied, regulation: { ...sampleRegulation, memberSight } })).toBe(text)
      expect(text).not.toContain('memberSight')
    },
  )
})
