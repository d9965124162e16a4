import { expect, test } from 'vitest'
import { mayReloadUnasked } from './page-troubles.ts'

test.each([
  ['never before', null, true],
  ['long ago', -60_001, true],
  ['a minute ago', -60_000, false],
  ['just now', 0, false],
  ['after the clock was set back', 5000, true],
])('a page that came back %s', (_when, lastReload, mayReload) => {
  expect(mayReloadUnasked(0, lastReload)).toBe(mayReload)
})
