import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Sets some filters of a list in its address, or takes them away where they are undefined; it begins at its first page again. */
export function useSetFilter<Search extends object>(from: '/certificates' | '/registrations') {
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
