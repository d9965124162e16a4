import { registrationStates, type RegistrationState } from '../../../shared/domain/dossiers/registration-states.ts'
import { readListYear, type ListYear } from '../../api/list-year.ts'

/** What the address of the page says: its filters, its page, and the registration that is open or being made. */
export type RegistrationsSearch = {
  /** This year without one. */
  readonly year?: ListYear
  readonly query?: string
  readonly state?: RegistrationState
  /** Key of an item that lacks. */
  readonly lacks?: string
  readonly place?: string
  readonly page?: number
  readonly open?: number | 'new'
}

export function readRegistrationsSearch(search: Record<string, unknown>): RegistrationsSearch {
  const { year, query, state, lacks, place, page, open } = search
  const known = registrationStates.find((one) => one === state)
  return {
    ...readListYear(year),
    ...(isText(query) && { query }),
    ...(known !== undefined && { state: known }),
    ...(isText(lacks) && { lacks }),
    ...(isText(place) && { place }),
    ...(isCount(page) && { page }),
    ...((isCount(open) || open === 'new') && { open }),
  }
}

/** The same as the list is asked by. */
export function filterOf({ year, query, state, lacks, place }: RegistrationsSearch) {
  return {
    ...(year !== undefined && { year }),
    ...(query !== undefined && { query }),
    ...(state !== undefined && { state }),
    ...(lacks !== undefined && { lacks }),
    ...(place !== undefined && { place }),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0
