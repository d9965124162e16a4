import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readLackingSearch } from '../../features/deadlines/lacking-address.ts'
import { readStatisticsSearch } from '../../features/statistics/statistics-address.ts'
import { readOpinionsSearch } from '../../features/opinions/opinions-address.ts'
import { readPapersSearch } from '../../features/office-papers/papers-address.ts'
import { followYear } from './follow-year.ts'
import { isCount } from './is-count.ts'
import { frameRoute } from './frame-route.ts'
import { onlyRead } from './only-read.ts'

const councilsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/councils',
  component: lazyRouteComponent(() => import('../../features/councils/CouncilsPage.tsx'), 'CouncilsPage'),
})

const newCouncilRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/councils/new',
  component: lazyRouteComponent(() => import('../../features/councils/NewCouncilPage.tsx'), 'NewCouncilPage'),
})

const councilRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/councils/$councilId',
  params: { parse: ({ councilId }) => ({ councilId: Number(councilId) }) },
  component: lazyRouteComponent(() => import('../../features/councils/CouncilPage.tsx'), 'CouncilPage'),
})

const yearsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/years',
  component: lazyRouteComponent(() => import('../../features/years/YearsPage.tsx'), 'YearsPage'),
})

const newYearRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/new-year',
  /** The year that is proposed without one. */
  validateSearch: onlyRead(({ year }: Record<string, unknown>): { year?: number } => (isCount(year) ? { year } : {})),
  component: lazyRouteComponent(() => import('../../features/years/NewYearPage.tsx'), 'NewYearPage'),
})

const papersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/papers',
  validateSearch: onlyRead(readPapersSearch),
  component: lazyRouteComponent(() => import('../../features/office-papers/OfficePapersPage.tsx'), 'OfficePapersPage'),
})

const statisticsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/statistics',
  validateSearch: onlyRead(readStatisticsSearch),
  component: lazyRouteComponent(() => import('../../features/statistics/StatisticsPage.tsx'), 'StatisticsPage'),
})

const quartersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/statistics/quarters',
  component: lazyRouteComponent(() => import('../../features/statistics/QuartersPage.tsx'), 'QuartersPage'),
})

const deadlinesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/deadlines',
  /** This year without one. */
  validateSearch: onlyRead(({ year }: Record<string, unknown>): { year?: number } => (isCount(year) ? { year } : {})),
  component: lazyRouteComponent(() => import('../../features/deadlines/DeadlinesPage.tsx'), 'DeadlinesPage'),
})

const lackingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/deadlines/lacking',
  validateSearch: onlyRead(readLackingSearch),
  component: lazyRouteComponent(() => import('../../features/deadlines/LackingPage.tsx'), 'LackingPage'),
})

const criteriaRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/criteria',
  /** The newest decision without one. */
  validateSearch: onlyRead(({ decision }: Record<string, unknown>): { decision?: string } =>
    typeof decision === 'string' ? { decision } : {},
  ),
  component: lazyRouteComponent(() => import('../../features/criteria/CriteriaPage.tsx'), 'CriteriaPage'),
})

const loadCriteriaRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/criteria/load',
  component: lazyRouteComponent(() => import('../../features/criteria/LoadCriteriaPage.tsx'), 'LoadCriteriaPage'),
})

const criteriaSetRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/criteria/$key',
  component: lazyRouteComponent(() => import('../../features/criteria/CriteriaSetPage.tsx'), 'CriteriaSetPage'),
})

const opinionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/opinions',
  validateSearch: onlyRead(readOpinionsSearch),
  beforeLoad: followYear,
  component: lazyRouteComponent(() => import('../../features/opinions/OpinionsPage.tsx'), 'OpinionsPage'),
})

const opinionRoundRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/opinions/$roundId',
  params: { parse: ({ roundId }) => ({ roundId: Number(roundId) }) },
  component: lazyRouteComponent(() => import('../../features/opinions/RoundPage.tsx'), 'RoundPage'),
})

/** Screens of what a year stands on: councils, decisions, deadlines, papers of the office. */
export const yearRoutes = [
  councilsRoute,
  newCouncilRoute,
  councilRoute,
  yearsRoute,
  newYearRoute,
  papersRoute,
  statisticsRoute,
  quartersRoute,
  deadlinesRoute,
  lackingRoute,
  criteriaRoute,
  loadCriteriaRoute,
  criteriaSetRoute,
  opinionsRoute,
  opinionRoundRoute,
] as const
