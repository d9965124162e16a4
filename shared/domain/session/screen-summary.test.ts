import { expect, test } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { ballotsOf, sampleForm, sampleRegulation } from '../../../tests/helpers/sample-form.ts'
import { tallyItem } from '../scoring/tally-item.ts'
import type { StarOrNone } from '../scoring/types.ts'
import type { BallotRecord, MemberRecord } from './session-record.ts'
import { summariseScreen } from './screen-summary.ts'

const product = (
  id: number,
  total: number,
  { concluded, rejected, ballots = 1 }: { concluded?: StarOrNone; rejected?: true; ballots?: 0 | 1 } = {},
) => ({
  id,
  code: `SP${id}`,
  productName: `Sản phẩm ${id}`,
  producerName: `Hợp tác xã ${id}`,
  conclusion: concluded === undefined ? null : { star: concluded, note: 'nhãn chưa ghi đủ nội dung' },
  exclusions: [],
  ballots: ballots === 0 ? [] : [{ memberId: 1, counts: true } as BallotRecord],
  result: tallyItem({
    form: sampleForm(),
    ruleSet: readRuleSet('qd-26-2026'),
    referralThreshold: 90,
    regulation: sampleRegulation,
    ballots: ballotsOf(ballots === 0 ? [] : [total]),
    agreedLevels: {},
    rejections: rejected === undefined ? [] : [{ question: 'Vượt hạn mức', reason: '' }],
    spreadWaiver: null,
  }),
})

const members = [{ id: 1, isPresent: true } as MemberRecord]

test('groups what was opened by the star that the council gave, rejected dossiers last, and tells nothing of the rest', () => {
  const items = [
    product(1, 75),
    product(2, 92),
    product(3, 78, { concluded: 3 }),
    product(4, 95, { rejected: true }),
    product(5, 93),
    product(6, 72),
    product(7, 95, { ballots: 0 }),
  ]
  const { groups, ...counts } = summariseScreen({ items, members }, new Set([1, 2, 3, 4, 6, 7]))
  expect(groups.map(({ star, products }) => [star, products.map(({ code }) => code).join(' ')])).toEqual([
    [5, 'SP2'],
    [4, 'SP1 SP6'],
    [3, 'SP3'],
    ['unfinished', 'SP7'],
    ['rejected', 'SP4'],
  ])
  expect(counts).toEqual({ referred: 1, unopened: 1 })
  expect(Object.keys(groups[0]?.products[0] ?? {})).toEqual(['code', 'productName', 'producerName'])
})
