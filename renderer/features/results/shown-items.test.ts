import { expect, test } from 'vitest'
import type { ItemRecord, MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { countGroups, shownItems } from './shown-items.ts'

type Said = {
  readonly star?: number
  readonly mean?: readonly [number, number]
  readonly set?: number
  /** Points to the next star, over one ballot; and how many least levels are not reached. */
  readonly lacks?: number
  readonly gates?: number
  /** Whether the one member's ballot is there. */
  readonly isCast?: boolean
  readonly is?: 'isRejected' | 'isReferred' | 'needsDiscussion'
}

const itemOf = (
  code: string,
  name: string,
  { star = 3, mean = [60, 1], set = 1, lacks, gates = 0, isCast = true, is }: Said = {},
) =>
  ({
    code,
    productName: name,
    producerName: 'Hợp tác xã Suối Bạc',
    form: { setNumber: set },
    conclusion: null,
    exclusions: [],
    ballots: isCast ? [{ memberId: 1, counts: true }] : [],
    result: {
      star,
      mean: { sum: mean[0], count: mean[1] },
      spread: 0,
      reasons: [
        ...(gates > 0 && lacks === undefined ? [{ kind: 'gates-failed', gates: Array.from({ length: gates }) }] : []),
        ...(lacks === undefined
          ? []
          : [{ kind: 'next-band', missing: { sum: lacks, count: 1 }, gates: Array.from({ length: gates }) }]),
      ],
      isRejected: is === 'isRejected',
      isReferred: is === 'isReferred',
      needsDiscussion: is === 'needsDiscussion',
    },
  }) as unknown as ItemRecord

const council = {
  members: [{ id: 1, isPresent: true }] as unknown as readonly MemberRecord[],
  items: [
    itemOf('SB-01', 'Mật ong hoa rừng', { star: 4, mean: [159, 2], set: 4, is: 'isReferred' }),
    itemOf('SB-02', 'Gạo nếp', { mean: [66, 1], set: 3, lacks: 4, gates: 2 }),
    itemOf('SB-03', 'Cam lòng vàng', { star: 0, mean: [0, 0], is: 'isRejected' }),
    itemOf('SB-04', 'Rượu cần', { star: 0, mean: [28, 1], set: 15, lacks: 2, is: 'needsDiscussion' }),
    itemOf('SB-05', 'Trà', { star: 4, mean: [1, 1], isCast: false, is: 'isReferred' }),
  ],
}
const codes = (shown: readonly ItemRecord[]) => shown.map(({ code }) => code.slice(-1)).join('')

test('words are found without accents, of the product and its producer', () => {
  expect(codes(shownItems(council, { query: 'mat ong' }))).toBe('1')
  expect(codes(shownItems(council, { query: 'suoi bac' }))).toBe('12345')
  expect(codes(shownItems(council, { query: 'không có' }))).toBe('')
})

test('a rejected product is of its own group and of no star', () => {
  expect(countGroups(council)).toMatchObject({ 4: 1, 3: 1, 0: 1, rejected: 1, referred: 1, discuss: 1, 5: 0 })
  expect(codes(shownItems(council, { only: '0' }))).toBe('4')
  expect(codes(shownItems(council, { only: 'rejected' }))).toBe('3')
})

test('a product that lacks a ballot is of no star and does not go up', () => {
  expect(countGroups(council)).toMatchObject({ 4: 1, referred: 1, unfinished: 1 })
  expect(codes(shownItems(council, { only: 'unfinished' }))).toBe('5')
  expect(codes(shownItems(council, { only: 'referred' }))).toBe('1')
})

test('the list stands as on the agenda unless an order is asked for', () => {
  expect(codes(shownItems(council, {}))).toBe('12345')
  expect(codes(shownItems(council, { sort: 'mean' }))).toBe('12453')
  expect(codes(shownItems(council, { sort: 'mean-up' }))).toBe('35421')
  expect(codes(shownItems(council, { sort: 'set' }))).toBe('53214')
})

test('what lacks least to its next star stands first, what has no star yet and what is rejected last', () => {
  const { members, items } = council
  const more = [
    itemOf('SB-06', 'Măng', { lacks: 4, gates: 1 }),
    itemOf('SB-07', 'Chè', { gates: 1 }),
    itemOf('SB-08', 'Miến', { lacks: 1, isCast: false }),
  ]
  expect(codes(shownItems({ members, items: [...items, ...more] }, { sort: 'lacks' }))).toBe('74621583')
})
