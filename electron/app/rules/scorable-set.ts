import { Refusal } from '../../../shared/api/refusal.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { isUsableForScoring } from '../../../shared/domain/criteria/check-set.ts'

/** The set, where ballots may be scored with it. @throws Refusal `no-criteria-set`, `criteria-set-incomplete` */
export function scorableSet(form: CriteriaSet | null, setNumber: number): CriteriaSet {
  if (form === null) throw new Refusal('no-criteria-set', { setNumber })
  if (!isUsableForScoring(form)) {
    throw new Refusal('criteria-set-incomplete', { setNumber: form.setNumber, name: form.name })
  }
  return form
}
