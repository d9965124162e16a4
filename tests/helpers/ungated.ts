import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'

/** Places of criteria without a star gate, worth some 20 points together: left at no level, a product has 4 stars. */
export function ungated(form: CriteriaSet): readonly number[] {
  const places: number[] = []
  let points = 0
  for (const [place, { criterion }] of listCriteria(form).entries()) {
    const { options, max, minStarOnTitle } = criterion
    const isGated = minStarOnTitle !== undefined || options.some(({ minStar }) => minStar !== undefined)
    if (isGated || points + max > 20) continue
    places.push(place)
    points += max
  }
  return places
}
