import { skipToken, useQuery } from '@tanstack/react-query'
import { orpc } from '../api/client.ts'
import { useCurrentSession } from '../api/current-session.ts'

export type ProductSet = { readonly setNumber: number; readonly name: string; readonly sector: string }

/** The product sets (bộ sản phẩm) under the rules of the session at hand, else under those in force today. */
export function useProductSets(): readonly ProductSet[] {
  const session = useCurrentSession()
  const { data: ruleSets } = useQuery(orpc.rules.list.queryOptions())
  const ruleSetId = session?.ruleSetId ?? ruleSets?.find(({ isForSessions }) => isForSessions)?.id
  const { data } = useQuery(
    orpc.rules.criteriaSets.queryOptions({ input: ruleSetId === undefined ? skipToken : { ruleSetId } }),
  )
  return data ?? []
}
