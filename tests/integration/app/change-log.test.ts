import { expect, it } from 'vitest'
import { commit, openDb } from '../../../electron/app/commit.ts'
import { uncoveredTables } from '../../../electron/db/covered-tables.ts'
import { applyChanges, compareRows, type KnownRows } from '../../../electron/db/known-rows.ts'
import type { RowChanges } from '../../../electron/db/row-changes.ts'
import { write } from '../../../electron/db/statement.ts'
import { canonicalJson } from '../../../shared/domain/session/canonical-json.ts'
import { newActId } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

type Event = { readonly seq: number; readonly command: string; readonly changes: string }

const eventsOf = (app: TestApp) =>
  app.file().prepare<[], Event>('SELECT seq, command, changes FROM audit_events ORDER BY seq').all()

const changesOf = ({ changes }: Event) => (changes === '' ? {} : JSON.parse(changes)) as RowChanges

const lastChanges = (app: TestApp) => changesOf(eventsOf(app).at(-1) as Event)

/** What the audit does not tell of the tables. */
function notTold(app: TestApp) {
  const known: KnownRows = new Map()
  const contradictions = eventsOf(app).flatMap((event) =>
    applyChanges(known, { seq: event.seq, changes: changesOf(event) }),
  )
  return [...contradictions, ...compareRows(openDb(app.context), known)].filter((row) => row !== null)
}

it('every table that a paper can print is rebuilt from the audit; the others stand in a list with their reason', async () => {
  using app = createTestApp()
  await app.client.workspace.create({ name: 'Thử' })
  const tables = app
    .file()
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    .pluck()
    .all()
  expect(tables).toEqual(expect.arrayContaining(Object.keys(uncoveredTables)))
  const watched = app
    .file()
    .prepare<[], string>("SELECT DISTINCT tbl_name FROM temp.sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all()
  expect([...watched, ...Object.keys(uncoveredTables)].toSorted()).toEqual(tables.toSorted())
})

it('a choice tells the fields that it changed, and nothing else', async () => {
  using app = createTestApp()
  const { itemIds, memberIds } = await openSmallSession(app)
  const [agendaItemId = 0, memberId = 0] = [itemIds[0], memberIds[0]]
  const choose = (criterionIndex: number, option: number) =>
    app.client.ballots.choose({
      agendaItemId,
      memberId,
      round: 1,
      actId: newActId(),
      seen: null,
      criterionIndex,
      option,
    })
  await choose(0, 1)
  app.clock.at = new Date('2026-11-20T07:01:00.000Z')
  const { choices } = await choose(1, 1)
  expect(lastChanges(app)).toEqual({
    ballots: {
      changed: [
        [1, { choices: `11${'.'.repeat(choices.length - 2)}`, revision: 2, saved_at: '2026-11-20T07:01:00.000Z' }],
      ],
    },
  })
})

it('an audit of all that a session does tells of every row as it stands', async () => {
  using app = createTestApp()
  const { client } = app
  const { itemIds, memberIds, productIds, councilId, sessionId } = await openSmallSession(app, { products: 3 })
  const png = Buffer.from(onePixel, 'base64')
  const picture = new File([png], 'ảnh.png', { type: 'image/png' })
  await client.products.setPicture({ id: productIds[0] ?? 0, file: picture })
  for (const agendaItemId of itemIds.slice(0, 2)) {
    for (const memberId of memberIds) await castFullBallot(client, { agendaItemId, memberId })
  }
  await client.councils.orderMembers({ councilId, ids: memberIds.toReversed() })
  await client.sessions.removeItem({ agendaItemId: itemIds[2] ?? 0 })
  for (const agendaItemId of itemIds.slice(0, 2)) await client.results.conclude({ agendaItemId, star: 5, note: '' })
  await client.sessions.close({ sessionId })
  await client.sessions.reopen({ sessionId, reason: 'Sửa lỗi' })
  expect(notTold(app)).toEqual([])
  const texts = eventsOf(app).flatMap(({ changes }) => (changes === '' ? [] : [changes]))
  expect(texts).toEqual(texts.map((text) => canonicalJson(JSON.parse(text))))
  const removed = eventsOf(app).find(({ command }) => command === 'sessions.removeItem') as Event
  // What the item took with it is told as well.
  expect(Object.keys(changesOf(removed))).toEqual(['agenda_items', 'knockout_answers', 'session_products'])
})

it('what is changed past the commands is found, field by field', async () => {
  using app = createTestApp()
  const { itemIds, memberIds } = await openSmallSession(app)
  await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 })
  app
    .file()
    .exec(
      "UPDATE ballots SET choices = '0' || substr(choices, 2); DELETE FROM knockout_answers WHERE agenda_item_id = 2",
    )
  app.file().exec("INSERT INTO producers (name, kind) VALUES ('HTX Lạ', '')")
  const found = notTold(app)
  expect(found).toContainEqual(
    expect.objectContaining({
      table: 'ballots',
      kind: 'changed',
      differ: [expect.objectContaining({ column: 'choices' })],
    }),
  )
  expect(found.filter(({ table }) => table === 'knockout_answers').length).toBeGreaterThan(0)
  expect(found).toContainEqual(expect.objectContaining({ table: 'producers', kind: 'unknown' }))
})

