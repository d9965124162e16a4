import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficeListInput } from '../../../shared/api/register.ts'
import type { NearProduct } from '../../../shared/domain/register/plan-list.ts'
import { unpackRows } from '../../../shared/domain/register/preview-rows.ts'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { sampleCouncil, sampleProduct, sampleSession } from '../../helpers/sample-council.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// An office's list through the handlers that the window uses, on a real file.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Danh mục thử' })
})
afterEach(() => app[Symbol.dispose]())

const head = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'SĐT', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']
const orange = ['Cam lòng vàng', 'HTX Hà Phong', '0218 111', 'Thu Phong', 4, '3163/QĐ-UBND'] as const
const honey = ['Mật ong hoa rừng', 'Hộ kinh doanh Mường Bi', '0218 222', 'Phong Phú', 3, '3163/QĐ-UBND'] as const
const decided = dateCell('2019-12-30')
const twoRows = [head, [1, ...orange, decided], [2, ...honey, decided]] as const

async function asked(rows: OfficeList['rows'], more: { readonly sender?: string } = {}) {
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Danh sách.xlsx')
  return { file, sender: '', sheet: null, columns: [], year: 2024, ...more }
}

const previewOf = async (list: OfficeListInput) => unpackRows(await app.client.register.previewList(list))
const take = async (rows: OfficeList['rows'], acceptsDoubts = false) =>
  app.client.register.takeList({ ...(await asked(rows)), acceptsDoubts })
