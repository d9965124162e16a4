import type { CertificateState } from '../certificates/clock.ts'
import type { RegisterEntry } from '../certificates/register.ts'
import { quarterOf, quarterAfter } from '../calendar/quarter.ts'

/** How many certificates end in a quarter. */
export type QuarterCount = {
  /** `2026-4`. */
  readonly quarter: string
  readonly count: number
  /** By star. */
  readonly stars: Readonly<Record<string, number>>
}

export type CountedQuarters = {
  /** Every quarter from the first to the last, also those in which none ends. */
  readonly quarters: readonly QuarterCount[]
  /** The one of the day. */
  readonly present: string
  readonly before: number
  readonly after: number
  /** Only the year of their end is known, or nothing. */
  readonly withoutDay: number
}

/** Quarters before and after that of the day. */
const reach = 12

/** What ends nothing on the day, or recognises nothing. */
const leftOut: readonly CertificateState[] = ['superseded', 'withdrawn', 'starless', 'to-come']

/**
 * The certificates of the register by the quarter in which they end, three years back to three years on. What a later
 * recognition superseded or withdrawn ends nothing and is left out, as the register leaves it out.
 */
export function countQuarters(entries: readonly RegisterEntry[], day: string): CountedQuarters {
  const present = quarterOf(day)
  const shown = Array.from({ length: 2 * reach + 1 }, (_, place) => quarterAfter(present, place - reach))
  const counts = new Map(shown.map((quarter) => [quarter, { quarter, count: 0, stars: {} as Record<string, number> }]))
  const rest = { before: 0, after: 0, withoutDay: 0 }
  for (const { state, lapsesOn, star } of entries) {
    if (leftOut.includes(state)) continue
    if (lapsesOn === null) {
      rest.withoutDay += 1
      continue
    }
    const counted = counts.get(quarterOf(lapsesOn))
    if (counted === undefined) rest[lapsesOn < day ? 'before' : 'after'] += 1
    else {
      const key = star === null ? '' : String(star)
      counted.count += 1
      counted.stars[key] = (counted.stars[key] ?? 0) + 1
    }
  }
  return { quarters: [...counts.values()], present, ...rest }
}
