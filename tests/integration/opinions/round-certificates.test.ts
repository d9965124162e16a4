import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { verifyFile } from '../../../electron/app/integrity/verify-file.ts'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import { hasPoppler, readText } from '../../helpers/read-pdf.ts'
import { createTestApp, resourcesFolder, type TestApp } from '../../helpers/test-app.ts'
import { completeDossiers, registeredAgain } from '../../helpers/written-round.ts'

// What follows a round of written opinions: forms sent, the decision, certificates. Today is 20/11/2026.

let app: TestApp
let made: Awaited<ReturnType<typeof registeredAgain>>
let roundId: number
beforeEach(async () => {
  app = createTestApp()
  const { client } = app
  await client.workspace.create({ name: 'Đánh giá lại' })
  made = await registeredAgain(client, { members: 3, products: 3 })
  const { councilId, registrationIds: registrations } = made
  await completeDossiers(client, registrations, '2026-10-12')
  await client.registrations.save({ id: registrations[0] ?? 0, fields: { completeOn: '2026-10-20' } })
  const days = { sentOn: '2026-11-02', replyBy: '2026-11-12' }
  ;({ id: roundId } = await client.opinions.create({ councilId, ...days, registrations, certificates: [] }))
})
afterEach(() => app[Symbol.dispose]())

const refusing = (reason: string, detail: object = {}) => ({
  data: { reason, detail: expect.objectContaining(detail) },
})
const round = () => app.client.opinions.get({ id: roundId })
const register = async () => (await app.client.register.certificates({ limit: 50, offset: 0 })).rows
const certificates = () => app.client.documents.certificates.list({ roundId })
const keep = (name: string, bytes: Uint8Array) => {
  const folder = process.env['KEEP_PAPERS']
  if (folder !== undefined) writeFileSync(`${folder}/${name}`, bytes)
}

/** The first two products are agreed on by all, the third goes to a meeting; then the round is locked. */
async function answerAndLock() {
  const { products, members } = await round()
  const answers = products.flatMap(({ id: productId }, place) =>
    members.map(({ id: memberId }) => ({
      productId,
      memberId,
      answer: place === 2 ? ('meet' as const) : ('agree' as const),
      words: '',
    })),
  )
  await app.client.opinions.answer({ id: roundId, answers, on: '2026-11-10', reason: '' })
  await app.client.opinions.close({ id: roundId, isClosed: true, reason: '' })
}

const paper = (): OfficePaper => ({ kind: 'recognition-decision', roundId })
async function number(issuedOn = '2026-11-18') {
  const { unused: _unused, ...issue } = await app.client.officePapers.propose({ paper: paper(), issuedOn })
  const given = { ...issue, number: 2745, signer: 'Người ký thử' }
  const { ids } = await app.client.officePapers.enter({ papers: [paper()], issue: given, reason: '' })
  return ids[0] ?? 0
}

