import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultOverprintLayout } from '../../../shared/domain/certificates/overprint-layout.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { hasPoppler, readFonts, readPages, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession, refusal, scoredSession } from './numbered-session.ts'

sayWhyLeftOut()

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

async function numberedSession() {
  const session = await lockedSession(app)
  const { sessionId } = session
  await app.client.documents.register.enter({
    sessionId,
    kind: 'decision',
    issue: issue(15),
    reason: '',
    accepted: ['cited-unnumbered'],
  })
  return session
}

/** As the locked session says it, whose papers no longer look at the register of products. */
function nameCertified(productId: number, name: string) {
  const sql =
    'UPDATE session_products SET name = ? WHERE agenda_item_id IN (SELECT id FROM agenda_items WHERE product_id = ?)'
  app.file().prepare(sql).run(name, productId)
}

const pdfOf = async (input: Parameters<TestApp['client']['documents']['certificates']['render']>[0]) =>
  new Uint8Array(await (await app.client.documents.certificates.render(input)).arrayBuffer())

describe('certificate numbers', () => {
  it('wait for the lock and for the decision', async () => {
    const { sessionId } = await scoredSession(app)
    const { certificates, register } = app.client.documents
    const enter = () => certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
    expect(await refusal(enter())).toBe('session-not-locked')
    await app.client.sessions.close({ sessionId })
    expect(await refusal(enter())).toBe('decision-not-numbered')
    expect((await certificates.list({ sessionId })).blocked).toBe('decision-not-numbered')
    await register.enter({ sessionId, kind: 'decision', issue: issue(15), reason: '', accepted: ['cited-unnumbered'] })
    expect(await enter()).toEqual({ count: 2 })
  })

  it('run on, lapse 36 months after the decision, and are given once', async () => {
    const { sessionId } = await numberedSession()
    const { certificates } = app.client.documents
    const { symbol, nextNumber } = await certificates.list({ sessionId })
    expect([symbol, nextNumber]).toEqual(['GCN-UBND', 1])
    await certificates.enter({ sessionId, firstNumber: 9, symbol })
    expect(await certificates.enter({ sessionId, firstNumber: 20, symbol })).toEqual({ count: 0 })
    const { entries } = await certificates.list({ sessionId })
    expect(entries.map(({ certificate }) => certificate)).toMatchObject(
      ['09/GCN-UBND', '10/GCN-UBND'].map((code) => ({
        code,
        decisionCode: '15/QĐ-UBND',
        issuedOn: '2026-11-25',
        expiresOn: '2029-11-25',
        prints: 0,
        staleSince: null,
      })),
    )
    await certificates.void({ id: entries[0]?.certificate?.id ?? 0, reason: 'Phôi in hỏng' })
    expect(await refusal(certificates.enter({ sessionId, firstNumber: 10, symbol }))).toBe('number-taken')
    await certificates.enter({ sessionId, firstNumber: 11, symbol })
    const codes = (await certificates.list({ sessionId })).entries.map(({ certificate }) => certificate?.code)
    expect(codes).toEqual(['11/GCN-UBND', '10/GCN-UBND'])
    // Whoever searches finds each by its number, a void one too, as they find it in the register.
    const find = async (query: string) => (await app.client.search.find({ query, limit: 6 })).certificates
    expect(await find('9 gcn ubnd')).toMatchObject([{ code: '09/GCN-UBND', isVoid: true, state: null, sessionId }])
    const [standing] = await find('số 11')
    expect(standing).toMatchObject({ code: '11/GCN-UBND', isVoid: false, issuedOn: '2026-11-25' })
    const register = async (query: string) =>
      (await app.client.register.certificates({ query, limit: 9, offset: 0 })).rows.map(({ code, state }) => [
        code,
        state,
      ])
    expect(await register('11/gcn')).toEqual([['11/GCN-UBND', standing?.state]])
    expect(await register('09/GCN-UBND')).toEqual([])
    // By the decision that gave them.
    expect(await register('15/qd-ubnd')).toHaveLength(2)
  })
})

describe('a numbered certificate', () => {
  it('says when its decision has another number, and when its product is no longer recognised', async () => {
    const { sessionId, itemIds, memberIds } = await numberedSession()
    const { client } = app
    const { certificates, register } = client.documents
    await certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
    const [entry] = await register.list({ sessionId })
    app.clock.at = new Date('2026-11-26T02:00:00.000Z')
    await register.void({ id: entry?.id ?? 0, reason: 'Ghi nhầm ngày' })
    await register.enter({ sessionId, kind: 'decision', issue: issue(16), reason: '', accepted: ['cited-unnumbered'] })
    const changesOf = async (place: number) => (await certificates.list({ sessionId })).entries[place]?.certificate
    expect(await changesOf(0)).toMatchObject({
      staleSince: '2026-11-26T02:00:00.000Z',
      changes: [{ what: 'Quyết định công nhận', from: '15/QĐ-UBND ngày 25/11/2026', to: '16/QĐ-UBND ngày 25/11/2026' }],
    })

    await client.sessions.reopen({ sessionId, reason: 'Chấm lại' })
    for (const memberId of memberIds) {
      const ballot = { agendaItemId: itemIds[0] ?? 0, memberId }
      await actsOf(client).reopen({ ...ballot, reason: 'Nhập nhầm' })
      const form = await client.rules.itemForm({ agendaItemId: ballot.agendaItemId })
      const count = form.parts.flatMap(({ sections }) => sections.flatMap((section) => section.criteria)).length
      for (let criterionIndex = 0; criterionIndex < count; criterionIndex++) {
        await actsOf(client).choose({ ...ballot, criterionIndex, option: 0 })
      }
      await actsOf(client).confirm(ballot)
    }
    const { entries } = await certificates.list({ sessionId })
    expect(entries.map(({ productCode }) => productCode)).toEqual(['SP2', 'SP1'])
    expect(entries[1]?.certificate?.changes).toContainEqual({
      what: 'SP1. Sản phẩm SP1: hạng sao',
      from: '4 sao',
      to: 'không công nhận',
    })
    expect(readPagesOf(await pdfOf({ sessionId, form: 'sheet' }))).toBe(1)
  })
})

