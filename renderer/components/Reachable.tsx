import { useRouter, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Screen = NonNullable<LinkProps['to']>

/** Which screens this page has: the window has all of them, a clerk's page those of scoring. */
export function useReach(): (screen: Screen) => boolean {
  const { routesByPath } = useRouter()
  return (screen) => screen in routesByPath
}

/** The way to a screen where this page has it; elsewhere nothing. */
export function Reachable({ screen, children }: { screen: Screen; children: ReactNode }) {
  return useReach()(screen) ? children : null
}
