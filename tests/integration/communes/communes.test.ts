import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { lockedSession } from '../documents-register/numbered-session.ts'
import { unpackRows } from '../../../shared/domain/register/preview-rows.ts'

// The office's list of communes and all that is read by it. Today is 20/11/2026.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Xã sau sắp xếp' })
})
afterEach(() => app[Symbol.dispose]())

const page = { limit: 50, offset: 0 }
const head = ['TT', 'Xã, phường, thị trấn cũ', 'Huyện cũ', 'Xã mới', 'Tỉnh mới', 'Mã xã', 'Từ ngày']
const merged: OfficeList['rows'] = [
  head,
  [1, 'Xã Mỹ Thọ', 'Huyện Phù Mỹ', 'Xã Phù Mỹ Đông', 'Gia Lai', '21900', dateCell('2025-07-01')],
  [2, 'Xã Mỹ An', 'Huyện Phù Mỹ', 'Xã Phù Mỹ Đông', 'Gia Lai', '21900', '01/07/2025'],
  [3, 'Xã Cát Tiến', 'Huyện Phù Cát', 'Xã Cát Tiến', 'Gia Lai', null, null],
]

const fileOf = async (list: OfficeList, name = 'Danh sách xã.xlsx') =>
  new File([new Uint8Array(await officeWorkbook(list))], name)
const takeCommunes = async (rows: OfficeList['rows'] = merged) =>
  app.client.communes.takeList({ file: await fileOf({ rows }) })

const products: OfficeList['rows'] = [
  ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
  ['Nước mắm', 'HTX Mỹ Thọ', 'Mỹ Thọ', 'Phù Mỹ', 4, '3163/QĐ-UBND', dateCell('2024-12-30')],
  ['Mực khô', 'HTX Mỹ An', 'Xã Mỹ An', 'Phù Mỹ', 3, '3163/QĐ-UBND', dateCell('2024-12-30')],
  ['Bánh tráng', 'HTX Đông', 'Xã Phù Mỹ Đông', null, 3, '15/QĐ-UBND', dateCell('2026-03-02')],
  ['Gạo', 'HTX Bình Hòa', 'Bình Hòa', 'Tây Sơn', 3, '3163/QĐ-UBND', dateCell('2024-12-30')],
]
async function takeProducts(rows = products) {
  const list = { file: await fileOf({ rows }), sender: 'Sở', sheet: null, columns: [], year: 2026, acceptsDoubts: true }
  return app.client.register.takeList(list)
}

const count = async (by: 'commune', places?: 'now' | 'then') => {
  const { rows } = await app.client.statistics.count({ by, ...(places !== undefined && { places }) })
  return Object.fromEntries(rows.map(({ label, measures }) => [label, measures.recognised]))
}
const certificates = (query: { readonly place?: string; readonly query?: string } = {}) =>
  app.client.register.certificates({ ...page, ...query })
const names = (rows: readonly { readonly productName: string }[]) =>
  rows.map(({ productName }) => productName).toSorted()
const refusing = (reason: string) => ({ data: { reason } })
const isIntact = async () => (await app.client.workspace.checkIntegrity()).isIntact
const events = () => app.file().prepare('SELECT count(*) AS count FROM audit_events').get() as { count: number }

