import {
  createHashHistory,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ErrorComponentProps,
} from '@tanstack/react-router'
import { ErrorScreen } from './ErrorScreen.tsx'
import { NotFound } from './NotFound.tsx'
import { frameRoute, rootRoute } from './routes/frame-route.ts'
import { isCount } from './routes/is-count.ts'
import { registerRoutes } from './routes/register-routes.ts'
import { sessionRoutes } from './routes/session-routes.ts'
import { yearRoutes } from './routes/year-routes.ts'
import { onlyRead } from './routes/only-read.ts'

const todayRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/today/TodayPage.tsx'), 'TodayPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/AuditPage.tsx'), 'AuditPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
})

const backupsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/backups',
  /** `file`: the backups of one file only, by its id. */
  validateSearch: onlyRead(({ file }: Record<string, unknown>): { file?: string } =>
    typeof file === 'string' ? { file } : {},
  ),
  component: lazyRouteComponent(() => import('../features/backups/BackupsPage.tsx'), 'BackupsPage'),
})

/** Whatever has no screen, within the frame: its keys (lock, switch, search) work there too. */
const unknownRoute = createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFound })

const projectorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projector',
  /** `session`: which one; the current one without it. */
  validateSearch: onlyRead((search: Record<string, unknown>): { session?: number } =>
    isCount(search['session']) ? { session: search['session'] } : {},
  ),
  component: lazyRouteComponent(() => import('../features/projector/ProjectorPage.tsx'), 'ProjectorPage'),
})

/** Every screen, each feature in a chunk of its own. */
const routeTree = rootRoute.addChildren([
  projectorRoute,
  frameRoute.addChildren([
    todayRoute,
    ...registerRoutes,
    ...yearRoutes,
    ...sessionRoutes,
    auditRoute,
    settingsRoute,
    backupsRoute,
    unknownRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => <ErrorScreen error={error} onRetry={reset} />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
