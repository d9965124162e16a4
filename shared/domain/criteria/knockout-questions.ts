import type { CriteriaSet } from './criteria-set.ts'
import { listCriteria } from './form.ts'

/** A rejection in the council's own words, beside the form's questions. */
export const otherKnockout = { key: 'other', text: 'Lý do khác do Hội đồng kết luận' } as const

export type KnockoutText = { readonly key: string; readonly text: string }

const questionsOfForms = new WeakMap<CriteriaSet, readonly KnockoutText[]>()

/** What rejects a product by its form: first the dossier's lines, then the criteria's. Computed once a set. */
export function knockoutTexts(form: CriteriaSet): readonly KnockoutText[] {
  const known = questionsOfForms.get(form)
  if (known !== undefined) return known
  const dossier = (form.rejectedIf ?? []).map((text, index) => ({ key: `dossier-${index + 1}`, text }))
  const criteria = listCriteria(form).flatMap(({ criterion }) =>
    criterion.knockout === undefined
      ? []
      : [{ key: `criterion-${criterion.code}`, text: `Tiêu chí ${criterion.code}: ${criterion.knockout}` }],
  )
  const questions = [...dossier, ...criteria]
  questionsOfForms.set(form, questions)
  return questions
}
