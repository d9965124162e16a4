import { expect, it } from 'vitest'
import { roomUnder } from './tables-in-making.ts'

it('has room for as many rows as a sheet of Excel has below title, notes and head', () => {
  expect([roomUnder({ notes: [] }), roomUnder({ notes: ['Tính đến hôm nay'] })]).toEqual([1_048_574, 1_048_573])
})
