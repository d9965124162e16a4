import { expect, test } from 'vitest'
import { rowsAtFirst as drawn } from './rows-at-first.ts'

const listOf = (length: number, first = 0) => Array.from({ length }, (_, place) => ({ id: first + place }))
const rowsAtFirst = (rows: readonly { readonly id: number }[], before: typeof rows) =>
  drawn({ rows, before, inSight: 24 }, idOf)
const idOf = ({ id }: { readonly id: number }) => id

test('another list is drawn as far as a window shows it', () => {
  expect(rowsAtFirst(listOf(50, 100), listOf(50)).map(idOf)).toEqual(listOf(24, 100).map(idOf))
})

test('a short list is drawn whole', () => {
  expect(rowsAtFirst(listOf(9, 100), listOf(50))).toHaveLength(9)
})

test('a list read anew keeps every row that stood there', () => {
  const rows = listOf(50).filter(({ id }) => id !== 40)
  expect(rowsAtFirst(rows, listOf(50))).toEqual(rows)
})

test('rows below the edge that are new come after', () => {
  const rows = [...listOf(30), { id: 99 }, ...listOf(10, 30)]
  expect(rowsAtFirst(rows, listOf(40)).map(idOf)).toEqual(listOf(40).map(idOf))
})
