import { describe, expect, it } from 'vitest'
import type { ItemProduct } from '../session/session-record.ts'
import { matchProducts } from './match-products.ts'
import type { KnownProduct } from './registered-product.ts'

const producer = { name: 'HTX Ong Mường', kind: 'Hợp tác xã', representative: '', phone: '', address: '' }
const listed: KnownProduct = {
  id: 7,
  producerId: 3,
  code: '',
  name: 'Mật ong hoa rừng',
  commune: 'Tu Lý',
  district: '',
  setNumber: null,
  producer,
}
const coded: KnownProduct = { ...listed, code: 'HB-01', setNumber: 4 }
const said: ItemProduct = {
  code: 'HB-01',
  productName: 'Mật ong hoa rừng',
  producerName: 'HTX Ong Mường',
  producerKind: 'Hợp tác xã',
  commune: 'xã Tu Lý',
  district: 'Đà Bắc',
  setNumber: 4,
}

const match = (item: Partial<ItemProduct>, known: readonly KnownProduct[]) => {
  const [found] = matchProducts([{ ...said, ...item }], known, [])
  if (found === undefined || found === null) return null
  return found.kind === 'product' ? [found.known.id, found.why] : [`producer ${found.producerId}`, found.why]
}

describe('a product of a session is', () => {
  it.each<readonly [string, Partial<ItemProduct>, KnownProduct, ReturnType<typeof match>]>([
    ['the one that only a list knew', {}, listed, [7, null]],
    ['the one of the same code and names', {}, coded, [7, null]],
    [
      'the same in other case, width and signs',
      { code: 'hb-０１', productName: 'MẬT ONG “hoa rừng”' },
      coded,
      [7, null],
    ],
    ['the same by code and names, wherever it is said to be', { commune: 'Bắc Phong' }, coded, [7, null]],
    ['asked about without its accents', { productName: 'Mat ong hoa rung' }, listed, [7, 'spelling']],
    ['asked about with another code', { code: 'HB-02' }, coded, [7, 'own-code']],
    ['asked about in another set', { setNumber: 5 }, coded, [7, 'set']],
    ['asked about in another place', { commune: 'Bắc Phong' }, listed, [7, 'place']],
    ['asked about one slip away', { productName: 'Mật ong hoa rừg' }, listed, [7, 'product']],
    ['asked about by a producer one slip away', { producerName: 'HTX Ong Mườn' }, listed, [7, 'producer']],
    ['asked about with the code of another one', { productName: 'Chè' }, coded, [7, 'code']],
    ['new, of a known producer', { code: 'HB-02', productName: 'Chè' }, coded, ['producer 3', null]],
    [
      'new, of a producer nearly known',
      { code: 'HB-02', productName: 'Chè', producerName: 'HTX Ong Mườn' },
      coded,
      ['producer 3', 'producer'],
    ],
    [
      'new, of a producer of another kind',
      { code: 'HB-02', productName: 'Chè', producerKind: 'Hộ kinh doanh' },
      coded,
      null,
    ],
    [
      'asked about in the same commune by another producer',
      { code: 'HB-02', producerName: 'HTX Mường Bi' },
      coded,
      [7, 'other-producer'],
    ],
    [
      'new elsewhere, by another producer',
      { code: 'HB-02', producerName: 'HTX Bi', commune: 'Bắc Phong' },
      coded,
      null,
    ],
    ['new where no commune is said', { code: 'HB-02', producerName: 'HTX Bi', commune: '', district: '' }, coded, null],
    ['new', { code: 'HB-02', productName: 'Chè', producerName: 'HTX Mường Bi' }, coded, null],
  ])('%s', (_name, item, known, wanted) => {
    expect(match(item, [known])).toEqual(wanted)
  })

  it('matched with one of the register at most', () => {
    const twice = matchProducts([said, { ...said, code: 'HB-02' }], [listed], [])
    expect(twice.map((one) => one?.kind ?? null)).toEqual(['product', 'producer'])
  })

  it('sure of its own code where others have it too', () => {
    const other = { ...coded, id: 8, name: 'Chè', code: 'hb-01' }
    expect(match({}, [other, coded])).toEqual([7, null])
  })
})
