import { expect, test } from 'vitest'
import { nameInLines } from './member-label.ts'

test.each([
  ['Trần Thị  Hồng Hạnh ', 'Trần Thị Hồng', 'Hạnh'],
  ['Hạnh', '', 'Hạnh'],
])('the given name of “%s” has a line of its own', (name, before, given) => {
  expect(nameInLines(name)).toEqual({ before, given })
})
