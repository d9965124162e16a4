import { describe, expect, it } from 'vitest'
import { matchProducts } from './match-products.ts'
import { planList } from './plan-list.ts'
import type { Place, RegisteredProduct } from './registered-product.ts'
import type { RegisterRow } from './register-list.ts'

const change = (oldCommune: string, newCommune: string) => ({
  oldCommune,
  oldDistrict: 'Huyện Lạc Thủy',
  oldProvince: '',
  newCommune,
  newProvince: '',
  code: '',
  fromDay: '2025-07-01',
})
const changes = [
  change('Xã Phú Nghĩa', 'Xã Lạc Thủy'),
  change('Xã Lạc Long', 'Xã Lạc Thủy'),
  change('Xã Hưng Thi', 'Xã An Nghĩa'),
  change('Xã Chia', 'Xã Lạc Thủy'),
  change('Xã Chia', 'Xã An Nghĩa'),
  change('Xã Yên Bồng', 'Xã Yên Bồng'),
]

const place = (commune: string, district = ''): Place => ({ commune, district })
const [old, fresh] = [place('xã Phú Nghĩa', 'Lạc Thủy'), place('xã Lạc Thủy')]
const [otherOld, parted] = [place('Lạc Long', 'Lạc Thủy'), place('xã Chia', 'Lạc Thủy')]
const [keptOld, kept] = [place('Yên Bồng', 'Lạc Thủy'), place('xã Yên Bồng')]

const producer = { name: 'HTX Gà', kind: '', representative: '', phone: '', address: '' }
const recognition = {
  star: 3,
  score: null,
  decisionNumber: '3163/QĐ-UBND',
  decisionDate: '2024-12-30',
  decisionYear: 2024,
  validUntil: '2027-12-30',
  certificateNumber: null,
}

const known = (at: Place, stoodAt: readonly Place[] = [], id = 1): RegisteredProduct => ({
  ...at,
  id,
  producerId: id + 100,
  code: '',
  name: 'Gà Lạc Thủy',
  producer,
  stoodAt,
  recognitions: [{ ...recognition, id }],
  registeredFor: [],
})

const rowOf = (
  { commune, district }: Place,
  row = 9,
  { product = 'Gà Lạc Thủy', maker = 'HTX Gà' } = {},
): RegisterRow => ({
  row,
  state: 'sound',
  values: {
    product,
    producer: maker,
    kind: null,
    commune,
    district,
    star: 3,
    score: null,
    decisionNumber: '3163/QĐ-UBND',
    decisionDate: '2024-12-30',
    validUntil: null,
  },
  details: { code: '', representative: '', phone: '', address: '', application: '' },
  recognitions: [recognition],
  raw: {},
})
const plan = (rows: readonly RegisterRow[], register: readonly RegisteredProduct[]) => {
  const planned = planList({ rows, known: register, changes, year: 2026 })
  return {
    rows: planned.rows.map(({ change: how, product, producer: by, facts }) => {
      const at = facts.district === '' ? facts.commune : `${facts.commune}, ${facts.district}`
      return [how, product.id, by.id, at]
    }),
    near: planned.near.map(({ why, name }) => [why, name]),
  }
}
const unchanged = (at: string) => ({ rows: [['same', 1, 101, at]], near: [] })
const doubtful = { rows: [['new', null, null, expect.any(String)]], near: [['place', 'Gà Lạc Thủy']] }

