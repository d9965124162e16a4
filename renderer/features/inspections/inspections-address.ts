import { inspectionStates, type InspectionState } from '../../../shared/domain/aftercare/inspection-state.ts'

/** What the address of the page says: its filters, its page, and the inspection that is open. */
export type InspectionsSearch = {
  readonly year?: number
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
    ...(isCount(year) && { year }),
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

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0