/** Pages of a PDF without measuring them. */
const readPagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0

describe.skipIf(!hasPoppler)('a printed certificate', () => {
  it('is one A4 landscape page for each product, with everything it certifies', async () => {
    const { sessionId } = await numberedSession()
    await app.client.documents.certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
    const pdf = await pdfOf({ sessionId, form: 'sheet' })
    const pages = readPages(pdf)
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [842, 595],
      [842, 595],
    ])
    const text = readText(pdf)
    for (const part of [
      'GIẤY CHỨNG NHẬN',
      'Số: 01/GCN-UBND',
      'Sản phẩm SP1',
      'HTX Mẫu',
      'Có giá trị đến ngày 25 tháng 11 năm 2029',
      'Người ký thử',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('in lại')
    expect(pages.every(({ hasDraftMark }) => !hasDraftMark)).toBe(true)
    expect(readFonts(pdf).every(({ isEmbedded, isSubset }) => isEmbedded && isSubset)).toBe(true)
  })

  it('breaks a name without spaces rather than let it run over the frame', async () => {
    const { sessionId, productIds } = await numberedSession()
    const name = 'Sữachuadẻođóngtúikhôngkhoảngtrắng'.repeat(4)
    nameCertified(productIds[0] ?? 0, name)
    const [page] = readPages(await pdfOf({ sessionId, form: 'sheet' }))
    const words = page?.lines.flatMap((line) => line.words) ?? []
    expect(words.map(({ text }) => text).join('')).toContain(name)
    expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(36)
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThan(842 - 36)
  })

  it('keeps every word of a 120-character name inside its frame', async () => {
    const { sessionId, productIds } = await numberedSession()
    const name = `${'Bột ngũ cốc dinh dưỡng nguyên cám rang chậm bằng chảo gang truyền thống, '.repeat(2)}hộp "A&B" <500 g>`
    nameCertified(productIds[0] ?? 0, name)
    const [page] = readPages(await pdfOf({ sessionId, form: 'sheet', itemIds: undefined }))
    const words = page?.lines.flatMap((line) => line.words) ?? []
    expect(words.map(({ text }) => text).join(' ')).toContain('"A&B" <500 g>')
    for (const { left, right, top, bottom } of words) {
      expect(Math.min(left, top)).toBeGreaterThan(36)
      expect(right).toBeLessThan(842 - 36)
      expect(bottom).toBeLessThan(595 - 30)
    }
  })

  it('goes over a pre-printed sheet at the places that the office saved, to a tenth of a millimetre', async () => {
    const { sessionId } = await numberedSession()
    const fields = structuredClone(defaultOverprintLayout.fields) as Record<string, object>
    fields['producerName'] = { ...fields['producerName'], x: 60, y: 100, align: 'left', size: 20 }
    fields['decision'] = { ...fields['decision'], isPrinted: false }
    const layout = { ...defaultOverprintLayout, fields, shiftX: 2, shiftY: -1 } as typeof defaultOverprintLayout
    await app.client.documents.certificates.saveLayout({ sessionId, layout })
    const [page] = readPages(await pdfOf({ sessionId, form: 'overprint' }))
    const text = page?.lines.map((line) => line.text).join('\n') ?? ''
    expect(text).not.toContain('GIẤY CHỨNG NHẬN')
    expect(text).not.toContain('Quyết định công nhận')
    const word = page?.lines.flatMap(({ words }) => words).find((candidate) => candidate.text === 'HTX')
    expect((word?.left ?? 0) / (72 / 25.4)).toBeCloseTo(62, 1)
    expect((word?.top ?? 0) / (72 / 25.4)).toBeCloseTo(99, 0)
    await app.client.documents.certificates.saveLayout({ sessionId, layout: null })
    expect(await app.client.documents.certificates.layout({ sessionId })).toEqual(defaultOverprintLayout)
  })

  it('has a test page with a cross and a name at every place', async () => {
    const { sessionId } = await numberedSession()
    const text = readText(await pdfOf({ sessionId, form: 'test-page' }))
    expect(text).toContain('Tên sản phẩm: 148,5 × 91 mm')
    expect(text).toContain('Mã QR: 24 × 151 mm')
  })
})