describe('the decision of a round', () => {
  it('is drafted once the round is locked, and its number is what recognises, until it is void', async () => {
    expect((await app.client.officePapers.look({ papers: [paper()] }))[0]?.unavailable).toBe('empty')
    const year = async () => (await app.client.years.list()).find((one) => one.year === 2026)
    expect(await year()).toMatchObject({
      rounds: 1,
      undecided: [{ roundId, round: '1/2026', products: 3 }],
      uncertified: [],
    })
    await expect(app.client.years.close({ year: 2026 })).rejects.toMatchObject(
      refusing('year-not-ready', { unlocked: 0, undecided: 1 }),
    )
    await answerAndLock()
    expect((await app.client.officePapers.look({ papers: [paper()] }))[0]).toMatchObject({
      unavailable: null,
      isNumbered: true,
      formats: ['pdf', 'docx', 'xlsx'],
    })
    expect((await round()).decision).toBeNull()
    const id = await number()
    expect(await round()).toMatchObject({
      state: 'decided',
      decision: { number: '2745/QĐ-UBND', on: '2026-11-18', from: 'registered' },
    })
    expect(await year()).toMatchObject({ undecided: [], uncertified: [{ roundId, certificates: 2 }] })
    await expect(app.client.years.close({ year: 2026 })).rejects.toMatchObject(
      refusing('year-not-ready', { undecided: 0, uncertified: 1 }),
    )
    const recognised = (await register()).filter(({ lapsesOn }) => lapsesOn === '2029-11-18')
    expect(recognised.map(({ productName }) => productName).toSorted()).toEqual(['Sản phẩm SP1', 'Sản phẩm SP2'])
    await expect(app.client.opinions.decide({ id: roundId, decision: null, reason: 'Nhầm' })).rejects.toMatchObject(
      refusing('decision-registered', { code: '2745/QĐ-UBND' }),
    )
    await expect(
      app.client.opinions.close({ id: roundId, isClosed: false, reason: 'Thiếu phiếu' }),
    ).rejects.toMatchObject(refusing('round-decided'))
    const [shown] = await app.client.officePapers.list({})
    expect(shown?.entry).toMatchObject({ code: '2745/QĐ-UBND', staleSince: null, issued: { state: 'kept' } })
    await app.client.documents.register.void({ id, reason: 'Ghi nhầm số' })
    expect(await round()).toMatchObject({ state: 'closed', decision: null })
    expect((await register()).filter(({ lapsesOn }) => lapsesOn === '2029-11-18')).toEqual([])
  })

  it('is what no list changes: what one says otherwise is asked', async () => {
    await answerAndLock()
    await number()
    const before = await register()
    const again = before.filter(({ lapsesOn }) => lapsesOn === '2029-11-18')
    expect(again).toHaveLength(2)
    const head = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định']
    const rows = again.map(({ productName, producerName, commune, district }, place) => [
      productName,
      producerName,
      commune,
      district,
      place === 0 ? 5 : 3,
      null,
      place === 0 ? '2745/QĐ-UBND' : '2754/QĐ-UBND',
      dateCell('2026-11-18'),
    ])
    const bytes = new Uint8Array(await officeWorkbook({ rows: [head, ...rows] }))
    const list = { file: new File([bytes], 'Danh sách.xlsx'), sender: '', sheet: null, columns: [], year: 2026 }
    const { faults } = await app.client.register.previewList(list)
    const own = 'Kết quả công nhận của chính tệp này (quyết định 2745/QĐ-UBND ngày 18/11/2026) ghi'
    const kept = 'Nhận dòng này vẫn giữ kết quả đó.'
    expect(faults.map(({ cell, reason }) => `${cell}: ${reason}`)).toEqual([
      `E2: ${own} 3 sao; dòng này ghi 5 sao. ${kept}`,
      `G3: ${own} số 2745/QĐ-UBND; dòng này ghi số 2754/QĐ-UBND. ${kept}`,
    ])
    await app.client.register.takeList({ ...list, acceptsDoubts: true })
    expect(await register()).toEqual(before)
  })

  it('takes no day to come nor one before the answers, and leaves no number behind then', async () => {
    await answerAndLock()
    await expect(number('2026-11-09')).rejects.toMatchObject(refusing('decided-before-answers', { day: '10/11/2026' }))
    await expect(number('2026-11-21')).rejects.toMatchObject(refusing('day-to-come'))
    expect(await app.client.officePapers.list({})).toEqual([])
    await app.client.opinions.decide({ id: roundId, decision: { number: '9/QĐ-BNN', on: '2026-11-18' }, reason: '' })
    expect((await round()).decision?.from).toBe('typed')
    await expect(number()).rejects.toMatchObject(refusing('document-unavailable'))
  })

  it.skipIf(!hasPoppler)(
    'says council, law, result, products with what they had, and the term of certificates',
    async () => {
      await answerAndLock()
      await number()
      const render = async (format: 'pdf' | 'docx' | 'xlsx') => {
        const file = await app.client.officePapers.render({ papers: [paper()], format })
        const bytes = new Uint8Array(await file.arrayBuffer())
        keep(`quyet-dinh-cong-nhan-lai.${format}`, bytes)
        return bytes
      }
      const text = readText(await render('pdf')).replace(/\s+/gu, ' ')
      for (const words of [
        'Số: 2745/QĐ-UBND',
        // A decision can be of a day before the one on which the round was locked here, and names none after its own.
        '(đợt lấy ý kiến 01/2026, phiếu gửi ngày 02 tháng 11 năm 2026)',
        'công nhận 02 (hai) sản phẩm OCOP',
        '02 sản phẩm hạng 3 sao',
        'điểm d khoản 6 Điều 7 Quyết định số 26/2026/QĐ-TTg',
        'Giấy chứng nhận có thời hạn 36 (ba mươi sáu) tháng',
        'DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN LẠI',
        '3163/QĐ-UBND',
        '(Kèm theo Quyết định số 2745/QĐ-UBND ngày 18 tháng 11 năm 2026',
      ]) {
        expect(text).toContain(words)
      }
      expect(text).not.toContain('ngày 20 tháng 11 năm 2026')
      expect(text).not.toContain('Sản phẩm SP3')
      expect((await render('docx')).length).toBeGreaterThan(2000)
      const book = new ExcelJS.Workbook()
      await book.xlsx.load((await render('xlsx')).buffer as ArrayBuffer)
      expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).toContain('Sản phẩm SP2')
    },
  )
})

