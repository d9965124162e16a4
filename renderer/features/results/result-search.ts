/** Groups of products: those of a star (0 of none), and others that a council asks for by themselves. */
export const resultGroups = ['5', '4', '3', '2', '1', '0', 'unfinished', 'rejected', 'referred', 'discuss'] as const
const sorts = ['mean', 'mean-up', 'set', 'lacks'] as const

export type ResultGroup = (typeof resultGroups)[number]
export type ResultSort = (typeof sorts)[number]

/** What the address of the results says: the product whose reasons are open, and which products stand there in what order. */
export type ResultSearch = {
  readonly item?: number
  readonly query?: string
  readonly only?: ResultGroup
  /** Without one, as on the agenda. */
  readonly sort?: ResultSort
}

export function readResultSearch({ item, query, only, sort }: Record<string, unknown>): ResultSearch {
  const group = resultGroups.find((one) => one === String(only))
  const order = sorts.find((one) => one === sort)
  return {
    ...(typeof item === 'number' && Number.isInteger(item) && item > 0 && { item }),
    ...(typeof query === 'string' && query !== '' && { query }),
    ...(group !== undefined && { only: group }),
    ...(order !== undefined && { sort: order }),
  }
}
