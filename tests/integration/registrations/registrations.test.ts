import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { RegistrationFields } from '../../../shared/api/registrations.ts'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import { sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, openSmallSession, castFullBallot, type TestApp } from '../../helpers/test-app.ts'

// Registrations and their dossiers through the handlers that the window uses, on a real file. Today is 20/11/2026.

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

async function product(number = 1, setNumber = 1): Promise<number> {
  return (await app.client.products.save({ fields: sampleProduct(number, setNumber) })).id
}

async function register(productId: number, fields: Partial<RegistrationFields> = {}): Promise<number> {
  const given = { productId, year: 2026, application: 'new' as const, ...fields }
  return (await app.client.registrations.save({ fields: given })).id
}

const list = async (asked: Partial<Parameters<TestApp['client']['registrations']['list']>[0]> = {}) =>
  app.client.registrations.list({ limit: 50, offset: 0, ...asked })
const events = () => (app.file().prepare('SELECT count(*) AS count FROM audit_events').get() as { count: number }).count
const mandatory = ['registration-form', 'self-assessment', 'commune-proposal', 'commune-report']
const all = { state: 'received' as const }

describe('a registration by hand', () => {
  beforeEach(async () => {
    await app.client.workspace.create({ name: 'Đăng ký thử' })
  })

  it('is made, edited, withdrawn with a reason and restored; a product has one a year', async () => {
    const productId = await product()
    const id = await register(productId, { round: 2, filedOn: '2026-10-05', commune: 'Xã Khác' })
    expect(await app.client.registrations.get({ id })).toMatchObject({
      year: 2026,
      round: 2,
      application: 'new',
      filedOn: '2026-10-05',
      commune: 'Xã Khác',
      list: null,
      ruleSetTitle: 'QĐ 26/2026',
      status: 'unchecked',
      filesFolder: 'Đăng ký thử hồ sơ',
    })
    await expect(register(productId)).rejects.toMatchObject({ data: { reason: 'already-registered' } })
    const next = await register(productId, { year: 2027 })
    await expect(app.client.registrations.save({ id: next, fields: { year: 2026 } })).rejects.toMatchObject({
      data: { reason: 'already-registered', detail: { year: 2026 } },
    })
    await expect(app.client.registrations.withdraw({ id, reason: ' ' })).rejects.toThrow()
    await app.client.registrations.withdraw({ id, reason: 'Chủ thể xin rút' })
    expect((await list()).total).toBe(0)
    expect((await list({ state: 'withdrawn' })).rows).toMatchObject([{ id, withdrawnOn: '2026-11-20' }])
    const mark = app.client.registrations.mark({ ids: [id], items: ['awards'], change: all })
    await expect(mark).rejects.toMatchObject({ data: { reason: 'registration-withdrawn' } })
    await app.client.registrations.withdraw({ id, reason: null })
    expect((await list()).rows).toMatchObject([{ id, withdrawnOn: null }])
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
    const { events: told } = await app.client.register.timeline({ productId })
    expect(told).toMatchObject([
      { kind: 'registered', year: 2026, filedOn: '2026-10-05', list: null, withdrawnOn: null },
      { kind: 'registered', year: 2027 },
    ])
  })

  it('says by when the commune reports on it, in working days from the day of the dossier', async () => {
    const id = await register(await product(), { filedOn: '2026-11-02' })
    const report = async () => (await app.client.registrations.get({ id })).report
    const on = (date: string) => ({ kind: 'counted' as const, date, unannounced: [] })
    const left = (days: number) => ({ kind: 'counted' as const, days, unannounced: [] })
    expect(await report()).toEqual({
      paper: 'Báo cáo của UBND cấp xã (Mẫu số 03)',
      from: '2026-11-02',
      workingDays: 15,
      article: 'khoản 2 Điều 7 Quyết định số 26/2026/QĐ-TTg',
      due: on('2026-11-23'),
      state: 'open',
      left: left(1),
    })
    // Tuesday 24/11 is a day off.
    await app.client.registrations.save({ id, fields: { completeOn: '2026-11-04' } })
    const later = { from: '2026-11-04', due: on('2026-11-26'), state: 'open', left: left(3) }
    expect(await report()).toMatchObject(later)
    expect((await list()).rows).toMatchObject([{ id, report: later }])
    await app.client.registrations.save({ id, fields: { filedOn: '2026-10-15', completeOn: '2026-10-19' } })
    expect(await report()).toMatchObject({ due: on('2026-11-09'), state: 'over', left: left(9) })
    await app.client.registrations.mark({ ids: [id], items: ['commune-report'], change: all })
    expect(await report()).toMatchObject({ state: 'received', on: '2026-11-20' })
    // The decision of before gave no such term.
    await app.client.registrations.save({ id, fields: { filedOn: '2026-05-04', completeOn: null } })
    expect(await report()).toBeNull()
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('renews the latest recognition of the product, and none of another’s', async () => {
    const rows = [
      ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
      ['Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', 3, '100/QĐ-UBND', dateCell('2020-12-22')],
      ['Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', 4, '200/QĐ-UBND', dateCell('2023-12-22')],
      ['Chè Pà Cò', 'HTX Pà Cò', 'Pà Cò', 3, '300/QĐ-UBND', dateCell('2023-12-22')],
    ]
    const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận.xlsx')
    const asked = { file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true }
    await app.client.register.takeList(asked)
    const { products } = await app.client.products.list({ limit: 10, offset: 0 })
    const [orange = 0, tea = 0] = ['Cam lòng vàng', 'Chè Pà Cò'].map(
      (name) => products.find((one) => one.name === name)?.id,
    )
    const id = await register(orange, { application: 'reassessment' })
    const detail = await app.client.registrations.get({ id })
    expect(detail.renews).toMatchObject({ kind: 'recognition', star: 4, decision: '200/QĐ-UBND' })
    expect(detail.recognitions.map(({ star }) => star)).toEqual([4, 3])
    const other = await app.client.registrations.get({ id: await register(tea, { application: 'upgrade' }) })
    const renews = { kind: 'recognition' as const, id: other.renews?.id ?? 0 }
    await expect(app.client.registrations.save({ id, fields: { renews } })).rejects.toMatchObject({
      data: { reason: 'not-found' },
    })
    await app.client.registrations.save({ id, fields: { application: 'new' } })
    expect((await app.client.registrations.get({ id })).renews).toBeNull()
  })

  it('of a list stands beside those made by hand, and keeps its product from being removed once worked on', async () => {
    const rows = [
      ['Tên sản phẩm', 'Tên chủ thể', 'Xã'],
      ['Rượu cần', 'HTX Mai Châu', 'Pà Cò'],
    ]
    const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Đăng ký.xlsx')
    await app.client.register.takeList({
      file,
      sender: 'Phòng',
      sheet: null,
      columns: [],
      year: 2026,
      acceptsDoubts: true,
    })
    const [row] = (await list()).rows
    const detail = await app.client.registrations.get({ id: row?.id ?? 0 })
    expect(detail).toMatchObject({ setNumber: null, list: { fileName: 'Đăng ký.xlsx', sender: 'Phòng' } })
    expect(detail.items.find(({ key }) => key === 'awards')?.proves).toEqual([])
    await app.client.registrations.mark({ ids: [detail.id], items: ['awards'], change: all })
    await expect(app.client.products.remove({ id: detail.productId })).rejects.toMatchObject({
      data: { reason: 'in-use' },
    })
  })

  it('keeps what came of screening its idea', async () => {
    const id = await register(await product())
    const screened = { screening: 'to-complete', screenedOn: '2026-03-02', grounds: ['market', 'scale'] } as const
    await app.client.registrations.save({ id, fields: { ...screened, grounds: [...screened.grounds] } })
    expect(await app.client.registrations.get({ id })).toMatchObject({ ...screened, grounds: ['scale', 'market'] })
    await app.client.registrations.save({ id, fields: { grounds: ['value'] } })
    expect((await app.client.registrations.get({ id })).grounds).toEqual(['value'])
  })
})

describe('a dossier', () => {
  beforeEach(async () => {
    await app.client.workspace.create({ name: 'Hồ sơ thử' })
  })

  it('holds what the law of its filing day asks for, each with what it proves', async () => {
    const id = await register(await product(), { year: 2025, filedOn: '2025-08-21' })
    expect((await app.client.registrations.get({ id })).ruleSetTitle).toBe('QĐ 148, QĐ 1489')
    await app.client.registrations.save({ id, fields: { year: 2026, filedOn: '2026-05-22' } })
    const { items, samplesDue, lacking } = await app.client.registrations.get({ id })
    expect(items).toHaveLength(20)
    expect([samplesDue, lacking]).toEqual([5, [...mandatory, 'samples']])
    expect(items.find(({ key }) => key === 'intellectual-property')).toMatchObject({
      kind: 'supplementary',
      proves: ['3.5'],
    })
    expect(items.find(({ key }) => key === 'commune-report')).toMatchObject({
      from: 'commune',
      article: 'điểm b khoản 2 Điều 6 Quyết định số 26/2026/QĐ-TTg',
    })
  })

  it('of tourism needs no samples', async () => {
    const id = await register(await product(1, 26))
    await app.client.registrations.mark({ ids: [id], items: mandatory, change: all })
    expect(await app.client.registrations.get({ id })).toMatchObject({ status: 'complete', samplesDue: 0, lacking: [] })
  })

  it('is marked: received on its day, lacking, not needed with a reason, taken back', async () => {
    const id = await register(await product())
    const mark = async (
      items: readonly string[],
      change: Parameters<typeof app.client.registrations.mark>[0]['change'],
    ) => app.client.registrations.mark({ ids: [id], items: [...items], change })
    const line = async (wanted: string) => {
      const { items } = await app.client.registrations.get({ id })
      return items.find(({ key }) => key === wanted)
    }
    await mark(mandatory, all)
    expect(await line('self-assessment')).toMatchObject({ state: 'received', on: '2026-11-20', isLacking: false })
    await mark(['self-assessment'], { on: '2026-11-02' })
    expect(await line('self-assessment')).toMatchObject({ state: 'received', on: '2026-11-02' })
    await expect(mark(['awards'], { state: 'not-needed' })).rejects.toMatchObject({
      data: { reason: 'reason-required' },
    })
    await mark(['awards'], { state: 'not-needed', reason: 'Không có giải thưởng' })
    expect(await line('awards')).toMatchObject({ state: 'not-needed', reason: 'Không có giải thưởng', on: null })
    await app.client.registrations.save({ id, fields: { samplesReceived: 5, samplesOn: '2026-11-03' } })
    expect((await list()).rows).toMatchObject([{ status: 'complete', samplesReceived: 5 }])
    await mark(['test-report'], { state: 'lacking' })
    expect((await list()).rows).toMatchObject([{ status: 'incomplete', lacking: ['test-report'] }])
    await mark(['test-report', 'awards'], { state: null })
    expect(await line('awards')).toMatchObject({ state: null, reason: '' })
    expect(app.file().prepare("SELECT count(*) AS n FROM dossier_items WHERE item = 'awards'").get()).toEqual({ n: 0 })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('keeps a paper of another law where it was noted', async () => {
    const id = await register(await product(), { filedOn: '2026-05-10' })
    await app.client.registrations.mark({ ids: [id], items: ['accounting'], change: all })
    await app.client.registrations.save({ id, fields: { filedOn: '2026-06-10' } })
    const { items } = await app.client.registrations.get({ id })
    expect(items.at(-1)).toMatchObject({ key: 'accounting', isOfLaw: false, state: 'received' })
  })

  it('is found by year, words without accents, commune, state and what lacks, with counts', async () => {
    const [one, two, three] = [await product(1), await product(2), await product(3)]
    const ids = [await register(one), await register(two, { commune: 'Xã Bạn' }), await register(three)]
    await app.client.registrations.mark({ ids: ids.slice(0, 2), items: mandatory, change: all })
    await app.client.registrations.save({ id: ids[0] ?? 0, fields: { samplesReceived: 5 } })
    await app.client.registrations.mark({
      ids: [ids[0] ?? 0],
      items: ['production-conditions'],
      change: { state: 'received', expiresOn: '2026-11-19' },
    })
    const found = await list()
    expect(found.counts.state).toEqual({ unchecked: 1, complete: 1, incomplete: 1, expired: 1, withdrawn: 0 })
    expect(found.counts.lacking.find(({ item }) => item === 'samples')?.count).toBe(2)
    expect(found.places.map(({ label, count }) => [label, count])).toEqual([
      ['Xã Bạn', 1],
      ['Xã Mẫu', 2],
    ])
    const totalOf = async (asked: Parameters<typeof list>[0]) => (await list(asked)).rows.map(({ code }) => code)
    expect(await totalOf({ lacks: 'samples' })).toEqual(['SP2', 'SP3'])
    expect(await totalOf({ state: 'incomplete', lacks: 'samples' })).toEqual(['SP2'])
    expect(await totalOf({ state: 'expired' })).toEqual(['SP1'])
    expect(await totalOf({ query: 'san pham sp3' })).toEqual(['SP3'])
    expect(await totalOf({ place: found.places[0]?.key })).toEqual(['SP2'])
    expect(await totalOf({ year: 2025 })).toEqual([])
    await register(one, { year: 2024 })
    const ofAll = await list({ year: 'all' })
    expect(ofAll).toMatchObject({ year: 'all', years: [2026, 2024], total: 4, counts: { state: { unchecked: 2 } } })
    expect(ofAll.rows.map(({ code, year }) => `${code} ${year}`)).toEqual([
      'SP1 2026',
      'SP1 2024',
      'SP2 2026',
      'SP3 2026',
    ])
    expect(await list()).toMatchObject({ year: 2026, total: 3 })
    const lacking = () => app.client.registrations.lacking({ most: 2 })
    expect(await lacking()).toMatchObject({ years: [{ year: 2026, count: 3 }], rows: [{}, {}] })
    // What is unfinished is not done by the new year's coming; once the books of its year are closed nothing can be.
    app.clock.at = new Date('2027-01-05T02:00:00.000Z')
    expect(await lacking()).toMatchObject({ years: [{ year: 2026, count: 3 }], rows: [{ year: 2026 }, { year: 2026 }] })
    await app.client.years.close({ year: 2026 })
    expect(await lacking()).toEqual({ years: [], rows: [] })
  })
})

describe('at a meeting', () => {
  async function meeting(filedFor = 2026) {
    const session = await openSmallSession(app, { members: 2, products: 1 })
    const [productId = 0] = session.productIds
    const id = await register(productId, { year: filedFor, note: 'Đã hẹn bổ sung' })
    const item = async () => (await app.client.sessions.get({ sessionId: session.sessionId })).agenda[0]
    return { ...session, id, item }
  }

  it('the registration of the year says how the dossier stands; the item itself cannot', async () => {
    const { id, item, itemIds } = await meeting()
    expect(await item()).toMatchObject({ dossierStatus: 'unchecked', dossier: { registrationId: id } })
    await app.client.registrations.mark({ ids: [id], items: mandatory, change: all })
    await app.client.registrations.save({ id, fields: { samplesReceived: 4 } })
    const change = { state: 'received' as const, expiresOn: '2026-11-19' }
    await app.client.registrations.mark({ ids: [id], items: ['production-conditions'], change })
    expect(await item()).toMatchObject({
      dossierStatus: 'incomplete',
      samplesReceived: 4,
      dossierNote: 'Đã hẹn bổ sung',
      dossier: { lacking: ['Sản phẩm mẫu'], expired: ['Giấy chứng nhận cơ sở đủ điều kiện sản xuất'] },
    })
    const [agendaItemId = 0] = itemIds
    const said = app.client.sessions.updateItem({ agendaItemId, dossierStatus: 'complete' })
    await expect(said).rejects.toMatchObject({ data: { reason: 'kept-in-dossier' } })
    await app.client.sessions.updateItem({ agendaItemId, application: 'reassessment' })
    expect(await item()).toMatchObject({ application: 'reassessment', dossier: { application: 'new' } })
    await app.client.registrations.withdraw({ id, reason: 'Rút' })
    expect(await item()).toMatchObject({ dossierStatus: 'unchecked', dossier: null })
  })

  it('a locked session keeps what it said, whatever comes later; unlocked, it follows again', async () => {
    const { id, item, itemIds, memberIds, sessionId } = await meeting()
    await app.client.registrations.mark({ ids: [id], items: mandatory, change: all })
    for (const memberId of memberIds) await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId })
    await app.client.sessions.close({ sessionId })
    const kept = {
      dossierStatus: 'incomplete',
      samplesReceived: 0,
      dossierNote: 'Đã hẹn bổ sung\nThiếu: Sản phẩm mẫu.',
      dossier: null,
    }
    expect(await item()).toMatchObject(kept)
    await app.client.registrations.save({ id, fields: { samplesReceived: 5 } })
    expect(await item()).toMatchObject(kept)
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
    await app.client.sessions.reopen({ sessionId, reason: 'Sửa kết luận' })
    expect(await item()).toMatchObject({ dossierStatus: 'complete', samplesReceived: 5 })
  })

  it('a registration of another year says nothing', async () => {
    const { item } = await meeting(2025)
    expect(await item()).toMatchObject({ dossier: null, dossierStatus: 'unchecked' })
  })

  test('the application on a new agenda is that of the registration', async () => {
    const { sessionId } = await openSmallSession(app, { members: 2, products: 1 })
    const productId = await product(9)
    await register(productId, { application: 'upgrade' })
    await app.client.sessions.addProducts({ sessionId, productIds: [productId] })
    expect((await app.client.sessions.get({ sessionId })).agenda.at(-1)).toMatchObject({ application: 'upgrade' })
  })
})

test('asking changes nothing', async () => {
  await app.client.workspace.create({ name: 'Chỉ đọc' })
  const id = await register(await product())
  const before = events()
  await list()
  await app.client.registrations.get({ id })
  await app.client.registrations.lacking({ most: 5 })
  expect(events()).toBe(before)
})
