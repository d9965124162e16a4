import { orpc } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'

/** What the address of the list says: its filters, its page, and the product that is open beside it. */
export type ProductsSearch = {
  readonly query?: string
  readonly set?: number
  /** Only those without code or set. */
  readonly incomplete?: true
  readonly page?: number
  readonly edit?: number | 'new'
}

/** The filters as the list is asked by. */
export function foundBy({ query, set, incomplete }: ProductsSearch) {
  return {
    ...(query !== undefined && { query }),
    ...(set !== undefined && { setNumber: set }),
    ...(incomplete === true && { isIncomplete: true }),
  }
}

export const pageSize = 50

/** The page of the list that the address shows. */
export function listed(search: ProductsSearch) {
  const { page = 1 } = search
  return orpc.products.list.queryOptions({
    input: { ...foundBy(search), limit: pageSize, offset: (page - 1) * pageSize },
  })
}

/** Fetches it ahead of the page that shows it. */
export async function askForProducts(search: ProductsSearch): Promise<void> {
  await queryClient.prefetchQuery(listed(search))
}
