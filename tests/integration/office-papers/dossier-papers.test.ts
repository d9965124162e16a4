import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { hasPoppler, readPages, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { sampleCouncil, sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// Forms of a registration, the letter for what lacks and the index of a dossier. Today is 20/11/2026.

let app: TestApp
let ids: { readonly productId: number; readonly registrationId: number; readonly producerId: number }
const office = { level: 'province', province: 'tỉnh Hòa Bình', district: '', unit: '', abbreviation: '' } as const

beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Hồ sơ' })
  await app.client.officePapers.setOffice(office)
  ids = await register(1, 'Cam lòng vàng', 'HTX Hà Phong')
})
afterEach(() => app[Symbol.dispose]())

async function register(number: number, name: string, producerName: string) {
  const fields = { ...sampleProduct(number), name, producerName, commune: 'xã Thu Phong', district: 'Cao Phong' }
  const { id: productId } = await app.client.products.save({ fields })
  const { id: registrationId } = await app.client.registrations.save({
    fields: { productId, year: 2026, application: 'upgrade', filedOn: '2026-10-05' },
  })
  const { producerId } = app
    .file()
    .prepare('SELECT producer_id AS producerId FROM products WHERE id = ?')
    .get(productId) as {
    readonly producerId: number
  }
  await app.client.producers.save({ id: producerId, fields: { address: 'Xóm 3' } })
  return { productId, registrationId, producerId }
}

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
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
  return rows
}

describe.skipIf(!hasPoppler)('a form of a registration', () => {
  it('01 is filled in from the record, with room for the rest, and takes no number', async () => {
    const paper = { kind: 'registration-form', registrationId: ids.registrationId } as const
    expect(await app.client.officePapers.look({ papers: [paper] })).toMatchObject([
      { unavailable: null, isNumbered: false },
    ])
    const text = await pdfText([paper])
    expect(text).toContain('PHIẾU ĐĂNG KÝ Tham gia đánh giá, phân hạng sản phẩm OCOP của tỉnh Hòa Bình năm 2026')
    expect(text).toContain('- Tên đơn vị: HTX Hà Phong')
    expect(text).toContain('- Địa chỉ liên hệ: Xóm 3, xã Thu Phong, Cao Phong, tỉnh Hòa Bình')
    expect(text).toMatch(/- Họ tên người đại diện pháp lý: \.{20,}/)
    expect(text).toContain('2. Tên sản phẩm: Cam lòng vàng')
    expect(text).toMatch(/Lần đầu □ +Nâng hạng √ +Đánh giá lại □/)
    expect(text.match(/CƠ QUAN TIẾP NHẬN/g)).toHaveLength(2)
    expect(text).not.toContain('SỞ NÔNG NGHIỆP')
  })

  it('names the producer’s own commune and its province, and writes capitals as names are written', async () => {
    const { producerId, registrationId } = ids
    const address = async () => {
      const text = await pdfText([{ kind: 'self-assessment', registrationId }])
      return /3\. Địa chỉ: (.*?) 4\./.exec(text)?.[1]?.trim()
    }
    const place = { commune: 'XÃ ĐỒNG VĂN', district: '', province: 'TUYÊN QUANG' }
    await app.client.producers.save({ id: producerId, fields: { address: '', ...place } })
    expect(await address()).toBe('xã Đồng Văn, tỉnh Tuyên Quang')
  })

  it('02 has the fifteen rows of evidence and each criterion, whose points add up to a hundred', async () => {
    const text = await pdfText([{ kind: 'self-assessment', registrationId: ids.registrationId }])
    expect(text).toContain('1. Tên chủ thể: HTX Hà Phong')
    expect(text).toContain('3. Địa chỉ: Xóm 3, xã Thu Phong, Cao Phong, tỉnh Hòa Bình')
    expect(text).toMatch(/15 Giải thưởng, bình chọn/)
    expect(text).not.toMatch(/ 16 [A-ZĐ]/)
    expect(text).toContain('Tổng cộng 100')
    expect(text).not.toContain('sau 3 năm được công nhận')
    expect(text).toContain('a) Giấy đăng ký kinh doanh: □')
    const items = ['business-registration', 'intellectual-property']
    await app.client.registrations.mark({ ids: [ids.registrationId], items, change: { state: 'received' } })
    const ticked = await pdfText([{ kind: 'self-assessment', registrationId: ids.registrationId }])
    expect(ticked).toContain('a) Giấy đăng ký kinh doanh: √')
    expect(ticked).toContain('b) Đã công bố chất lượng sản phẩm theo quy định: □')
    // Which right it is, nobody said.
    expect(ticked).toContain('d) Đã có đăng ký sở hữu trí tuệ: □')
  })

  it('03 is headed by the commune and proposes to the province', async () => {
    const paper = { kind: 'commune-report' as const, registrationId: ids.registrationId }
    const text = await pdfText([paper])
    // Nobody signs a page without the words that are signed.
    const pages = readPages((await render([paper])).bytes).map(({ lines }) => lines.map((line) => line.text).join(' '))
    expect(pages.find((page) => page.includes('TM. ỦY BAN NHÂN DÂN'))).toContain('lòng vàng của HTX Hà Phong./.')
    expect(text).toContain('3. Địa chỉ: Xóm 3, xã Thu Phong, Cao Phong, tỉnh Hòa Bình')
    expect(text).toContain('XÃ THU PHONG')
    expect(text).toContain(
      'Ủy ban nhân dân xã Thu Phong đề nghị Ủy ban nhân dân tỉnh Hòa Bình đánh giá, phân hạng sản phẩm OCOP cho sản phẩm Cam ' +
        'lòng vàng của HTX Hà Phong./.',
    )
  })

  it('is printed for many registrations in one file, each on its own pages', async () => {
    const more = await Promise.all([2, 3, 4].map(async (number) => register(number, `Sản phẩm ${number}`, 'HTX Mẫu')))
    const papers = [ids, ...more].map(({ registrationId }): OfficePaper => ({
      kind: 'registration-form',
      registrationId,
    }))
    const text = await pdfText(papers)
    expect(text.match(/PHIẾU ĐĂNG KÝ Tham gia/g)).toHaveLength(4)
    for (const name of ['Cam lòng vàng', 'Sản phẩm 2', 'Sản phẩm 4']) expect(text).toContain(`Tên sản phẩm: ${name}`)
  })
})

