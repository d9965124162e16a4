/** At one seat, from one address: whoever mistypes a code has these before anything is waited for. */
const freeOfSeat = 3
/** From one address, at all seats together: fifteen phones may stand behind one. */
const freeOfAddress = 20
const firstDelay = 5000
const longestDelay = 3_600_000

/** Of the whole room, however many addresses somebody takes: so many tries at once, and one in so many milliseconds. */
const burstOfRoom = 1000
const shareOfRoom = 10_000

/** Above these the one longest unused is forgotten, so that no one can make the table grow. */
const mostKept = 20_000

/** How long an address waits after that many wrong tries, in milliseconds: nothing at first, then twice as long each time. */
export function delayAfter(wrongTries: number, free: number): number {
  return wrongTries < free ? 0 : Math.min(longestDelay, firstDelay * 2 ** (wrongTries - free))
}

type Tries = { readonly address: string; readonly count: number; readonly until: number }

type EntryTry =
  | { readonly isMade: false; readonly waitMs: number }
  /** `count` wrong tries there with this one, after which the next one waits. */
  | { readonly isMade: true; readonly count: number; readonly waitMs: number; readonly right: () => void }

export type EntryTries = ReturnType<typeof createEntryTries>

/**
 * Tries at the room's codes. Whoever guesses waits, at each seat and over all, and nobody else does: a stranger at one
 * address keeps no member at another one out. One address has some thirty tries in four hours, and all addresses together
 * 2,440, so that one code of the room is guessed with a chance of a quarter of a percent (`docs/decisions/0026-strangers-in-the-room.md`).
 *
 * @param now Milliseconds.
 */
export function createEntryTries(now: () => number) {
  const bySeat = new Map<number, Map<string, Tries>>()
  const byAddress = new Map<string, Tries>()
  let roomUsedUntil = Number.NEGATIVE_INFINITY

  const add = (tries: Map<string, Tries>, address: string, free: number): Tries => {
    const count = (tries.get(address)?.count ?? 0) + 1
    const added = { address, count, until: now() + delayAfter(count, free) }
    tries.delete(address)
    tries.set(address, added)
    if (tries.size > mostKept) tries.delete(tries.keys().next().value ?? address)
    return added
  }

  /** The code was right: of that address one wrong try less at all seats, and none at this one. */
  const takeBack = (seat: Map<string, Tries>, { address, until }: Tries): void => {
    seat.delete(address)
    const all = byAddress.get(address)
    // What another try of that address has to wait for stays.
    if (all !== undefined)
      byAddress.set(address, { ...all, count: all.count - 1, until: all.until === until ? 0 : all.until })
  }

  return {
    /** Counts a try as wrong, until its `right` says otherwise; or answers how long to wait, where it is not to be made. */
    begin: (codeId: number, address: string): EntryTry => {
      const seat = bySeat.get(codeId) ?? new Map<string, Tries>()
      const roomUsed = Math.max(roomUsedUntil, now() - burstOfRoom * shareOfRoom)
      const due = Math.max(seat.get(address)?.until ?? 0, byAddress.get(address)?.until ?? 0, roomUsed + shareOfRoom)
      if (due > now()) return { isMade: false, waitMs: due - now() }
      bySeat.set(codeId, seat)
      roomUsedUntil = roomUsed + shareOfRoom
      const ofAddress = add(byAddress, address, freeOfAddress)
      const ofSeat = add(seat, address, freeOfSeat)
      const waitMs = Math.max(ofSeat.until, ofAddress.until) - now()
      return { isMade: true, count: ofSeat.count, waitMs, right: () => takeBack(seat, ofAddress) }
    },
    /** Another code: guesses at the one before say nothing about it. */
    forget: (codeId: number): void => void bySeat.delete(codeId),
    /** Wrong tries at a seat, by the address that they came from. */
    at: (codeId: number): readonly Pick<Tries, 'address' | 'count'>[] =>
      [...(bySeat.get(codeId)?.values() ?? [])].map(({ address, count }) => ({ address, count })),
  }
}
