import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import { lockedSession } from '../documents-register/numbered-session.ts'
import { sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

const all = { limit: 50, offset: 0 }
const products = async () => (await app.client.products.list(all)).products
const producers = async (query?: string) =>
  (await app.client.producers.list({ ...all, ...(query !== undefined && { query }) })).producers
const producer = async (name: string) => (await producers()).find((one) => one.name === name)?.id ?? 0
const isIntact = async () => (await app.client.workspace.checkIntegrity()).isIntact
const lastEvent = () => {
  const event = app.file().prepare('SELECT command, detail FROM audit_events ORDER BY seq DESC LIMIT 1').get()
  const { command, detail } = event as { command: string; detail: string }
  return { command, detail: JSON.parse(detail) as unknown }
}

async function take(rows: readonly (readonly [product: string, producer: string, ...string[]])[], year = 2024) {
  const head = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'SĐT', 'Hạng sao', 'Ngày quyết định']
  const cells = rows.map(([product, name, commune = '', phone = '', day = ''], index) => [
    index + 1,
    product,
    name,
    commune,
    phone,
    day === '' ? null : 3,
    day === '' ? null : dateCell(day),
  ])
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [head, ...cells] }))], 'Danh sách.xlsx')
  return app.client.register.takeList({ file, sender: '', sheet: null, columns: [], year, acceptsDoubts: true })
}

describe('a producer', () => {
  beforeEach(async () => {
    await app.client.workspace.create({ name: 'Chủ thể thử' })
    await take([
      ['Mật ong', 'HTX Ong Mường', 'Tu Lý', '0218 111'],
      ['Phấn hoa', 'HTX Ong Mường', 'Tu Lý'],
      ['Chè', 'Hộ Bà Tư', 'Pà Cò'],
    ])
  })

  it('is found by any of its words without accents, with how many products it has', async () => {
    expect(await producers('ong muong')).toMatchObject([{ name: 'HTX Ong Mường', products: 2, phone: '0218 111' }])
    expect((await producers('pa co')).map(({ name }) => name)).toEqual(['Hộ Bà Tư'])
    expect(await producers('không có')).toEqual([])
  })

  it('that is renamed keeps its name of before: a list that still has it changes nothing', async () => {
    const id = await producer('HTX Ong Mường')
    await app.client.producers.save({ id, fields: { name: 'HTX Nông sản Đà Bắc', province: 'Phú Thọ' } })
    const read = await app.client.producers.get({ id })
    expect(read).toMatchObject({ name: 'HTX Nông sản Đà Bắc', province: 'Phú Thọ', aliases: ['HTX Ong Mường'] })
    expect(read.products.map(({ name }) => name)).toEqual(['Mật ong', 'Phấn hoa'])
    expect((await app.client.products.list({ ...all, query: 'nong san da bac' })).total).toBe(2)
    expect(await take([['Mật ong', 'HTX Ong Mường', 'Tu Lý']])).toEqual({ added: 0, changed: 0, same: 1 })
    await app.client.producers.save({ id, fields: { aliases: [] } })
    expect((await app.client.producers.get({ id })).aliases).toEqual([])
    expect(await isIntact()).toBe(true)
  })

  it('that is one with another is merged: products, names and what it alone knew', async () => {
    await take([
      ['Sáp ong', 'HTX Ong Mườn', 'Tu Lý'],
      ['Keo ong', 'HTX Ong Mườn', 'Tu Lý', '0218 999'],
    ])
    const [fromId, intoId] = [await producer('HTX Ong Mường'), await producer('HTX Ong Mườn')]
    expect((await app.client.producers.get({ id: intoId })).alike).toMatchObject([{ id: fromId }])
    await app.client.producers.save({ id: fromId, fields: { representative: 'Trưởng ban', aliases: ['Tổ Ong'] } })
    expect(await app.client.producers.previewMerge({ fromId, intoId })).toEqual({
      from: 'HTX Ong Mường, Tu Lý',
      into: 'HTX Ong Mườn, Tu Lý',
      moved: [{ table: 'products', rows: 2 }],
      dropped: [],
      filled: [{ column: 'representative', value: 'Trưởng ban' }],
      closed: [],
      isUnlike: false,
      conflicts: [],
    })
    await app.client.producers.merge({ fromId, intoId })
    expect(await app.client.producers.get({ id: intoId })).toMatchObject({
      phone: '0218 999',
      representative: 'Trưởng ban',
      aliases: ['HTX Ong Mường', 'Tổ Ong'],
      products: [{ name: 'Keo ong' }, { name: 'Mật ong' }, { name: 'Phấn hoa' }, { name: 'Sáp ong' }],
    })
    expect(lastEvent()).toMatchObject({
      command: 'producers.merge',
      detail: { into: intoId, moved: { products: 2 }, from: { name: 'HTX Ong Mường' } },
    })
    expect((await app.client.products.list({ ...all, query: 'mat ong muon' })).total).toBe(1)
    expect(await take([['Mật ong', 'HTX Ong Mường', 'Tu Lý']])).toMatchObject({ same: 1 })
    expect(await isIntact()).toBe(true)
  })

  it('is removed only without products', async () => {
    const id = await producer('Hộ Bà Tư')
    await expect(app.client.producers.remove({ id })).rejects.toMatchObject({ data: { reason: 'in-use' } })
    const [tea] = (await app.client.producers.get({ id })).products
    await app.client.products.remove({ id: tea?.id ?? 0 })
    await app.client.producers.remove({ id })
    expect(await producer('Hộ Bà Tư')).toBe(0)
  })
})