describe('the office’s list of communes', () => {
  it('is read from a workbook, shown before, taken whole, and the same again changes nothing', async () => {
    const preview = await app.client.communes.previewList({ file: await fileOf({ rows: merged }) })
    expect(
      preview.rows.map(({ row, change, oldCommune, newCommune }) => [row, change, oldCommune, newCommune]),
    ).toEqual([
      [2, 'new', 'Xã Mỹ Thọ', 'Xã Phù Mỹ Đông'],
      [3, 'new', 'Xã Mỹ An', 'Xã Phù Mỹ Đông'],
      [4, 'new', 'Xã Cát Tiến', 'Xã Cát Tiến'],
    ])
    expect(preview.faults).toEqual([])
    expect((await app.client.communes.list(page)).count).toBe(0)

    expect(await takeCommunes()).toEqual({ added: 3, changed: 0, same: 0 })
    const before = events()
    expect(await takeCommunes()).toEqual({ added: 0, changed: 0, same: 3 })
    expect(events()).toEqual(before)
    const { rows, total } = await app.client.communes.list({ ...page, query: 'phu my dong' })
    expect(total).toBe(2)
    expect(rows[0]).toMatchObject({ code: '21900', fromDay: '2025-07-01', untilDay: null })
    expect(await isIntact()).toBe(true)
  })

  it('may name several old communes in a cell or in merged cells, under rows that name their district', async () => {
    await app.client.communes.takeList({
      file: await fileOf({
        rows: [
          ['DANH SÁCH ĐƠN VỊ HÀNH CHÍNH SAU SẮP XẾP', null, null],
          ['Đơn vị hành chính cấp xã cũ', 'Xã mới', 'Mã xã'],
          ['I. HUYỆN PHÙ MỸ', null, null],
          ['Xã Mỹ Thọ, xã Mỹ An và xã Mỹ Thắng', 'Xã Phù Mỹ Đông', 21900],
          ['Xã Mỹ Hòa', 'Xã Phù Mỹ Nam', 8950],
          ['Xã Mỹ Tài', null, null],
        ],
        merges: ['A1:C1', 'B5:B6', 'C5:C6'],
      }),
    })
    const { rows } = await app.client.communes.list(page)
    expect(rows.map(({ oldCommune, newCommune, code }) => [oldCommune, newCommune, code])).toEqual([
      ['xã Mỹ An', 'Xã Phù Mỹ Đông', '21900'],
      ['xã Mỹ Thắng', 'Xã Phù Mỹ Đông', '21900'],
      ['Xã Mỹ Thọ', 'Xã Phù Mỹ Đông', '21900'],
      ['Xã Mỹ Hòa', 'Xã Phù Mỹ Nam', '08950'],
      ['Xã Mỹ Tài', 'Xã Phù Mỹ Nam', '08950'],
    ])
    expect(new Set(rows.map(({ oldDistrict }) => oldDistrict))).toEqual(new Set(['HUYỆN PHÙ MỸ']))
  })

  it('is refused whole where a row is wrong, and says at the cell what is', async () => {
    const rows: OfficeList['rows'] = [
      head,
      [1, 'Xã Mỹ Thọ', 'Huyện Phù Mỹ', 'Xã Phù Mỹ Đông', 'Gia Lai', '21900', '01/07/2025'],
      [2, 'Xã Mỹ Thọ', 'Huyện Phù Mỹ', 'Xã Phù Mỹ Nam', 'Gia Lai', '2190A', 'hôm qua'],
      [3, 'Một phần xã Mỹ An', 'Huyện Phù Mỹ', null, 'Gia Lai', '21901', null],
      [4, 'Xã Mỹ Hòa', 'Huyện Phù Mỹ', 'Xã Phù Mỹ Nam', 'Gia Lai', '21900', { error: '#REF!' }],
    ]
    const { faults } = await app.client.communes.previewList({ file: await fileOf({ rows }) })
    expect(faults.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      'D3 “Xã Mỹ Thọ” đã được ghi vào “Xã Phù Mỹ Đông” ở dòng 2.',
      'F3 “2190A” không phải là mã xã; mã gồm 5 chữ số theo Quyết định 19/2025/QĐ-TTg.',
      'G3 “hôm qua” không phải là ngày; ghi như 01/07/2025.',
      expect.stringContaining('B4 “Một phần xã Mỹ An” chỉ nói một phần'),
      'D4 Chưa có tên xã mới.',
      'F5 Mã 21900 đã là mã của “Xã Phù Mỹ Đông” ở dòng 2.',
      expect.stringContaining('G5'),
    ])
    await expect(takeCommunes(rows)).rejects.toMatchObject(refusing('list-has-faults'))
    expect((await app.client.communes.list(page)).count).toBe(0)
    const other = fileOf({
      rows: [
        ['Tên sản phẩm', 'Tên chủ thể'],
        ['Cam', 'HTX'],
      ],
    })
    await expect(app.client.communes.previewList({ file: await other })).rejects.toMatchObject(refusing('no-list-head'))
  })

  it('is typed row by row, and refuses what contradicts it', async () => {
    await takeCommunes()
    const fields = {
      oldCommune: 'Xã Mỹ Hòa',
      oldDistrict: 'Huyện Phù Mỹ',
      oldProvince: '',
      newCommune: 'Xã Phù Mỹ Nam',
      newProvince: 'Gia Lai',
      code: '21910',
      fromDay: '2025-07-01',
    }
    const { id } = await app.client.communes.save({ fields })
    await app.client.communes.save({ id, fields: { code: '21911' } })
    const refusals = [
      [{ ...fields }, 'commune-twice'],
      [{ ...fields, oldCommune: 'Xã Mỹ Tài', code: '2191' }, 'commune-code'],
      [{ ...fields, oldCommune: 'Xã Mỹ Tài', code: '21900' }, 'commune-code-taken'],
      [{ ...fields, oldCommune: 'Xã Phù Mỹ Nam', oldDistrict: '', oldProvince: 'tỉnh Gia Lai' }, 'commune-itself'],
    ] as const
    for (const [other, reason] of refusals) {
      await expect(app.client.communes.save({ fields: other })).rejects.toMatchObject(refusing(reason))
    }
    // A commune that leaves again ends its code the day before.
    const later = { ...fields, oldCommune: 'Xã Phù Mỹ Nam', oldDistrict: '', newCommune: 'Xã Phù Mỹ', code: '' }
    await app.client.communes.save({ fields: { ...later, fromDay: '2028-01-01' } })
    const { rows } = await app.client.communes.list({ ...page, query: '21911' })
    expect(rows).toMatchObject([{ oldCommune: 'Xã Mỹ Hòa', untilDay: '2027-12-31' }])
    await app.client.communes.remove({ id })
    expect((await app.client.communes.list({ ...page, query: '21911' })).rows).toEqual([])
    expect(await isIntact()).toBe(true)
  })
})

