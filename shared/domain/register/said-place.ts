import { indexPlaceChanges } from '../communes/place-changes.ts'
import type { CommuneChange } from '../communes/index-communes.ts'
import { placeKey } from './name-keys.ts'
import type { Place } from './registered-product.ts'

/** Where a record stands, and where it stood by the register's own word, the earliest first. */
export type Stood = { readonly place: Place; readonly stoodAt: readonly Place[] }

type IsAt = (stood: Stood, said: Place) => boolean

/** A way in which a record is at the place that is said of it. `isOfOne`: said of several, it is of none. */
export type PlaceRule = { readonly isAt: IsAt; readonly isOfOne: boolean }

/** What places are one: as they are spelt, as a record knows its own, and by the office's list of communes. */
export function placeRules(changes: readonly CommuneChange[]) {
  const laterIndex = later(() => indexPlaceChanges(changes))
  const areOne = (one: Place, other: Place): boolean => changes.length > 0 && laterIndex().areOne(one, other)

  const here: IsAt = ({ place }, said) => isSamePlace(place, said)
  const before: IsAt = ({ stoodAt }, said) => stoodAt.some((one) => isSamePlace(one, said))
  /** What stood elsewhere before is of that commune, and of no other that became one with it. */
  const renamed: IsAt = ({ place, stoodAt }, said) =>
    areOne(stoodAt[0] ?? place, said) || (changes.length > 0 && laterIndex().became(place, said))

  /** A commune of today lies in no district. */
  const isBesideOldDistrict: IsAt = ({ place }, said) =>
    place.district === '' &&
    said.district !== '' &&
    changes.length > 0 &&
    here({ place, stoodAt: [] }, said) &&
    laterIndex().laidIn(said)

  return {
    /** The surest first. */
    inTurn: [
      { isAt: here, isOfOne: false },
      { isAt: before, isOfOne: false },
      { isAt: renamed, isOfOne: true },
    ] as readonly PlaceRule[],
    isAt: (stood: Stood, said: Place): boolean => here(stood, said) || before(stood, said) || renamed(stood, said),
    /** Whether what is said is but another name of where the record stands: it moves nothing. */
    isOtherName: (stood: Stood, said: Place): boolean =>
      before(stood, said) || renamed(stood, said) || areOne(stood.place, said) || isBesideOldDistrict(stood, said),
  }
}

/** Where one of them does not say a place, it is no other. */
const agree = (a: string, b: string): boolean => a === '' || b === '' || a === b || placeKey(a) === placeKey(b)

/** Whether two places may be one as they are spelt, as far as both say it. */
export function isSamePlace(one: Place, other: Place): boolean {
  return agree(one.commune, other.commune) && agree(one.district, other.district)
}

/** Most lists name no place otherwise than the register: the index is made for the first that does. */
function later<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
