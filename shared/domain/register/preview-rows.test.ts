import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packRows, unpackRows, type PreviewRow } from './preview-rows.ts'

const text = fc.oneof(fc.constantFrom('', 'Xã Tử Nê', 'null', '4', '"'), fc.string())
const textOrNone = fc.option(text)
const figure = fc.option(fc.constantFrom(0, 4, 72.25, 100))

const anyRow: fc.Arbitrary<PreviewRow> = fc.record({
  row: fc.integer({ min: 1 }),
  state: fc.constantFrom('sound', 'doubtful', 'faulty'),
  values: fc.record({
    product: textOrNone,
    producer: textOrNone,
    kind: textOrNone,
    commune: textOrNone,
    district: textOrNone,
    star: figure,
    score: figure,
    decisionNumber: textOrNone,
    decisionDate: textOrNone,
    validUntil: textOrNone,
  }),
  details: fc.record({ code: text, representative: text, phone: text, address: text, application: text }),
  change: fc.constantFrom('new', 'changed', 'same'),
  recognitionCount: fc.nat(2),
})

test('rows come out of their text as they went in, whatever they say', () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      expect(unpackRows({ sheet: 'Sheet1', rows: packRows(rows) })).toEqual({ sheet: 'Sheet1', rows })
    }),
  )
})

test('what thousands of rows say alike is told once', () => {
  const [row] = fc.sample(anyRow, { numRuns: 1, seed: 1 })
  const commune = 'Xã Thượng Cốc'
  const rows = [1, 2, 3, 4].map((at) => ({ ...row, row: at, values: { ...row?.values, commune } })) as PreviewRow[]
  expect(packRows(rows).split(commune)).toHaveLength(2)
})