it('a command that was refused leaves nothing for the next one to tell', async () => {
  using app = createTestApp()
  await openSmallSession(app)
  const refused = () =>
    commit(app.context, 'sessions.setSoleOperator', (db) => {
      write<[]>(db, "UPDATE products SET name = 'Khác'").run()
      throw new Error('refused')
    })
  expect(refused).toThrow('refused')
  commit(app.context, 'sessions.setSoleOperator', (db) => {
    write<[]>(db, "UPDATE sessions SET place = 'Nơi khác'").run()
    return { result: null, audit: { subject: 'session:1', detail: { from: null, to: null } } }
  })
  expect(lastChanges(app)).toEqual({ sessions: { changed: [[1, { place: 'Nơi khác' }]] } })
})

it('a command that changes a row without an event is a bug, and changes nothing', async () => {
  using app = createTestApp()
  await openSmallSession(app)
  const untold = () =>
    commit(app.context, 'sessions.setSoleOperator', (db) => {
      write<[]>(db, "UPDATE products SET name = 'Khác'").run()
      return { result: null, audit: null }
    })
  expect(untold).toThrow('changed rows without an event: products')
  expect(app.file().prepare("SELECT count(*) FROM products WHERE name = 'Khác'").pluck().get()).toBe(0)
})

it('what REPLACE takes away is told too, and a row set twice once', async () => {
  using app = createTestApp()
  await openSmallSession(app)
  commit(app.context, 'sessions.setSoleOperator', (db) => {
    write<[]>(db, "UPDATE sessions SET place = 'A'").run()
    write<[]>(db, "UPDATE sessions SET place = 'B'").run()
    write<[]>(db, "INSERT OR REPLACE INTO province_columns VALUES ('x', 'a')").run()
    write<[]>(db, "INSERT OR REPLACE INTO province_columns VALUES ('x', 'b')").run()
    return { result: null, audit: { subject: 'session:1', detail: { from: null, to: null } } }
  })
  expect(lastChanges(app)).toEqual({
    sessions: { changed: [[1, { place: 'B' }]] },
    province_columns: { columns: ['head_key', 'field'], key: ['head_key'], added: [['x', 'b']] },
  })
  expect(notTold(app)).toEqual([])
})

it('half a surrogate never reaches the audit', async () => {
  using app = createTestApp()
  await openSmallSession(app)
  const before = eventsOf(app).length
  const odd = () =>
    commit({ ...app.context, actor: 'Thư ký \ud83d' }, 'sessions.setSoleOperator', () => ({
      result: null,
      audit: { subject: 'session:1', detail: { from: null, to: null } },
    }))
  expect(odd).toThrow(TypeError)
  expect(eventsOf(app)).toHaveLength(before)
})