const listed = async () => (await app.client.products.list({ limit: 50, offset: 0 })).products
const countOf = (table: string) =>
  (app.file().prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count
const events = () => countOf('audit_events')

describe('an office’s list', () => {
  it('is taken whole: products without code and set, recognitions, rows as they stood', async () => {
    expect(await take(twoRows)).toEqual({ added: 2, changed: 0, same: 0 })
    expect(await listed()).toMatchObject([
      { code: '', name: 'Cam lòng vàng', producerName: 'HTX Hà Phong', commune: 'Thu Phong', setNumber: null },
      { code: '', name: 'Mật ong hoa rừng', setNumber: null },
    ])
    expect(app.file().prepare('SELECT star, decision_date, valid_until FROM recognitions').all()).toEqual([
      { star: 4, decision_date: '2019-12-30', valid_until: '2022-12-30' },
      { star: 3, decision_date: '2019-12-30', valid_until: '2022-12-30' },
    ])
    const kept = app.file().prepare('SELECT row, cells FROM list_rows').all() as { row: number; cells: string }[]
    expect(kept.map(({ row, cells }) => [row, JSON.parse(cells).H])).toEqual([
      [2, '30/12/2019'],
      [3, '30/12/2019'],
    ])
    expect((await app.client.workspace.checkIntegrity()).isIntact).toBe(true)
  })

  it('is taken as it is asked for now, whatever was looked at before', async () => {
    const list = await asked(twoRows)
    const { rows } = await previewOf(list)
    expect(rows.map(({ values: { star } }) => star)).toEqual([4, 3])
    const columns = [{ header: 'Hạng sao', field: null }]
    expect((await previewOf({ ...list, columns })).rows[0]?.values.star).toBeNull()
    expect((await previewOf(list)).rows[0]?.values.star).toBe(4)
    await app.client.register.takeList({ ...list, columns, acceptsDoubts: true })
    expect(app.file().prepare('SELECT star FROM recognitions').all()).toEqual([{ star: null }, { star: null }])
    const other = await asked([head, [1, ...honey, decided]])
    expect((await previewOf(other)).rows).toHaveLength(1)
  })

  it('changes nothing when it comes again, not even the audit', async () => {
    await take(twoRows)
    const before = events()
    expect(await take(twoRows)).toEqual({ added: 0, changed: 0, same: 2 })
    expect([events(), countOf('list_imports'), (await listed()).length]).toEqual([before, 1, 2])
  })

  it('writes what it says otherwise, and keeps what it leaves out', async () => {
    await take(twoRows)
    const fresh = [head, [1, 'CAM LÒNG VÀNG', 'HTX Hà Phong', '0218 999', 'xã Thu Phong', 4, '3163/QĐ-UBND', decided]]
    expect(await take(fresh)).toEqual({ added: 0, changed: 1, same: 0 })
    expect(app.file().prepare("SELECT phone FROM producers WHERE name = 'HTX Hà Phong'").all()).toEqual([
      { phone: '0218 999' },
    ])
    expect((await listed()).map(({ name }) => name)).toEqual(['Cam lòng vàng', 'Mật ong hoa rừng'])
  })

  it('that changes a recognition shows old and new at the cells, is asked about, and the earlier list is kept', async () => {
    const heads = [...head, 'Điểm']
    await take([heads, [1, ...orange, decided, 74.5]])
    const other = [heads, [1, ...orange.slice(0, 4), 3, '3164/QĐ-UBND', decided, 62]]
    const { rows, faults } = await previewOf(await asked(other))
    expect(rows).toMatchObject([{ state: 'doubtful', change: 'changed' }])
    const of = 'Danh mục đang ghi'
    expect(faults.map(({ cell, level, reason }) => `${cell} ${level}: ${reason}`)).toEqual([
      `F2 doubt: ${of} 4 sao (quyết định 3163/QĐ-UBND ngày 30/12/2019); danh sách này đổi thành 3 sao.`,
      `I2 doubt: ${of} 74,5 điểm (quyết định 3163/QĐ-UBND ngày 30/12/2019); danh sách này đổi thành 62 điểm.`,
      `G2 doubt: ${of} số 3163/QĐ-UBND (quyết định ngày 30/12/2019); danh sách này đổi thành số 3164/QĐ-UBND.`,
    ])
    await expect(take(other)).rejects.toMatchObject({ data: { reason: 'list-has-doubts' } })
    await take(other, true)
    const [product] = await listed()
    const { events: time } = await app.client.register.timeline({ productId: product?.id ?? 0 })
    expect(time.map((event) => (event.kind === 'listed' ? event.cells : event.kind))).toEqual([
      'recognised',
      ['1', ...orange.map(String), '30/12/2019', '74,5'],
    ])
    expect(time.at(-1)).toMatchObject({ kind: 'listed', isOvertaken: true })
  })

  it('that recognises nothing is told as the only one, not as changed by another', async () => {
    await take([head, [1, ...orange.slice(0, 4), 'Không đạt', '12/QĐ-UBND', decided]], true)
    const [product] = await listed()
    const { events: time } = await app.client.register.timeline({ productId: product?.id ?? 0 })
    expect(time).toMatchObject([{ kind: 'listed', isOvertaken: false }])
  })

  it('whose decision the file has with another day is asked about, and told where that revives a product', async () => {
    await take(twoRows)
    const later = dateCell('2025-12-30')
    const moved = [head, [1, ...orange, later], [2, 'Chè', 'HTX Pà Cò', null, 'Pà Cò', 3, '3163/QĐ-UBND', later]]
    const { rows, faults } = await previewOf(await asked(moved))
    expect(rows).toMatchObject([{ state: 'doubtful' }, { state: 'doubtful' }])
    expect(faults.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      'H2 Danh mục ghi quyết định 3163/QĐ-UBND (của chính sản phẩm này) ngày 30/12/2019; dòng này ghi ngày 30/12/2025. Theo ngày của danh sách, sản phẩm đã hết hạn lại còn hiệu lực.',
      'H3 Danh mục ghi quyết định 3163/QĐ-UBND (của sản phẩm khác) ngày 30/12/2019; dòng này ghi ngày 30/12/2025.',
    ])
  })

  it('corrects the day of a decision, and does not recognise the product twice', async () => {
    await take([head, [1, ...orange, dateCell('2024-12-05')]])
    expect(await take([head, [1, ...orange, dateCell('2024-05-12')]], true)).toEqual({ added: 0, changed: 1, same: 0 })
    expect(app.file().prepare('SELECT decision_date, valid_until FROM recognitions').all()).toEqual([
      { decision_date: '2024-05-12', valid_until: '2027-05-12' },
    ])
    expect(await take([head, [1, ...orange, dateCell('2024-05-12')]])).toEqual({ added: 0, changed: 0, same: 1 })
  })

  it('neither recognises nor registers what failed, and counts no decision without a star as in force', async () => {
    const late = dateCell('2026-08-05')
    await take(
      [
        head,
        [1, ...orange.slice(0, 4), 'Không đạt', '12/QĐ-UBND', late],
        [2, ...honey.slice(0, 4), null, '12/QĐ-UBND', late],
        [3, 'Chè', 'HTX Pà Cò', null, 'Pà Cò', 3, '12/QĐ-UBND', late],
      ],
      true,
    )
    expect([countOf('products'), countOf('recognitions'), countOf('registrations')]).toEqual([3, 2, 0])
    const { rows, counts } = await app.client.register.certificates({ limit: 9, offset: 0 })
    expect(rows.map(({ productName, state }) => [productName, state])).toEqual([
      ['Mật ong hoa rừng', 'starless'],
      ['Chè', 'in-force'],
    ])
    expect(counts.state).toMatchObject({ starless: 1, 'in-force': 1 })
    const { total, starless } = await app.client.statistics.count({ by: 'star' })
    expect([total.measures.recognised, starless]).toEqual([1, 1])
  })

  it('is found by its districts, best first, and gives products their star', async () => {
    const placed = [...head.slice(0, 5), 'Huyện', ...head.slice(5)]
    const rows = [
      ['Trà Pù Mát', 'Công ty Ong Vàng', null, 'Phong Phú', 'huyện Hà Trung', 3, '9/QĐ-UBND', decided],
      ['Mật ong', 'HTX Pà Cò', null, 'Pà Cò', 'huyện Mai Châu', 4, '9/QĐ-UBND', decided],
    ]
    await take([placed, ...rows.map((row, place) => [place + 1, ...row])], true)
    const find = async (query: string) =>
      (await app.client.products.list({ query, limit: 9, offset: 0 })).products.map(({ name, lastStar }) => [
        name,
        lastStar,
      ])
    expect(await find('huyện Hà Trung')).toEqual([['Trà Pù Mát', 3]])
    expect(await find('mat ong')).toEqual([
      ['Mật ong', 4],
      ['Trà Pù Mát', 3],
    ])
  })

  it('with a faulty row is refused whole', async () => {
    const faulty = [...twoRows, [3, 'Chè', { error: '#REF!' } as const, null, 'Pà Cò', 3, '1/QĐ-UBND', decided]]
    const before = events()
    await expect(take(faulty, true)).rejects.toMatchObject({ data: { reason: 'list-has-faults', detail: { rows: 1 } } })
    expect([events(), (await listed()).length]).toEqual([before, 0])
  })

  it('with doubtful rows is asked about first', async () => {
    const doubtful = [...twoRows, [3, 'Chè', 'HTX Pà Cò', null, 'Pà Cò', 3, '1/QĐ-UBND', null]]
    await expect(take(doubtful)).rejects.toMatchObject({ data: { reason: 'list-has-doubts', detail: { rows: 1 } } })
    expect(await take(doubtful, true)).toMatchObject({ added: 3 })
  })

  it('whose product is spelt nearly as a known one is doubtful, and says which', async () => {
    await take(twoRows)
    const rest = ['Hộ kinh doanh Mường Bi', null, 'Phong Phú', 3, '9/QĐ-UBND', decided] as const
    // A slip of the keys, and other accents, which may be another product as well.
    for (const name of ['Mật ong hoa rừg', 'Mật ong hoa rùng ']) {
      const preview = await previewOf(await asked([head, [1, name, ...rest]]))
      expect(preview.rows).toMatchObject([{ state: 'doubtful', change: 'new' }])
      expect(preview.faults).toContainEqual({
        sheet: 'Sheet1',
        cell: 'B2',
        level: 'doubt',
        reason: 'Gần giống “Mật ong hoa rừng” của Hộ kinh doanh Mường Bi đã có trong danh mục.',
      })
    }
    const bare = await previewOf(await asked([head, [1, 'MAT ONG HOA RUNG', ...rest]]))
    expect(bare.rows).toMatchObject([{ state: 'doubtful', change: 'changed' }])
    const respelt = await previewOf(await asked([head, [1, 'MẬT ONG – HOA RỪNG', ...rest]]))
    expect(respelt.rows).toMatchObject([{ change: 'changed' }])
    expect(respelt.faults.filter(({ reason }) => reason.includes('hoa rừng'))).toEqual([])
  })

  it('never takes one product, or producer, for another whose name has other accents', async () => {
    const rest = [null, 'Phong Phú', 3, '9/QĐ-UBND', decided] as const
    const names = [
      ['Dừa sấy', 'HTX Hải Hà'],
      ['Dứa sấy', 'HTX Hải Hà'],
      ['Cá kho', 'Hộ KD Nguyễn Văn Hùng'],
      ['Cá kho', 'Hộ KD Nguyễn Văn Hưng'],
    ] as const
    await take([head, ...names.map(([name, producer], place) => [place + 1, name, producer, ...rest])], true)
    const kept = (await listed()).map(({ name, producerName }) => `${name}, ${producerName}`)
    expect(kept.toSorted()).toEqual(names.map((both) => both.join(', ')).toSorted())
    const again = await previewOf(
      await asked([head, [1, 'Dứa sấy', 'Hợp tác xã Hải Hà', ...rest], [2, 'Dưa say', 'HTX Hải Hạ', ...rest]]),
    )
    expect(again.rows).toMatchObject([
      { state: 'sound', change: 'same' },
      { state: 'doubtful', change: 'new' },
    ])
  })

  it('says at its cell each way in which a row may be one with a known product or producer', async () => {
    await take([head, [1, ...orange, decided]])
    const [known] = await listed()
    await app.client.products.save({ id: known?.id ?? 0, fields: { code: 'HB-01' } })
    const coded = ['STT', 'Mã sản phẩm', 'Tên sản phẩm', 'Tên chủ thể', 'Xã']
    const of: Readonly<Record<NearProduct['why'] | 'producerAlone' | 'placeAlone', readonly [string[], told: string]>> =
      {
        product: [
          ['', 'Cam lòng vàg', 'HTX Hà Phong', 'Thu Phong'],
          'C2 Gần giống “Cam lòng vàng” của HTX Hà Phong đã có trong danh mục.',
        ],
        producer: [
          ['', 'Cam lòng vàng', 'HTX Hà Phog', 'Thu Phong'],
          'C2 Gần giống “Cam lòng vàng” của HTX Hà Phong đã có trong danh mục.',
        ],
        place: [
          ['', 'Cam lòng vàng', 'HTX Hà Phong', 'Bắc Phong'],
          'C2 Trùng tên với “Cam lòng vàng” của HTX Hà Phong ở Thu Phong đã có trong danh mục; dòng này ghi nơi khác.',
        ],
        code: [
          ['hb-０１', 'Bưởi đỏ', 'HTX Hà Phong', 'Thu Phong'],
          'B2 Mã “hb-01” đã là mã của “Cam lòng vàng” của HTX Hà Phong; dòng này được nhận không kèm mã.',
        ],
        'other-producer': [
          ['', 'Cam lòng vàng', 'HTX Cam Cao Phong', 'xã Thu Phong'],
          'D2 Trùng tên với “Cam lòng vàng” của HTX Hà Phong ở cùng xã đã có trong danh mục; dòng này ghi chủ thể khác.',
        ],
        producerAlone: [
          ['', 'Bưởi đỏ', 'HTX Hà Phog', 'Thu Phong'],
          'D2 Gần giống chủ thể “HTX Hà Phong” đã có trong danh mục.',
        ],
        spelling: [
          ['', 'cam long vang', 'HTX Hà Phong', 'Thu Phong'],
          'C2 Dòng này ghi không dấu, hoặc danh mục ghi không dấu: được nhận là “Cam lòng vàng” của HTX Hà Phong đã có trong danh mục.',
        ],
        placeAlone: [
          ['', 'Bưởi đỏ', 'HTX Hà Phong', 'Bắc Phong'],
          'D2 Trùng tên với chủ thể “HTX Hà Phong” ở Thu Phong đã có trong danh mục; dòng này ghi nơi khác.',
        ],
      }
    for (const [why, [cells, told]] of Object.entries(of)) {
      const { faults } = await previewOf(await asked([coded, [1, ...cells]]))
      expect(
        faults.map(({ cell, reason }) => `${cell} ${reason}`),
        why,
      ).toEqual([told])
    }
  })

  it('keeps in the audit what was accepted of its doubts', async () => {
    await take([...twoRows, [3, 'Chè', 'HTX Pà Cò', null, 'Pà Cò', 3, '1/QĐ-UBND', null]], true)
    const event = app.file().prepare('SELECT detail FROM audit_events ORDER BY seq DESC LIMIT 1').get()
    expect(JSON.parse((event as { detail: string }).detail)).toMatchObject({
      doubtCount: 1,
      doubts: [{ cell: 'F4', reason: 'Chưa có ngày quyết định nên chưa tính được thời hạn.' }],
    })
  })

  it('is read by what a person said of its columns, for that sender from then on', async () => {
    const odd = [
      ['STT', 'Mặt hàng', 'Tên chủ thể', 'Xã', 'Tên sản phẩm'],
      [1, 'Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', 'loại một'],
    ]
    const columns = [
      { header: 'Mặt hàng', field: 'product' as const },
      { header: 'Tên sản phẩm', field: null },
    ]
    const from = { ...(await asked(odd)), sender: 'Phòng Nông nghiệp' }
    await app.client.register.takeList({ ...from, columns, acceptsDoubts: true })
    expect((await listed()).map(({ name }) => name)).toEqual(['Cam lòng vàng'])
    const productIn = async (sender: string) => (await previewOf({ ...from, sender })).rows[0]?.values.product
    expect(await productIn('Phòng Nông nghiệp')).toBe('Cam lòng vàng')
    expect(await productIn('Phòng Kinh tế')).toBe('loại một')
  })

  it('whose headings repeat keeps what was said of each of them', async () => {
    const twice = [
      ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Hạng sao', 'Ngày quyết định', 'Hạng sao', 'Ngày quyết định'],
      [1, 'Cam lòng vàng', 'HTX Hà Phong', 3, decided, 4, dateCell('2022-12-20')],
    ]
    const preview = await previewOf(await asked(twice))
    expect(preview.columns.slice(3)).toMatchObject([
      { header: 'Hạng sao', field: 'star1' },
      { header: 'Ngày quyết định', field: 'decisionDate' },
      { header: 'Hạng sao [2]', field: 'star2' },
      { header: 'Ngày quyết định [2]', field: 'decisionDate2' },
    ])
    expect(preview.rows[0]).toMatchObject({ state: 'sound', values: { star: 4, decisionDate: '2022-12-20' } })
    const columns = [{ header: 'Hạng sao [2]', field: null }]
    const chosen = await previewOf({ ...(await asked(twice)), columns })
    expect(chosen.columns.map(({ field }) => field)).toEqual([
      'place',
      'product',
      'producer',
      'star',
      'decisionDate',
      null,
      'decisionDate2',
    ])
  })

  it('comes from offices that are remembered, the latest first', async () => {
    expect(await app.client.register.listSenders()).toEqual([])
    for (const [index, sender] of ['Huyện Cao Phong', '', 'Huyện Mai Châu', 'Huyện Cao Phong'].entries()) {
      const rows = [head, [1, `Sản phẩm ${index}`, ...orange.slice(1), decided]]
      await app.client.register.takeList({ ...(await asked(rows, { sender })), acceptsDoubts: true })
    }
    expect(await app.client.register.listSenders()).toEqual(['Huyện Cao Phong', 'Huyện Mai Châu'])
  })

  it('leaves products that no agenda takes yet, found among the others', async () => {
    await take(twoRows)
    const [product] = await listed()
    const incomplete = async () =>
      (await app.client.products.list({ isIncomplete: true, limit: 9, offset: 0 })).products.map(({ name }) => name)
    await app.client.products.save({ id: product?.id ?? 0, fields: { code: '17-01' } })
    expect(await incomplete()).toEqual(['Cam lòng vàng', 'Mật ong hoa rừng'])
    await app.client.products.save({ id: product?.id ?? 0, fields: { setNumber: 4 } })
    expect(await incomplete()).toEqual(['Mật ong hoa rừng'])
  })

  it('of producers of one name in two communes makes two of them', async () => {
    const rows = [
      head,
      [1, 'Chè xanh', 'HTX Đoàn Kết', '01', 'Pà Cò', 3, '1/QĐ-UBND', decided],
      [2, 'Mận hậu', 'HTX Đoàn Kết', '02', 'Hang Kia', 3, '1/QĐ-UBND', decided],
      [3, 'Chè đen', 'HTX Đoàn Kết', '01', 'Pà Cò', 3, '1/QĐ-UBND', decided],
    ]
    expect(await take(rows, true)).toMatchObject({ added: 3 })
    expect(app.file().prepare('SELECT phone, commune FROM producers ORDER BY id').all()).toEqual([
      { phone: '01', commune: 'Pà Cò' },
      { phone: '02', commune: 'Hang Kia' },
    ])
  })

  it('without recognitions registers its products for the year', async () => {
    await take(twoRows)
    const registration = [
      ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hình thức đăng ký'],
      [1, 'Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', null],
      [2, 'Mật ong hoa rừng', 'Hộ kinh doanh Mường Bi', 'Phong Phú', 'Nâng hạng'],
      [3, 'Chè Pà Cò', 'HTX Pà Cò', 'Pà Cò', null],
    ]
    expect(await take(registration)).toEqual({ added: 3, changed: 0, same: 0 })
    expect(app.file().prepare('SELECT year, application FROM registrations ORDER BY id').all()).toEqual([
      { year: 2024, application: 'reassessment' },
      { year: 2024, application: 'upgrade' },
      { year: 2024, application: 'new' },
    ])
  })

  it('keeps a producer whose product is said to be elsewhere, with what is known of it', async () => {
    await take(twoRows)
    const [product] = await listed()
    const producers = () => app.file().prepare('SELECT name, phone FROM producers ORDER BY id').all()
    const before = producers()
    await app.client.products.save({ id: product?.id ?? 0, fields: { commune: 'Bắc Phong', district: 'Cao Phong' } })
    expect(producers()).toEqual(before)
    expect(app.file().prepare('SELECT count(DISTINCT producer_id) AS n FROM products').get()).toEqual({ n: 2 })
    expect((await listed())[0]).toMatchObject({ producerName: 'HTX Hà Phong', commune: 'Bắc Phong' })
  })

  it('puts products without a code after those that have one', async () => {
    await app.client.products.save({ fields: { ...sampleProduct(1), producerName: 'HTX Khác' } })
    await take(twoRows)
    expect((await listed()).map(({ code }) => code)).toEqual(['SP1', '', ''])
  })

  it('a product that lists alone told of comes on no agenda before it has code and set', async () => {
    await take(twoRows)
    const [product] = await listed()
    const id = product?.id ?? 0
    const { id: councilId } = await app.client.councils.save({ fields: sampleCouncil() })
    const session = { councilId, ruleSetId: 'qd-26-2026', fields: sampleSession() }
    const { id: sessionId } = await app.client.sessions.create(session)
    const add = () => app.client.sessions.addProducts({ sessionId, productIds: [id] })
    await expect(add()).rejects.toMatchObject({ data: { reason: 'product-incomplete' } })
    await app.client.products.save({ id, fields: { code: '17-01', setNumber: 4 } })
    await add()
    expect((await app.client.sessions.get({ sessionId })).agenda).toMatchObject([{ productName: 'Cam lòng vàng' }])
  })
})
