import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
})
afterEach(() => app[Symbol.dispose]())

const titles = { 'ballots.choose': 'Chấm tiêu chí', 'sessions.create': 'Lập phiên họp' }
const find = async (words: string) =>
  (await app.client.audit.list({ limit: 500, find: { words, titles } })).map(({ command }) => command)

it('calls the subjects of events by their present names', async () => {
  const [agendaItemId, memberId] = [session.itemIds[1] as number, session.memberIds[2] as number]
  await actsOf(app.client).choose({ agendaItemId, memberId, criterionIndex: 0, option: 1 })
  const [event] = await app.client.audit.list({ limit: 1 })
  const product = (await app.client.sessions.get({ sessionId: session.sessionId })).agenda[1]
  expect(event?.about).toEqual({
    session: { id: session.sessionId, year: 2026, round: expect.any(Number) as number },
    product: `${product?.code} ${product?.productName}`,
    member: 'TV3 Thành viên TV3',
  })
  const attendance = { sessionId: session.sessionId, memberId, isPresent: false }
  await app.client.sessions.setAttendance(attendance)
  expect((await app.client.audit.list({ limit: 1 }))[0]?.about.member).toBe('TV3 Thành viên TV3')
})

it('tells what the form says of an option number and of a knock-out condition', async () => {
  const [agendaItemId, memberId] = [session.itemIds[1] as number, session.memberIds[2] as number]
  const { client } = app
  const form = await client.rules.itemForm({ agendaItemId })
  const criterion = listCriteria(form)[0]?.criterion
  const last = criterion?.options.length ?? 0
  await actsOf(client).choose({ agendaItemId, memberId, criterionIndex: 0, option: 0 })
  await actsOf(client).choose({ agendaItemId, memberId, criterionIndex: 0, option: last })
  const [changed, first] = await client.audit.list({ limit: 2 })
  expect(first?.form).toEqual({ criterion: criterion?.title, from: null, to: { points: 0, label: null } })
  expect(changed?.form?.from).toEqual({ points: 0, label: null })
  const { points, label } = criterion?.options[last - 1] ?? {}
  expect(changed?.form?.to).toEqual({ points, label })

  const key = 'dossier-1'
  await client.sessions.answerKnockout({ agendaItemId, key, answer: 'yes', reason: 'Giấy tờ giả mạo' })
  expect((await client.audit.list({ limit: 1 }))[0]?.form).toEqual({ condition: form.rejectedIf?.[0] })
})

it('names the product that came on the screen of the room', async () => {
  const show = async (agendaItemId: number | null) => {
    await app.client.sessions.setCurrentItem({ sessionId: session.sessionId, agendaItemId })
    return (await app.client.audit.list({ limit: 1 }))[0]
  }
  const shown = await show(session.itemIds[1] as number)
  expect(shown).toMatchObject({ command: 'sessions.setCurrentItem', about: { session: { id: session.sessionId } } })
  expect(shown?.about.product).toMatch(/^SP2 /)
  expect((await show(null))?.about).not.toHaveProperty('product')
})

it('names the products that came onto an agenda, and finds the event by one of them', async () => {
  const [event] = await app.client.audit.list({ limit: 1, find: { words: 'sp2', titles: {} }, feature: 'sessions' })
  expect(event).toMatchObject({ command: 'sessions.addProducts', about: { session: { id: session.sessionId } } })
  expect(event?.about.product).toMatch(/^SP1 .*; SP2 /)
})

it('names the dossiers and items of a mark, and what was merged since', async () => {
  const { client } = app
  const [fromId, intoId] = session.productIds as [number, number]
  const { id: productId } = await client.products.save({
    fields: { ...(await client.products.get({ id: fromId })), code: 'SP8', name: 'Cam gộp', producerName: 'HTX Gộp' },
  })
  const { id } = await client.registrations.save({ fields: { productId, year: 2025, application: 'new' } })
  const { id: other } = await client.registrations.save({
    fields: { productId: intoId, year: 2026, application: 'new' },
  })
  await client.registrations.mark({
    ids: [id, other],
    items: ['registration-form', 'self-assessment'],
    change: { state: 'received', on: '2026-11-20' },
  })
  const [marked] = await client.audit.list({ limit: 1 })
  expect(marked?.about.product).toMatch(/^SP8 Cam gộp; SP2 /)
  expect(marked?.form?.items).toEqual([expect.stringContaining('Mẫu số 01'), expect.stringContaining('Mẫu số 02')])

  const producers = (await client.producers.list({ query: 'HTX', limit: 10, offset: 0 })).producers
  const [gone, kept] = ['HTX Gộp', 'HTX Mẫu'].map((name) => producers.find((one) => one.name === name)?.id ?? 0)
  await client.producers.save({ id: gone ?? 0, fields: { phone: '0218' } })
  await client.producers.merge({ fromId: gone ?? 0, intoId: kept ?? 0 })
  await client.products.merge({ fromId: productId, intoId: session.productIds[1] ?? 0 })
  const before = await client.audit.list({ limit: 500 })
  const aboutOf = (command: string) => before.findLast((one) => one.command === command)?.about.product
  expect(before.find(({ subject }) => subject === `product:${productId}`)?.about.product).toBe('SP8 Cam gộp')
  expect(aboutOf('producers.save')).toBe('HTX Gộp')
})

it('finds words of title, names and detail together, without accents', async () => {
  const [agendaItemId, memberId] = [session.itemIds[1] as number, session.memberIds[2] as number]
  await actsOf(app.client).choose({ agendaItemId, memberId, criterionIndex: 0, option: 1 })
  expect(await find('cham tieu chi sp2 tv3')).toEqual(['ballots.choose'])
  expect(await find('chấm tiêu chí SP1')).toEqual([])
  expect(await find('lap phien')).toEqual(['sessions.create'])
})

it('pages through one feature from the newest to the oldest', async () => {
  const ofMembers = { feature: 'councils', limit: 3 }
  const first = await app.client.audit.list(ofMembers)
  const second = await app.client.audit.list({ ...ofMembers, before: first.at(-1)?.seq ?? 0 })
  expect([...first, ...second].map(({ command }) => command)).toEqual([
    'councils.saveMember',
    'councils.saveMember',
    'councils.saveMember',
    'councils.save',
  ])
})

it('leaves as a workbook whose rows come piece by piece, and one that was left makes room for others', async () => {
  const { tables } = app.client
  const head = { title: 'Nhật ký', notes: [], heads: ['STT', 'Việc'] }
  const table = await tables.begin(head)
  for (const first of [1, 3]) {
    await tables.append({ ...table, rows: [first, first + 1].map((seq) => [seq, `Việc ${seq}`]) })
  }
  const file = await tables.take(table)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await file.arrayBuffer())
  const cells = [3, 4, 5, 6].map((row) => workbook.worksheets[0]?.getRow(row).getCell(2).value)
  expect([file.name, cells]).toEqual(['Nhật ký.xlsx', ['Việc 1', 'Việc 2', 'Việc 3', 'Việc 4']])

  for (let more = 0; more < 4; more += 1) await tables.begin(head)
  const gone = { data: { reason: 'table-gone' } }
  await expect(tables.append({ ...table, rows: [] })).rejects.toMatchObject(gone)
  await expect(tables.take(table)).rejects.toMatchObject(gone)
})
