import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ListedProduct } from '../../../shared/api/sessions.ts'
import { sampleMember, sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// Lists that are pasted: taken whole or not at all, each taken back as if it had never been.

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
})
afterEach(() => app[Symbol.dispose]())

const refused = (reason: string, detail?: object) => ({ code: 'REFUSED', data: { reason, ...(detail && { detail }) } })
const tables = ['members', 'producers', 'products', 'agenda_items', 'attendances', 'exclusions', 'knockout_answers']
const rowsNow = () => tables.map((name) => app.file().prepare(`SELECT * FROM ${name}`).all())
const agenda = async () => (await app.client.sessions.get({ sessionId: session.sessionId })).agenda
const council = async () => {
  const [one] = await app.client.councils.list()
  if (one === undefined) throw new Error('no council')
  return one
}
const lastEvent = () =>
  app.file().prepare('SELECT command, subject, detail FROM audit_events ORDER BY seq DESC LIMIT 1').get() as {
    command: string
    subject: string
    detail: string
  }

describe('members', () => {
  it('come and change together, in one event, and go back together', async () => {
    const { id: councilId, members } = await council()
    const before = rowsNow()
    const { id, code, name, position, organisation, role } = members[2] as (typeof members)[number]
    const seen = { code, name, position, organisation, role }
    const { undo } = await app.client.councils.takeMembers({
      councilId,
      rows: [
        { fields: sampleMember(8) },
        { id, seen, fields: { ...seen, position: 'Phó Giám đốc' } },
        { fields: sampleMember(9) },
      ],
    })
    expect((await council()).members.map((one) => [one.code, one.position])).toEqual([
      ['TV1', ''],
      ['TV2', ''],
      ['TV3', 'Phó Giám đốc'],
      ['TV8', ''],
      ['TV9', ''],
    ])
    expect(JSON.parse(lastEvent().detail)).toMatchObject({ members: [{ to: { code: 'TV8' } }, { id, from: seen }, {}] })
    await app.client.undo.takeBack({ id: undo })
    expect(rowsNow()).toEqual(before)
    expect(lastEvent()).toMatchObject({ command: 'undo.takeBack', subject: `council:${councilId}` })
    await expect(app.client.undo.takeBack({ id: undo })).rejects.toMatchObject(refused('undo-forgotten'))
  })

  it('are refused whole where a code is taken or somebody changed one meanwhile', async () => {
    const { id: councilId, members } = await council()
    const before = rowsNow()
    const rows = [{ fields: sampleMember(8) }, { fields: { ...sampleMember(9), code: 'TV1' } }]
    await expect(app.client.councils.takeMembers({ councilId, rows })).rejects.toMatchObject(refused('duplicate-code'))
    const stale = { id: members[0]?.id ?? 0, seen: sampleMember(3), fields: sampleMember(1) }
    await expect(app.client.councils.takeMembers({ councilId, rows: [stale] })).rejects.toMatchObject(
      refused('changed-elsewhere'),
    )
    expect(rowsNow()).toEqual(before)
  })

  it('stay where one of them was changed, or used, since', async () => {
    const { id: councilId } = await council()
    const { undo } = await app.client.councils.takeMembers({ councilId, rows: [{ fields: sampleMember(8) }] })
    const id = (await council()).members.at(-1)?.id ?? 0
    await app.client.councils.saveMember({ councilId, id, fields: { position: 'Giám đốc' } })
    const before = rowsNow()
    await expect(app.client.undo.takeBack({ id: undo })).rejects.toMatchObject(
      refused('changed-since', {
        table: 'members',
        name: expect.stringContaining('TV8') as string,
        column: 'position',
      }),
    )
    expect(rowsNow()).toEqual(before)
  })
})

const listed = (fields: Partial<ListedProduct>): ListedProduct => ({
  code: '',
  name: '',
  producerName: '',
  producerKind: '',
  commune: '',
  district: '',
  setNumber: null,
  ...fields,
})
const honey = listed({
  code: 'SP9',
  name: 'Mật ong rừng',
  producerName: 'HTX Ong Mường',
  commune: 'Xã Tu Lý',
  setNumber: 4,
})

