import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// Products that the file has already, met by a session workbook, by an office's list and by what is typed: one rule.

let workbook: File
let names: readonly { readonly code: string; readonly name: string; readonly producerName: string }[]
let app: TestApp

beforeEach(async () => {
  const source = createTestApp()
  const { sessionId } = await openSmallSession(source)
  const { agenda } = await source.client.sessions.get({ sessionId })
  names = agenda.map(({ code, productName: name, producerName }) => ({ code, name, producerName }))
  workbook = await source.client.workbook.export({ sessionId, filled: true })
  source[Symbol.dispose]()
  app = createTestApp()
  await app.client.workspace.create({ name: 'Danh mục thử' })
})
afterEach(() => app[Symbol.dispose]())

const first = () => names[0] ?? { code: '', name: '', producerName: '' }
const products = async () => (await app.client.products.list({ limit: 100, offset: 0 })).products

async function listing(product: string, producer: string): Promise<void> {
  const rows = [
    ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Hạng sao', 'Ngày quyết định'],
    [1, product, producer, 3, dateCell('2021-12-29')],
  ]
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Danh sách.xlsx')
  await app.client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2024, acceptsDoubts: true })
}

describe('a session workbook', () => {
  it('takes the product that only a list knew, and gives it code and set', async () => {
    await listing(first().name.toUpperCase(), first().producerName)
    const [listed] = await products()
    expect(listed).toMatchObject({ code: '', setNumber: null })
    const preview = await app.client.workbook.preview({ file: workbook })
    expect(preview.matches).toMatchObject([
      { code: first().code, why: null, known: { kind: 'product', id: listed?.id } },
      { why: null, known: { kind: 'producer', name: first().producerName } },
    ])
    await app.client.workbook.import({ file: workbook })
    const now = await products()
    expect(now.map(({ producerKind }) => producerKind)).toEqual(names.map(() => 'Hợp tác xã'))
    expect(now.find(({ id }) => id === listed?.id)).toMatchObject({ code: first().code, sessionCount: 1 })
    const audit = app.file().prepare("SELECT detail FROM audit_events WHERE command = 'workbook.import'").get()
    expect(JSON.parse((audit as { detail: string }).detail)).toMatchObject({
      taken: [{ code: first().code, product: listed?.id }],
    })
    expect((await app.client.workspace.checkIntegrity()).isIntact).toBe(true)
  })

  it('takes the product that was brought over to the commune of today, and moves it nowhere', async () => {
    const source = createTestApp()
    await openSmallSession(source)
    const [said] = (await source.client.products.list({ limit: 1, offset: 0 })).products
    source[Symbol.dispose]()
    const { name = '', producerName = '', commune = '' } = said ?? {}
    const district = 'Huyện Cũ'
    const rows = [
      ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Ngày quyết định'],
      [1, name, producerName, commune, district, 3, dateCell('2021-12-29')],
    ]
    const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Danh sách.xlsx')
    await app.client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2024, acceptsDoubts: true })
    const fields = {
      oldCommune: commune,
      oldDistrict: district,
      oldProvince: '',
      newCommune: 'Xã Mới',
      newProvince: '',
    }
    await app.client.communes.save({ fields: { ...fields, code: '', fromDay: '2025-07-01' } })
    await app.client.communes.update()
    const [listed] = await products()
    const { matches } = await app.client.workbook.preview({ file: workbook })
    expect(matches[0]).toMatchObject({ why: null, known: { kind: 'product', id: listed?.id, commune: 'Xã Mới' } })
    await app.client.workbook.import({ file: workbook })
    expect((await products()).find(({ id }) => id === listed?.id)).toMatchObject({ commune: 'Xã Mới', district: '' })
  })

  it('carries what stands beside the points, and gives a producer no more than it lacks', async () => {
    const source = createTestApp()
    const { sessionId, itemIds, memberIds, councilId } = await openSmallSession(source)
    const { client } = source
    await client.councils.save({ id: councilId, fields: { regulationNumber: '12/QC-HĐ' } })
    await client.sessions.takeOver({ sessionId })
    await client.sessions.setAttendance({ sessionId, memberId: memberIds[0] ?? 0, arrivedAt: '07:45', leftAt: '11:30' })
    const away = { memberId: memberIds[2] ?? 0, isPresent: false, absenceReason: 'Đi công tác' }
    await client.sessions.setAttendance({ sessionId, ...away })
    const facts = { samplesReceived: 5, dossierStatus: 'incomplete', dossierNote: 'Thiếu phiếu\nkiểm nghiệm' } as const
    await client.sessions.markItems({ sessionId, ids: [itemIds[0] ?? 0], facts })
    const ballot = { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 }
    await actsOf(client).choose({ ...ballot, criterionIndex: 0, option: 1 })
    await actsOf(client).setOpinion({ ...ballot, opinion: 'Sửa bao bì.\nGhi rõ hạn dùng.' })
    const [producer] = (await client.producers.list({ limit: 1, offset: 0 })).producers
    const contact = { phone: '0912 000 000', representative: 'Giám đốc' }
    await client.producers.save({ id: producer?.id ?? 0, fields: contact })
    const file = await client.workbook.export({ sessionId, filled: true })
    const facetsOf = async (of: TestApp, id: number) => {
      const { members, agenda } = await of.client.sessions.get({ sessionId: id })
      const seats = members.map(({ code, isPresent, arrivedAt, leftAt, absenceReason }) => {
        return { code, isPresent, arrivedAt, leftAt, absenceReason }
      })
      const items = agenda.map(({ code, samplesReceived, dossierStatus, dossierNote }) => {
        return { code, samplesReceived, dossierStatus, dossierNote }
      })
      const opinions = of.file().prepare("SELECT opinion FROM ballots WHERE state <> 'superseded'").all()
      const regulation = of.file().prepare('SELECT regulation_number FROM councils').all()
      return { seats, items, opinions, regulation }
    }
    const before = await facetsOf(source, sessionId)
    source[Symbol.dispose]()
    await listing(first().name, first().producerName)
    const [known] = (await app.client.producers.list({ limit: 1, offset: 0 })).producers
    await app.client.producers.save({ id: known?.id ?? 0, fields: { phone: '0218 111' } })
    const { sessionId: taken } = await app.client.workbook.import({ file })
    expect(await facetsOf(app, taken)).toEqual(before)
    expect(before.items[0]).toMatchObject(facts)
    const contacts = app.file().prepare('SELECT phone, representative FROM producers').all()
    expect(contacts).toEqual([{ phone: '0218 111', representative: 'Giám đốc' }])
    expect((await app.client.workspace.checkIntegrity()).isIntact).toBe(true)
  })

  it('is refused while nobody said whether a product without accents is the same', async () => {
    await listing(first().name.normalize('NFD').replace(/\p{M}/gu, ''), first().producerName)
    const [match] = (await app.client.workbook.preview({ file: workbook })).matches
    expect(match).toMatchObject({ code: first().code, why: 'spelling' })
    const before = app.file().prepare('SELECT count(*) AS count FROM audit_events').get()
    await expect(app.client.workbook.import({ file: workbook })).rejects.toMatchObject({
      data: { reason: 'workbook-has-doubts', detail: { products: 1 } },
    })
    await expect(
      app.client.workbook.import({ file: workbook, answers: [{ code: first().code, knownId: 999 }] }),
    ).rejects.toMatchObject({ data: { reason: 'workbook-has-doubts' } })
    expect(app.file().prepare('SELECT count(*) AS count FROM audit_events').get()).toEqual(before)
    expect(await products()).toHaveLength(1)
  })

  it.each([
    ['the same', 0],
    ['another one', 1],
  ])('takes what was said to be %s', async (_said, more) => {
    await listing(first().name.normalize('NFD').replace(/\p{M}/gu, ''), first().producerName)
    const [match] = (await app.client.workbook.preview({ file: workbook })).matches
    const knownId = more === 0 ? (match?.known.id ?? 0) : null
    await app.client.workbook.import({ file: workbook, answers: [{ code: first().code, knownId }] })
    expect(await products()).toHaveLength(names.length + more)
  })

  it('once more asks nothing and adds no product', async () => {
    await app.client.workbook.import({ file: workbook })
    const before = await products()
    const { matches } = await app.client.workbook.preview({ file: workbook })
    expect(matches.map(({ why }) => why)).toEqual(names.map(() => null))
    await app.client.workbook.import({ file: workbook })
    expect((await products()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })
})