describe('certificates of a round', () => {
  it('are numbered and printed as those of a session, and stand in the register under their numbers', async () => {
    expect(await certificates()).toMatchObject({ blocked: 'nothing-to-certify' })
    await answerAndLock()
    expect(await certificates()).toMatchObject({ blocked: 'decision-not-numbered', decisionCode: null })
    await expect(
      app.client.documents.certificates.enter({ roundId, firstNumber: 1, symbol: 'GCN-UBND' }),
    ).rejects.toMatchObject(refusing('decision-not-numbered'))
    const decisionId = await number()
    expect(await certificates()).toMatchObject({ blocked: null, decisionCode: '2745/QĐ-UBND', symbol: 'GCN-UBND' })
    const entered = await app.client.documents.certificates.enter({ roundId, firstNumber: 7, symbol: 'GCN-UBND' })
    expect(entered).toEqual({ count: 2 })
    const { entries, batches } = await certificates()
    expect(entries.map(({ certificate }) => certificate)).toMatchObject([
      { code: '07/GCN-UBND', issuedOn: '2026-11-18', expiresOn: '2029-11-18', staleSince: null, prints: 0 },
      { code: '08/GCN-UBND' },
    ])
    expect(batches).toMatchObject([{ state: 'kept', count: 2 }])
    const rows = (await register()).filter(({ code }) => code !== '')
    expect(rows.map(({ code, lapsesOn }) => [code, lapsesOn])).toEqual([
      ['07/GCN-UBND', '2029-11-18'],
      ['08/GCN-UBND', '2029-11-18'],
    ])
    expect((await round()).products.map(({ certificate }) => certificate)).toEqual(['07/GCN-UBND', '08/GCN-UBND', ''])
    const { events } = await app.client.register.timeline({ productId: made.productIds[0] ?? 0 })
    expect(events.at(-1)).toMatchObject({
      kind: 'recognised',
      certificate: { code: '07/GCN-UBND', star: 3 },
      writtenRound: { id: roundId },
    })
    for await (const event of await app.client.documents.batch.run({ roundId, what: 'certificates' })) {
      if (event.kind === 'done') break
    }
    expect((await certificates()).entries.map(({ certificate }) => certificate?.prints)).toEqual([1, 1])
    await expect(app.client.documents.register.void({ id: decisionId, reason: 'Ghi nhầm' })).rejects.toMatchObject(
      refusing('round-certified', { code: '07/GCN-UBND' }),
    )
    await expect(
      app.client.documents.certificates.enter({ roundId, firstNumber: 8, symbol: 'GCN-UBND' }),
    ).resolves.toEqual({ count: 0 })
    for (const { certificate } of entries) {
      await app.client.documents.certificates.void({ id: certificate?.id ?? 0, reason: 'Phôi in hỏng' })
    }
    expect((await register()).filter(({ code }) => code !== '')).toEqual([])
    await app.client.documents.register.void({ id: decisionId, reason: 'Ghi nhầm' })
    expect((await register()).every(({ lapsesOn }) => lapsesOn === '2026-12-30')).toBe(true)
    await app.client.opinions.close({ id: roundId, isClosed: false, reason: 'Đọc lại phiếu' })
    await expect(
      app.client.documents.certificates.enter({ roundId, firstNumber: 20, symbol: 'GCN-UBND' }),
    ).rejects.toMatchObject(refusing('round-open'))
    const path = app.context.workspace.current?.path ?? ''
    await app.client.workspace.close()
    const folder = mkdtempSync(join(app.folder, 'kiểm '))
    const place = { resources: resourcesFolder, appVersion: '0.0.0-test', dataFolder: app.folder }
    expect(verifyFile(path, { ...place, folder, codes: [] }).report.faults).toEqual([])
  })

  it('are told by the book of certificates, the case that withdraws one, and their own copies', async () => {
    await answerAndLock()
    await number()
    await app.client.documents.certificates.enter({ roundId, firstNumber: 7, symbol: 'GCN-UBND' })
    const row = (await register()).find(({ code }) => code === '07/GCN-UBND')
    const fields = {
      ground: 'production-ended',
      groundText: '',
      facts: 'Đã dừng',
      knownOn: '2026-11-19',
      concludedBy: '',
      conclusion: '',
      concludedOn: '2026-11-19',
    }
    const about = { source: row?.source ?? 'list', id: row?.id ?? 0 }
    const { id } = await app.client.aftercare.withdrawals.open({ ...about, fields })
    expect((await app.client.aftercare.withdrawals.list({})).rows[0]).toMatchObject({ code: '07/GCN-UBND' })
    await app.client.aftercare.withdrawals.decide({
      id,
      decision: { number: '31/QĐ-UBND', on: '2026-11-19' },
      reason: '',
    })
    const file = await app.client.documents.certificates.render({ roundId, form: 'sheet' })
    const bytes = new Uint8Array(await file.arrayBuffer())
    keep('giay-chung-nhan-dot.pdf', bytes)
    if (!hasPoppler) return
    const text = readText(bytes).replace(/\s+/gu, ' ')
    expect(text).toContain('Giấy chứng nhận số 07/GCN-UBND đã bị thu hồi từ ngày 19/11/2026')
    expect(text).toContain('Quyết định công nhận số 2745/QĐ-UBND ngày 18 tháng 11 năm 2026')
    expect(text).toContain('Có giá trị đến ngày 18 tháng 11 năm 2029')
    expect(text).toContain('Người ký thử')
    const book: OfficePaper = { kind: 'certificate-register', year: 2026, asOf: '2026-11-20' }
    const register2026 = await app.client.officePapers.render({ papers: [book], format: 'pdf' })
    expect(readText(new Uint8Array(await register2026.arrayBuffer()))).toContain('08/GCN-UBND')
  })
})