describe('a list of products', () => {
  const place = (...products: readonly ListedProduct[]) =>
    app.client.sessions.placeListed({ sessionId: session.sessionId, products: [...products] })

  it('is held against agenda and register, and what is nearly the same is asked', async () => {
    const { client } = app
    const { id } = await client.products.save({ fields: { ...sampleProduct(7, 4), name: 'Chè xanh Pà Cò' } })
    await client.products.save({ fields: { ...sampleProduct(8, 4), name: 'Cam lòng vàng' } })
    const places = await place(
      listed({ code: 'SP1' }),
      listed({ name: 'Sản phẩm SP2', producerName: 'HTX Mẫu', commune: 'Xã Mẫu' }),
      listed({ name: 'Chè xanh Pà Cò', producerName: 'HTX Mẫu' }),
      listed({ name: 'Cam lòng vànk', producerName: 'HTX Mẫu' }),
      honey,
      { ...honey, code: '', name: 'Sữa ong' },
    )
    expect(
      places.map(({ agendaItemId, match, setNumber }) => [agendaItemId, match?.known.kind, match?.why, setNumber]),
    ).toEqual([
      [session.itemIds[0], 'product', null, 1],
      [session.itemIds[1], 'product', null, 1],
      [null, 'product', null, 4],
      [null, 'product', 'product', 4],
      [null, undefined, undefined, null],
      [null, undefined, undefined, null],
    ])
    expect(places[2]?.match?.known.id).toBe(id)
    expect(places.map(({ proposedCode }) => proposedCode)).toEqual(['', '', '', '', '', 'SP10'])
  })

  it('goes onto the agenda in its order with what the office received, and away again with its products', async () => {
    const { client } = app
    const { id: known } = await client.products.save({ fields: sampleProduct(7, 4) })
    const before = rowsNow()
    const rows = [
      { product: honey, facts: { dossierStatus: 'complete' as const, samplesReceived: 5 } },
      { agendaItemId: session.itemIds[0], facts: { samplesReceived: 3 }, seen: { samplesReceived: 0 } },
      { productId: known, facts: { application: 'upgrade' as const } },
    ]
    const { undo } = await client.sessions.takeAgenda({ sessionId: session.sessionId, rows })
    expect(
      (await agenda()).map((item) => [item.code, item.dossierStatus, item.samplesReceived, item.application]),
    ).toEqual([
      ['SP1', 'unchecked', 3, 'new'],
      ['SP2', 'unchecked', 0, 'new'],
      ['SP9', 'complete', 5, 'new'],
      ['SP7', 'unchecked', 0, 'upgrade'],
    ])
    expect(lastEvent().command).toBe('sessions.takeAgenda')
    await client.undo.takeBack({ id: undo })
    expect(rowsNow()).toEqual(before)
    expect((await client.workspace.checkIntegrity()).isIntact).toBe(true)
  })

  it('is refused whole, and stays where work hangs on it by now', async () => {
    const { client } = app
    const before = rowsNow()
    const twice = [
      { product: honey, facts: {} },
      { product: { ...honey, name: 'Khác' }, facts: {} },
    ]
    await expect(client.sessions.takeAgenda({ sessionId: session.sessionId, rows: twice })).rejects.toMatchObject(
      refused('duplicate-code'),
    )
    expect(rowsNow()).toEqual(before)
    const rows = [{ product: honey, facts: {} }]
    const { undo } = await client.sessions.takeAgenda({ sessionId: session.sessionId, rows })
    // Answers go with the item: taking it back would drop them without a word.
    await client.sessions.answerNoKnockouts({ sessionId: session.sessionId })
    const answered = rowsNow()
    await expect(client.undo.takeBack({ id: undo })).rejects.toMatchObject(
      refused('used-since', { table: 'knockout_answers', name: expect.stringContaining('Mật ong rừng') as string }),
    )
    expect(rowsNow()).toEqual(answered)
  })
})

it('answers open knock-outs and takes off stale notes in deeds that go back', async () => {
  const { client } = app
  const { sessionId, itemIds } = session
  const [first = 0, second = 0] = itemIds
  await client.sessions.updateItem({ agendaItemId: first, dossierStatus: 'incomplete', dossierNote: 'Thiếu giấy ATTP' })
  await client.sessions.updateItem({ agendaItemId: second, dossierNote: 'Bản sao' })
  const before = rowsNow()
  const marked = await client.sessions.markItems({ sessionId, ids: itemIds, facts: { dossierStatus: 'complete' } })
  expect((await agenda()).slice(0, 2).map(({ dossierNote }) => dossierNote)).toEqual(['', 'Bản sao'])
  await client.undo.takeBack({ id: marked.undo })
  expect(rowsNow()).toEqual(before)

  // Whatever the session was opened with: one answer of the council's is left open again.
  app.file().prepare('DELETE FROM knockout_answers').run()
  const open = rowsNow()
  const answered = await client.sessions.answerNoKnockouts({ sessionId })
  expect(rowsNow()).not.toEqual(open)
  expect(await client.sessions.answerNoKnockouts({ sessionId })).toBeNull()
  await client.undo.takeBack({ id: answered?.undo ?? '' })
  expect(rowsNow()).toEqual(open)
})