describe('the letter for what lacks', () => {
  const letter = (): OfficePaper => ({
    kind: 'lacking-letter',
    producerId: ids.producerId,
    year: 2026,
    asOf: '2026-11-20',
    dueOn: '2026-11-27',
  })
  const mark = (items: string[], change: { state: 'received' | 'lacking'; expiresOn?: string; note?: string }) =>
    app.client.registrations.mark({ ids: [ids.registrationId], items, change })

  it('says nothing while nobody checked the dossier', async () => {
    expect(await app.client.officePapers.look({ papers: [letter()] })).toMatchObject([{ unavailable: 'empty' }])
  })

  it.skipIf(!hasPoppler)('names each paper that lacks or has ended, and the day it is due', async () => {
    await mark(['registration-form', 'self-assessment', 'commune-proposal'], { state: 'received' })
    await mark(['test-report'], { state: 'received', expiresOn: '2026-11-01', note: 'Chỉ có 2 trong 6 chỉ tiêu' })
    await app.client.registrations.save({ id: ids.registrationId, fields: { samplesReceived: 2 } })
    const text = await pdfText([letter()])
    expect(text).toContain('V/v bổ sung hồ sơ')
    expect(text).toContain('hồ sơ của 01 (một) sản phẩm còn thiếu tài liệu hoặc có tài liệu hết hạn như sau:')
    expect(text).toContain('Kính gửi: HTX Hà Phong; Ủy ban nhân dân xã Thu Phong.')
    expect(text).toContain('1. Do HTX Hà Phong gửi')
    expect(text).toContain('2. Do Ủy ban nhân dân xã Thu Phong gửi')
    expect(text).toContain(
      'Đề nghị HTX Hà Phong và Ủy ban nhân dân xã Thu Phong bổ sung, thay thế phần của mình trong các tài liệu nêu trên, gửi về',
    )
    expect(text).toContain('chậm nhất ngày 27 tháng 11 năm 2026')
    expect(text).toContain('Chỉ có 2 trong 6 chỉ tiêu')
    const rows = (await sheetOf(letter())).slice(-3).map(([, , item, state, sender]) => [item, state, sender])
    expect(rows).toEqual([
      ['Sản phẩm mẫu', 'Đã nộp 02 sản phẩm mẫu; cần nộp thêm 03 (ba)', 'HTX Hà Phong'],
      ['Phiếu kết quả kiểm nghiệm chất lượng, an toàn thực phẩm', 'Hết hạn ngày 01/11/2026', 'HTX Hà Phong'],
      ['Báo cáo của UBND cấp xã (Mẫu số 03)', 'Còn thiếu', 'Ủy ban nhân dân xã Thu Phong'],
    ])
  })

  it.skipIf(!hasPoppler)('asks for what ends before the meeting, and says of which day', async () => {
    await mark(['registration-form', 'self-assessment', 'commune-proposal', 'commune-report'], { state: 'received' })
    await mark(['business-registration'], { state: 'received', expiresOn: '2026-12-01' })
    await app.client.registrations.save({ id: ids.registrationId, fields: { samplesReceived: 5 } })
    expect(await app.client.officePapers.look({ papers: [letter()] })).toMatchObject([{ unavailable: 'empty' }])
    const { id: councilId } = await app.client.councils.save({ fields: { ...sampleCouncil(), level: 'province' } })
    const { regulation } = (await app.client.councils.list()).find(({ id }) => id === councilId)!
    const fields = { year: 2026, round: 1, heldOn: '2026-12-15', place: '', referralThreshold: null, regulation }
    const { id: sessionId } = await app.client.sessions.create({ councilId, ruleSetId: 'qd-26-2026', fields })
    await app.client.sessions.addProducts({ sessionId, productIds: [ids.productId] })
    const text = await pdfText([letter()])
    expect(text).toContain('hồ sơ của 01 (một) sản phẩm có tài liệu hết hạn như sau:')
    const row = (await sheetOf(letter())).find((cells) => cells[2] === 'Giấy đăng ký kinh doanh')
    expect(row?.[3]).toBe('Hết hạn ngày 01/12/2026, trước ngày họp 15/12/2026')
    expect(text).toContain('Đề nghị HTX Hà Phong bổ sung, thay thế các tài liệu nêu trên')
  })

  it.skipIf(!hasPoppler)('asks the producer for nothing that the commune alone has to send', async () => {
    await mark(['registration-form', 'self-assessment'], { state: 'received' })
    await app.client.registrations.save({ id: ids.registrationId, fields: { samplesReceived: 5 } })
    const text = await pdfText([letter()])
    expect(text).toContain('Kính gửi: Ủy ban nhân dân xã Thu Phong.')
    expect(text).toContain('HTX Hà Phong (để biết)')
    expect(text).not.toMatch(/Đề nghị HTX Hà Phong/)
  })

  it('requires of a paper what the registration is for', async () => {
    await app.client.registrations.save({ id: ids.registrationId, fields: { samplesReceived: 5 } })
    const requiredOf = async () => (await sheetOf(letter())).find((row) => row[2]?.includes('Mẫu số 02') === true)?.[5]
    expect(await requiredOf()).toBe('Nêu rõ thay đổi so với sản phẩm đã được công nhận.')
    await app.client.registrations.save({ id: ids.registrationId, fields: { application: 'new' } })
    expect(await requiredOf()).toBe('')
  })

  it('is logged as sent, and reads otherwise once a paper came', async () => {
    await mark(['registration-form'], { state: 'received' })
    const issue = {
      number: 1,
      symbol: 'SNNMT-PTNT',
      issuedOn: '2026-11-20',
      posts: ['GIÁM ĐỐC'],
      signer: 'Người ký thử',
      recipients: ['Như trên'],
    }
    const dated = (dueOn: string) =>
      app.client.officePapers.enter({ papers: [{ ...letter(), dueOn } as OfficePaper], issue, reason: '' })
    await expect(dated('2026-11-20')).rejects.toMatchObject({ data: { detail: { kinds: 'due-past' } } })
    await expect(dated('2062-11-27')).rejects.toMatchObject({ data: { detail: { kinds: 'due-far' } } })
    const { ids: entered } = await app.client.officePapers.enter({ papers: [letter()], issue, reason: '' })
    await app.client.documents.register.send({ ids: [...entered], on: '2026-11-20', to: 'HTX Hà Phong' })
    await mark(['self-assessment'], { state: 'received' })
    const [moved] = await app.client.officePapers.list({})
    const about = 'HTX Hà Phong; Ủy ban nhân dân xã Thu Phong'
    expect(moved?.entry).toMatchObject({ about, sent: { on: '2026-11-20', to: 'HTX Hà Phong' } })
    expect(moved?.entry.changes.map(({ from, to }) => [from.includes('Mẫu số 02'), to])).toEqual([[true, '']])
  })
})

