import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { findCriterion, listCriteria, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import type { Field, Findings } from './findings.ts'
import { readNeededText } from './read-field.ts'

type FindNamedProductInput = {
  field: Field
  products: readonly CheckedProduct[]
  findings: Findings
}

/** The product that a cell names; null, with a fault, where it names none. Codes are matched letter by letter. */
export function findNamedProduct({ field, products, findings }: FindNamedProductInput): CheckedProduct | null {
  const code = readNeededText({ field, findings, what: 'Mã sản phẩm', allowed: knownCodes })
  if (code === '' || products.length === 0) return null
  const product = products.find((candidate) => candidate.code === code)
  if (product !== undefined) return product
  const near = products.find((candidate) => fold(candidate.code) === fold(code))
  findings.fault({
    place: field.place,
    message: `Không có sản phẩm mang mã “${code}”`,
    found: code,
    allowed: near === undefined ? knownCodes : `${knownCodes}, ví dụ ${near.code}`,
  })
  return null
}

const knownCodes = 'Mã có trong trang tính Sản phẩm'

type FindNamedCriterionInput = {
  field: Field
  form: CriteriaSet | null
  findings: Findings
}

/** The criterion of the form that a cell names; null, with a fault where the form is known and has none such. */
export function findNamedCriterion({ field, form, findings }: FindNamedCriterionInput): FormCriterion | null {
  const code = readNeededText({ field, findings, what: 'Mã tiêu chí', allowed: 'Mã tiêu chí như 1.1, 6.1.1' })
  if (code === '' || form === null) return null
  const criterion = findCriterion(form, code)
  if (criterion !== undefined) return criterion
  findings.fault({
    place: field.place,
    message: `Bộ tiêu chí số ${form.setNumber} không có tiêu chí “${code}”`,
    found: code,
    allowed: listCriteria(form)
      .map((place) => place.criterion.code)
      .join('; '),
  })
  return null
}
