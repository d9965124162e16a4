import { expect, test } from 'vitest'
import { closedYearsIn } from './closed-years.ts'
import type { PlannedRow } from './plan-list.ts'
import type { RegisteredProduct } from './registered-product.ts'

const recognition = {
  star: 4,
  score: null,
  decisionNumber: '12/QĐ-UBND',
  decisionDate: '2024-05-06',
  decisionYear: 2024,
  validUntil: null,
  certificateNumber: null,
}
const known: RegisteredProduct = {
  id: 1,
  producerId: 1,
  code: '',
  name: 'Chè',
  commune: '',
  district: '',
  producer: { name: 'HTX', kind: '', representative: '', phone: '', address: '' },
  recognitions: [{ ...recognition, id: 7, decisionDate: '2022-05-06', decisionYear: 2022 }],
  registeredFor: [],
}
type Row = Pick<PlannedRow, 'recognitions' | 'registration'>
const row = (change: Partial<Row>): Row => ({ recognitions: [], registration: null, ...change })

test('a row changes the years of the decisions that it writes, of those that it writes over, and that it registers for', () => {
  const closedOf = closedYearsIn([known], [2022, 2023, 2024])
  expect(closedOf(row({ recognitions: [{ ...recognition, id: null }] }))).toEqual({ decided: [2024], registered: [] })
  expect(closedOf(row({ recognitions: [{ ...recognition, id: 7 }] })).decided).toEqual([2022, 2024])
  const yearAlone = { ...recognition, id: null, decisionDate: null, decisionYear: 2023 }
  expect(closedOf(row({ recognitions: [yearAlone] })).decided).toEqual([2023])
  expect(closedOf(row({ registration: { year: 2023, application: 'new' } })).registered).toEqual([2023])
  expect(closedOf(row({ registration: { year: 2025, application: 'new' } }))).toEqual({ decided: [], registered: [] })
  expect(closedYearsIn([known], [])(row({ recognitions: [{ ...recognition, id: 7 }] })).decided).toEqual([])
})
