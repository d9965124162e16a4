import { useQuery } from '@tanstack/react-query'
import { orpc } from './client.ts'
import { useDesk } from './desk.ts'

/** True while the open file cannot be written, whoever works. */
export function useIsFileReadOnly(): boolean {
  return useQuery(orpc.workspace.status.queryOptions()).data?.open?.readOnly != null
}

/** True while who works here changes nothing but a check or an approval: screens show values instead of fields. */
export function useIsReadOnly(): boolean {
  const role = useDesk()?.person?.role ?? 'secretary'
  return useIsFileReadOnly() || role !== 'secretary'
}
