import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { findCriterion, listCriteria, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { codeKey } from '../../../shared/domain/register/product-code.ts'
import type { Field } from './findings.ts'
import { readNeededText } from './read-field.ts'

/** The product that a cell names, its code however it is spelt (`codeKey`); null, with a fault, where it names none. */
export function findNamedProduct<Product extends { readonly code: string }>(
  field: Field,
  products: readonly Product[],
  knownCodes = 'Mã có trong trang tính Sản phẩm',
): Product | null {
  const code = readNeededText(field, knownCodes)
  if (code === '' || products.length === 0) return null
  const same = (candidate: Product): boolean => codeKey(candidate.code) === codeKey(code)
  const product = products.find((candidate) => candidate.code === code) ?? products.find(same)
  if (product !== undefined) return product
  field.fault(`Không có sản phẩm mang mã “${code}”`, knownCodes, code)
  return null
}

/** The criterion of the form that a cell names; null, with a fault where the form is known and has none such. */
export function findNamedCriterion(field: Field, form: CriteriaSet | null): FormCriterion | null {
  const code = readNeededText(field, 'Mã tiêu chí như 1.1, 6.1.1')
  if (code === '' || form === null) return null
  const criterion = findCriterion(form, code)
  if (criterion !== undefined) return criterion
  const allowed = listCriteria(form).map((place) => place.criterion.code)
  field.fault(`Bộ tiêu chí số ${form.setNumber} không có tiêu chí “${code}”`, allowed.join('; '), code)
  return null
}
