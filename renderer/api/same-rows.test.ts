import { expect, test } from 'vitest'
import { keepSame as keep } from './same-rows.ts'

const answer = {
  total: 2,
  rows: [
    { id: 1, name: 'Chè' },
    { id: 2, name: 'Mật ong' },
  ],
  counts: { star: [3, 4] },
}
const keepSame = (before: object, now: object) => keep(before, now) as Readonly<Record<string, unknown>>
const copyOf = (): typeof answer => structuredClone(answer)

test('an answer that says the same is the one before', () => {
  expect(keepSame(answer, copyOf())).toBe(answer)
})

test('a row is the same object wherever it stands, and so is what stands beside the rows', () => {
  const { rows, ...others } = copyOf()
  const kept = keepSame(answer, { ...others, rows: [{ id: 3, name: 'Cam' }, ...rows] })
  expect(kept).toEqual({ ...others, rows: [{ id: 3, name: 'Cam' }, ...rows] })
  expect((kept['rows'] as unknown[])[2]).toBe(answer.rows[1])
  expect(kept['counts']).toBe(answer.counts)
})

test('a row that says something else is another', () => {
  const { rows, ...others } = copyOf()
  const changed = rows.map((row) => (row.id === 2 ? { ...row, name: 'Mật ong rừng' } : row))
  const kept = keepSame(answer, { ...others, rows: changed })
  expect(kept['rows']).toEqual(changed)
  expect((kept['rows'] as unknown[])[0]).toBe(answer.rows[0])
})

test('fewer rows, others of the same kind and a field that is gone are told', () => {
  expect(keepSame(answer, { ...copyOf(), rows: [{ id: 2, name: 'Mật ong' }] })['rows']).toEqual([answer.rows[1]])
  expect(keepSame(answer, { total: 2, rows: copyOf().rows })).toEqual({ total: 2, rows: answer.rows })
  expect(keepSame(answer, { ...copyOf(), total: 3 })).toEqual({ ...answer, total: 3 })
})
