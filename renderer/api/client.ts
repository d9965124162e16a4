import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { createClient } from './transport.ts'

/** The application behind this page; made once, before the router reads the address. */
export const client = createClient()

/** Query, mutation and key builders of every procedure: `useQuery(orpc.councils.list.queryOptions())`. */
export const orpc = createTanstackQueryUtils(client)
