import { writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { hasPoppler, readPages, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// Papers around a meeting that is planned or open, through the procedures that the window asks.

let app: TestApp
let made: Awaited<ReturnType<typeof openSmallSession>>
beforeEach(async () => {
  app = createTestApp()
  made = await openSmallSession(app, { products: 3, sets: [1, 1, 26] })
})
afterEach(() => app[Symbol.dispose]())

const render = async (papers: readonly OfficePaper[], format: 'pdf' | 'xlsx' = 'pdf') => {
  const file = await app.client.officePapers.render({ papers: [...papers], format })
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
const pdfText = async (papers: readonly OfficePaper[]) => {
  const { name, bytes } = await render(papers)
  if (process.env['KEEP_PAPERS'] !== undefined) writeFileSync(`${process.env['KEEP_PAPERS']}/${name}`, bytes)
  return readText(bytes).replace(/\s+/gu, ' ')
}
const sheetOf = async (paper: OfficePaper) => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await render([paper], 'xlsx')).bytes.buffer)
  const [sheet] = book.worksheets
  const rows: string[][] = []
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
  return rows
}
const look = async (paper: OfficePaper) => (await app.client.officePapers.look({ papers: [paper] }))[0]
const producerOf = (productId: number) =>
  (
    app.file().prepare('SELECT producer_id AS id FROM products WHERE id = ?').get(productId) as {
      readonly id: number
    }
  ).id

const invitation = (to: Extract<OfficePaper, { kind: 'invitation' }>['to'], beginsAt = '08:05'): OfficePaper => ({
  kind: 'invitation',
  sessionId: made.sessionId,
  to,
  beginsAt,
})
const issue = {
  number: 7,
  symbol: 'GM-SNNMT',
  issuedOn: '2026-11-16',
  posts: ['GIÁM ĐỐC'],
  signer: 'Người ký thử',
  recipients: ['Như trên'],
}

describe('an invitation', () => {
  it.skipIf(!hasPoppler)('says whom, when, where, who leads and what is on the agenda', async () => {
    const text = await pdfText([invitation({ who: 'council' })])
    expect(text).toContain('Số: /GM-SNNMT Phú Thọ, ngày tháng năm')
    expect(text).toContain('GIẤY MỜI Họp Hội đồng OCOP cấp tỉnh năm 2026 (đợt 2)')
    expect(text).toContain('trân trọng kính mời: Các thành viên Hội đồng.')
    expect(text).toContain('Chủ trì: Ông/Bà Thành viên TV1, Chủ tịch Hội đồng.')
    expect(text).toContain('Thời gian: 08 giờ 05, ngày 20 tháng 11 năm 2026.')
    expect(text).toContain('Địa điểm: Hội trường.')
    expect(text).toContain('đánh giá, phân hạng 03 (ba) sản phẩm của 01 (một) chủ thể; chương trình tại Phụ lục.')
    expect(text.match(/trang \d --- Phụ lục SẢN PHẨM TRONG CHƯƠNG TRÌNH HỌP/g)).toHaveLength(1)
    expect(await pdfText([invitation({ who: 'council' }, '')])).toContain('…… giờ ……, ngày 20 tháng 11')
  })

  it.skipIf(!hasPoppler)('goes to each by name in one file; a producer hears of its own products alone', async () => {
    const { id: other } = await app.client.products.save({
      fields: { ...sampleProduct(9), producerName: 'HTX Khác' },
    })
    await app.client.sessions.addProducts({ sessionId: made.sessionId, productIds: [other] })
    const batch = await pdfText(made.memberIds.map((memberId) => invitation({ who: 'member', memberId })))
    for (const code of ['TV1', 'TV2', 'TV3']) expect(batch).toContain(`kính mời: Ông/Bà Thành viên ${code}, `)
    const text = await pdfText([invitation({ who: 'producer', producerId: producerOf(other) })])
    expect(text).toContain('kính mời: HTX Khác.')
    expect(text).toContain('- Sản phẩm SP9 (mã số SP9), thứ tự 4 trong chương trình.')
    expect(text).not.toContain('Sản phẩm SP1')
    expect(text).not.toContain('Phụ lục')
    expect(await look(invitation({ who: 'producer', producerId: 999 }))).toMatchObject({ unavailable: 'empty' })
  })

  it('has numbers of the office, one each, and is not the same once the place is another', async () => {
    const papers = made.memberIds.slice(0, 2).map((memberId) => invitation({ who: 'member', memberId }))
    await app.client.officePapers.enter({ papers, issue, reason: 'Số trước cấp ngoài phần mềm' })
    const [second, first] = await app.client.officePapers.list({})
    expect([first?.entry.code, second?.entry.code]).toEqual(['07/GM-SNNMT', '08/GM-SNNMT'])
    await app.client.sessions.update({ sessionId: made.sessionId, fields: { place: 'Nhà văn hóa' } })
    const [stale] = await app.client.officePapers.list({})
    expect(stale?.entry.changes).toContainEqual({
      what: 'Đoạn 5',
      from: 'Địa điểm: Hội trường.',
      to: 'Địa điểm: Nhà văn hóa.',
    })
  })
})

