import { describe, expect, it } from 'vitest'
import { createEntryTries, delayAfter } from './entry-tries.ts'

const hour = 3_600_000

describe('delayAfter', () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 5000],
    [4, 10_000],
    [5, 20_000],
    [12, 2_560_000],
    [13, hour],
    [1000, hour],
  ])('after %i wrong tries is %i ms', (tries, delay) => {
    expect(delayAfter(tries, 3)).toBe(delay)
  })
})

describe('tries', () => {
  function start() {
    const clock = { at: 0 }
    return { clock, tries: createEntryTries(() => clock.at) }
  }
  const isMade = (tries: ReturnType<typeof createEntryTries>, seat: number, address: string) =>
    tries.begin(seat, address).isMade

  /** Everybody tries every seat as soon as they may, for so long. */
  function guess({ addresses, seats, hours }: { addresses: number; seats: number; hours: number }): number {
    const { clock, tries } = start()
    let made = 0
    for (; clock.at < hours * hour; clock.at += 5000) {
      for (let address = 0; address < addresses; address += 1) {
        for (let seat = 0; seat < seats; seat += 1) if (isMade(tries, seat, `a${address}`)) made += 1
      }
    }
    return made
  }

  it('of one address are few, at however many seats', () => {
    expect(guess({ addresses: 1, seats: 15, hours: 4 })).toBeLessThan(40)
  })

  it('of all addresses together are so few that no code is guessed', () => {
    expect(guess({ addresses: 300, seats: 3, hours: 1 })).toBeLessThanOrEqual(1000 + 360)
    expect(guess({ addresses: 300, seats: 3, hours: 4 })).toBeLessThanOrEqual(1000 + 4 * 360)
  })

  it('of a stranger leave everybody else alone', () => {
    const { tries } = start()
    for (let count = 0; count < 500; count += 1) tries.begin(count % 15, 'stranger')
    for (let seat = 0; seat < 15; seat += 1) expect(isMade(tries, seat, `member ${seat}`)).toBe(true)
  })

  it('that were right do not wash off guesses at other seats', () => {
    const { clock, tries } = start()
    let guesses = 0
    for (; clock.at < hour; clock.at += 1000) {
      const own = tries.begin(1, 'insider')
      if (isMade(tries, 2 + (guesses % 10), 'insider')) guesses += 1
      if (own.isMade) own.right()
    }
    expect(guesses).toBeLessThan(40)
  })

  it('are named by address until that address is right', () => {
    const { tries } = start()
    tries.begin(1, 'a')
    tries.begin(1, 'a')
    const own = tries.begin(1, 'b')
    if (own.isMade) own.right()
    expect(tries.at(1)).toEqual([{ address: 'a', count: 2 }])
    tries.forget(1)
    expect(tries.at(1)).toEqual([])
  })
})
