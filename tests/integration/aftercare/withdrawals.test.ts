import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession } from '../documents-register/numbered-session.ts'

// Cases of withdrawal through the procedures that the window asks, on a list of recognitions. Today is 20/11/2026.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Sổ chứng nhận' })
  await app.client.officePapers.setOffice({
    level: 'province',
    province: 'tỉnh Phú Thọ',
    district: '',
    unit: '',
    abbreviation: '',
  })
  await take([
    ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 4, '3163/QĐ-UBND', dateCell('2025-12-30')],
    ['Mật ong hoa rừng', 'HTX Mường Bi', 'xã Phong Phú', 3, '2935/QĐ-UBND', dateCell('2025-12-22')],
    ['Rượu cần', 'HTX Mai Châu', 'xã Pà Cò', 5, '3001/QĐ-BNNMT', dateCell('2025-12-29')],
  ])
})
afterEach(() => app[Symbol.dispose]())

async function take(rows: OfficeList['rows']) {
  const head = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [head, ...rows] }))], 'Danh sách.xlsx')
  const list = { file, sender: 'Sở', sheet: null, columns: [], year: 2026, acceptsDoubts: true }
  await app.client.register.takeList(list)
}

const certificates = () => app.client.register.certificates({ limit: 50, offset: 0 })
const certificateOf = async (name: string) => {
  const { rows } = await certificates()
  const row = rows.find(({ productName }) => productName === name)
  if (row === undefined) throw new Error(`no ${name}`)
  return row
}
const stateOf = async (name: string) => (await certificateOf(name)).state

const fields = {
  ground: 'law-broken',
  groundText: '',
  facts: 'Mẫu kiểm nghiệm ngày 01/11/2026 vượt giới hạn cho phép',
  knownOn: '2026-11-02',
  concludedBy: 'Sở Y tế tỉnh Phú Thọ',
  conclusion: 'Kết luận số 12/KL-SYT',
  concludedOn: '2026-11-05',
}

async function openCase(name: string, change: Partial<typeof fields> = {}) {
  const { source, id } = await certificateOf(name)
  return app.client.aftercare.withdrawals.open({ source, id, fields: { ...fields, ...change } })
}

const caseOf = async (id: number) =>
  (await app.client.aftercare.withdrawals.list({})).rows.find(({ caseId }) => caseId === id)

const refusing = (reason: string) => ({ data: { reason } })

