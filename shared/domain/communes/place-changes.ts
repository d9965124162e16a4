import { accentsOf, placeKey } from '../register/name-keys.ts'
import { indexCommunes, type CommuneChange, type NamedPlace } from './index-communes.ts'

type Place = Pick<NamedPlace, 'commune' | 'district'>

/**
 * Which places are one because the office's list of communes says that the one became the other, on whatever day: lists of
 * before and of after name what they tell of by either. Two communes that became one are two places, and of a commune that was
 * parted nobody knows what it became.
 */
export function indexPlaceChanges(changes: readonly CommuneChange[]) {
  const communes = indexCommunes(changes)
  const days = [...new Set(changes.map(({ fromDay }) => fromDay))]
  const known = new Map<string, readonly string[]>()

  /** What a place is called later, whenever. */
  const laterNames = (place: Place): readonly string[] => {
    const key = `${place.commune}|${place.district}`
    const before = known.get(key)
    if (before !== undefined) return before
    const then = days.map((day) => communes.on(place, day))
    const names = [...new Set(then.flatMap((one) => (one?.isOther === true ? [one.commune] : [])))]
    known.set(key, names)
    return names
  }

  /** Of what the list has for a new commune, whether some lay in that district: people still write it beside the new name. */
  const laidIn = ({ commune, district }: Place): boolean =>
    communes.on({ commune, district }, lastDay)?.isOther !== true &&
    communes.mergedInto(commune).some(({ oldDistrict }) => placeKey(oldDistrict) === placeKey(district))

  /** Whether the list says that the old place became the new one. */
  const became = (old: Place, fresh: Place): boolean => {
    if (old.commune === '' || fresh.commune === '') return false
    if (!laterNames(old).some((name) => isSpelt(name, fresh.commune))) return false
    return fresh.district === '' || (agree(old.district, fresh.district) && laidIn(fresh))
  }
  return { became, laidIn, areOne: (one: Place, other: Place): boolean => became(one, other) || became(other, one) }
}

/** Later than any change: a list may use the name that is to come. */
const lastDay = '9999-12-31'

/** `Tân Thành` is not `Tân Thạnh`; without accents it is either. */
const isSpelt = (name: string, other: string): boolean =>
  placeKey(name) === placeKey(other) && accentsOf(name, other) !== 'other'

const agree = (a: string, b: string): boolean => a === '' || b === '' || placeKey(a) === placeKey(b)
