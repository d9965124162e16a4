import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { writeSealedCell } from './sealed-cell.ts'
import type { ImportedOfficeSet } from './session-import.ts'

/** Which of the forms an office loaded or accepted as printed, each once. */
export function officeSetsOf(forms: Iterable<CriteriaSet>): readonly ImportedOfficeSet[] {
  const sets = new Map([...forms].map((form) => [form.setNumber, form]))
  return [...sets.values()].flatMap((form) => {
    const { setNumber, office, status } = form
    if (office === undefined) return []
    const use = status === 'as-printed' || status === 'corrected-as-printed' ? status : 'completed-by-office'
    return [{ setNumber, office, use, ...writeSealedCell(form) }]
  })
}
