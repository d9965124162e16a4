import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ErrorComponentProps,
} from '@tanstack/react-router'
import { readRegisterSearch } from '../features/certificates/register-address.ts'
import { readInspectionsSearch } from '../features/inspections/inspections-address.ts'
import { readLackingSearch } from '../features/deadlines/lacking-address.ts'
import { readStatisticsSearch } from '../features/statistics/statistics-address.ts'
import { readOpinionsSearch } from '../features/opinions/opinions-address.ts'
import { readPapersSearch } from '../features/office-papers/papers-address.ts'
import { readRegistrationsSearch } from '../features/registrations/registrations-address.ts'
import { readScoringSearch } from '../features/scoring/scoring-address.ts'
import { ErrorScreen } from './ErrorScreen.tsx'
import { Frame } from './Frame.tsx'
import { NotFound } from './NotFound.tsx'
import { WorkspaceGate } from './WorkspaceGate.tsx'

/**
 * Every screen, each feature in a chunk of its own. Screens under `frameRoute` stand in the frame (rail and top bar);
 * a screen that fills the window (the projector) hangs under `rootRoute`.
 */
const rootRoute = createRootRoute({ component: WorkspaceGate })

const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: Frame })

const todayRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/today/TodayPage.tsx'), 'TodayPage'),
})

const productsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/products',
  /** `edit`: a product's id, or `new`. */
  validateSearch: (search: Record<string, unknown>): ProductsSearch => ({
    ...(typeof search['query'] === 'string' && search['query'] !== '' && { query: search['query'] }),
    ...(isCount(search['set']) && { set: search['set'] }),
    ...(search['incomplete'] === true && { incomplete: true }),
    ...(isCount(search['page']) && { page: search['page'] }),
    ...((isCount(search['edit']) || search['edit'] === 'new') && { edit: search['edit'] }),
  }),
  component: lazyRouteComponent(() => import('../features/products/ProductsPage.tsx'), 'ProductsPage'),
})

const producersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/producers',
  /** `open`: a producer's id. */
  validateSearch: (search: Record<string, unknown>): ProducersSearch => ({
    ...(typeof search['query'] === 'string' && search['query'] !== '' && { query: search['query'] }),
    ...(isCount(search['page']) && { page: search['page'] }),
    ...(isCount(search['open']) && { open: search['open'] }),
  }),
  component: lazyRouteComponent(() => import('../features/producers/ProducersPage.tsx'), 'ProducersPage'),
})

const communesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/communes',
  validateSearch: ({ query, page }: Record<string, unknown>): { query?: string; page?: number } => ({
    ...(typeof query === 'string' && query !== '' && { query }),
    ...(isCount(page) && { page }),
  }),
  component: lazyRouteComponent(() => import('../features/communes/CommunesPage.tsx'), 'CommunesPage'),
})

const importListRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/products/import',
  component: lazyRouteComponent(() => import('../features/products/list/ListImportPage.tsx'), 'ListImportPage'),
})

const papersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/papers',
  validateSearch: readPapersSearch,
  component: lazyRouteComponent(() => import('../features/office-papers/OfficePapersPage.tsx'), 'OfficePapersPage'),
})

const councilsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/councils',
  component: lazyRouteComponent(() => import('../features/councils/CouncilsPage.tsx'), 'CouncilsPage'),
})

const newCouncilRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/councils/new',
  component: lazyRouteComponent(() => import('../features/councils/NewCouncilPage.tsx'), 'NewCouncilPage'),
})

const councilRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/councils/$councilId',
  params: { parse: ({ councilId }) => ({ councilId: Number(councilId) }) },
  component: lazyRouteComponent(() => import('../features/councils/CouncilPage.tsx'), 'CouncilPage'),
})

const yearsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/years',
  component: lazyRouteComponent(() => import('../features/years/YearsPage.tsx'), 'YearsPage'),
})

const newYearRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/new-year',
  /** The year that is proposed without one. */
  validateSearch: ({ year }: Record<string, unknown>): { year?: number } => (isCount(year) ? { year } : {}),
  component: lazyRouteComponent(() => import('../features/years/NewYearPage.tsx'), 'NewYearPage'),
})

const sessionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sessions',
  /** All years without one. */
  validateSearch: ({ year }: Record<string, unknown>): { year?: number } => (isCount(year) ? { year } : {}),
  component: lazyRouteComponent(() => import('../features/sessions/SessionsPage.tsx'), 'SessionsPage'),
})

const newSessionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sessions/new',
  validateSearch: (search: Record<string, unknown>): { council?: number } =>
    isCount(search['council']) ? { council: search['council'] } : {},
  component: lazyRouteComponent(() => import('../features/sessions/NewSessionPage.tsx'), 'NewSessionPage'),
})

const importSessionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sessions/import',
  component: lazyRouteComponent(() => import('../features/sessions/ImportPage.tsx'), 'ImportPage'),
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
  validateSearch: (search: Record<string, unknown>): { item?: number } =>
    isCount(search['item']) ? { item: search['item'] } : {},
  component: lazyRouteComponent(() => import('../features/agenda/AgendaPage.tsx'), 'AgendaPage'),
})

const attendanceRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/attendance',
  component: lazyRouteComponent(() => import('../features/attendance/AttendancePage.tsx'), 'AttendancePage'),
})

const closingRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/closing',
  component: lazyRouteComponent(() => import('../features/closing/ClosingPage.tsx'), 'ClosingPage'),
})

const sessionFactsRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/facts',
  component: lazyRouteComponent(() => import('../features/sessions/SessionFactsPage.tsx'), 'SessionFactsPage'),
})

const scoringRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/scoring',
  /** The board of ballots without any; a product's grid; one ballot, and a criterion of it. */
  validateSearch: readScoringSearch,
  component: lazyRouteComponent(() => import('../features/scoring/ScoringPage.tsx'), 'ScoringPage'),
})

const roomRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/room',
  component: lazyRouteComponent(() => import('../features/room/RoomPage.tsx'), 'RoomPage'),
})

const resultsRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/results',
  /** `item`: the agenda item whose reasons are open. */
  validateSearch: (search: Record<string, unknown>): { item?: number } =>
    isCount(search['item']) ? { item: search['item'] } : {},
  component: lazyRouteComponent(() => import('../features/results/ResultsPage.tsx'), 'ResultsPage'),
})

const documentsRoute = createRoute({
  getParentRoute: () => sessionRoute,
  path: '/documents',
  /** `kind`: the document on show. */
  validateSearch: (search: Record<string, unknown>): { kind?: string } =>
    typeof search['kind'] === 'string' ? { kind: search['kind'] } : {},
  component: lazyRouteComponent(() => import('../features/documents/DocumentsPage.tsx'), 'DocumentsPage'),
})

const certificatesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/certificates',
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(() => import('../features/certificates/CertificatesPage.tsx'), 'CertificatesPage'),
})

const statisticsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/statistics',
  validateSearch: readStatisticsSearch,
  component: lazyRouteComponent(() => import('../features/statistics/StatisticsPage.tsx'), 'StatisticsPage'),
})

const quartersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/statistics/quarters',
  component: lazyRouteComponent(() => import('../features/statistics/QuartersPage.tsx'), 'QuartersPage'),
})

const deadlinesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/deadlines',
  /** This year without one. */
  validateSearch: ({ year }: Record<string, unknown>): { year?: number } => (isCount(year) ? { year } : {}),
  component: lazyRouteComponent(() => import('../features/deadlines/DeadlinesPage.tsx'), 'DeadlinesPage'),
})

const criteriaRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/criteria',
  /** The newest decision without one. */
  validateSearch: ({ decision }: Record<string, unknown>): { decision?: string } =>
    typeof decision === 'string' ? { decision } : {},
  component: lazyRouteComponent(() => import('../features/criteria/CriteriaPage.tsx'), 'CriteriaPage'),
})

const loadCriteriaRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/criteria/load',
  component: lazyRouteComponent(() => import('../features/criteria/LoadCriteriaPage.tsx'), 'LoadCriteriaPage'),
})

const criteriaSetRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/criteria/$key',
  component: lazyRouteComponent(() => import('../features/criteria/CriteriaSetPage.tsx'), 'CriteriaSetPage'),
})

const lackingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/deadlines/lacking',
  validateSearch: readLackingSearch,
  component: lazyRouteComponent(() => import('../features/deadlines/LackingPage.tsx'), 'LackingPage'),
})

const packagesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/packages',
  component: lazyRouteComponent(() => import('../features/packages/PackagesPage.tsx'), 'PackagesPage'),
})

const openPackageRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/packages/open',
  /** `handed`: the id of the package that the system handed over. */
  validateSearch: ({ handed }: Record<string, unknown>): { handed?: string } =>
    typeof handed === 'string' ? { handed } : {},
  component: lazyRouteComponent(() => import('../features/packages/OpenPackagePage.tsx'), 'OpenPackagePage'),
})

const packageRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/packages/$packageId',
  params: { parse: ({ packageId }) => ({ packageId: Number(packageId) }) },
  component: lazyRouteComponent(() => import('../features/packages/PackagePage.tsx'), 'PackagePage'),
})

const registrationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/registrations',
  validateSearch: readRegistrationsSearch,
  component: lazyRouteComponent(() => import('../features/registrations/RegistrationsPage.tsx'), 'RegistrationsPage'),
})

const withdrawalsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/certificates/withdrawals',
  component: lazyRouteComponent(
    () => import('../features/certificates/aftercare/WithdrawalsPage.tsx'),
    'WithdrawalsPage',
  ),
})

const opinionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/opinions',
  validateSearch: readOpinionsSearch,
  component: lazyRouteComponent(() => import('../features/opinions/OpinionsPage.tsx'), 'OpinionsPage'),
})

const opinionRoundRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/opinions/$roundId',
  params: { parse: ({ roundId }) => ({ roundId: Number(roundId) }) },
  component: lazyRouteComponent(() => import('../features/opinions/RoundPage.tsx'), 'RoundPage'),
})

const inspectionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inspections',
  validateSearch: readInspectionsSearch,
  component: lazyRouteComponent(() => import('../features/inspections/InspectionsPage.tsx'), 'InspectionsPage'),
})

const commitmentsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inspections/commitments',
  component: lazyRouteComponent(() => import('../features/inspections/CommitmentsPage.tsx'), 'CommitmentsPage'),
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
  validateSearch: ({ file }: Record<string, unknown>): { file?: string } => (typeof file === 'string' ? { file } : {}),
  component: lazyRouteComponent(() => import('../features/backups/BackupsPage.tsx'), 'BackupsPage'),
})

/** Whatever has no screen, within the frame: its keys (lock, switch, search) work there too. */
const unknownRoute = createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFound })

const projectorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projector',
  /** `session`: which one; the current one without it. */
  validateSearch: (search: Record<string, unknown>): { session?: number } =>
    isCount(search['session']) ? { session: search['session'] } : {},
  component: lazyRouteComponent(() => import('../features/projector/ProjectorPage.tsx'), 'ProjectorPage'),
})

const routeTree = rootRoute.addChildren([
  projectorRoute,
  frameRoute.addChildren([
    todayRoute,
    productsRoute,
    producersRoute,
    communesRoute,
    importListRoute,
    papersRoute,
    councilsRoute,
    newCouncilRoute,
    councilRoute,
    yearsRoute,
    newYearRoute,
    sessionsRoute,
    newSessionRoute,
    importSessionRoute,
    sessionRoute.addChildren([
      agendaRoute,
      attendanceRoute,
      scoringRoute,
      roomRoute,
      resultsRoute,
      closingRoute,
      documentsRoute,
      sessionFactsRoute,
    ]),
    certificatesRoute,
    withdrawalsRoute,
    opinionsRoute,
    opinionRoundRoute,
    inspectionsRoute,
    commitmentsRoute,
    statisticsRoute,
    quartersRoute,
    deadlinesRoute,
    criteriaRoute,
    loadCriteriaRoute,
    criteriaSetRoute,
    lackingRoute,
    packagesRoute,
    openPackageRoute,
    packageRoute,
    registrationsRoute,
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

export type ProducersSearch = {
  readonly query?: string
  readonly page?: number
  readonly open?: number
}

export type ProductsSearch = {
  readonly query?: string
  readonly set?: number
  /** Only those without code or set. */
  readonly incomplete?: true
  readonly page?: number
  readonly edit?: number | 'new'
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