it('takes its own rows back whatever else was changed since: their order, other rows, other fields of them', async () => {
  const { client } = app
  const { sessionId, itemIds } = session
  const [first = 0, second = 0] = itemIds
  const rows = [
    { product: honey, facts: {} },
    { product: { ...honey, code: 'SP10', name: 'Sáp ong' }, facts: {} },
    { agendaItemId: first, facts: { samplesReceived: 3 }, seen: { samplesReceived: 0 } },
  ]
  const { undo } = await client.sessions.takeAgenda({ sessionId, rows })
  const ids = (await agenda()).map(({ id }) => id)
  await client.sessions.orderItems({ sessionId, ids: ids.toReversed() })
  await client.sessions.removeItem({ agendaItemId: ids.at(-1) as number })
  await client.sessions.markItems({ sessionId, ids: [second], facts: { samplesReceived: 7 } })
  await client.sessions.markItems({ sessionId, ids: [first], facts: { dossierStatus: 'complete' } })
  await client.undo.takeBack({ id: undo })
  expect((await agenda()).map((item) => [item.code, item.samplesReceived, item.dossierStatus])).toEqual([
    ['SP2', 7, 'unchecked'],
    ['SP1', 0, 'complete'],
  ])
  expect((await client.workspace.checkIntegrity()).isIntact).toBe(true)
})

it('marks many products at once and takes the mark back, but not of a locked session', async () => {
  const { client } = app
  const before = rowsNow()
  const ids = (await agenda()).map(({ id }) => id)
  const facts = { dossierStatus: 'complete', samplesReceived: 5 } as const
  const { undo } = await client.sessions.markItems({ sessionId: session.sessionId, ids, facts })
  expect((await agenda()).map((item) => [item.dossierStatus, item.samplesReceived])).toEqual([
    ['complete', 5],
    ['complete', 5],
  ])
  await client.undo.takeBack({ id: undo })
  expect(rowsNow()).toEqual(before)
  const again = await client.sessions.markItems({ sessionId: session.sessionId, ids, facts })
  app.file().prepare("UPDATE sessions SET state = 'closed', tally_digest = lower(hex(zeroblob(32)))").run()
  await expect(client.undo.takeBack({ id: again.undo })).rejects.toMatchObject(refused('session-locked'))
})

it('takes attendance of many at once and takes it back', async () => {
  const { client } = app
  const { sessionId, memberIds } = session
  const before = rowsNow()
  const seen = { isPresent: true, arrivedAt: null, leftAt: null, absenceReason: '' }
  const rows: Parameters<typeof client.sessions.takeAttendance>[0]['rows'] = [
    { memberId: memberIds[0] as number, seen, isPresent: true, arrivedAt: '07:30' },
    { memberId: memberIds[2] as number, seen, isPresent: false, absenceReason: 'Đi công tác' },
  ]
  const { undo } = await client.sessions.takeAttendance({ sessionId, rows })
  const { members } = await client.sessions.get({ sessionId })
  expect(members.map((one) => [one.isPresent, one.arrivedAt, one.absenceReason])).toMatchObject([
    [true, '07:30', ''],
    [true, null, ''],
    [false, null, 'Đi công tác'],
  ])
  await client.undo.takeBack({ id: undo })
  expect(rowsNow()).toEqual(before)
  const wrong = [
    rows[1] as (typeof rows)[number],
    { memberId: memberIds[0] as number, seen, arrivedAt: '09:00', leftAt: '08:00' },
  ]
  await expect(client.sessions.takeAttendance({ sessionId, rows: wrong })).rejects.toMatchObject(
    refused('left-before-arrival'),
  )
  expect(rowsNow()).toEqual(before)
  const stale = rows.map((row) => ({ ...row, seen: { ...seen, arrivedAt: '07:00' } }))
  await expect(client.sessions.takeAttendance({ sessionId, rows: stale })).rejects.toMatchObject(
    refused('changed-elsewhere'),
  )
  expect(rowsNow()).toEqual(before)
})