describe('what stands under an old name', () => {
  beforeEach(async () => {
    await takeProducts()
    await takeCommunes()
  })

  it('is counted with what became one commune with it, or as it was', async () => {
    expect(await count('commune')).toEqual({ 'Xã Phù Mỹ Đông': 3, 'Bình Hòa, Tây Sơn': 1 })
    const then = { 'Mỹ Thọ, Phù Mỹ': 1, 'Xã Mỹ An, Phù Mỹ': 1, 'Xã Phù Mỹ Đông': 1, 'Bình Hòa, Tây Sơn': 1 }
    expect(await count('commune', 'then')).toEqual(then)
    await app.client.communes.update()
    expect(await count('commune')).toEqual({ 'Xã Phù Mỹ Đông': 3, 'Bình Hòa, Tây Sơn': 1 })
    expect(await count('commune', 'then')).toEqual(then)
  })

  it.each([false, true])('is filtered and found by either name, brought over or not: %s', async (isUpdated) => {
    if (isUpdated) await app.client.communes.update()
    const { places } = await certificates()
    const place = (label: string) => places.find((one) => one.label === label)?.key ?? label
    expect(names((await certificates({ place: place('Xã Phù Mỹ Đông') })).rows)).toEqual([
      'Bánh tráng',
      'Mực khô',
      'Nước mắm',
    ])
    expect(names((await certificates({ place: place('Xã Mỹ An, Phù Mỹ') })).rows)).toEqual(['Mực khô'])
    for (const words of ['phu my dong', 'my an']) {
      expect(names((await certificates({ query: words })).rows)).toContain('Mực khô')
      const found = await app.client.products.list({ ...page, query: words })
      expect(found.products.map(({ name }) => name)).toContain('Mực khô')
      const { producers } = await app.client.producers.list({ ...page, query: words })
      expect(producers.map(({ name }) => name)).toContain('HTX Mỹ An')
      const all = await app.client.search.find({ query: words, limit: 10 })
      expect(all.products.map(({ name }) => name)).toContain('Mực khô')
      expect(all.producers.map(({ name }) => name)).toContain('HTX Mỹ An')
    }
    const [product] = (await app.client.products.list({ ...page, query: 'muc kho' })).products
    expect(product).toMatchObject(
      isUpdated
        ? { commune: 'Xã Phù Mỹ Đông', district: '', communeNow: '', formerly: 'Xã Mỹ An, Phù Mỹ' }
        : { commune: 'Xã Mỹ An', communeNow: 'Xã Phù Mỹ Đông', formerly: '' },
    )
  })

  it('is filtered among registrations by either name', async () => {
    const [product] = (await app.client.products.list({ ...page, query: 'muc kho' })).products
    const fields = { productId: product?.id ?? 0, year: 2026, application: 'reassessment' as const }
    await app.client.registrations.save({ fields })
    for (const isUpdated of [false, true]) {
      if (isUpdated) await app.client.communes.update()
      const { places, rows } = await app.client.registrations.list({ ...page, year: 2026 })
      expect(rows[0]).toMatchObject(isUpdated ? { commune: 'Xã Phù Mỹ Đông' } : { communeNow: 'Xã Phù Mỹ Đông' })
      expect(places.map(({ label, count: of }) => [label, of])).toEqual(
        expect.arrayContaining([
          ['Xã Mỹ An, Phù Mỹ', 1],
          ['Xã Phù Mỹ Đông', 1],
        ]),
      )
    }
  })

  it('is brought over all at once, told first, and taken back but for what was placed otherwise since', async () => {
    const preview = await app.client.communes.previewUpdate()
    expect(preview.rows.map(({ kind, name, from, to }) => [kind, name, from.commune, to.commune])).toEqual([
      ['product', 'Mực khô', 'Xã Mỹ An', 'Xã Phù Mỹ Đông'],
      ['product', 'Nước mắm', 'Mỹ Thọ', 'Xã Phù Mỹ Đông'],
      ['producer', 'HTX Mỹ An', 'Xã Mỹ An', 'Xã Phù Mỹ Đông'],
      ['producer', 'HTX Mỹ Thọ', 'Mỹ Thọ', 'Xã Phù Mỹ Đông'],
    ])
    expect(preview.unknown).toEqual([{ commune: 'Bình Hòa', district: 'Tây Sơn', count: 1 }])
    expect(await app.client.communes.update()).toEqual({ products: 2, producers: 2 })
    expect(await app.client.communes.list(page)).toMatchObject({ toUpdate: 0, lastUpdate: { count: 4 } })
    const [producer] = (await app.client.producers.list({ ...page, query: 'htx my an' })).producers
    expect(producer).toMatchObject({ commune: 'Xã Phù Mỹ Đông', province: 'Gia Lai', formerly: 'Xã Mỹ An, Phù Mỹ' })
    const before = events()
    expect(await app.client.communes.update()).toEqual({ products: 0, producers: 0 })
    expect(events()).toEqual(before)

    const [moved] = (await app.client.products.list({ ...page, query: 'nuoc mam' })).products
    await app.client.products.save({ id: moved?.id ?? 0, fields: { commune: 'Xã Phù Mỹ Nam' } })
    expect(await app.client.communes.undoUpdate()).toEqual({ products: 1, producers: 2 })
    const places = (await app.client.products.list(page)).products.map(({ name, commune, district }) => [
      name,
      commune,
      district,
    ])
    expect(places).toEqual(
      expect.arrayContaining([
        ['Mực khô', 'Xã Mỹ An', 'Phù Mỹ'],
        ['Nước mắm', 'Xã Phù Mỹ Nam', ''],
      ]),
    )
    await expect(app.client.communes.undoUpdate()).rejects.toMatchObject(refusing('not-found'))
    expect(await isIntact()).toBe(true)
  })

  it('stays until the day of a change that is yet to come, and is said with it', async () => {
    await app.client.communes.update()
    const fields = { oldProvince: '', newProvince: 'Gia Lai', code: '', fromDay: '2027-03-01' }
    await app.client.communes.save({
      fields: { ...fields, oldCommune: 'X. Bình Hòa', oldDistrict: 'H. Tây Sơn', newCommune: 'Xã Bình Hiệp' },
    })
    const { rows, unknown, later } = await app.client.communes.previewUpdate()
    expect([rows, unknown]).toEqual([[], []])
    expect(later).toEqual([
      { commune: 'Bình Hòa', district: 'Tây Sơn', count: 1, to: 'Xã Bình Hiệp', fromDay: '2027-03-01' },
    ])
    const checked = await app.client.communes.check({ commune: 'Bình Hòa', district: 'Tây Sơn' })
    expect(checked).toMatchObject({ now: null, later: { commune: 'Xã Bình Hiệp', fromDay: '2027-03-01' } })
    app.clock.at = new Date('2027-03-01T02:00:00Z')
    expect((await app.client.communes.previewUpdate()).rows.map(({ to }) => to.commune)).toContain('Xã Bình Hiệp')
    const { rows: found } = await app.client.communes.list({ ...page, query: 'xã bình hòa' })
    expect(found).toMatchObject([{ oldCommune: 'X. Bình Hòa' }])
  })

  it('is named as it is today on a paper of today, and as it was on one of before', async () => {
    await app.client.officePapers.setOffice({
      level: 'province',
      province: 'tỉnh Gia Lai',
      district: '',
      unit: '',
      abbreviation: '',
    })
    const listOn = async (asOf: string) => {
      const paper = { kind: 'lapsing-list' as const, years: [2024], asOf, by: 'recognition' as const }
      const file = await app.client.officePapers.render({ papers: [paper], format: 'xlsx' })
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(await file.arrayBuffer())
      const cells: string[] = []
      book.worksheets[0]?.eachRow((row) => row.eachCell(({ text }) => cells.push(text)))
      return cells.filter((text) => text === 'Mỹ Thọ' || text.startsWith('Xã ') || text === 'Phù Mỹ')
    }
    const [old, now] = [
      ['Xã Mỹ An', 'Phù Mỹ', 'Mỹ Thọ', 'Phù Mỹ'],
      ['Xã Phù Mỹ Đông', 'Xã Phù Mỹ Đông'],
    ]
    for (const isUpdated of [false, true]) {
      if (isUpdated) await app.client.communes.update()
      expect((await listOn('2025-06-30')).toSorted()).toEqual(old.toSorted())
      expect(await listOn('2026-03-01')).toEqual(now)
    }
  })
})

