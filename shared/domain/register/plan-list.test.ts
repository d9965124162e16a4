import { describe, expect, it } from 'vitest'
import { planList, type PlannedRow } from './plan-list.ts'
import type { RegisteredProduct } from './registered-product.ts'
import type { ListedRecognition, RegisterRow } from './register-list.ts'

const decided: ListedRecognition = {
  star: 3,
  score: 74.5,
  decisionNumber: '3163/QĐ-UBND',
  decisionDate: '2019-12-30',
  decisionYear: 2019,
  validUntil: '2022-12-30',
  certificateNumber: null,
}

type Said = Partial<RegisterRow['values']> & Partial<RegisterRow['details']>

function rowOf(row: number, said: Said = {}, recognitions: readonly ListedRecognition[] = [decided]): RegisterRow {
  const { code = '', representative = '', phone = '', address = '', application = '', ...values } = said
  return {
    row,
    state: 'sound',
    values: {
      product: 'Cam Cao Phong',
      producer: 'HTX Nông nghiệp Hà Phong',
      kind: null,
      commune: 'xã Thu Phong',
      district: 'Cao Phong',
      star: null,
      score: null,
      decisionNumber: null,
      decisionDate: null,
      validUntil: null,
      ...values,
    },
    details: { code, representative, phone, address, application },
    recognitions,
    raw: {},
  }
}

/** What the register holds once a plan is carried out. */
function taken(before: readonly RegisteredProduct[], rows: readonly PlannedRow[]): readonly RegisteredProduct[] {
  const products = new Map(before.map((product) => [product.id, product]))
  const idOf = ({ id, firstRow }: { readonly id: number | null; readonly firstRow: number }) => id ?? 1000 + firstRow
  for (const { facts, product, producer, recognitions, registration } of rows) {
    const id = idOf(product)
    const known = products.get(id)
    const kept = (known?.recognitions ?? []).filter((one) => !recognitions.some((other) => other.id === one.id))
    const added = recognitions.map((one, index) => ({ ...one, id: one.id ?? 10_000 * id + index }))
    products.set(id, {
      ...facts,
      id,
      producerId: idOf(producer),
      recognitions: [...kept, ...added],
      registeredFor: [...(known?.registeredFor ?? []), ...(registration === null ? [] : [registration.year])],
    })
    for (const [other, one] of products) {
      if (one.producerId === idOf(producer)) products.set(other, { ...one, producer: facts.producer })
    }
  }
  return [...products.values()]
}

const plan = (rows: readonly RegisterRow[], known: readonly RegisteredProduct[] = []) =>
  planList({ rows, known, changes: [], year: 2024 })
const changes = (rows: readonly RegisterRow[], known: readonly RegisteredProduct[]) =>
  plan(rows, known).rows.map(({ change }) => change)

