import { writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { completeDossiers, registeredAgain } from '../../helpers/written-round.ts'

// Papers of a round of written opinions. Today is 20/11/2026.

let app: TestApp
let roundId: number
beforeEach(async () => {
  app = createTestApp()
  const { client } = app
  await client.workspace.create({ name: 'Đánh giá lại' })
  const { councilId, registrationIds: registrations } = await registeredAgain(client, { members: 3, products: 2 })
  await completeDossiers(client, registrations, '2026-10-12')
  const days = { sentOn: '2026-11-02', replyBy: '2026-11-12' }
  ;({ id: roundId } = await client.opinions.create({ councilId, ...days, registrations, certificates: [] }))
})
afterEach(() => app[Symbol.dispose]())

const render = async (papers: readonly OfficePaper[], format: 'pdf' | 'docx' | 'xlsx', name = '') => {
  const file = await app.client.officePapers.render({ papers: [...papers], format })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const folder = process.env['KEEP_PAPERS']
  if (folder !== undefined && name !== '') writeFileSync(`${folder}/${name}.${format}`, bytes)
  return bytes
}
const pdfText = async (papers: readonly OfficePaper[], name = '') =>
  readText(await render(papers, 'pdf', name)).replace(/\s+/gu, ' ')

async function answerAll() {
  const { products, members } = await app.client.opinions.get({ id: roundId })
  const at = (product: number, member: number) => ({
    productId: products[product]?.id ?? 0,
    memberId: members[member]?.id ?? 0,
    words: '',
  })
  const answers = [
    { ...at(0, 0), answer: 'agree' as const },
    { ...at(0, 1), answer: 'agree' as const },
    { ...at(0, 2), answer: 'recused' as const, words: 'Người thân là chủ thể' },
    { ...at(1, 0), answer: 'agree' as const },
    { ...at(1, 1), answer: 'differ' as const, words: 'Vùng nguyên liệu thay đổi' },
  ]
  await app.client.opinions.answer({ id: roundId, answers, on: '2026-11-13', reason: '' })
}
const formsOf = async () =>
  (await app.client.opinions.get({ id: roundId })).members.map(({ id: memberId }): OfficePaper => ({
    kind: 'opinion-form',
    roundId,
    memberId,
  }))

describe('the form of a member', () => {
  it.skipIf(!hasPoppler)('asks about every product by boxes, until a day, one form a member in one file', async () => {
    const text = await pdfText(await formsOf(), 'opinion-forms')
    for (const words of [
      'HỘI ĐỒNG OCOP CẤP TỈNH',
      'PHIẾU LẤY Ý KIẾN THÀNH VIÊN HỘI ĐỒNG',
      'đợt lấy ý kiến 01/2026',
      'Căn cứ điểm d khoản 6 Điều 7 Quyết định số 26/2026/QĐ-TTg',
      '02 (hai) sản phẩm',
      'chậm nhất ngày 12 tháng 11 năm 2026',
      'Hạng 3 sao, 68,5 điểm',
      'Hết hạn 30/12/2026',
      'CHỦ TỊCH HỘI ĐỒNG',
      'THƯ KÝ HỘI ĐỒNG',
    ]) {
      expect(text).toContain(words)
    }
    expect(text.split('Thành viên TV3').length - 1).toBe(2)
    expect(text.split('□').length - 1).toBe(3 * 2 * 3)
  })

  it.skipIf(!hasPoppler)('has no boxes for a product that its member is not asked about', async () => {
    await answerAll()
    const [, , third] = await formsOf()
    const text = await pdfText(third === undefined ? [] : [third])
    for (const words of ['Không lấy ý', 'Người thân']) expect(text).toContain(words)
    expect(text.split('□').length - 1).toBe(3)
  })

  it('is no paper of the register, and none for whom the round did not ask', async () => {
    const [form] = await formsOf()
    const other: OfficePaper = { kind: 'opinion-form', roundId, memberId: 999 }
    expect(await app.client.officePapers.look({ papers: form === undefined ? [] : [form, other] })).toMatchObject([
      { isNumbered: false, unavailable: null },
      { unavailable: 'empty' },
    ])
  })
})

describe('the summary', () => {
  it.skipIf(!hasPoppler)('says who answered what, who was late, what was said, and what comes of it', async () => {
    await answerAll()
    const text = await pdfText([{ kind: 'opinion-summary', roundId }], 'opinion-summary')
    for (const words of [
      'BẢNG TỔNG HỢP Ý KIẾN THÀNH VIÊN HỘI ĐỒNG',
      'Đ* Đ* –',
      'Đ* K*',
      'Đ: 2; K: 0; H: 0',
      'Không hỏi: 1',
      'Chưa có: 1',
      'hạng 3 sao',
      'nhau, thiếu ý kiến',
      '(2) Thành viên TV2, Thư ký Hội đồng',
      'Sản phẩm SP2: Vùng nguyên liệu thay đổi (Thành viên TV2)',
      'thống nhất đề nghị công nhận lại 01 sản phẩm; chuyển họp Hội đồng 01 sản phẩm.',
      'mọi thành viên được lấy ý kiến đã trả lời và đều đồng ý',
      'THƯ KÝ HỘI ĐỒNG',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('is a sheet with a column a member, and a Word file', async () => {
    await answerAll()
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await render([{ kind: 'opinion-summary', roundId }], 'xlsx', 'opinion-summary')).buffer)
    const rows: string[][] = []
    book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
    const first = rows.find((cells) => cells.includes('Sản phẩm SP1'))
    expect(first?.slice(4, 13)).toEqual(['3 sao', 'Đ*', 'Đ*', '–', '2', '0', '0', '1', '0'])
    const word = await render([{ kind: 'opinion-summary', roundId }], 'docx', 'opinion-summary')
    expect(Buffer.from(word).subarray(0, 2).toString()).toBe('PK')
  })

  it.skipIf(!hasPoppler)('holds fifteen members and long names', async () => {
    const { councilId } = await app.client.opinions.get({ id: roundId })
    for (let number = 4; number <= 15; number += 1) {
      await app.client.councils.saveMember({
        councilId,
        fields: {
          code: `TV${number}`,
          name: `Thành viên thứ ${number}`,
          position: 'Phó Chi cục trưởng Chi cục Quản lý chất lượng',
          organisation: 'Sở Nông nghiệp và Môi trường',
          role: 'member',
        },
      })
    }
    const [row] = (await app.client.register.certificates({ limit: 1, offset: 0 })).rows
    await app.client.opinions.remove({ id: roundId })
    const name = 'Sản phẩm tên dài '.repeat(7).trim()
    await app.client.products.save({ id: row?.productId ?? 0, fields: { name } })
    const days = { sentOn: '2026-11-02', replyBy: '2026-11-12' }
    const certificates = [{ source: row?.source ?? 'list', id: row?.id ?? 0 }]
    ;({ id: roundId } = await app.client.opinions.create({ councilId, ...days, registrations: [], certificates }))
    expect(await pdfText([{ kind: 'opinion-summary', roundId }], 'opinion-15')).toContain('(15) Thành viên thứ 15')
    expect(await pdfText((await formsOf()).slice(0, 1), 'opinion-form-long')).toContain('tên dài')
  })
})

if (!hasPoppler) sayWhyLeftOut()
