import { describe, expect, it } from 'vitest'
import { answerOfKey, seatAfter, seatByKey } from './answer-keys.ts'

const size = { rows: 2, columns: 3 }

describe('keys of the grid of opinions', () => {
  it('are digits and letters, whatever their case', () => {
    expect(['1', 'Đ', 'd', '2', 'K', '3', 'h', '0', '-', 'x', '4'].map(answerOfKey)).toEqual([
      'agree',
      'agree',
      'agree',
      'differ',
      'differ',
      'meet',
      'meet',
      'recused',
      'recused',
      undefined,
      undefined,
    ])
  })

  it('go down a member’s form or across a product, and stay at the last seat', () => {
    expect(seatAfter({ row: 0, column: 0 }, 'member', size)).toEqual({ row: 1, column: 0 })
    expect(seatAfter({ row: 1, column: 0 }, 'member', size)).toEqual({ row: 0, column: 1 })
    expect(seatAfter({ row: 1, column: 2 }, 'member', size)).toEqual({ row: 1, column: 2 })
    expect(seatAfter({ row: 0, column: 2 }, 'product', size)).toEqual({ row: 1, column: 0 })
    expect(seatAfter({ row: 1, column: 2 }, 'product', size)).toEqual({ row: 1, column: 2 })
  })

  it('do not leave the grid', () => {
    expect(seatByKey('ArrowUp', { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 })
    expect(seatByKey('ArrowRight', { row: 0, column: 2 }, size)).toEqual({ row: 0, column: 2 })
    expect(seatByKey('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 2 })
    expect(seatByKey('a', { row: 1, column: 0 }, size)).toBeUndefined()
  })
})
