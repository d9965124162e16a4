import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { issue, lockedSession } from '../documents-register/numbered-session.ts'
import { hasPoppler, readPages, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// What an office writes about a locked session: notices to communes, the covering letter, and its two books. Today is
// 20/11/2026; the decision is of 25/11/2026.

let app: TestApp
let sessionId: number
beforeEach(async () => {
  app = createTestApp()
  const session = await lockedSession(app)
  sessionId = session.sessionId
  await app.client.officePapers.setOffice(office)
})
afterEach(() => app[Symbol.dispose]())

const office = { level: 'province', province: 'tỉnh Phú Thọ', district: '', unit: '', abbreviation: '' } as const
const textOf = async (papers: readonly OfficePaper[]) => {
  const file = await app.client.officePapers.render({ papers: [...papers], format: 'pdf' })
  return readText(new Uint8Array(await file.arrayBuffer())).replace(/\s+/gu, ' ')
}
const cellsOf = async (paper: OfficePaper) => {
  const file = await app.client.officePapers.render({ papers: [paper], format: 'xlsx' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await file.arrayBuffer())
  return (column: number) => (book.worksheets[0]?.getColumn(column).values ?? []).slice(-2)
}
const number = async (kind: 'decision' | 'minutes', value: number) =>
  app.client.documents.register.enter({
    sessionId,
    kind,
    issue: { ...issue(value), symbol: kind === 'decision' ? 'QĐ-UBND' : 'BB-HĐOCOP' },
    reason: value === 1 ? '' : 'Các số trước cấp ngoài tệp',
    accepted: ['cited-unnumbered', 'dated-after-decision', 'dated-before-cited'],
  })

describe('a notice to a commune', () => {
  it.skipIf(!hasPoppler)('tells all its results at once, by the decision that has its number', async () => {
    const { communeNotices } = await app.client.officePapers.ofSession({ sessionId })
    expect(communeNotices).toMatchObject([{ kind: 'commune-notice', commune: 'Xã Mẫu', on: '2026-11-20' }])
    const { items } = await app.client.results.session({ sessionId })
    const before = await textOf(communeNotices)
    expect(before).toContain('Kính gửi: Ủy ban nhân dân xã Mẫu.')
    expect(before).toContain(`phân hạng 0${items.length}`)
    expect(before).toContain('Quyết định số /QĐ-UBND')
    await number('decision', 15)
    const text = await textOf(communeNotices)
    expect(text).toContain('Quyết định số 15/QĐ-UBND ngày 25 tháng 11 năm 2026')
    expect(text).toMatch(/1 Sản phẩm SP1 HTX Mẫu Lần đầu 80,00 4 sao Công nhận \(SP1\) 4 sao 2 Sản phẩm SP2/)
  })

  it('is none of a session that is open, nor of a commune without products', async () => {
    const [notice] = (await app.client.officePapers.ofSession({ sessionId })).communeNotices
    const other: OfficePaper = { kind: 'commune-notice', sessionId, commune: 'Xã Khác', district: '', on: '2026-11-20' }
    expect(await app.client.officePapers.look({ papers: [other] })).toMatchObject([{ unavailable: 'empty' }])
    await app.client.sessions.reopen({ sessionId, reason: 'Chấm lại' })
    expect(await app.client.officePapers.ofSession({ sessionId })).toEqual({ communeNotices: [] })
    if (notice === undefined) throw new Error('no notice')
    expect(await app.client.officePapers.look({ papers: [notice] })).toMatchObject([{ unavailable: 'empty' }])
  })
})

describe('what goes out and what is kept', () => {
  it.skipIf(!hasPoppler)('is enclosed with its number and copies', async () => {
    const { id } = await number('decision', 15)
    const to = 'Ủy ban nhân dân tỉnh Phú Thọ'
    const letter: OfficePaper = {
      kind: 'covering-letter',
      sessionId,
      to,
      entries: [id],
      others: ['Hồ sơ sản phẩm'],
      copies: 2,
      on: '2026-11-25',
    }
    const text = await textOf([letter])
    expect(text).toContain(`Kính gửi: ${to}.`)
    expect(text).toContain('gồm 02 (hai) đầu tài liệu')
    // Pages as the decision was laid out when it was numbered; nothing is said of what the program did not lay out.
    const issued = (await app.client.documents.register.list({ sessionId })).find((entry) => entry.id === id)?.issued
    const paper = await app.client.documents.issued.take({ seq: issued?.seq ?? 0, format: 'pdf' })
    const pages = readPages(new Uint8Array(await paper.arrayBuffer())).length
    expect(pages).toBeGreaterThan(1)
    expect(text).toMatch(new RegExp(`1 Quyết định .* 15/QĐ-UBND 25/11/2026 0${pages} 02`))
    expect(text).toMatch(/2 Hồ sơ sản phẩm 02/)
    await app.client.documents.register.void({ id, reason: 'Sai thể thức' })
    expect(await textOf([letter])).toContain('gồm 01 (một) đầu tài liệu')
  })

  it.skipIf(!hasPoppler)('stands in the book of documents, what is void with its reason', async () => {
    const { id } = await number('decision', 15)
    await number('minutes', 1)
    await app.client.documents.register.void({ id, reason: 'Sai thể thức' })
    const book: OfficePaper = { kind: 'document-register', year: 2026, asOf: '2026-12-31' }
    const text = await textOf([book])
    expect(text).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI Năm 2026')
    expect(text).toContain(
      'có 02 văn bản đã cấp số từ ngày 25/11/2026 đến ngày 25/11/2026, trong đó 01 văn bản đã hủy số',
    )
    expect(text).toMatch(/15\/QĐ-UBND 25\/11\/2026 .*Hủy số: Sai .*thể thức/)
    const cells = await cellsOf(book)
    expect(cells(1)).toEqual(['01/BB-HĐOCOP', '15/QĐ-UBND'])
    expect(cells(10)[1]).toBe('Hủy số: Sai thể thức')
    expect(cells(3)[0]).toMatch(/^Biên bản họp Hội đồng/)
    expect(await app.client.officePapers.look({ papers: [{ ...book, year: 2025 }] })).toMatchObject([
      { unavailable: 'empty' },
    ])
  })

  it.skipIf(!hasPoppler)('stands in the book of certificates, by the year that they were given in', async () => {
    await number('decision', 15)
    await app.client.documents.certificates.enter({ sessionId, firstNumber: 9, symbol: 'GCN-UBND' })
    const book: OfficePaper = { kind: 'certificate-register', year: 2026, asOf: '2026-12-31' }
    const text = await textOf([book])
    expect(text).toContain('SỔ CẤP GIẤY CHỨNG NHẬN SẢN PHẨM OCOP Năm 2026')
    expect(text).toContain('09/GCN-UBND')
    expect(text).toContain('có 02 lần công nhận sản phẩm, tình trạng tính đến ngày 31/12/2026')
    expect((await cellsOf(book))(2)).toEqual(['09/GCN-UBND', '10/GCN-UBND'])
    expect(await textOf([{ ...book, year: null }])).toContain('Tính đến ngày 31/12/2026')
    expect(await app.client.officePapers.look({ papers: [{ ...book, year: 2025 }] })).toMatchObject([
      { unavailable: 'empty' },
    ])
  })
})

if (!hasPoppler) sayWhyLeftOut()
