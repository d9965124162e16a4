import { ballotKey, type BallotIds } from './ballot-key.ts'

/** The order in which ballots are keyed: a pile of one product's ballots, or a pile of one member's. */
export type BallotOrder = 'by-product' | 'by-member'

/** One ballot on the board of a session. */
export type BoardPlace = BallotIds & {
  /** It is not confirmed yet, its member scores this product, and the product is not rejected. */
  readonly isOpen: boolean
}

/**
 * The next open ballot after the present one in the chosen order, then from the beginning; undefined when none is
 * left. `places` stand in agenda order, and in member order within a product.
 */
export function nextBallot<Place extends BoardPlace>({
  places,
  after,
  order,
}: {
  places: readonly Place[]
  after: BallotIds
  order: BallotOrder
}): Place | undefined {
  const sorted = sortPlaces(places, order)
  const at = sorted.findIndex((place) => isSame(place, after))
  return [...sorted.slice(at + 1), ...sorted.slice(0, at)].find((place) => place.isOpen)
}

/** The ballot before or after the present one in the chosen order, open or not; undefined at the ends. */
export function neighbourBallot<Place extends BoardPlace>({
  places,
  of,
  order,
  step,
}: {
  places: readonly Place[]
  of: BallotIds
  order: BallotOrder
  step: 1 | -1
}): Place | undefined {
  const sorted = sortPlaces(places, order)
  const at = sorted.findIndex((place) => isSame(place, of))
  return at < 0 ? undefined : sorted[at + step]
}

const isSame = (a: BallotIds, b: BallotIds): boolean => ballotKey(a) === ballotKey(b)

function sortPlaces<Place extends BoardPlace>(places: readonly Place[], order: BallotOrder): readonly Place[] {
  if (order === 'by-product') return places
  return [...Map.groupBy(places, ({ memberId }) => memberId).values()].flat()
}
