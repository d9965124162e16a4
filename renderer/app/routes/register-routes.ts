import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readRegisterSearch } from '../../features/certificates/register-address.ts'
import { readWithdrawalsSearch } from '../../features/certificates/aftercare/withdrawals-address.ts'
import { readCommitmentsSearch, readInspectionsSearch } from '../../features/inspections/inspections-address.ts'
import type { ProducersSearch } from '../../features/producers/listed-producers.ts'
import type { ProductsSearch } from '../../features/products/listed-products.ts'
import { readRegistrationsSearch } from '../../features/registrations/registrations-address.ts'
import { followYear } from './follow-year.ts'
import { isCount } from './is-count.ts'
import { frameRoute } from './frame-route.ts'
import { onlyRead } from './only-read.ts'

const productsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/products',
  /** `edit`: a product's id, or `new`. */
  validateSearch: onlyRead((search: Record<string, unknown>): ProductsSearch => ({
    ...(typeof search['query'] === 'string' && search['query'] !== '' && { query: search['query'] }),
    ...(isCount(search['set']) && { set: search['set'] }),
    ...(search['incomplete'] === true && { incomplete: true }),
    ...(isCount(search['page']) && { page: search['page'] }),
    ...((isCount(search['edit']) || search['edit'] === 'new') && { edit: search['edit'] }),
  })),
  component: lazyRouteComponent(() => import('../../features/products/ProductsPage.tsx'), 'ProductsPage'),
})

const producersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/producers',
  /** `open`: a producer's id. */
  validateSearch: onlyRead((search: Record<string, unknown>): ProducersSearch => ({
    ...(typeof search['query'] === 'string' && search['query'] !== '' && { query: search['query'] }),
    ...(isCount(search['page']) && { page: search['page'] }),
    ...(isCount(search['open']) && { open: search['open'] }),
  })),
  component: lazyRouteComponent(() => import('../../features/producers/ProducersPage.tsx'), 'ProducersPage'),
})

const communesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/communes',
  validateSearch: onlyRead(({ query, page }: Record<string, unknown>): { query?: string; page?: number } => ({
    ...(typeof query === 'string' && query !== '' && { query }),
    ...(isCount(page) && { page }),
  })),
  component: lazyRouteComponent(() => import('../../features/communes/CommunesPage.tsx'), 'CommunesPage'),
})

const importListRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/products/import',
  component: lazyRouteComponent(() => import('../../features/products/list/ListImportPage.tsx'), 'ListImportPage'),
})

const certificatesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/certificates',
  validateSearch: onlyRead(readRegisterSearch),
  beforeLoad: followYear,
  component: lazyRouteComponent(() => import('../../features/certificates/CertificatesPage.tsx'), 'CertificatesPage'),
})

const withdrawalsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/certificates/withdrawals',
  validateSearch: onlyRead(readWithdrawalsSearch),
  beforeLoad: followYear,
  component: lazyRouteComponent(
    () => import('../../features/certificates/aftercare/WithdrawalsPage.tsx'),
    'WithdrawalsPage',
  ),
})

const inspectionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inspections',
  validateSearch: onlyRead(readInspectionsSearch),
  beforeLoad: followYear,
  component: lazyRouteComponent(() => import('../../features/inspections/InspectionsPage.tsx'), 'InspectionsPage'),
})

const commitmentsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inspections/commitments',
  validateSearch: onlyRead(readCommitmentsSearch),
  component: lazyRouteComponent(() => import('../../features/inspections/CommitmentsPage.tsx'), 'CommitmentsPage'),
})

const registrationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/registrations',
  validateSearch: onlyRead(readRegistrationsSearch),
  beforeLoad: followYear,
  component: lazyRouteComponent(
    () => import('../../features/registrations/RegistrationsPage.tsx'),
    'RegistrationsPage',
  ),
})

const packagesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/packages',
  component: lazyRouteComponent(() => import('../../features/packages/PackagesPage.tsx'), 'PackagesPage'),
})

const openPackageRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/packages/open',
  /** `handed`: the id of the package that the system handed over. */
  validateSearch: onlyRead(({ handed }: Record<string, unknown>): { handed?: string } =>
    typeof handed === 'string' ? { handed } : {},
  ),
  component: lazyRouteComponent(() => import('../../features/packages/OpenPackagePage.tsx'), 'OpenPackagePage'),
})

const packageRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/packages/$packageId',
  params: { parse: ({ packageId }) => ({ packageId: Number(packageId) }) },
  component: lazyRouteComponent(() => import('../../features/packages/PackagePage.tsx'), 'PackagePage'),
})

/** Screens of products, their certificates and what comes after them. */
export const registerRoutes = [
  productsRoute,
  producersRoute,
  communesRoute,
  importListRoute,
  certificatesRoute,
  withdrawalsRoute,
  inspectionsRoute,
  commitmentsRoute,
  registrationsRoute,
  packagesRoute,
  openPackageRoute,
  packageRoute,
] as const
