import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { expect, it } from 'vitest'
import { onlyRead } from './only-read.ts'

it('keeps from a screen what it does not take of its address', () => {
  const root = createRootRoute()
  const list = createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: onlyRead(({ query }): { query?: string } => (typeof query === 'string' ? { query } : {})),
  })
  const searchAt = (address: string) => {
    const history = createMemoryHistory({ initialEntries: [address] })
    const router = createRouter({ routeTree: root.addChildren([list]), history })
    return router.matchRoutes(router.latestLocation).at(-1)?.search
  }
  expect(searchAt('/?query=120&other=1')).toEqual({ query: undefined, other: undefined })
  expect(searchAt('/?query=%22120%22')).toEqual({ query: '120' })
})
