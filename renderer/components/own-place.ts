import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api/client.ts'

/** Empty where the file does not say; no district above district level. */
export type OwnPlace = { readonly province: string; readonly district: string }

/** Where the office of the file is: proposed wherever a place is asked for. Undefined until it is known. */
export function useOwnPlace(): OwnPlace | undefined {
  const { data, isError } = useQuery(orpc.officePapers.office.queryOptions())
  if (data === undefined && !isError) return undefined
  return { province: data?.facts.province ?? '', district: data?.facts.district ?? '' }
}
