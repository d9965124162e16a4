import { expect, test } from 'vitest'
import type { ItemRecord } from '../../../shared/domain/session/session-record.ts'
import { countGroups, shownItems } from './shown-items.ts'

type Said = {
  readonly star?: number
  readonly mean?: readonly [number, number]
  readonly set?: number
  readonly spread?: number
  readonly is?: 'isRejected' | 'isReferred' | 'needsDiscussion'
}

const itemOf = (code: string, name: string, { star = 3, mean = [60, 1], set = 1, spread = 0, is }: Said = {}) =>
  ({
    code,
    productName: name,
    producerName: 'Hợp tác xã Suối Bạc',
    form: { setNumber: set },
    conclusion: null,
    result: {
      star,
      mean: { sum: mean[0], count: mean[1] },
      spread,
      isRejected: is === 'isRejected',
      isReferred: is === 'isReferred',
      needsDiscussion: is === 'needsDiscussion',
    },
  }) as unknown as ItemRecord

const items = [
  itemOf('SB-01', 'Mật ong hoa rừng', { star: 4, mean: [159, 2], set: 4, is: 'isReferred' }),
  itemOf('SB-02', 'Gạo nếp', { mean: [66, 1], set: 3, spread: 4 }),
  itemOf('SB-03', 'Cam lòng vàng', { star: 0, mean: [0, 0], is: 'isRejected' }),
  itemOf('SB-04', 'Rượu cần', { star: 0, mean: [28, 1], set: 15, spread: 12, is: 'needsDiscussion' }),
]
const codes = (shown: readonly ItemRecord[]) => shown.map(({ code }) => code.slice(-1)).join('')

test('words are found without accents, of the product and its producer', () => {
  expect(codes(shownItems(items, { query: 'mat ong' }))).toBe('1')
  expect(codes(shownItems(items, { query: 'suoi bac' }))).toBe('1234')
  expect(codes(shownItems(items, { query: 'không có' }))).toBe('')
})

test('a rejected product is of its own group and of no star', () => {
  expect(countGroups(items)).toMatchObject({ 4: 1, 3: 1, 0: 1, rejected: 1, referred: 1, discuss: 1, 5: 0 })
  expect(codes(shownItems(items, { only: '0' }))).toBe('4')
  expect(codes(shownItems(items, { only: 'rejected' }))).toBe('3')
})

test('the list stands as on the agenda unless an order is asked for', () => {
  expect(codes(shownItems(items, {}))).toBe('1234')
  expect(codes(shownItems(items, { sort: 'mean' }))).toBe('1243')
  expect(codes(shownItems(items, { sort: 'mean-up' }))).toBe('3421')
  expect(codes(shownItems(items, { sort: 'set' }))).toBe('3214')
  expect(codes(shownItems(items, { sort: 'spread' }))).toBe('4213')
})