describe('a list that comes again', () => {
  const added = { added: 0, changed: 0, same: 4 }
  const places = async () => (await app.client.products.list(page)).products.map(({ commune }) => commune).toSorted()
  const fresh = products.map((row, index) => {
    const isOld = index === 1 || index === 2
    return row.map((cell, column) => (isOld && column === 2 ? 'xã Phù Mỹ Đông' : isOld && column === 3 ? null : cell))
  })

  it('finds what was brought over to the communes of today, and moves nothing back', async () => {
    await takeProducts()
    await takeCommunes()
    await app.client.communes.update()
    const before = await places()
    for (const rows of [products, fresh]) expect(await takeProducts(rows)).toEqual(added)
    expect(await places()).toEqual(before)
    const [moved] = (await app.client.products.list({ ...page, query: 'muc kho' })).products
    expect(moved).toMatchObject({ commune: 'Xã Phù Mỹ Đông', district: '', formerly: 'Xã Mỹ An, Phù Mỹ' })
  })

  it('finds what stands under the old name by the new one, and the other way round', async () => {
    await takeCommunes()
    await takeProducts(products)
    const before = await places()
    expect(await takeProducts(fresh)).toEqual(added)
    expect(await places()).toEqual(before)
    app[Symbol.dispose]()
    app = createTestApp()
    await app.client.workspace.create({ name: 'Xã sau sắp xếp' })
    await takeCommunes()
    await takeProducts(fresh)
    expect(await takeProducts(products)).toEqual(added)
    expect((await app.client.producers.list(page)).total).toBe(4)
  })
})

