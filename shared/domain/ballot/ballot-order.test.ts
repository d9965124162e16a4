import { describe, expect, it } from 'vitest'
import { neighbourBallot, nextBallot } from './ballot-order.ts'

const place = (agendaItemId: number, memberId: number, isOpen = true) => ({ agendaItemId, memberId, isOpen })
const places = [place(1, 1), place(1, 2, false), place(1, 3), place(2, 1), place(2, 2), place(2, 3)]

describe('nextBallot', () => {
  it('goes through the members of a product, then to the next product', () => {
    expect(nextBallot({ places, after: place(1, 1), order: 'by-product' })).toEqual(place(1, 3))
    expect(nextBallot({ places, after: place(1, 3), order: 'by-product' })).toEqual(place(2, 1))
  })

  it('goes through the products of a member, then to the next member', () => {
    expect(nextBallot({ places, after: place(1, 1), order: 'by-member' })).toEqual(place(2, 1))
    expect(nextBallot({ places, after: place(2, 1), order: 'by-member' })).toEqual(place(2, 2))
  })

  it('starts again from the top, and ends where no ballot is open', () => {
    expect(nextBallot({ places, after: place(2, 3), order: 'by-product' })).toEqual(place(1, 1))
    const settled = places.map((each) => ({ ...each, isOpen: false }))
    expect(nextBallot({ places: settled, after: place(1, 1), order: 'by-product' })).toBeUndefined()
  })

  it('never proposes the ballot that was just left', () => {
    expect(nextBallot({ places: [place(1, 1)], after: place(1, 1), order: 'by-member' })).toBeUndefined()
  })
})

describe('neighbourBallot', () => {
  it('steps over open and settled ballots alike and stops at the ends', () => {
    expect(neighbourBallot({ places, of: place(1, 1), order: 'by-product', step: 1 })).toEqual(place(1, 2, false))
    expect(neighbourBallot({ places, of: place(1, 1), order: 'by-product', step: -1 })).toBeUndefined()
  })
})
