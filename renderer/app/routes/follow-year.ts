import { redirect } from '@tanstack/react-router'
import { keptYear, type ListYear } from '../../api/list-year.ts'

type Coming = {
  readonly search: { readonly year?: ListYear }
  readonly cause: 'preload' | 'enter' | 'stay'
  readonly location: { readonly pathname: string }
}

/**
 * Before a list of the register is shown: the year that its address says is kept for the next list, and one that is come to with
 * nothing asked shows the year that was kept. A link with filters of its own has said all that it asks for.
 */
export function followYear({ search, cause, location: { pathname } }: Coming): void {
  const year = keptYear.read()
  if (cause === 'preload') return
  if (search.year !== undefined) keptYear.set(search.year)
  else if (cause === 'enter' && year !== null && Object.values(search).every((said) => said === undefined))
    throw redirect({ to: pathname, search: { year }, replace: true })
}