describe('papers on the table', () => {
  it.skipIf(!hasPoppler)('have room for each member and each producer to sign, and no number', async () => {
    const paper = { kind: 'attendance-sheet', sessionId: made.sessionId, of: 'members' } as const
    expect(await look(paper)).toMatchObject({ isNumbered: false, unavailable: null })
    await expect(app.client.officePapers.enter({ papers: [paper], issue, reason: '' })).rejects.toThrow()
    const text = await pdfText([paper])
    expect(text).toContain('DANH SÁCH THÀNH VIÊN HỘI ĐỒNG KÝ TÊN')
    expect(text).toContain('1 Thành viên TV1 Chủ tịch Hội đồng')
    expect(text).not.toContain('Số:')
    expect(text).not.toContain('Nơi nhận')
    const producers = await pdfText([{ ...paper, of: 'producers' }])
    expect(producers).toContain('1 HTX Mẫu Sản phẩm SP1; Sản phẩm SP2; Sản phẩm SP3')
    expect((await sheetOf(paper)).at(-1)).toEqual(['3', 'Thành viên TV3', '', 'Ủy viên', ''])
  })

  it.skipIf(!hasPoppler)('tell the order of the products, who does not score, and when each begins', async () => {
    const [agendaItemId = 0] = made.itemIds
    const reason = 'Người nhà của chủ thể'
    const memberId = made.memberIds[2] ?? 0
    await app.client.sessions.setExclusion({ agendaItemId, memberId, kind: 'recused', reason })
    const agenda = { kind: 'printed-agenda', sessionId: made.sessionId, beginsAt: '08:30', minutesEach: 25 } as const
    const text = await pdfText([agenda])
    expect(text).toContain('1 08:30 Sản phẩm SP1 HTX Mẫu 1 Lần đầu Thành viên TV3')
    expect(text).toContain('3 09:20 Sản phẩm SP3 HTX Mẫu 26 Lần đầu')
    expect(await pdfText([{ ...agenda, minutesEach: null }])).toContain('1 Sản phẩm SP1 HTX Mẫu 1 Lần đầu')
    expect((await sheetOf(agenda)).at(-2)?.slice(0, 4)).toEqual(['2', '08:55', 'SP2', 'Sản phẩm SP2'])
  })
})

describe('the report of the advisory team', () => {
  it.skipIf(!hasPoppler)('says how the dossiers of the agenda stand', async () => {
    const [productId = 0] = made.productIds
    const { id } = await app.client.registrations.save({ fields: { productId, year: 2026, application: 'new' } })
    await app.client.registrations.mark({
      ids: [id],
      items: ['registration-form', 'self-assessment', 'commune-proposal'],
      change: { state: 'received' },
    })
    await app.client.registrations.save({ id, fields: { samplesReceived: 4 } })
    const paper = { kind: 'advisory-report', sessionId: made.sessionId } as const
    expect(await look(paper)).toMatchObject({ isNumbered: true })
    const text = await pdfText([paper])
    expect(text).toContain('Số: /BC-TTV')
    expect(text).toContain('Kính gửi: Chủ tịch Hội đồng OCOP cấp tỉnh.')
    expect(text).toContain('1. Hồ sơ: đủ 00, chưa đủ 01, chưa kiểm tra 02.')
    expect(text).toContain('Thiếu: Báo cáo của UBND cấp xã')
    expect((await sheetOf(paper)).at(-3)?.[7]).toBe('4')
    // Nobody signs a page that has a single line of the text.
    const file = await app.client.officePapers.render({ papers: [paper], format: 'pdf' })
    const pages = readPages(new Uint8Array(await file.arrayBuffer())).map(({ lines }) =>
      lines.map((line) => line.text).join(' '),
    )
    expect(pages.find((page) => page.includes('TỔ TRƯỞNG'))).toContain('2. Nội dung đề nghị Hội đồng lưu ý')
  })
})

if (!hasPoppler) sayWhyLeftOut()
