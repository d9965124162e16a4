import { useQuery } from '@tanstack/react-query'
import { orpc } from './client.ts'

/** True while the open file cannot be written: screens show values instead of fields. */
export function useIsReadOnly(): boolean {
  return useQuery(orpc.workspace.status.queryOptions()).data?.open?.readOnly != null
}
