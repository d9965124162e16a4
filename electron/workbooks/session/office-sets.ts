import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { ImportedOfficeSet } from './session-import.ts'

/** Which of the forms an office loaded or accepted as printed, each once. */
export function officeSetsOf(forms: Iterable<CriteriaSet>): readonly ImportedOfficeSet[] {
  const sets = new Map([...forms].map((form) => [form.setNumber, form]))
  return [...sets.values()].flatMap(({ setNumber, status, office }) =>
    office === undefined ? [] : [{ setNumber, office, use: status === 'as-printed' ? status : 'completed-by-office' }],
  )
}