describe('a list held against the register', () => {
  it('is all new to an empty one, and changes nothing when it comes again', () => {
    const rows = [
      rowOf(5, { phone: '0218 111' }),
      rowOf(6, { product: 'Mật ong', phone: '0218 222' }),
      rowOf(7, { product: 'Mật ong', kind: 'Hợp tác xã' }, [{ ...decided, star: 4 }]),
      rowOf(8, { product: 'Chè' }, []),
    ]
    const first = plan(rows)
    expect(first.rows.map(({ change }) => change)).toEqual(['new', 'new', 'changed', 'new'])
    const register = taken([], first.rows)
    expect(register).toHaveLength(3)
    expect(new Set(register.map(({ producerId }) => producerId)).size).toBe(1)
    expect(changes(rows, register)).toEqual(['same', 'same', 'same', 'same'])
  })

  it('finds a product however its names are written, but for another commune', () => {
    const register = taken([], plan([rowOf(5)]).rows)
    const spelt = { product: 'CAM  CAO-PHONG', producer: 'Hợp tác xã NN Hà Phong', commune: 'Thu Phong' }
    expect(changes([rowOf(5, { ...spelt, district: null })], register)).toEqual(['same'])
    expect(changes([rowOf(5, { ...spelt, commune: 'xã Bắc Phong' })], register)).toEqual(['new'])
  })

  it('keeps what the list leaves out, and says what it changes', () => {
    const register = taken([], plan([rowOf(5, { phone: '0218 111', address: 'Xóm 1' })]).rows)
    const [row] = plan([rowOf(5, { phone: '0218 999' })], register).rows
    expect(row).toMatchObject({
      change: 'changed',
      product: { isChanged: false },
      producer: { isChanged: true },
      facts: { producer: { phone: '0218 999', address: 'Xóm 1' } },
      recognitions: [],
    })
  })

  it('tells a later recognition from a correction of the same', () => {
    const register = taken([], plan([rowOf(5)]).rows)
    const later = { ...decided, decisionNumber: '2935/QĐ-UBND', decisionDate: '2022-12-22', validUntil: '2025-12-22' }
    expect(plan([rowOf(5, {}, [later, decided])], register).rows[0]).toMatchObject({
      change: 'new',
      recognitions: [{ id: null, decisionDate: '2022-12-22' }],
    })
    expect(plan([rowOf(5, {}, [{ ...decided, star: 4, score: null }])], register).rows[0]).toMatchObject({
      change: 'changed',
      recognitions: [{ star: 4, score: 74.5, decisionDate: '2019-12-30' }],
    })
    const withoutDay = { ...decided, decisionNumber: '3163/QD-UBND', decisionDate: null, validUntil: null }
    expect(changes([rowOf(5, {}, [withoutDay])], register)).toEqual(['same'])
  })

  it('says what is otherwise of a known recognition, and nothing of what is added to it', () => {
    const register = taken([], plan([rowOf(5)]).rows)
    const said = { ...decided, star: 4, score: 80, decisionNumber: '3164/QĐ-UBND' }
    expect(plan([rowOf(5, {}, [said])], register).changed).toEqual(
      (
        [
          ['star', 3, 4],
          ['score', 74.5, 80],
          ['decisionNumber', '3163/QĐ-UBND', '3164/QĐ-UBND'],
        ] as const
      ).map(([field, before, after]) => ({
        row: 5,
        field,
        before,
        after,
        decisionNumber: '3163/QĐ-UBND',
        decisionDate: '2019-12-30',
      })),
    )
    const bare = taken([], plan([rowOf(5, {}, [{ ...decided, star: null, score: null }])]).rows)
    expect(plan([rowOf(5)], bare)).toMatchObject({ changed: [], rows: [{ change: 'changed' }] })
    expect(plan([rowOf(5, {}, [{ ...decided, decisionNumber: '3163/qđ-ubnd' }])], register).changed).toEqual([])
  })

  it('keeps the number of a certificate, adds one to what is known without, and says one that differs', () => {
    const register = taken([], plan([rowOf(5)]).rows)
    const said = (certificateNumber: string | null) => [rowOf(5, {}, [{ ...decided, certificateNumber }])]
    const added = plan(said('07/GCN-UBND'), register)
    expect(added).toMatchObject({
      changed: [],
      rows: [{ change: 'changed', recognitions: [{ certificateNumber: '07/GCN-UBND' }] }],
    })
    const numbered = taken(register, added.rows)
    expect([said(null), said('07/gcn-ubnd')].flatMap((rows) => changes(rows, numbered))).toEqual(['same', 'same'])
    expect(plan(said('08/GCN-UBND'), numbered).changed).toMatchObject([
      { field: 'certificateNumber', before: '07/GCN-UBND', after: '08/GCN-UBND' },
    ])
  })

  it('says of a known decision that it stands with another day, but for one of another year elsewhere', () => {
    const register = taken([], plan([rowOf(5)]).rows)
    const on = (decisionDate: string) => [{ ...decided, decisionDate, validUntil: null }]
    const daysOf = (said: Said, day: string) =>
      plan([rowOf(5, said, on(day))], register).otherDays.map(({ known, isOwn }) => [known.day, isOwn])
    expect(daysOf({}, '2024-12-30')).toEqual([['2019-12-30', true]])
    expect(daysOf({ product: 'Chè', district: 'Mai Châu' }, '2019-12-03')).toEqual([['2019-12-30', false]])
    expect(daysOf({ product: 'Chè', district: 'Mai Châu' }, '2024-12-30')).toEqual([['2019-12-30', false]])
    expect(daysOf({ product: 'Chè', district: 'Mai Châu' }, '2024-06-05')).toEqual([])
    expect(daysOf({}, '2019-12-30')).toEqual([])
  })

  it('takes two days of one number and star for one decision, of another star, or years apart, for two', () => {
    const register = taken([], plan([rowOf(5)]).rows)
    const on = (decisionDate: string, star: number) =>
      plan([rowOf(5, {}, [{ ...decided, decisionDate, validUntil: null, star }])], register)
    expect(on('2019-12-03', 3)).toMatchObject({
      rows: [{ change: 'changed', recognitions: [{ id: 10_050_000, decisionDate: '2019-12-03' }] }],
      otherDays: [{ isOwn: true, isChange: true }],
    })
    expect(on('2019-12-03', 4)).toMatchObject({
      rows: [{ change: 'new', recognitions: [{ id: null }] }],
      otherDays: [{ isOwn: true, isChange: false }],
    })
    expect(on('2020-12-30', 3).rows).toMatchObject([{ change: 'changed' }])
    expect(on('2022-12-30', 3).rows).toMatchObject([{ change: 'new' }])
    const both = taken(register, on('2019-12-03', 4).rows)
    expect(changes([rowOf(5)], both)).toEqual(['same'])
  })

  it('keeps what a certificate of the file says, and says what is otherwise', () => {
    const { validUntil: _until, ...own } = decided
    const [product] = taken([], plan([rowOf(5, {}, [])]).rows)
    const register = [{ ...product!, certified: [{ ...own, validUntil: '2022-12-30' }] }]
    const of = { row: 5, decisionNumber: '3163/QĐ-UBND', decisionDate: '2019-12-30' }
    const told = (said: Partial<ListedRecognition>) => {
      const { rows, otherThanCertified, otherDays } = plan([rowOf(5, {}, [{ ...decided, ...said }])], register)
      expect([rows[0]?.change, rows[0]?.recognitions, otherDays]).toEqual(['same', [], []])
      return otherThanCertified
    }
    expect(told({ score: 80 })).toEqual([])
    const again = plan([rowOf(5, {}, [])], [{ ...register[0]!, registeredFor: [] }])
    expect(again.rows[0]?.registration).toEqual({ year: 2024, application: 'reassessment' })
    expect(told({ star: 4 })).toEqual([{ ...of, field: 'star', said: 4, certified: 3 }])
    expect(told({ decisionDate: '2019-12-31' })).toEqual([
      { ...of, field: 'decisionDate', said: '2019-12-31', certified: '2019-12-30' },
    ])
  })

  it('asks about a certificate’s number that another product has by the same decision', () => {
    const numbered = (certificateNumber: string, more: Partial<ListedRecognition> = {}) => [
      { ...decided, certificateNumber, ...more },
    ]
    const register = taken([], plan([rowOf(5, {}, numbered('06/GCN-UBND'))]).rows)
    const other = (product: string, recognitions: readonly ListedRecognition[], row = 9) =>
      rowOf(row, { product }, recognitions)
    const owner = { row: 9, name: 'Cam Cao Phong', producer: 'HTX Nông nghiệp Hà Phong' }
    const told = (...rows: readonly RegisterRow[]) => plan(rows, register).otherCertificates
    expect(told(other('Bưởi đỏ', numbered('6/gcn-ubnd')))).toEqual([{ ...owner, number: '6/gcn-ubnd' }])
    expect(told(rowOf(9, {}, numbered('6/GCN-UBND')))).toEqual([])
    expect(told(other('Bưởi đỏ', numbered('06/GCN-UBND', { decisionNumber: '8/QĐ-UBND' })))).toEqual([])
    const later = { decisionDate: '2022-12-30', decisionYear: 2022 }
    expect(told(other('Bưởi đỏ', numbered('06/GCN-UBND', later)))).toEqual([])
    expect(told(other('Bưởi đỏ', numbered('7/GCN')), other('Chè', numbered('07/GCN'), 10))).toMatchObject([
      { row: 10, name: 'Bưởi đỏ' },
    ])
    // A column of decisions that was taken for one of certificates.
    const alike = numbered('3163/QĐ-UBND')
    expect(told(other('Bưởi đỏ', alike), other('Chè', alike, 10))).toEqual([])
  })

  it('says of a product whose certificate is withdrawn that nothing decided until then revives it', () => {
    const [product] = taken([], plan([rowOf(5)]).rows)
    const register = [{ ...product!, withdrawnOn: '2021-06-01' }]
    const told = (said: Partial<ListedRecognition>) =>
      plan([rowOf(5, {}, [{ ...decided, ...said }])], register).withdrawn.map(({ day, isWritten }) => [day, isWritten])
    expect(told({})).toEqual([['2021-06-01', false]])
    expect(told({ decisionDate: '2021-05-31', decisionNumber: '7/QĐ-UBND' })).toEqual([['2021-06-01', true]])
    expect(told({ decisionDate: '2021-06-02', decisionNumber: '7/QĐ-UBND' })).toEqual([])
  })

  it.each([
    ['', [], 'new'],
    ['', [decided], 'reassessment'],
    ['Đánh giá lại', [], 'reassessment'],
    ['Nâng hạng sao', [decided], 'upgrade'],
    ['Đăng ký mới', [decided], 'new'],
  ])('registers “%s” of a product recognised %j as %s', (application, before, wanted) => {
    const register = before.length === 0 ? [] : taken([], plan([rowOf(5, {}, before)]).rows)
    const { rows } = plan([rowOf(5, { application }, [])], register)
    expect(rows[0]?.registration).toEqual({ year: 2024, application: wanted })
  })

  it('asks about a product that one slip of the keys tells from a known one', () => {
    const register = taken([], plan([rowOf(5)]).rows)
    expect(plan([rowOf(9, { product: 'Cam Cao Phog' })], register).near).toEqual([
      {
        row: 9,
        why: 'product',
        name: 'Cam Cao Phong',
        producer: 'HTX Nông nghiệp Hà Phong',
        commune: 'xã Thu Phong',
        code: '',
      },
    ])
    expect(plan([rowOf(9), rowOf(10, { product: 'Cam Cao Phog' })]).near).toEqual([])
  })

  it('asks about the same names in another place, and about a new product of a producer nearly known', () => {
    const register = taken([], plan([rowOf(5)]).rows)
    const near = (said: Said) => plan([rowOf(9, said)], register).near.map(({ why, name }) => [why, name])
    expect(near({ commune: 'xã Bắc Phong' })).toEqual([['place', 'Cam Cao Phong']])
    expect(near({ product: 'Bưởi', commune: 'xã Bắc Phong' })).toEqual([['place', null]])
    expect(near({ product: 'Bưởi', producer: 'HTX NN Hà Phog' })).toEqual([['producer', null]])
    expect(near({ product: 'Bưởi' })).toEqual([])
    expect(near({ product: 'Bưởi', producer: 'HTX Mường Bi' })).toEqual([])
  })

  it('takes no code that another product has, however it is written, and asks', () => {
    const register = taken([], plan([rowOf(5, { code: 'HB-01Đ' })]).rows)
    const other = { product: 'Bưởi đỏ', code: 'hb-０１d' }
    const { rows, near } = plan([rowOf(9, other), rowOf(10, { product: 'Chè', code: 'M9' })], register)
    expect(rows.map(({ facts }) => facts.code)).toEqual(['', 'M9'])
    expect(near).toMatchObject([{ row: 9, why: 'code', name: 'Cam Cao Phong', code: 'hb-０１d' }])
    const twice = plan([rowOf(5, { code: 'M1' }), rowOf(6, { product: 'Chè', code: 'm1' })])
    expect(twice.near).toMatchObject([{ row: 6, why: 'code', name: 'Cam Cao Phong' }])
    expect(plan([rowOf(5, { code: 'hb-01d' })], register).near).toEqual([])
  })

  it('reads legal codes by what they mean', () => {
    const register = taken([], plan([rowOf(5, { code: '19-00124-1-2026' })]).rows)
    const other = plan([rowOf(9, { product: 'Bưởi đỏ', code: '(19)-(00124)-(01)-2026' })], register)
    expect(other.near).toMatchObject([{ row: 9, why: 'code', name: 'Cam Cao Phong' }])
    expect(plan([rowOf(5, { code: '19-00124-001-2026' })], register).rows).toMatchObject([{ change: 'same' }])
  })

  it('leaves rows without a product or producer to their faults', () => {
    expect(plan([rowOf(5, { product: null }), rowOf(6, { producer: null })]).rows).toEqual([])
  })
})