it('asks at the cell where a list spells a commune otherwise than the file or the office’s list', async () => {
  await takeCommunes()
  const rows: OfficeList['rows'] = [
    ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện'],
    ['Nước mắm', 'HTX A', 'Phù Mỹ Đôgn', null],
    ['Mực', 'HTX B', 'Mỹ Thọ', 'Phù Mỹ'],
    ['Cá', 'HTX C', 'Mỹ Thó', 'Phù Mỹ'],
  ]
  const list = { file: await fileOf({ rows }), sender: '', sheet: null, columns: [], year: 2026 }
  const preview = unpackRows(await app.client.register.previewList(list))
  expect(preview.faults.map(({ cell, level, reason }) => [cell, level, reason])).toEqual([
    ['C2', 'doubt', 'Có phải “Xã Phù Mỹ Đông”? Dòng này ghi “Phù Mỹ Đôgn”.'],
    ['C4', 'doubt', 'Có phải “Xã Mỹ Thọ”? Dòng này ghi “Mỹ Thó”.'],
  ])
  expect(preview.rows.map(({ state }) => state)).toEqual(['doubtful', 'sound', 'doubtful'])
  const check = (commune: string, district = '') => app.client.communes.check({ commune, district })
  expect(await check('Phù Mỹ Đôgn')).toMatchObject({ near: [{ commune: 'Xã Phù Mỹ Đông' }], now: null })
  expect(await check('X. Mỹ Thọ', 'H. Phù Mỹ')).toEqual({ near: [], now: 'Xã Phù Mỹ Đông', later: null })
  expect(await check('X. Phù Mỹ Đông')).toEqual({ near: [], now: null, later: null })
})

