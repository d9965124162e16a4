import { placeKey, productKey, provinceKey } from '../register/name-keys.ts'
import { bareSpeltKey, speltKey } from './spelt-key.ts'

/** That an old commune became (part of) another one from a day on: ISO date. Empty for what nobody said. */
export type CommuneChange = {
  readonly oldCommune: string
  readonly oldDistrict: string
  readonly oldProvince: string
  readonly newCommune: string
  readonly newProvince: string
  /** Of the new commune, by QĐ 19/2025/QĐ-TTg. */
  readonly code: string
  readonly fromDay: string
}

/** Where something stands; `district` is empty from the two levels of 1/7/2025 on, and where nobody said. */
export type NamedPlace = { readonly commune: string; readonly district: string; readonly province?: string | undefined }

/** A commune as it stands on a day. `isOther`: than the place that was asked for. */
export type CommuneNow = {
  readonly commune: string
  readonly province: string
  readonly code: string
  readonly fromDay: string
  readonly isOther: boolean
}

export type Communes = ReturnType<typeof indexCommunes>

/** More changes than these of one commune, one after the other, are a circle. */
const mostSteps = 8

/**
 * The office's list of communes, to be asked for the commune of a day. Names are compared without case, accents and the word
 * for what a place is. A place without a district is of today where a commune of today is called so; else it is an old one,
 * where all old communes of that name went to the same one.
 */
export function indexCommunes<Change extends CommuneChange>(changes: readonly Change[]) {
  const byOld = Map.groupBy(changes, ({ oldCommune }) => placeKey(oldCommune))
  const byNew = Map.groupBy(changes, ({ newCommune }) => placeKey(newCommune))
  const known = new Map<string, CommuneNow | null>()

  const find = (place: NamedPlace, day: string): CommuneNow | null => {
    const now = presentOf(byNew, place, day)
    let change = changeOf(byOld, place, { day, since: now?.fromDay ?? null })
    if (change === undefined) return now === undefined ? null : { ...newOf(now), isOther: false }
    for (let step = 0; step < mostSteps; step += 1) {
      const next = laterChangeOf(byOld, change, day)
      if (next === undefined) break
      change = next
    }
    const isOther = place.district !== '' || productKey(change.newCommune) !== productKey(place.commune)
    return { ...newOf(change), isOther }
  }

  const on = (place: NamedPlace, day: string): CommuneNow | null => {
    if (place.commune === '' || changes.length === 0) return null
    const key = `${day}|${place.commune}|${place.district}|${place.province ?? ''}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = find(place, day)
    known.set(key, found)
    return found
  }
  const days = [...new Set(changes.map(({ fromDay }) => fromDay))].toSorted()

  return {
    changes,
    /** The commune of a day (ISO); null for a place that the list does not know, or of which it is not sure. */
    on,
    /** What it becomes by the first change of it after a day (ISO), `fromDay`; null where the list knows of none. */
    after: (place: NamedPlace, day: string): CommuneNow | null => {
      const now = on(place, day)
      const isNew = (then: CommuneNow | null): then is CommuneNow =>
        then?.isOther === true && (now === null || placeKey(then.commune) !== placeKey(now.commune))
      return (
        days
          .filter((later) => later > day)
          .map((later) => on(place, later))
          .find(isNew) ?? null
      )
    },
    /** The old communes that the list has for a new one. */
    mergedInto: (commune: string): readonly Change[] => byNew.get(placeKey(commune)) ?? [],
  }
}

const newOf = ({ newCommune: commune, newProvince: province, code, fromDay }: CommuneChange) => ({
  commune,
  province,
  code,
  fromDay,
})

type ByName = ReadonlyMap<string, readonly CommuneChange[]>

/** The commune of today that has the name of a place without district, the earliest that the list has for it. */
function presentOf(byNew: ByName, { commune, district, province = '' }: NamedPlace, day: string) {
  if (district !== '') return undefined
  return byNew
    .get(placeKey(commune))
    ?.find(({ newProvince, fromDay }) => fromDay <= day && isSameProvince(newProvince, province))
}

/**
 * The change that took an old place away; undefined where none, or several into different communes, may be meant. `since`: the
 * day from which a commune of today is called so, null for none.
 */
function changeOf(
  byOld: ByName,
  { commune, district, province = '' }: NamedPlace,
  { day, since }: { readonly day: string; readonly since: string | null },
): CommuneChange | undefined {
  const named = (byOld.get(placeKey(commune)) ?? []).filter(
    (one) =>
      one.fromDay <= day &&
      isSameProvince(one.oldProvince, province) &&
      // A commune of today leaves by a later change, which names no district: there is none any more.
      (since === null
        ? agree(one.oldDistrict, district)
        : one.oldDistrict === '' && one.fromDay > since && !isItself(one)),
  )
  // What says more goes before what leaves it open.
  const inDistrict = named.filter((one) => placeKey(one.oldDistrict) === placeKey(district))
  const meant = inDistrict.length > 0 ? inDistrict : named
  const spelt = [speltKey, bareSpeltKey, productKey]
    .map((keyOf) => meant.filter((one) => keyOf(one.oldCommune) === keyOf(commune)))
    .find((found) => found.length > 0)
  return onlyTarget(spelt ?? meant)
}

function laterChangeOf(byOld: ByName, last: CommuneChange, day: string): CommuneChange | undefined {
  const later = (byOld.get(placeKey(last.newCommune)) ?? []).filter(
    (one) =>
      one.oldDistrict === '' &&
      one.fromDay > last.fromDay &&
      one.fromDay <= day &&
      isSameProvince(one.oldProvince, last.newProvince),
  )
  return onlyTarget(later)
}

function onlyTarget(changes: readonly CommuneChange[]): CommuneChange | undefined {
  const targets = new Set(
    changes.map(({ newCommune, newProvince }) => `${placeKey(newCommune)}|${provinceKey(newProvince)}`),
  )
  return targets.size === 1 ? changes[0] : undefined
}

const isItself = ({ oldCommune, newCommune }: CommuneChange): boolean => placeKey(oldCommune) === placeKey(newCommune)

const isSameProvince = (a: string, b: string): boolean => a === '' || b === '' || provinceKey(a) === provinceKey(b)

/** Where one of them does not say it, it is no other. */
const agree = (a: string, b: string): boolean => a === '' || b === '' || placeKey(a) === placeKey(b)
