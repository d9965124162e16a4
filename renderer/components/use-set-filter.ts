import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

type FilteredList =
  | '/products'
  | '/producers'
  | '/sessions'
  | '/registrations'
  | '/opinions'
  | '/certificates'
  | '/certificates/withdrawals'
  | '/inspections'
  | '/inspections/commitments'
  | '/statistics'

/**
 * Sets some filters of a list in its address, or takes them away where they are undefined; it begins at its first page
 * again. `ask` fetches what the new address shows: it is on its way while the page goes there.
 */
export function useSetFilter<Search extends object>(from: FilteredList, ask?: (search: Search) => unknown) {
  const navigate = useNavigate()
  const router = useRouter()
  return useCallback(
    (change: { readonly [Key in keyof Search]?: Search[Key] | undefined }) => {
      const changed = ({ page: _page, ...before }: Record<string, unknown>) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined))
      ask?.(changed(router.latestLocation.search) as Search)
      void navigate({ to: from, search: changed, replace: true })
    },
    [navigate, router, from, ask],
  )
}
