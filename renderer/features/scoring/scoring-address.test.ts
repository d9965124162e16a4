import { describe, expect, it } from 'vitest'
import { addressOf, readScoringSearch } from './scoring-address.ts'

describe('readScoringSearch', () => {
  it('reads a ballot and a criterion, also as the text of an address', () => {
    expect(readScoringSearch({ item: '7', member: 4, criterion: '1.2' })).toEqual({
      item: 7,
      member: 4,
      criterion: '1.2',
    })
    expect(readScoringSearch({ criterion: 9 })).toEqual({ criterion: '9' })
  })

  it('leaves out what makes no sense', () => {
    expect(readScoringSearch({ view: 'x', item: -1, member: 'a', criterion: '<b>' })).toEqual({})
  })
})

describe('addressOf', () => {
  it('stands on the board, in a grid or on a ballot', () => {
    expect(addressOf({}).view).toBe('board')
    expect(addressOf({ item: 7 }).view).toBe('grid')
    expect(addressOf({ item: 7, member: 4 }).view).toBe('ballot')
    expect(addressOf({ item: 7, member: 4, view: 'grid' }).view).toBe('grid')
  })
})
