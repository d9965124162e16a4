import { Refusal } from '../../../shared/api/refusal.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { isUsableForScoring } from '../../../shared/domain/criteria/check-set.ts'
import type { ShippedRules } from './shipped.ts'

/** A shipped set that ballots may be scored with. @throws Refusal `no-criteria-set`, `criteria-set-incomplete` */
export function scorableSet(place: {
  readonly rules: ShippedRules
  readonly ruleSetId: string
  readonly setNumber: number
}): CriteriaSet {
  const form = place.rules.criteriaSet(place.ruleSetId, place.setNumber)
  if (form === null) throw new Refusal('no-criteria-set', { setNumber: place.setNumber })
  if (!isUsableForScoring(form)) {
    throw new Refusal('criteria-set-incomplete', { setNumber: form.setNumber, name: form.name })
  }
  return form
}