describe('two products that are one', () => {
  it('are merged: recognitions, registrations, rows of lists and names, but what both say stands once', async () => {
    await app.client.workspace.create({ name: 'Gộp thử' })
    await take([['Mật ong rừng', 'HTX Ong Mường', 'Tu Lý', '', '2019-12-30']])
    await take([
      ['Mật ong hoa rừng', 'HTX Ong Mường', 'Tu Lý', '', '2019-12-30'],
      ['Mật ong hoa rừng', 'HTX Ong Mường', 'Tu Lý', '', '2022-12-20'],
    ])
    await take([['Mật ong rừng', 'HTX Ong Mường', 'Tu Lý']])
    await take([['Mật ong hoa rừng', 'HTX Ong Mường', 'Tu Lý']])
    const [into, from] = (await products()).toSorted((a, b) => a.id - b.id)
    const pair = { fromId: from?.id ?? 0, intoId: into?.id ?? 0 }
    await app.client.products.save({ id: pair.fromId, fields: { code: 'HB-01', setNumber: 4 } })
    expect(await app.client.products.previewMerge(pair)).toEqual({
      from: 'HB-01 · Mật ong hoa rừng (HTX Ong Mường)',
      into: 'Mật ong rừng (HTX Ong Mường)',
      moved: [
        { table: 'list_rows', rows: 3 },
        { table: 'recognitions', rows: 1 },
      ],
      dropped: [
        { table: 'recognitions', rows: 1 },
        { table: 'registrations', rows: 1 },
      ],
      filled: [
        { column: 'code', value: 'HB-01' },
        { column: 'set_number', value: '4' },
      ],
      closed: [],
      isUnlike: false,
      conflicts: [],
    })
    await app.client.products.merge(pair)
    expect(await products()).toMatchObject([{ id: pair.intoId, name: 'Mật ong rừng', code: 'HB-01', setNumber: 4 }])
    expect(app.file().prepare('SELECT decision_date FROM recognitions ORDER BY 1').pluck().all()).toEqual([
      '2019-12-30',
      '2022-12-20',
    ])
    expect(lastEvent()).toMatchObject({ command: 'products.merge', detail: { into: pair.intoId } })
    expect(await take([['Mật ong hoa rừng', 'HTX Ong Mường', 'Tu Lý', '', '2022-12-20']])).toMatchObject({ same: 1 })
    expect(await isIntact()).toBe(true)
  })

  it('of one agenda were scored as two, and are not merged', async () => {
    const { productIds } = await openSmallSession(app)
    const [intoId = 0, fromId = 0] = productIds
    const { conflicts } = await app.client.products.previewMerge({ fromId, intoId })
    expect(conflicts).toMatchObject([{ kind: 'session' }])
    await expect(app.client.products.merge({ fromId, intoId })).rejects.toMatchObject({
      data: { reason: 'merge-conflict' },
    })
    expect(await products()).toHaveLength(productIds.length)
  })

  it('with a dossier of one year each are not merged, since one of the dossiers would be lost', async () => {
    await app.client.workspace.create({ name: 'Gộp thử' })
    await take([['Mật ong rừng', 'HTX Ong Mường', 'Tu Lý']])
    await take([['Mật ong hoa rừng', 'HTX Ong Mường', 'Tu Lý']])
    const [into, from] = (await products()).toSorted((a, b) => a.id - b.id)
    const pair = { fromId: from?.id ?? 0, intoId: into?.id ?? 0 }
    expect((await app.client.products.previewMerge(pair)).conflicts).toEqual([])
    const { rows } = await app.client.registrations.list({ year: 2024, ...all })
    const own = rows.find(({ productId }) => productId === pair.fromId)
    await app.client.registrations.save({ id: own?.id ?? 0, fields: { filedOn: '2024-04-10' } })
    expect((await app.client.products.previewMerge(pair)).conflicts).toEqual([{ kind: 'dossier', what: '2024' }])
  })

  it('leave what a locked session says as it was: it still adds up to its digest', async () => {
    const { itemIds, sessionId } = await lockedSession(app)
    const agenda = async () => (await app.client.sessions.get({ sessionId })).agenda
    const [before] = await agenda()
    const fields = { ...sampleProduct(9), name: 'Sản phẩm giữ lại', producerName: 'HTX Khác' }
    const { id: intoId } = await app.client.products.save({ fields })
    await app.client.products.merge({ fromId: before?.productId ?? 0, intoId })
    const [after] = await agenda()
    expect(after).toMatchObject({ id: itemIds[0], productId: intoId, productName: before?.productName })
    expect(await isIntact()).toBe(true)
  })

  it('leave what an opened session says of them as it was', async () => {
    const { sessionId, productIds } = await openSmallSession(app)
    const [fromId = 0] = productIds
    const before = (await app.client.sessions.get({ sessionId })).agenda[0]
    const fields = { ...sampleProduct(9), name: 'Sản phẩm giữ lại', producerName: 'HTX Khác' }
    const { id: intoId } = await app.client.products.save({ fields })
    await app.client.products.merge({ fromId, intoId })
    const after = (await app.client.sessions.get({ sessionId })).agenda[0]
    expect(after).toMatchObject({ productId: intoId, code: before?.code, productName: before?.productName })
    const { id } = await app.client.products.get({ id: intoId })
    expect((await app.client.products.get({ id })).sessionCount).toBe(1)
    expect(await isIntact()).toBe(true)
  })
})
