import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api/client.ts'

/** Empty where the file does not say; no district above district level. */
export type OwnPlace = { readonly province: string; readonly district: string }

/** Where the office of the file is: proposed wherever a place is asked for. Empty until it is known. */
export function useOwnPlace(): OwnPlace {
  const { data } = useQuery(orpc.officePapers.office.queryOptions())
  return { province: data?.facts.province ?? '', district: data?.facts.district ?? '' }
}