describe('a case of withdrawal', () => {
  it('offers the six grounds of the decision in force, with their articles', async () => {
    const { rules, ruleSetTitle, issues } = await app.client.aftercare.withdrawals.list({})
    expect(ruleSetTitle).toBe('QĐ 26/2026')
    expect(rules?.grounds.map(({ article }) => article.slice(0, 22))).toEqual(
      ['a', 'b', 'c', 'd', 'đ', 'e'].map((point) => `điểm ${point} khoản 1 Điều 8`.padEnd(22).slice(0, 22)),
    )
    expect(issues[0]).toContain('chưa đối chiếu với công báo')
  })

  it('has 15 days from the conclusion, and is late after them', async () => {
    const { id } = await openCase('Cam lòng vàng')
    expect(await caseOf(id)).toMatchObject({ state: 'due', dueOn: '2026-11-20', star: 4, isOfOffice: true })
    app.clock.at = new Date('2026-11-20T17:00:00.000Z')
    expect(await caseOf(id)).toMatchObject({ state: 'late' })
    expect(await stateOf('Cam lòng vàng')).toBe('in-force')
  })

  it('is one for a certificate, with a ground, and of days that have been', async () => {
    await openCase('Cam lòng vàng')
    await expect(openCase('Cam lòng vàng')).rejects.toMatchObject(refusing('withdrawal-open'))
    await expect(openCase('Mật ong hoa rừng', { ground: 'no-such' })).rejects.toMatchObject(refusing('ground-required'))
    await expect(openCase('Mật ong hoa rừng', { concludedOn: '2026-11-21' })).rejects.toMatchObject(
      refusing('day-to-come'),
    )
    const slips = { knownOn: '2026-11-06', concludedOn: '2026-11-05' }
    await expect(openCase('Mật ong hoa rừng', slips)).rejects.toMatchObject({
      data: { reason: 'doubtful', detail: { kinds: 'concluded-before-known' } },
    })
    const ofYear = (year?: number | 'all') => app.client.aftercare.withdrawals.list({ year })
    const [everyYear, known, before] = [await ofYear(), await ofYear(2026), await ofYear(2025)]
    expect([everyYear, known, before].map(({ rows, years }) => [rows.length, years])).toEqual([
      [1, [2026]],
      [1, [2026]],
      [0, [2026]],
    ])
    expect([known.counts.due, before.counts.due]).toEqual([1, 0])
    const { products } = await app.client.products.list({ limit: 9, offset: 0 })
    const used = products.find(({ name }) => name === 'Cam lòng vàng')
    await expect(app.client.products.remove({ id: used?.id ?? 0 })).rejects.toMatchObject(refusing('in-use'))
  })

  it('stays withdrawn whatever a list tells of what was decided until then', async () => {
    const { id } = await openCase('Cam lòng vàng')
    const decision = { number: '99/QĐ-UBND', on: '2026-11-19' }
    await app.client.aftercare.withdrawals.decide({ id, decision, reason: '' })
    const orange = (star: number, number: string, day: string) =>
      take([['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', star, number, dateCell(day)]])
    const states = async () => {
      const { rows } = await app.client.register.certificates({ query: 'cam', limit: 50, offset: 0 })
      return rows.map(({ state }) => state)
    }
    await orange(4, '3163/QĐ-UBND', '2025-12-30')
    await orange(4, '3163/QĐ-UBND', '2025-12-31')
    await orange(4, '88/QĐ-UBND', '2026-01-15')
    expect(await states()).toEqual(['withdrawn'])
    app.clock.at = new Date('2026-11-20T05:00:00.000Z')
    await orange(3, '100/QĐ-UBND', '2026-11-20')
    expect(await states()).toEqual(['in-force'])
  })

  it('withdraws by the decision of another body, from its day on, until it is taken back', async () => {
    const { id } = await openCase('Cam lòng vàng')
    const decide = (on: string) =>
      app.client.aftercare.withdrawals.decide({ id, decision: { number: '99/QĐ-UBND', on }, reason: '' })
    await expect(decide('2026-11-04')).rejects.toMatchObject(refusing('decided-before-conclusion'))
    await expect(decide('2026-11-21')).rejects.toMatchObject(refusing('day-to-come'))
    await decide('2026-11-19')
    const withdrawn = await certificateOf('Cam lòng vàng')
    expect(withdrawn).toMatchObject({ state: 'withdrawn', window: null, withdrawnOn: '2026-11-19' })
    expect((await certificates()).counts.state).toMatchObject({ withdrawn: 1, 'in-force': 2 })
    app.clock.at = new Date('2026-11-18T05:00:00.000Z')
    expect(await stateOf('Cam lòng vàng')).toBe('in-force')
    app.clock.at = new Date('2026-11-20T05:00:00.000Z')
    const { events } = await app.client.register.timeline({ productId: withdrawn.productId })
    expect(events.at(-1)).toMatchObject({
      kind: 'withdrawal',
      withdrawal: { decision: { code: '99/QĐ-UBND', on: '2026-11-19', from: 'typed' }, isDecidedLate: false },
    })
    await expect(app.client.aftercare.withdrawals.save({ id, fields: { facts: 'khác' } })).rejects.toMatchObject(
      refusing('withdrawal-closed'),
    )
    await expect(app.client.aftercare.withdrawals.decide({ id, decision: null, reason: '' })).rejects.toMatchObject(
      refusing('reason-required'),
    )
    await app.client.aftercare.withdrawals.decide({ id, decision: null, reason: 'Ghi nhầm sản phẩm' })
    expect(await stateOf('Cam lòng vàng')).toBe('in-force')
  })

  it('is dropped with a reason, and waits for a conclusion before any decision', async () => {
    const { id } = await openCase('Cam lòng vàng', { concludedOn: null as unknown as string })
    expect(await caseOf(id)).toMatchObject({ state: 'waiting', dueOn: null })
    const decision = { number: '99/QĐ-UBND', on: '2026-11-19' }
    await expect(app.client.aftercare.withdrawals.decide({ id, decision, reason: '' })).rejects.toMatchObject(
      refusing('conclusion-required'),
    )
    await app.client.aftercare.withdrawals.drop({ id, reason: 'Không có vi phạm' })
    expect(await caseOf(id)).toMatchObject({ state: 'dropped', droppedOn: '2026-11-20' })
    await app.client.aftercare.withdrawals.drop({ id, reason: null })
    expect(await caseOf(id)).toMatchObject({ state: 'waiting', droppedOn: null, dropReason: '' })
  })

  it('is found in no list for announcement once it is withdrawn', async () => {
    const { id } = await openCase('Cam lòng vàng')
    const paper: OfficePaper = { kind: 'lapsing-list', years: [2028], asOf: '2026-11-19' }
    const changesOf = async () => (await app.client.officePapers.list({}))[0]?.entry.changes.length
    const issue = { ...numbered, symbol: 'TB-SNNMT' }
    await app.client.officePapers.enter({ papers: [paper], issue, reason: '' })
    expect(await changesOf()).toBe(0)
    await app.client.aftercare.withdrawals.decide({
      id,
      decision: { number: '99/QĐ-UBND', on: '2026-11-19' },
      reason: '',
    })
    expect(await changesOf()).toBeGreaterThan(0)
  })
})

