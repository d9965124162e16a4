import { describe, expect, it } from 'vitest'
import { victimOf } from './room-connections.ts'

type Known = Parameters<typeof victimOf>[0][number]

const silent = (address: string): Known => ({ address, hasEntered: false, hasAsked: false })
const asked = (address: string): Known => ({ address, hasEntered: false, hasAsked: true })
const inside = (address: string): Known => ({ address, hasEntered: true, hasAsked: true })
const times = (count: number, make: (index: number) => Known) =>
  Array.from({ length: count }, (_, index) => make(index))

describe('victimOf', () => {
  it('is nobody while there is room', () => {
    expect(victimOf([])).toBeNull()
    expect(victimOf(times(24, () => silent('a')))).toBeNull()
    expect(victimOf(times(256, (index) => silent(`a${index}`)))).toBeNull()
  })

  it('is the oldest silent one of an address that has too many', () => {
    const first = asked('a')
    const second = silent('a')
    expect(victimOf([inside('a'), silent('b'), first, second, ...times(23, () => silent('a'))])).toBe(second)
  })

  it('is one that asked where none is silent', () => {
    const first = asked('a')
    expect(victimOf([inside('a'), first, ...times(24, () => asked('a'))])).toBe(first)
  })

  it('is at the address that holds the most, once the room is full', () => {
    const first = silent('b')
    const open = [
      silent('early'),
      ...times(235, (index) => inside(`m${index}`)),
      first,
      ...times(19, () => silent('b')),
    ]
    expect(victimOf([...open, silent('newcomer')])).toBe(first)
  })

  it('is never a device that entered', () => {
    const newcomer = silent('newcomer')
    expect(victimOf([...times(256, (index) => inside(`m${index}`)), newcomer])).toBe(newcomer)
    expect(victimOf([...times(64, () => inside('a')), silent('a')])).toMatchObject({ hasEntered: false })
    expect(victimOf(times(65, () => inside('a')))).toBeNull()
  })
})
