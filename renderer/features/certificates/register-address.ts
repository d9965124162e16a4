import { certificateStates, type CertificateState } from '../../../shared/domain/certificates/clock.ts'
import { readListYear, type ListYear } from '../../api/list-year.ts'

/** What the address of the register says: its filters, its page, and the product whose time is open. */
export type RegisterSearch = {
  /** Of recognition. */
  readonly year?: ListYear
  readonly query?: string
  readonly state?: CertificateState
  readonly lapses?: number
  /** The quarter that it ends in, `2026-4`. */
  readonly quarter?: string
  readonly star?: number
  readonly place?: string
  readonly page?: number
  readonly product?: number
  /** Papers that are asked for on coming here. */
  readonly write?: WrittenAs
}

/** What is chosen before papers of the register are opened. */
const writtenAs = ['invitations', 'lapsing', 'registered'] as const
type WrittenAs = (typeof writtenAs)[number]

export function readRegisterSearch(search: Record<string, unknown>): RegisterSearch {
  const { year, query, state, lapses, quarter, star, place, page, product, write } = search
  const known = certificateStates.find((one) => one === state)
  const written = writtenAs.find((one) => one === write)
  return {
    ...readListYear(year),
    ...(isText(query) && { query }),
    ...(known !== undefined && { state: known }),
    ...(isCount(lapses) && { lapses }),
    ...(isText(quarter) && /^\d{4}-[1-4]$/.test(quarter) && { quarter }),
    ...(isCount(star) && star <= 5 && { star }),
    ...(isText(place) && { place }),
    ...(isCount(page) && { page }),
    ...(isCount(product) && { product }),
    ...(written !== undefined && { write: written }),
  }
}

/** The same as the register is asked by. */
export function filterOf({ year, query, state, lapses, quarter, star, place }: RegisterSearch) {
  return {
    ...(typeof year === 'number' && { recognisedIn: year }),
    ...(query !== undefined && { query }),
    ...(state !== undefined && { state }),
    ...(lapses !== undefined && { lapsesIn: lapses }),
    ...(quarter !== undefined && { quarter }),
    ...(star !== undefined && { star }),
    ...(place !== undefined && { place }),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0

export type RegisterFilterOf = ReturnType<typeof filterOf>
