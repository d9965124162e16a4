import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession, refusal, scoredSession } from './numbered-session.ts'

sayWhyLeftOut()

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

/** The decision is numbered alone: what it names has no number yet. */
const accepted = ['cited-unnumbered' as const]

async function decisionText(sessionId: number): Promise<string> {
  const file = await app.client.documents.render({ sessionId, kind: 'decision', format: 'pdf' })
  return readText(new Uint8Array(await file.arrayBuffer())).replaceAll('\u00a0', ' ')
}

describe('numbers', () => {
  it('are given only once the session is locked, and once a document', async () => {
    const { sessionId } = await scoredSession(app)
    const enter = () =>
      app.client.documents.register.enter({ sessionId, kind: 'decision', issue: issue(15), reason: '', accepted })
    expect(await refusal(enter())).toBe('session-not-locked')
    await app.client.sessions.close({ sessionId })
    await enter()
    expect(await refusal(enter())).toBe('document-numbered')
  })

  it('are refused twice and with a gap, unless a reason says why; a voided one stays taken', async () => {
    const { sessionId } = await lockedSession(app)
    const { register } = app.client.documents
    const { id } = await register.enter({ sessionId, kind: 'decision', issue: issue(15), reason: '', accepted })
    await register.void({ id, reason: 'In sai tên chủ thể' })
    const enter = (number: number, reason = '') =>
      register.enter({ sessionId, kind: 'decision', issue: issue(number), reason, accepted })
    expect(await refusal(enter(15))).toBe('number-taken')
    expect(await refusal(enter(18))).toBe('number-leaves-gap')
    await enter(18, 'Số 16 và 17 do văn thư cấp cho văn bản khác')
    const entries = await register.list({ sessionId })
    expect(entries.map(({ code, reason, void: voided }) => [code, reason, voided?.reason])).toEqual([
      ['18/QĐ-UBND', 'Số 16 và 17 do văn thư cấp cho văn bản khác', undefined],
      ['15/QĐ-UBND', '', 'In sai tên chủ thể'],
    ])
  })

  it('are proposed after the last of their year and symbol, with signer and recipients as they were last', async () => {
    const { sessionId } = await lockedSession(app)
    const { register } = app.client.documents
    const first = await register.propose({ sessionId, kind: 'decision' })
    expect(first).toMatchObject({ number: 1, symbol: 'QĐ-UBND', issuedOn: '2026-11-20', signer: '' })
    expect(first.posts).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    expect(first.recipients.at(-1)).toBe('Lưu: VT, NN')
    const { id } = await register.enter({ sessionId, kind: 'decision', issue: issue(7), reason: '', accepted })
    await register.void({ id, reason: 'Thử' })
    expect(await register.propose({ sessionId, kind: 'decision' })).toMatchObject({ number: 8, signer: 'Người ký thử' })
    expect(await register.propose({ sessionId, kind: 'decision', issuedOn: '2027-01-04' })).toMatchObject({ number: 1 })
    expect(await register.propose({ sessionId, kind: 'minutes' })).toMatchObject({ number: 1, symbol: 'BB-HĐOCOP' })
  })
})

describe.skipIf(!hasPoppler)('a printed decision', () => {
  it('has its number, date, signer and recipients from the register, and room for them before', async () => {
    const { sessionId } = await lockedSession(app)
    expect(await decisionText(sessionId)).toMatch(/^Số: +\/QĐ-UBND/m)
    const posts = ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']
    await app.client.documents.register.enter({
      sessionId,
      kind: 'decision',
      issue: issue(5, { posts }),
      reason: '',
      accepted,
    })
    const text = await decisionText(sessionId)
    for (const part of [
      /Số: 05\/QĐ-UBND +Phú Thọ, ngày 25 tháng 11 năm 2026/,
      /\(Kèm theo Quyết định số 05\/QĐ-UBND ngày 25 tháng 11 năm 2026/,
      /TL\. CHỦ TỊCH/,
      /CHÁNH VĂN PHÒNG/,
      /Người ký thử/,
      /- Lưu: VT, HĐ\./,
    ]) {
      expect(text).toMatch(part)
    }
    expect(text).not.toContain('KT. CHỦ TỊCH')
  })
})

describe('a numbered document', () => {
  it('says since when it is old and what changed, until it is renewed', async () => {
    const { sessionId, itemIds, memberIds, productIds } = await lockedSession(app)
    const { client } = app
    for (const kind of ['minutes', 'decision'] as const) {
      const symbol = kind === 'decision' ? 'QĐ-UBND' : 'BB-HĐOCOP'
      await client.documents.register.enter({ sessionId, kind, issue: issue(1, { symbol }), reason: '', accepted })
    }
    const entryOf = async (kind: string) =>
      (await client.documents.list({ sessionId })).find((listing) => listing.kind === kind)?.entry
    expect(await entryOf('decision')).toMatchObject({ staleSince: null, changes: [] })

    app.clock.at = new Date('2026-11-26T07:05:00.000Z')
    await client.sessions.reopen({ sessionId, reason: 'Sửa một phiếu' })
    app.clock.at = new Date('2026-11-26T07:30:00.000Z')
    const ballot = { agendaItemId: itemIds[1] ?? 0, memberId: memberIds[0] ?? 0 }
    await actsOf(client).reopen({ ...ballot, reason: 'Nhập nhầm' })
    await actsOf(client).choose({ ...ballot, criterionIndex: 0, option: 1 })
    await actsOf(client).confirm(ballot)
    await client.sessions.close({ sessionId })

    const decision = await entryOf('decision')
    expect(decision?.staleSince).toBe('2026-11-26T07:05:00.000Z')
    expect(decision?.changes).toEqual([
      { what: 'SP2. Sản phẩm SP2: điểm trung bình', from: expect.any(String), to: expect.any(String) },
    ])
    expect((await entryOf('minutes'))?.changes.map(({ what }) => what)).toEqual([
      'Số lần mở lại phiên đã khóa',
      'SP2. Sản phẩm SP2: điểm trung bình',
      'SP2. Sản phẩm SP2: phiếu của thành viên TV1',
    ])

    await client.documents.register.renew({ id: decision?.id ?? 0, reason: 'Chưa ký' })
    expect(await entryOf('decision')).toMatchObject({ staleSince: null, changes: [], code: '01/QĐ-UBND' })
    expect(productIds).toHaveLength(2)
  })

  it('keeps its number in the audit and never in two places', async () => {
    const { sessionId } = await lockedSession(app)
    const { register } = app.client.documents
    await register.enter({ sessionId, kind: 'decision', issue: issue(3), reason: '', accepted })
    const insert = () =>
      app.file().exec(
        `INSERT INTO document_register (session_id, kind, year, symbol, number, issued_on, posts, signer, recipients,
           reason, data_digest, data_facts, registered_at)
         SELECT NULL, kind, year, symbol, number, issued_on, posts, signer, recipients, '', data_digest, data_facts,
           registered_at FROM document_register`,
      )
    expect(insert).toThrow('UNIQUE')
    const events = app.file().prepare("SELECT command FROM audit_events WHERE command LIKE 'documents.%'").pluck()
    expect(events.all()).toEqual(['documents.register.enter', 'documents.issued.keep'])
  })
})
