import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, castFullBallot, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// What the producer and the advisory team scored, beside the council's ballots and never among them.

let app: TestApp
let place = { sessionId: 0, agendaItemId: 0, memberIds: [] as readonly number[] }
beforeEach(async () => {
  app = createTestApp()
  const { sessionId, itemIds, memberIds } = await openSmallSession(app, { members: 2, products: 1 })
  place = { sessionId, agendaItemId: itemIds[0] ?? 0, memberIds }
})
afterEach(() => app[Symbol.dispose]())

const choose = async (fields: object = {}) =>
  app.client.reference.choose({
    agendaItemId: place.agendaItemId,
    source: 'producer',
    criterionIndex: 0,
    option: 1,
    seen: null,
    ...fields,
  })
const sheets = async () => (await app.client.reference.ofItem({ agendaItemId: place.agendaItemId })).sheets
const refused = (reason: string, detail = {}) => ({
  data: { reason, detail: expect.objectContaining(detail) as object },
})

describe('a sheet of reference scores', () => {
  it('is blank until somebody keys it, and says points by the session’s form', async () => {
    expect(await sheets()).toMatchObject([
      { source: 'producer', revision: 0, savedAt: null, totals: { answered: 0, total: 0 } },
      { source: 'advisers', revision: 0, savedAt: null },
    ])
    const { options } = (await app.client.rules.itemForm(place)).parts[0]?.sections[0]?.criteria[0] ?? { options: [] }
    const sheet = await choose({ option: 2 })
    expect(sheet).toMatchObject({ revision: 1, totals: { answered: 1, total: options[1]?.points } })
    expect(sheet.choices.slice(0, 2)).toEqual([2, null])
    await choose({ source: 'advisers', option: 1 })
    expect((await sheets()).map(({ choices }) => choices[0])).toEqual([2, 1])
    const { sheets: ofSession } = await app.client.reference.ofSession({ sessionId: place.sessionId })
    expect(ofSession.map(({ source }) => source)).toEqual(['producer', 'advisers'])
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('keyed again as it is writes nothing; what another changed meanwhile is refused by name', async () => {
    await choose()
    const { total } = { total: (await app.client.audit.list({ limit: 500 })).length }
    await choose()
    expect(await app.client.audit.list({ limit: 500 })).toHaveLength(total)
    const other = choose({ option: 2 })
    await expect(other).rejects.toMatchObject(refused('ballot-changed-elsewhere', { criteria: '1.1', by: 'Thư ký' }))
    expect((await choose({ option: null, seen: 1 })).choices[0]).toBeNull()
    expect((await app.client.audit.list({ limit: 1 }))[0]).toMatchObject({
      command: 'reference.choose',
      detail: { source: 'producer', criterion: '1.1', from: 1, to: null },
      form: { criterion: expect.any(String) as string },
    })
  })

  it('takes only what the form offers', async () => {
    await expect(choose({ option: 9 })).rejects.toMatchObject(refused('option-not-offered', { criterion: '1.1' }))
    await expect(choose({ criterionIndex: 99 })).rejects.toMatchObject(refused('not-found'))
  })
})

describe('beside the council', () => {
  const digest = async () => {
    await app.client.sessions.close({ sessionId: place.sessionId })
    const row = app.file().prepare('SELECT tally_digest AS tally FROM sessions').get()
    await app.client.sessions.reopen({ sessionId: place.sessionId, reason: 'So lại' })
    return row
  }

  it('changes no mean, no result and no digest of the tally', async () => {
    for (const memberId of place.memberIds) {
      await castFullBallot(app.client, { agendaItemId: place.agendaItemId, memberId })
    }
    const results = async () => app.client.results.session({ sessionId: place.sessionId })
    const before = { digest: await digest(), items: (await results()).items.map(({ result }) => result) }
    const { length } = (await sheets())[0]?.choices ?? []
    for (const source of ['producer', 'advisers']) {
      for (let criterionIndex = 0; criterionIndex < length; criterionIndex += 1) {
        await choose({ source, criterionIndex, option: 0 })
      }
    }
    expect((await sheets()).map(({ totals }) => totals.isComplete)).toEqual([true, true])
    expect({ digest: await digest(), items: (await results()).items.map(({ result }) => result) }).toEqual(before)
  })

  it('a locked session’s stay as they are', async () => {
    await choose()
    for (const memberId of place.memberIds) {
      await castFullBallot(app.client, { agendaItemId: place.agendaItemId, memberId })
    }
    await app.client.sessions.close({ sessionId: place.sessionId })
    await expect(choose({ option: 2, seen: 1 })).rejects.toMatchObject(refused('session-locked'))
    const { sessionId } = place
    const show = app.client.reference.setSight({ sessionId, sight: 'hidden' })
    await expect(show).rejects.toMatchObject(refused('session-locked'))
  })

  it('the chair hides them: said once, and in the audit', async () => {
    const { sessionId } = place
    expect((await app.client.reference.ofSession({ sessionId })).sight).toBe('panel')
    await app.client.reference.setSight({ sessionId, sight: 'hidden' })
    await app.client.reference.setSight({ sessionId, sight: 'hidden' })
    expect((await app.client.reference.ofSession({ sessionId })).sight).toBe('hidden')
    const events = await app.client.audit.list({ limit: 500, feature: 'reference' })
    expect(events).toMatchObject([{ command: 'reference.setSight', detail: { from: 'panel', to: 'hidden' } }])
  })
})
