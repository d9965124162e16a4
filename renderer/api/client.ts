import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import type { AppClient } from '../../shared/api/contract.ts'
import { createClient } from './transport.ts'

/** The application behind this page; made once, before the router reads the address. */
export const client: AppClient = createClient()

/** Query, mutation and key builders of every procedure: `useQuery(orpc.councils.list.queryOptions())`. */
export const orpc: RouterUtils<AppClient> = createTanstackQueryUtils(client)
