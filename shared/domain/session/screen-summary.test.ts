import { expect, test } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { ballotsOf, sampleForm, sampleRegulation } from '../../../tests/helpers/sample-form.ts'
import { tallyItem } from '../scoring/tally-item.ts'
import type { StarOrNone } from '../scoring/types.ts'
import type { BallotRecord, MemberRecord } from './session-record.ts'
import { countSummaryPages, summariseScreen, summaryPage } from './screen-summary.ts'

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

const groupOf = (star: StarOrNone, size: number) => ({
  star,
  products: Array.from({ length: size }, (_, place) => ({
    code: `${star}.${place + 1}`,
    productName: `Sản phẩm ${place + 1}`,
    producerName: '',
  })),
})

const codesOn = (groups: Parameters<typeof summaryPage>[0], page: number) =>
  summaryPage(groups, page).map(({ star, count, products }) => [
    star,
    count,
    products.map(({ code }) => code).join(' '),
  ])

test('one page has the products of a small session', () => {
  expect(countSummaryPages(0)).toBe(1)
  expect(countSummaryPages(8)).toBe(1)
  expect(codesOn([groupOf(4, 2), groupOf(3, 1)], 1)).toEqual([
    [4, 2, '4.1 4.2'],
    [3, 1, '3.1'],
  ])
})

test('many products come after an overview, eight a page, each once and with the count of its whole group', () => {
  const groups = [groupOf(5, 3), groupOf(4, 10), groupOf(3, 4)]
  expect(countSummaryPages(17)).toBe(4)
  expect(codesOn(groups, 1)).toEqual([
    [5, 3, ''],
    [4, 10, ''],
    [3, 4, ''],
  ])
  expect(codesOn(groups, 2)).toEqual([
    [5, 3, '5.1 5.2 5.3'],
    [4, 10, '4.1 4.2 4.3 4.4 4.5'],
  ])
  expect(codesOn(groups, 3)).toEqual([
    [4, 10, '4.6 4.7 4.8 4.9 4.10'],
    [3, 4, '3.1 3.2 3.3'],
  ])
  expect(codesOn(groups, 4)).toEqual([[3, 4, '3.4']])
})
