import { Refusal } from '../../../shared/api/refusal.ts'
import { isOfCase } from '../../../shared/domain/ballot/options.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { requireFound } from '../commit.ts'
import type { ScoringPlace } from './scoring-place.ts'

/**
 * Lets an option pass that this product's form offers for the criterion, as well as no level reached and no answer.
 *
 * @throws Refusal `not-found`, `option-not-offered`, `option-of-other-case`
 */
export function requireOffered(
  { form, criteriaCase }: Pick<ScoringPlace, 'form' | 'criteriaCase'>,
  choice: { readonly criterionIndex: number; readonly option: number | null },
): void {
  const { criterion } = requireFound(listCriteria(form)[choice.criterionIndex])
  if (choice.option === null || choice.option === 0) return
  const option = criterion.options[choice.option - 1]
  if (option === undefined) {
    throw new Refusal('option-not-offered', { criterion: criterion.code, option: choice.option })
  }
  if (!isOfCase(option, criteriaCase)) {
    throw new Refusal('option-of-other-case', { criterion: criterion.code, case: option.case ?? '' })
  }
}
