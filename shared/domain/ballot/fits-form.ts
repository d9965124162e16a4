import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { listCriteria } from '../criteria/form.ts'
import { choiceAt, type ChoiceText } from './choice-text.ts'

/** True where the text answers each criterion of the form, no more and no less, with nothing that the form does not print. */
export function fitsForm(choices: ChoiceText, form: CriteriaSet): boolean {
  const criteria = listCriteria(form)
  return (
    choices.length === criteria.length &&
    criteria.every(({ criterion }, index) => (choiceAt(choices, index) ?? 0) <= criterion.options.length)
  )
}
