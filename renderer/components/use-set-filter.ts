import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

type FilteredList =
  | '/sessions'
  | '/registrations'
  | '/opinions'
  | '/certificates'
  | '/certificates/withdrawals'
  | '/inspections'
  | '/inspections/commitments'

/** Sets some filters of a list in its address, or takes them away where they are undefined; it begins at its first page again. */
export function useSetFilter<Search extends object>(from: FilteredList) {
  const navigate = useNavigate()
  return useCallback(
    (change: { readonly [Key in keyof Search]?: Search[Key] | undefined }) =>
      void navigate({
        to: from,
        search: ({ page: _page, ...before }: Record<string, unknown>) =>
          Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
        replace: true,
      }),
    [navigate, from],
  )
}
