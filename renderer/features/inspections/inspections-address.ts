import {
  commitmentStates,
  inspectionStates,
  type CommitmentState,
  type InspectionState,
} from '../../../shared/domain/aftercare/inspection-state.ts'
import { readListYear, type ListYear } from '../../api/list-year.ts'

/** What the address of the page says: its filters, its page, and the inspection that is open. */
export type InspectionsSearch = {
  /** This year without one. */
  readonly year?: ListYear
  readonly route?: number | 'none'
  readonly state?: InspectionState
  readonly query?: string
  readonly page?: number
  readonly open?: number
}

export function readInspectionsSearch(search: Record<string, unknown>): InspectionsSearch {
  const { year, route, state, query, page, open } = search
  const known = inspectionStates.find((one) => one === state)
  return {
    ...readListYear(year),
    ...((isCount(route) || route === 'none') && { route }),
    ...(known !== undefined && { state: known }),
    ...(typeof query === 'string' && query !== '' && { query }),
    ...(isCount(page) && { page }),
    ...(isCount(open) && { open }),
  }
}

/** The same as the list is asked by. */
export function filterOf({ year, route, state, query }: InspectionsSearch) {
  return {
    ...(year !== undefined && { year }),
    ...(route !== undefined && { route }),
    ...(state !== undefined && { state }),
    ...(query !== undefined && { query }),
  }
}

export type InspectionsFilterOf = ReturnType<typeof filterOf>

/** What the address of the commitments says. They are of no year: a promise presses until it is kept or broken. */
export type CommitmentsSearch = { readonly state?: CommitmentState }

export function readCommitmentsSearch({ state }: Record<string, unknown>): CommitmentsSearch {
  const known = commitmentStates.find((one) => one === state)
  return known === undefined ? {} : { state: known }
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0
