import type { OpinionProducts } from '../../../shared/api/opinions.ts'
import { readListYear, type ListYear } from '../../api/list-year.ts'

/** What the address of the page says: its year, and the products that a round is being made of; left out while none is. */
export type OpinionsSearch = { readonly year?: ListYear; readonly make?: OpinionProducts }

export function readOpinionsSearch({ year, make }: Record<string, unknown>): OpinionsSearch {
  if (typeof make !== 'object' || make === null) return readListYear(year)
  const { registrations, certificates } = make as Record<string, unknown>
  return {
    ...readListYear(year),
    make: {
      registrations: listOf(registrations).filter(isId),
      certificates: listOf(certificates).filter(isCertificate),
    },
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const isId = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0

function isCertificate(value: unknown): value is OpinionProducts['certificates'][number] {
  if (typeof value !== 'object' || value === null) return false
  const { source, id } = value as Record<string, unknown>
  return (source === 'session' || source === 'list') && isId(id)
}
