import { expect, test } from 'vitest'
import { howManyFit } from './how-many-fit.ts'

test.each([
  ['all of them, to the pixel', { ends: [40, 80, 120], room: 120, rest: 30 }, 3],
  ['what leaves room for the rest', { ends: [40, 80, 120], room: 119, rest: 30 }, 2],
  ['the last one that would fit alone gives way', { ends: [40, 80, 120], room: 109, rest: 30 }, 1],
  ['one, in the narrowest line', { ends: [40, 80], room: 20, rest: 30 }, 1],
  ['none of none', { ends: [], room: 0, rest: 30 }, 0],
])('%s', (_, asked, shown) => {
  expect(howManyFit(asked)).toBe(shown)
})
