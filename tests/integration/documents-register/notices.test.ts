import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession, refusal } from './numbered-session.ts'

sayWhyLeftOut()

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

const given = { number: 31, symbol: 'TB-SNNMT', issuedOn: '2026-11-27', posts: ['GIÁM ĐỐC'], signer: 'Người ký thử' }
const numbering = (sessionId: number) => ({ sessionId, issue: given, accepted: ['cited-unnumbered' as const] })
const decide = (sessionId: number) =>
  app.client.documents.register.enter({
    sessionId,
    kind: 'decision',
    issue: issue(15),
    reason: '',
    accepted: ['cited-unnumbered'],
  })
const bytesOf = async (file: Promise<File>) => new Uint8Array(await (await file).arrayBuffer())

describe('notices of results', () => {
  it('are numbered after the decision, one number a product, in the register', async () => {
    const { sessionId } = await lockedSession(app)
    const { notices, register } = app.client.documents
    expect(await refusal(notices.enter(numbering(sessionId)))).toBe('decision-not-numbered')
    expect((await notices.list({ sessionId })).blocked).toBe('decision-not-numbered')
    await decide(sessionId)
    const early = { ...given, issuedOn: '2026-11-24' }
    expect(await refusal(notices.enter({ sessionId, issue: early }))).toBe('notice-before-decision')
    expect(await notices.enter(numbering(sessionId))).toEqual({ count: 2 })
    const { entries, batches, proposal } = await notices.list({ sessionId })
    expect(entries.map(({ entry }) => entry?.code)).toEqual(['31/TB-SNNMT', '32/TB-SNNMT'])
    expect(batches).toEqual([expect.objectContaining({ count: 2, state: 'kept' })])
    expect(proposal).toMatchObject({ number: 33, symbol: 'TB-SNNMT', signer: 'Người ký thử' })
    const listed = (await register.list({ sessionId })).filter(({ kind }) => kind === 'result-notices')
    expect(listed.map(({ about, staleSince }) => [about.split('.')[0], staleSince])).toEqual([
      ['SP2', null],
      ['SP1', null],
    ])
    expect(await refusal(notices.enter(numbering(sessionId)))).toBe('not refused')
  })

  it.skipIf(!hasPoppler)('print their numbers and the decision’s, and are kept as one file', async () => {
    const { sessionId } = await lockedSession(app)
    const { notices, issued, render } = app.client.documents
    await decide(sessionId)
    await notices.enter(numbering(sessionId))
    const { batches, entries } = await notices.list({ sessionId })
    const kept = readText(await bytesOf(issued.take({ seq: batches[0]?.seq ?? 0, format: 'pdf' })))
    const now = readText(await bytesOf(render({ sessionId, kind: 'result-notices', format: 'pdf' })))
    for (const text of [kept, now]) {
      expect(text.match(/Số: \d+\/TB-SNNMT/g)).toEqual(['Số: 31/TB-SNNMT', 'Số: 32/TB-SNNMT'])
      expect(text).toContain(entries[0]?.entry?.verification)
      expect(text).toContain('Người ký thử')
    }
  })

  it('are proposed numbers of the year of their date', async () => {
    const { sessionId } = await lockedSession(app)
    const { notices, register } = app.client.documents
    await decide(sessionId)
    await notices.enter(numbering(sessionId))
    const [first] = (await notices.list({ sessionId })).entries
    await register.void({ id: first?.entry?.id ?? 0, reason: 'Sai tên' })
    app.clock.at = new Date('2027-01-05T07:00:00.000Z')
    const proposed = async (issuedOn?: string) => (await notices.list({ sessionId, issuedOn })).proposal
    expect(await proposed()).toMatchObject({ number: 1, issuedOn: '2027-01-05' })
    expect(await proposed('2026-12-30')).toMatchObject({ number: 33, issuedOn: '2026-12-30' })
  })

  it('given a number later are a batch of their own', async () => {
    const { sessionId } = await lockedSession(app)
    const { notices, register } = app.client.documents
    await decide(sessionId)
    await notices.enter(numbering(sessionId))
    const [first] = (await notices.list({ sessionId })).entries
    await register.void({ id: first?.entry?.id ?? 0, reason: 'Sai tên' })
    app.clock.at = new Date('2026-11-28T07:00:00.000Z')
    expect(await refusal(notices.enter({ ...numbering(sessionId), issue: { ...given, number: 32 } }))).toBe(
      'number-taken',
    )
    await notices.enter({ ...numbering(sessionId), issue: { ...given, number: 33 } })
    const { batches, entries } = await notices.list({ sessionId })
    expect(entries.map(({ entry }) => entry?.code)).toEqual(['33/TB-SNNMT', '32/TB-SNNMT'])
    expect(batches.map(({ from, count, state }) => [from, count, state])).toEqual([
      ['32/TB-SNNMT', 1, 'kept'],
      ['33/TB-SNNMT', 1, 'kept'],
    ])
  })

  it('are logged as sent, with the date and to whom', async () => {
    const { sessionId } = await lockedSession(app)
    const { notices, register } = app.client.documents
    await decide(sessionId)
    await notices.enter(numbering(sessionId))
    const ids = (await notices.list({ sessionId })).entries.map(({ entry }) => entry?.id ?? 0)
    expect(await refusal(register.send({ ids, on: '2026-11-26', to: '' }))).toBe('sent-before-issue')
    await register.send({ ids, on: '2026-11-30', to: '' })
    const [first] = (await notices.list({ sessionId })).entries
    expect(first?.entry?.sent?.on).toBe('2026-11-30')
    expect(first?.entry?.sent?.to).toContain('HTX Mẫu')
    expect(first?.entry?.sent?.to).not.toContain('Lưu')
    await register.send({
      ids: ids.slice(0, 1),
      on: '2026-12-01',
      to: 'Bưu điện, theo dấu 123',
      accepted: ['sent-before'],
    })
    const [second] = (await notices.list({ sessionId })).entries
    expect(second?.entry?.sent).toEqual({ on: '2026-12-01', to: 'Bưu điện, theo dấu 123' })
  })
})
