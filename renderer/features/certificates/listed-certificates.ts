import { orpc } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { filterOf, type RegisterSearch } from './register-address.ts'

export const pageSize = 50

/** The page of the register that the address shows. */
export function listed(search: RegisterSearch) {
  const { page = 1 } = search
  return orpc.register.certificates.queryOptions({
    input: { ...filterOf(search), limit: pageSize, offset: (page - 1) * pageSize },
  })
}

/** Fetches it ahead of the page that shows it. */
export async function askForCertificates(search: RegisterSearch): Promise<void> {
  await queryClient.prefetchQuery(listed(search))
}
