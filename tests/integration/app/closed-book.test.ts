import { afterEach, beforeEach, expect, it } from 'vitest'
import { minutesModel } from '../../../electron/documents/minutes/model.ts'
import { buildSessionRecord } from '../../../electron/app/sessions/session-record.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// What a session says of its council, members and products is its own from its opening, and frozen by locking.

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
})
afterEach(() => app[Symbol.dispose]())

const record = () => buildSessionRecord(app.db(), session.sessionId)
const printed = () => JSON.stringify(minutesModel(record()))

async function lock() {
  for (const agendaItemId of session.itemIds) {
    for (const memberId of session.memberIds) await castFullBallot(app.client, { agendaItemId, memberId })
  }
  await app.client.sessions.close({ sessionId: session.sessionId })
}

/** A member more, a chair of another name and post, another decision, and products that are called otherwise. */
async function changeDirectory() {
  const { councilId, memberIds, productIds } = session
  const member = { position: '', organisation: '', role: 'member' as const }
  await app.client.councils.saveMember({ councilId, fields: { ...member, code: 'TV99', name: 'Ủy viên mới' } })
  const council = await app.client.councils.get({ id: councilId })
  const [chair] = council.members
  const { id: _id, councilId: _council, isInUse: _use, ...fields } = chair ?? never()
  await app.client.councils.saveMember({
    councilId,
    id: memberIds[0] ?? 0,
    fields: { ...fields, name: 'Chủ tịch khác', position: 'Chức vụ khác' },
  })
  const { members: _members, sessionCount: _count, id, ...facts } = council
  await app.client.councils.save({
    id,
    fields: { ...facts, foundingDecisionNumber: '99/QĐ-UBND', regulationNumber: '1/QC' },
  })
  const product = await app.client.products.get({ id: productIds[0] ?? 0 })
  const { id: productId, sessionCount: _sessions, lastStar: _star, hasPicture: _picture, ...rest } = product
  await app.client.products.save({
    id: productId,
    fields: { ...rest, name: 'Tên khác', producerName: 'Hợp tác xã khác', commune: 'Xã khác' },
  })
}

const never = (): never => {
  throw new Error('the council has no members')
}

it('a locked session says and prints what it said, whatever the lists say later', async () => {
  await lock()
  const before = { record: JSON.stringify(record()), printed: printed() }
  await changeDirectory()
  expect({ record: JSON.stringify(record()), printed: printed() }).toEqual(before)
  expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, faults: [] })
  expect(await app.client.sessions.directoryChanges({ sessionId: session.sessionId })).toEqual([])
  await expect(app.client.sessions.takeOver({ sessionId: session.sessionId })).rejects.toMatchObject({
    data: { reason: 'session-locked' },
  })
})

it('an open session says what it said at its opening until the changes are taken over, which the audit tells', async () => {
  const { sessionId } = session
  const before = printed()
  await changeDirectory()
  expect(printed()).toBe(before)
  const changes = await app.client.sessions.directoryChanges({ sessionId })
  expect(
    changes.map(({ kind, name, isNew, fields }) => [kind, name, isNew, fields.map(({ column }) => column)]),
  ).toEqual([
    ['council', 'Hội đồng OCOP cấp tỉnh', false, ['founding_decision_number', 'regulation_number']],
    ['member', 'Chủ tịch khác', false, ['name', 'position']],
    ['member', 'Ủy viên mới', true, []],
    ['product', 'Tên khác', false, ['name', 'producer_name', 'commune']],
  ])
  await app.client.sessions.takeOver({ sessionId })
  expect(await app.client.sessions.directoryChanges({ sessionId })).toEqual([])
  expect(record().council).toMatchObject({ foundingDecisionNumber: '99/QĐ-UBND', regulationNumber: '1/QC' })
  expect(record().members.at(-1)).toMatchObject({ name: 'Ủy viên mới', isPresent: false })
  expect(record().items[0]).toMatchObject({ productName: 'Tên khác', producerName: 'Hợp tác xã khác' })
  const [event] = await app.client.audit.list({ limit: 1 })
  expect(event).toMatchObject({ command: 'sessions.takeOver', detail: { changes } })
  expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
})

it('a planned session follows the lists', async () => {
  const { councilId } = session
  const [open] = await app.client.sessions.list()
  const { id } = await app.client.sessions.create({
    councilId,
    ruleSetId: open?.ruleSetId ?? '',
    fields: {
      year: 2026,
      round: 9,
      heldOn: '2026-12-01',
      place: '',
      referralThreshold: null,
      regulation: record().regulation,
    },
  })
  await changeDirectory()
  expect(buildSessionRecord(app.db(), id).members.map(({ name }) => name)).toContain('Ủy viên mới')
})

it.each([
  ['a post', "UPDATE session_members SET position = 'Khác' WHERE member_id = 1"],
  ['a producer', "UPDATE session_products SET producer_name = 'Khác'"],
  ['a conclusion', "UPDATE agenda_items SET conclusion_note = 'Khác'"],
  ['the place', "UPDATE sessions SET place = 'Khác'"],
  ['the founding decision', "UPDATE session_councils SET founding_decision_number = 'Khác'"],
])(
  '%s that was changed behind a locked session breaks the digest of its words, not that of its tally',
  async (_what, sql) => {
    await lock()
    app.file().exec(sql)
    const { faults } = await app.client.workspace.checkIntegrity()
    expect(faults.filter(({ part }) => part === 'sessions').map(({ kind }) => kind)).toEqual(['record-digest'])
  },
)
