import { useQuery } from '@tanstack/react-query'
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  type ErrorComponentProps,
} from '@tanstack/react-router'
import { orpc } from '../../api/client.ts'
import { readScoringSearch } from '../../features/scoring/scoring-address.ts'
import { ErrorScreen } from '../ErrorScreen.tsx'
import { NotFound } from '../NotFound.tsx'
import { ClerkFrame } from './ClerkFrame.tsx'
import { ClerkGate } from './ClerkGate.tsx'
import { onlyRead } from '../routes/only-read.ts'

/** The clerk's screens: those of scoring, under the addresses that they have in the window, and nothing else. */
const rootRoute = createRootRoute({ component: ClerkGate, notFoundComponent: NotFound })

const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: ClerkFrame })

const startRoute = createRoute({ getParentRoute: () => frameRoute, path: '/', component: ToScoring })

const scoringRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sessions/$sessionId/scoring',
  params: { parse: ({ sessionId }) => ({ sessionId: Number(sessionId) }) },
  validateSearch: onlyRead(readScoringSearch),
  component: lazyRouteComponent(() => import('../../features/scoring/ScoringPage.tsx'), 'ScoringPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([frameRoute.addChildren([startRoute, scoringRoute])]),
  history: createHashHistory(),
  defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => <ErrorScreen error={error} onRetry={reset} />,
})

/** The room has one session, which is the only one that a clerk's laptop is told of. */
function ToScoring() {
  const session = useQuery(orpc.sessions.list.queryOptions()).data?.[0]
  if (session === undefined) return null
  return <Navigate to="/sessions/$sessionId/scoring" params={{ sessionId: session.id }} replace />
}