it('proposes the first code of a commune whose code the office’s list has', async () => {
  await takeCommunes()
  const code = (commune: string, district = '') => app.client.products.code({ code: '', commune, district })
  expect((await code('Phù Mỹ Đông')).next).toBe('52-21900-1-2026')
  expect((await code('Mỹ Thọ', 'Phù Mỹ')).next).toBe('52-21900-1-2026')
  expect((await code('Cát Tiến', 'Phù Cát')).next).toBeNull()
})

it('leaves a locked session and its certificates as they were', async () => {
  await lockedSession(app)
  const sealed = () => app.file().prepare('SELECT tally_digest, record_digest FROM sessions').all()
  const said = () => app.file().prepare('SELECT commune, district FROM session_products ORDER BY rowid').all()
  const [before, places] = [sealed(), said()]
  const { products: all } = await app.client.products.list(page)
  const [first] = all
  const fields = { oldProvince: '', newProvince: '', code: '', fromDay: '2025-07-01' }
  await app.client.communes.save({
    fields: { ...fields, oldCommune: first?.commune ?? '', oldDistrict: first?.district ?? '', newCommune: 'Xã Mới' },
  })
  expect((await app.client.communes.update()).products).toBeGreaterThan(0)
  expect([sealed(), said()]).toEqual([before, places])
  expect(await isIntact()).toBe(true)
})