describe('forms of a round', () => {
  it('are noted as sent, then reminders, to whom by which way, and are taken out for a reason', async () => {
    const { members, products } = await round()
    expect(products.map(({ completeOn }) => completeOn)).toEqual(['2026-10-20', '2026-10-12', '2026-10-12'])
    const ids = members.map(({ id }) => id)
    const sent = { id: roundId, members: ids, way: 'system' as const, letter: '125/SNNMT-PTNT' }
    const note = (kind: 'form' | 'reminder', on: string) => app.client.opinions.noteSent({ ...sent, kind, on })
    await expect(note('reminder', '2026-11-05')).rejects.toMatchObject(refusing('reminded-before-form'))
    await expect(note('form', '2026-11-01')).rejects.toMatchObject(refusing('sent-before-round', { day: '02/11/2026' }))
    await expect(note('form', '2026-11-21')).rejects.toMatchObject(refusing('day-to-come'))
    await note('form', '2026-11-02')
    await note('reminder', '2026-11-11')
    const [first] = (await round()).members
    expect(first?.missing).toBe(3)
    expect(first?.sendings).toMatchObject([
      { kind: 'form', sentOn: '2026-11-02', way: 'system', letter: '125/SNNMT-PTNT' },
      { kind: 'reminder', sentOn: '2026-11-11' },
    ])
    await app.client.opinions.removeSent({ id: first?.sendings[1]?.id ?? 0, reason: 'Ghi nhầm người' })
    expect((await round()).members.map(({ sendings }) => sendings.length)).toEqual([1, 2, 2])
    await answerAndLock()
    expect((await round()).members.map(({ missing }) => missing)).toEqual([0, 0, 0])
    await expect(note('form', '2026-11-12')).rejects.toMatchObject(refusing('round-closed'))
    await app.client.opinions.close({ id: roundId, isClosed: false, reason: 'Đọc lại' })
    await expect(note('reminder', '2026-11-12')).rejects.toMatchObject(refusing('opinions-complete'))
  })
})