const numbered = {
  number: 7,
  symbol: 'QĐ-UBND',
  issuedOn: '2026-11-19',
  posts: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  signer: 'Người ký thử',
  recipients: ['Như Điều 3', 'Lưu: VT, NN'],
}

const pdfOf = async (paper: OfficePaper, name?: string) => {
  const file = await app.client.officePapers.render({ papers: [paper], format: 'pdf' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const folder = process.env['KEEP_PAPERS']
  if (folder !== undefined && name !== undefined) writeFileSync(`${folder}/${name}.pdf`, bytes)
  return readText(bytes).replace(/\s+/gu, ' ')
}

describe('the decision that withdraws', () => {
  it('makes the certificate withdrawn by its number in the register, and void again by voiding it', async () => {
    const { id } = await openCase('Cam lòng vàng')
    const paper: OfficePaper = { kind: 'withdrawal-decision', withdrawals: [id], on: '2026-11-20' }
    // The office's own number is of a day as another body's is: not before the conclusion, not ahead.
    const on = (issuedOn: string) =>
      app.client.officePapers.enter({ papers: [paper], issue: { ...numbered, issuedOn }, reason: '' })
    await expect(on('2026-11-04')).rejects.toMatchObject(refusing('decided-before-conclusion'))
    await expect(on('2026-11-21')).rejects.toMatchObject(refusing('day-to-come'))
    expect(await stateOf('Cam lòng vàng')).toBe('in-force')
    const { ids } = await app.client.officePapers.enter({ papers: [paper], issue: numbered, reason: '' })
    expect(await certificateOf('Cam lòng vàng')).toMatchObject({ state: 'withdrawn', withdrawnOn: '2026-11-19' })
    expect(await caseOf(id)).toMatchObject({
      state: 'withdrawn',
      decision: { code: '07/QĐ-UBND', on: '2026-11-19', from: 'registered' },
    })
    const decision = { number: '99/QĐ-UBND', on: '2026-11-19' }
    await expect(app.client.aftercare.withdrawals.decide({ id, decision, reason: '' })).rejects.toMatchObject(
      refusing('withdrawal-numbered'),
    )
    expect((await app.client.officePapers.list({}))[0]?.entry).toMatchObject({ staleSince: null, code: '07/QĐ-UBND' })
    await app.client.documents.register.void({ id: ids[0] ?? 0, reason: 'Ban hành lại' })
    expect(await stateOf('Cam lòng vàng')).toBe('in-force')
  })

  it('withdraws several by one number, which no other decision takes up again, and all of them are back once it is void', async () => {
    const one = await openCase('Cam lòng vàng')
    const other = await openCase('Mật ong hoa rừng', { concludedOn: '2026-11-10' })
    const both: OfficePaper = { kind: 'withdrawal-decision', withdrawals: [one.id, other.id], on: '2026-11-10' }
    const { ids } = await app.client.officePapers.enter({ papers: [both], issue: numbered, reason: '' })
    const states = () => Promise.all(['Cam lòng vàng', 'Mật ong hoa rừng'].map(stateOf))
    expect(await states()).toEqual(['withdrawn', 'withdrawn'])
    for (const { id } of [one, other]) {
      expect(await caseOf(id)).toMatchObject({ decision: { code: '07/QĐ-UBND', from: 'registered', paper: both } })
    }
    const alone: OfficePaper = { kind: 'withdrawal-decision', withdrawals: [other.id], on: '2026-11-10' }
    const again = () =>
      app.client.officePapers.enter({ papers: [alone], issue: { ...numbered, number: 8 }, reason: '' })
    await expect(again()).rejects.toMatchObject({
      data: { reason: 'withdrawal-decided', detail: { name: 'Mật ong hoa rừng', code: '07/QĐ-UBND' } },
    })
    expect((await app.client.officePapers.list({}))[0]?.entry).toMatchObject({ staleSince: null })
    await app.client.documents.register.void({ id: ids[0] ?? 0, reason: 'Ban hành lại' })
    expect(await states()).toEqual(['in-force', 'in-force'])
    await again()
    expect(await states()).toEqual(['in-force', 'withdrawn'])
  })

  it('of two papers at once that decide on one case, none gets a number', async () => {
    const { id } = await openCase('Cam lòng vàng')
    const of = (on: string): OfficePaper => ({ kind: 'withdrawal-decision', withdrawals: [id], on })
    const twice = { papers: [of('2026-11-10'), of('2026-11-11')], issue: numbered, reason: '' }
    await expect(app.client.officePapers.enter(twice)).rejects.toMatchObject(refusing('withdrawal-decided'))
    expect(await stateOf('Cam lòng vàng')).toBe('in-force')
    expect(await app.client.officePapers.list({})).toEqual([])
  })

  it('is not made for another authority’s star, before a conclusion, nor for what is decided elsewhere', async () => {
    const central = await openCase('Rượu cần')
    const waiting = await openCase('Mật ong hoa rừng', { concludedOn: null as unknown as string })
    expect(await caseOf(central.id)).toMatchObject({ isOfOffice: false })
    const papers = [central.id, waiting.id].map((id): OfficePaper => ({
      kind: 'withdrawal-decision',
      withdrawals: [id],
      on: '2026-11-20',
    }))
    expect(await app.client.officePapers.look({ papers })).toMatchObject([
      { unavailable: 'empty' },
      { unavailable: 'empty' },
    ])
  })

  it.skipIf(!hasPoppler)('says who, what, why and by which conclusion', async () => {
    const { id } = await openCase('Cam lòng vàng')
    const text = await pdfOf({ kind: 'withdrawal-decision', withdrawals: [id], on: '2026-11-20' }, 'withdrawal-1')
    for (const words of [
      'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ',
      'Số: /QĐ-UBND',
      'Căn cứ Kết luận số 12/KL-SYT ngày 05 tháng 11 năm 2026 của Sở Y tế tỉnh Phú Thọ;',
      'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tỉnh Phú Thọ.',
      'Điều 1. Thu hồi Giấy chứng nhận sản phẩm OCOP cấp cho sản phẩm Cam lòng vàng của HTX Hà Phong (xã Thu Phong), hạng 4 sao',
      'theo Quyết định số 3163/QĐ-UBND ngày 30 tháng 12 năm 2025',
      '(điểm c khoản 1 Điều 8 Quyết định số 26/2026/QĐ-TTg).',
      'Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký.',
      'thi hành Quyết định này./.',
    ]) {
      expect(text).toContain(words)
    }
  })

  it.skipIf(!hasPoppler)('lists several in its annex, each with its reason', async () => {
    const one = await openCase('Cam lòng vàng', { concludedOn: '2026-11-07' })
    const other = await openCase('Mật ong hoa rừng', { ground: 'production-ended', conclusion: '', concludedBy: '' })
    const paper: OfficePaper = { kind: 'withdrawal-decision', withdrawals: [one.id, other.id], on: '2026-11-20' }
    const text = await pdfOf(paper, 'withdrawal-2')
    expect(text).toContain('đối với 02 (hai) sản phẩm, với lý do đối với từng sản phẩm nêu tại Phụ lục')
    expect(text).toContain('DANH SÁCH SẢN PHẨM OCOP BỊ THU HỒI GIẤY CHỨNG NHẬN')
    // The grounds stand by their days, whatever the order of the certificates.
    expect(text.indexOf('ngày 05 tháng 11 năm 2026')).toBeLessThan(text.indexOf('ngày 07 tháng 11 năm 2026'))
    expect(text).toContain('ngày 07 tháng 11 năm 2026')
    const word = await app.client.officePapers.render({ papers: [paper], format: 'docx' })
    expect(
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    for (const words of ['3163/QĐ-UBND', '2935/QĐ-UBND', 'không còn hoạt động']) expect(text).toContain(words)
  })
})

it.skipIf(!hasPoppler)('a withdrawn certificate of this file is printed as one that is worth nothing', async () => {
  using own = createTestApp()
  const { client } = own
  const { sessionId } = await lockedSession(own)
  await client.documents.register.enter({
    sessionId,
    kind: 'decision',
    issue: issue(15),
    reason: '',
    accepted: ['cited-unnumbered'],
  })
  await client.documents.certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
  const printed = async () => {
    const file = await client.documents.certificates.render({ sessionId, form: 'sheet' })
    return readText(new Uint8Array(await file.arrayBuffer())).replace(/\s+/gu, ' ')
  }
  expect(await printed()).not.toContain('thu hồi')
  const [certificate] = (await client.register.certificates({ limit: 1, offset: 0 })).rows
  const { source = 'session', id = 0, decisionDate } = certificate ?? {}
  const day = decisionDate ?? ''
  own.clock.at = new Date('2026-12-01T02:00:00.000Z')
  const { id: caseId } = await client.aftercare.withdrawals.open({
    source,
    id,
    fields: { ...fields, knownOn: day, concludedOn: day },
  })
  await client.aftercare.withdrawals.decide({ id: caseId, decision: { number: '99/QĐ-UBND', on: day }, reason: '' })
  expect(await printed()).toContain(`01/GCN-UBND đã bị thu hồi từ ngày ${formatDate(day)}; không có giá trị`)
})

if (!hasPoppler) sayWhyLeftOut()