it('lays a list over an agenda only as it was seen', async () => {
  const { client } = app
  const { sessionId, itemIds } = session
  const before = rowsNow()
  const row = { agendaItemId: itemIds[0] as number, facts: { samplesReceived: 3, application: 'new' as const } }
  const takeRow = (seen?: { samplesReceived?: number }) =>
    client.sessions.takeAgenda({
      sessionId,
      rows: [
        { product: honey, facts: {} },
        { ...row, ...(seen && { seen }) },
      ],
    })
  await expect(takeRow({ samplesReceived: 2 })).rejects.toMatchObject(refused('changed-elsewhere'))
  await expect(takeRow()).rejects.toMatchObject(refused('changed-elsewhere'))
  expect(rowsNow()).toEqual(before)
  await takeRow({ samplesReceived: 0 })
})

it('takes who does not score which products, whole or not at all, and takes it back', async () => {
  const { client } = app
  const { sessionId, itemIds, memberIds } = session
  const [first = 0, second = 0] = itemIds
  const [chair = 0, other = 0] = memberIds
  const recused = { kind: 'recused', reason: 'Góp vốn' } as const
  const absent = { kind: 'absent', reason: '' } as const
  await client.sessions.setExclusion({ agendaItemId: first, memberId: other, ...absent })
  const before = rowsNow()
  const rows = [
    { agendaItemId: first, memberId: chair, seen: null, to: recused },
    { agendaItemId: first, memberId: other, seen: absent, to: null },
    { agendaItemId: second, memberId: other, seen: null, to: absent },
  ]
  const { undo } = await client.sessions.takeExclusions({ sessionId, rows })
  expect((await agenda()).map(({ exclusions }) => exclusions)).toMatchObject([
    [{ memberId: chair, ...recused }],
    [{ memberId: other, ...absent }],
  ])
  expect(JSON.parse(lastEvent().detail)).toMatchObject({ members: [{ item: first, from: null, to: recused }, {}, {}] })
  await client.undo.takeBack({ id: undo })
  expect(rowsNow()).toEqual(before)
  const wrong = [
    [
      { agendaItemId: second, memberId: chair, seen: null, to: { kind: 'recused' as const, reason: '' } },
      'reason-required',
    ],
    [{ agendaItemId: first, memberId: other, seen: null, to: recused }, 'changed-elsewhere'],
    [{ agendaItemId: second, memberId: chair, seen: recused, to: null }, 'changed-elsewhere'],
    [{ agendaItemId: second, memberId: 99, seen: null, to: absent }, 'not-found'],
  ] as const
  for (const [row, reason] of wrong) {
    const mixed = [rows[2] as (typeof rows)[number], row]
    await expect(client.sessions.takeExclusions({ sessionId, rows: mixed })).rejects.toMatchObject(refused(reason))
    expect(rowsNow()).toEqual(before)
  }
  expect((await client.workspace.checkIntegrity()).isIntact).toBe(true)
})

it('takes answers to knock-out conditions, whole or not at all, and takes them back', async () => {
  const { client } = app
  const { sessionId } = session
  const [item, next] = await agenda()
  const [key = '', other = ''] = item?.knockouts.map((one) => one.key) ?? []
  const before = rowsNow()
  const violated = { answer: 'yes', reason: 'Sửa ngày sản xuất' } as const
  const met = { answer: 'no', reason: '' } as const
  const rows = [
    { agendaItemId: item?.id ?? 0, key, seen: met, to: violated },
    { agendaItemId: item?.id ?? 0, key: other, seen: met, to: violated },
    { agendaItemId: next?.id ?? 0, key, seen: met, to: violated },
  ]
  const { undo } = await client.sessions.takeKnockouts({ sessionId, rows })
  expect((await agenda()).map(({ knockouts }) => knockouts.map(({ answer }) => answer).slice(0, 2))).toEqual([
    ['yes', 'yes'],
    ['yes', 'no'],
  ])
  expect(JSON.parse(lastEvent().detail)).toMatchObject({ answered: [{ item: item?.id, key, to: violated }, {}, {}] })
  await client.undo.takeBack({ id: undo })
  expect(rowsNow()).toEqual(before)
  const wrong = [
    [{ agendaItemId: next?.id ?? 0, key, seen: null, to: violated }, 'changed-elsewhere'],
    [{ agendaItemId: next?.id ?? 0, key: 'dossier-99', seen: null, to: met }, 'not-found'],
    [{ agendaItemId: next?.id ?? 0, key, seen: met, to: { answer: 'yes' as const, reason: '' } }, 'reason-required'],
  ] as const
  for (const [row, reason] of wrong) {
    const mixed = [rows[0] as (typeof rows)[number], row]
    await expect(client.sessions.takeKnockouts({ sessionId, rows: mixed })).rejects.toMatchObject(refused(reason))
    expect(rowsNow()).toEqual(before)
  }
})
