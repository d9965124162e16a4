import { orpc } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'

/** What the address of the list says: its words, its page, and the producer that is open beside it. */
export type ProducersSearch = {
  readonly query?: string
  readonly page?: number
  readonly open?: number
}

/** The words as the list is asked by. */
export function foundBy({ query }: ProducersSearch) {
  return query === undefined ? {} : { query }
}

export const pageSize = 50

/** The page of the list that the address shows. */
export function listed(search: ProducersSearch) {
  const { page = 1 } = search
  return orpc.producers.list.queryOptions({
    input: { ...foundBy(search), limit: pageSize, offset: (page - 1) * pageSize },
  })
}

/** Fetches it ahead of the page that shows it. */
export async function askForProducers(search: ProducersSearch): Promise<void> {
  await queryClient.prefetchQuery(listed(search))
}