describe('the index of a dossier', () => {
  it.skipIf(!hasPoppler)('names each file with its SHA-256, and one of all that follows each of them', async () => {
    const { registrationId: id } = ids
    const bytes = Buffer.from('%PDF-1.7\nmẫu\n%%EOF')
    const file = new File([bytes], 'Phiếu đăng ký.pdf', { type: 'application/pdf' })
    await app.client.registrations.addFile({ id, item: 'registration-form', file })
    const paper = { kind: 'dossier-index', registrationId: id } as const
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const rows = await sheetOf(paper)
    const rowOf = (found: typeof rows) => found.find(([, item]) => item?.includes('Mẫu số 01') === true)?.slice(4)
    const own = ['Phiếu đăng ký.pdf', String(bytes.length), sha256]
    expect(rowOf(rows)?.slice(0, 3)).toEqual(own)
    const digest = rows.at(-1)?.[0]
    expect(digest).toMatch(/^SHA-256 của cả hồ sơ: [0-9a-f]{64}$/)
    const text = await pdfText([paper])
    expect(text).toContain('Hồ sơ có 1 tệp.')
    expect(text).toContain(digest?.slice(-64, -48))
    await app.client.registrations.addFile({
      id,
      item: 'awards',
      file: new File([Buffer.from('%PDF-1.7\nkhác\n%%EOF')], 'Giải.pdf', { type: 'application/pdf' }),
    })
    expect((await sheetOf(paper)).at(-1)?.[0]).not.toBe(digest)
    expect(text).not.toContain('khi tiếp nhận')

    // What is another file now, or gone, is named with what came, and said.
    const folder = join(app.folder, 'Hồ sơ hồ sơ', `HS${id}`)
    const at = (start: string) => join(folder, readdirSync(folder).find((name) => name.startsWith(start)) ?? '')
    chmodSync(at('Phiếu'), 0o644)
    writeFileSync(at('Phiếu'), '%PDF-1.7 khác')
    rmSync(at('Giải'))
    expect(rowOf(await sheetOf(paper))).toEqual([...own, 'Nội dung đã khác'])
    const lost = await pdfText([paper])
    expect(lost).toContain('01 tệp không còn trong thư mục hồ sơ; SHA-256 ghi khi tiếp nhận.')
    expect(lost).toContain('01 tệp có nội dung khác khi tiếp nhận; SHA-256 ghi khi tiếp nhận.')
    expect(lost).toMatch(/Tệp (\S+ )?không còn/)
  })
})

if (!hasPoppler) sayWhyLeftOut()
