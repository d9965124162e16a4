import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import type { ItemRecord } from '../../shared/domain/session/session-record.ts'

/** The sets of these products that are not as they ship, each once, by number. */
export function officeForms(items: readonly Pick<ItemRecord, 'form'>[]): readonly CriteriaSet[] {
  const forms = new Map(items.map(({ form }) => [form.id, form]))
  return [...forms.values()]
    .filter(({ office }) => office !== undefined)
    .toSorted((one, other) => one.setNumber - other.setNumber)
}