describe('a product of the register that a list names by another name of its commune', () => {
  it.each<readonly [string, RegisteredProduct, Place, ReturnType<typeof plan>]>([
    ['the new one', known(old), fresh, unchanged('xã Phú Nghĩa, Lạc Thủy')],
    ['the old one', known(fresh), old, unchanged('xã Lạc Thủy')],
    ['the old one, without its district', known(fresh), place('Phú Nghĩa'), unchanged('xã Lạc Thủy')],
    ['the one where it stood before', known(fresh, [old]), old, unchanged('xã Lạc Thủy')],
    ['its district of before alone', known(fresh, [old]), place('', 'Lạc Thủy'), unchanged('xã Lạc Thủy')],
    ['the one that was parted, where it stood', known(fresh, [parted]), parted, unchanged('xã Lạc Thủy')],
    ['its own beside the district of before', known(fresh), place('Lạc Thủy', 'Lạc Thủy'), unchanged('xã Lạc Thủy')],
    ['the old one of the same name', known(kept), keptOld, unchanged('xã Yên Bồng')],
    ['the new one of the same name', known(keptOld), kept, unchanged('Yên Bồng, Lạc Thủy')],
  ])('is that product, and stays as it is: %s', (_name, register, said, wanted) => {
    expect(plan([rowOf(said)], [register])).toEqual(wanted)
  })

  it.each<readonly [string, readonly RegisteredProduct[], Place]>([
    ['another commune that became one with its own', [known(old)], otherOld],
    ['another commune that became the one to which it was brought over', [known(fresh, [old])], otherOld],
    ['a commune that was parted', [known(fresh)], parted],
    ['a commune that became another', [known(old)], place('xã An Nghĩa')],
    ['a commune into which two of the names came', [known(old), known(otherOld, [], 2)], fresh],
  ])('stays a doubt: %s', (_name, register, said) => {
    expect(plan([rowOf(said)], register)).toEqual(doubtful)
  })

  it('is told from one of the same names by where it stood', () => {
    const both = [known(fresh, [old]), known(fresh, [otherOld], 2)]
    expect(plan([rowOf(otherOld), rowOf(old, 10)], both).rows.map(([, id]) => id)).toEqual([2, 1])
  })

  it('is found by the rows beneath', () => {
    const { rows } = plan([rowOf(old), rowOf(fresh, 10)], [])
    expect(rows).toEqual([
      ['new', null, null, 'xã Phú Nghĩa, Lạc Thủy'],
      ['same', null, null, 'xã Phú Nghĩa, Lạc Thủy'],
    ])
  })

  it('has the producer that makes new products there', () => {
    const { rows, near } = plan(
      [rowOf(old, 9, { product: 'Trứng gà' }), rowOf(fresh, 10, { product: 'Chân gà' })],
      [known(fresh, [old])],
    )
    expect(rows.map(([, , by]) => by)).toEqual([101, 101])
    expect(near).toEqual([])
    expect(plan([rowOf(otherOld, 9, { product: 'Trứng gà' })], [known(fresh, [old])]).near).toEqual([['place', null]])
  })

  it('is asked about where another producer has its name in its commune, by whatever name', () => {
    const asked = (at: Place, register = known(fresh), said = {}) =>
      plan([rowOf(at, 9, { maker: 'HTX Gà đồi Lạc Thủy', ...said })], [register]).near
    const doubt = [['other-producer', 'Gà Lạc Thủy']]
    expect(asked(fresh)).toEqual(doubt)
    expect(asked(old)).toEqual(doubt)
    expect(asked(old, known(fresh, [old]))).toEqual(doubt)
    expect(asked(fresh, known(fresh), { product: 'ga lac thuy' })).toEqual(doubt)
    expect(asked(fresh, known(fresh), { product: 'Gà Lạc Thuỷ 2' })).toEqual([])
    expect(asked(fresh, known(fresh), { product: 'Gá Lạc Thủy' })).toEqual([])
    expect(asked(place('xã An Nghĩa'))).toEqual([])
    expect(asked(otherOld, known(fresh, [old]))).toEqual([])
    expect(asked(place(''))).toEqual([])
    // Taken once, it is a product of its own.
    const own = { ...known(fresh, [], 2), producer: { ...producer, name: 'HTX Gà đồi Lạc Thủy' } }
    expect(plan([rowOf(fresh, 9, { maker: 'HTX Gà đồi Lạc Thủy' })], [known(fresh), own]).near).toEqual([])
  })

  it.each([
    ['by the list of communes', known(old), fresh],
    ['by where it stood', known(fresh, [parted]), parted],
  ])('is that product in a session too: %s', (_name, register, at) => {
    const said = {
      code: '',
      productName: 'Gà Lạc Thủy',
      producerName: 'HTX Gà',
      producerKind: '',
      setNumber: null,
      ...at,
    }
    const [product, made] = matchProducts(
      [said, { ...said, productName: 'Trứng gà' }],
      [{ ...register, setNumber: null }],
      changes,
    )
    expect(product).toMatchObject({ kind: 'product', known: { id: 1 }, why: null })
    expect(made).toMatchObject({ kind: 'producer', producerId: 101, why: null })
  })
})