describe('what is typed', () => {
  const honey = {
    code: 'HB-01',
    name: 'Mật ong hoa rừng',
    producerName: 'HTX Ong Mường',
    producerKind: 'Hợp tác xã',
    commune: 'Tu Lý',
    district: '',
    setNumber: 4,
  }
  const twins = async (typed: Partial<typeof honey> & { readonly id?: number }) => {
    const { setNumber: _set, ...fields } = honey
    const found = await app.client.products.twins({ ...fields, code: '', ...typed })
    return [found.products.map(({ why, code }) => [why, code]), found.producers.map(({ name }) => name)]
  }

  beforeEach(async () => {
    await app.client.products.save({ fields: honey })
  })

  it.each([
    ['without accents', { name: 'mat ong hoa rung' }, [[['same', 'HB-01']], []]],
    ['in another commune', { commune: 'Bắc Phong' }, [[['place', 'HB-01']], ['HTX Ong Mường']]],
    ['one slip away', { name: 'Mật ong hoa rừg' }, [[['product', 'HB-01']], []]],
    ['with the code in other width', { name: 'Chè', code: 'hb-０１' }, [[['code', 'HB-01']], []]],
    ['by a producer written out', { name: 'Chè', producerName: 'Hợp tác xã Ong Mường' }, [[], ['HTX Ong Mường']]],
    ['by a producer of another kind', { name: 'Chè', producerKind: '' }, [[], ['HTX Ong Mường']]],
    ['otherwise', { name: 'Chè', producerName: 'HTX Mường Bi' }, [[], []]],
  ])('%s is told', async (_how, typed, told) => {
    expect(await twins(typed)).toEqual(told)
  })

  it('gets the next legal code of its commune, and is told what a code says', async () => {
    const asked = async (code: string, commune: string, district = '') =>
      app.client.products.code({ code, commune, district })
    expect(await asked('HB-01', 'Tu Lý')).toEqual({ reading: { kind: 'other' }, next: null })
    const legal = { ...honey, name: 'Chè', code: '25-07936-4-2026', district: 'Đà Bắc' }
    await app.client.products.save({ fields: legal })
    const [alike] = await twins({ name: 'Gạo', code: '(25)-(07936)-(04)-2026' })
    expect(alike).toEqual([['code', legal.code]])
    const year = app.clock.now().getUTCFullYear()
    expect(await asked('', 'xã Tu Lý')).toEqual({ reading: { kind: 'none' }, next: `25-07936-5-${year}` })
    expect((await asked('', 'Tu Lý', 'Mai Châu')).next).toBeNull()
    expect((await asked('', 'Bắc Phong')).next).toBeNull()
    expect((await asked('91-07936-1-2026', 'Tu Lý')).reading).toMatchObject({ kind: 'commune', province: 'An Giang' })
    expect((await asked('83-832-28882-2-2022', 'Tu Lý')).reading).toMatchObject({ kind: 'district', province: null })
    expect((await asked('02-07936-1-2026', 'Tu Lý')).reading).toMatchObject({ kind: 'commune', province: null })
  })

  it('is no twin of itself', async () => {
    const [own] = await products()
    expect(await twins({ id: own?.id ?? 0 })).toEqual([[], []])
  })

  it('of a producer that was chosen is its product, whatever its place', async () => {
    const { producers } = await app.client.products.twins({ ...honey, name: 'Chè', commune: 'Bắc Phong' })
    const producerId = producers[0]?.id ?? 0
    const typed = { ...honey, code: 'HB-02', name: 'Chè', producerName: 'hợp tác xã ong mường', commune: 'Bắc Phong' }
    const { id } = await app.client.products.save({ fields: typed, producerId })
    expect(await app.client.products.get({ id })).toMatchObject({ producerName: 'HTX Ong Mường', commune: 'Bắc Phong' })
    expect(app.file().prepare('SELECT count(*) AS count FROM producers').get()).toEqual({ count: 1 })
  })
})
