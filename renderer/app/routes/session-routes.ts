import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readScoringSearch } from '../../features/scoring/scoring-address.ts'
import { readPaperSearch } from '../../features/paper-ballots/paper-address.ts'
import { readResultSearch } from '../../features/results/result-search.ts'
import { readListYear } from '../../api/list-year.ts'
import { followYear } from './follow-year.ts'
import { isCount } from './is-count.ts'
import { frameRoute } from './frame-route.ts'
import { onlyRead } from './only-read.ts'

const sessionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sessions',
  /** All years without one. */
  validateSearch: onlyRead(({ year }: Record<string, unknown>) => readListYear(year)),
  beforeLoad: followYear,
  component: lazyRouteComponent(() => import('../../features/sessions/SessionsPage.tsx'), 'SessionsPage'),
})

const newSessionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sessions/new',
  validateSearch: onlyRead((search: Record<string, unknown>): { council?: number } =>
    isCount(search['council']) ? { council: search['council'] } : {},
  ),
  component: lazyRouteComponent(() => import('../../features/sessions/NewSessionPage.tsx'), 'NewSessionPage'),
})

const importSessionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sessions/import',
  component: lazyRouteComponent(() => import('../../features/sessions/ImportPage.tsx'), 'ImportPage'),
})

/** The parts of one session share its heading, tabs and quorum: see `components/SessionFrame.tsx`. */
const sessionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sessions/$sessionId',
  params: { parse: ({ sessionId }) => ({ sessionId: Number(sessionId) }) },
})

const agendaRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/',
  /** `item`: the agenda item whose drawer is open. */
  validateSearch: onlyRead((search: Record<string, unknown>): { item?: number } =>
    isCount(search['item']) ? { item: search['item'] } : {},
  ),
  component: lazyRouteComponent(() => import('../../features/agenda/AgendaPage.tsx'), 'AgendaPage'),
})

const attendanceRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/attendance',
  component: lazyRouteComponent(() => import('../../features/attendance/AttendancePage.tsx'), 'AttendancePage'),
})

const scoringRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/scoring',
  /** The board of ballots without any; a product's grid; one ballot, and a criterion of it. */
  validateSearch: onlyRead(readScoringSearch),
  component: lazyRouteComponent(() => import('../../features/scoring/ScoringPage.tsx'), 'ScoringPage'),
})

const paperRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/paper',
  /** The pile of scanned pages, a list of it, or one ballot. */
  validateSearch: onlyRead(readPaperSearch),
  component: lazyRouteComponent(() => import('../../features/paper-ballots/PaperPage.tsx'), 'PaperPage'),
})

const roomRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/room',
  component: lazyRouteComponent(() => import('../../features/room/RoomPage.tsx'), 'RoomPage'),
})

const resultsRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/results',
  validateSearch: onlyRead(readResultSearch),
  component: lazyRouteComponent(() => import('../../features/results/ResultsPage.tsx'), 'ResultsPage'),
})

const closingRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/closing',
  component: lazyRouteComponent(() => import('../../features/closing/ClosingPage.tsx'), 'ClosingPage'),
})

const documentsRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/documents',
  /** `kind`: the document on show. */
  validateSearch: onlyRead((search: Record<string, unknown>): { kind?: string } =>
    typeof search['kind'] === 'string' ? { kind: search['kind'] } : {},
  ),
  component: lazyRouteComponent(() => import('../../features/documents/DocumentsPage.tsx'), 'DocumentsPage'),
})

const sessionFactsRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/facts',
  component: lazyRouteComponent(() => import('../../features/sessions/SessionFactsPage.tsx'), 'SessionFactsPage'),
})

/** Screens of meetings, each with its parts. */
export const sessionRoutes = [
  sessionsRoute,
  newSessionRoute,
  importSessionRoute,
  sessionRoute.addChildren([
    agendaRoute,
    attendanceRoute,
    scoringRoute,
    paperRoute,
    roomRoute,
    resultsRoute,
    closingRoute,
    documentsRoute,
    sessionFactsRoute,
  ]),
] as const
