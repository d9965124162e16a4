import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// The list that the province's letter of 2024 asked for: the products of 2019 to 2021 by the year in which their
// certificates end, through the procedures that the window asks.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Sổ chứng nhận' })
  await take(letter)
})
afterEach(() => app[Symbol.dispose]())

const head = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định']

const letter: OfficeList['rows'] = [
  ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong', 4, 74.5, '3163/QĐ-UBND', dateCell('2019-12-30')],
  ['Mật ong hoa rừng', 'HTX Mường Bi', 'xã Phong Phú', 'Tân Lạc', 3, 61, '2935/QĐ-UBND', dateCell('2020-12-22')],
  ['Rượu cần', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu', 3, null, '3001/QĐ-UBND', dateCell('2021-12-29')],
  ['Chè Pà Cò', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu', 3, 60.25, '120/QĐ-UBND', dateCell('2024-01-25')],
]

async function take(rows: OfficeList['rows']) {
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [head, ...rows] }))], 'Danh sách công nhận.xlsx')
  const list = { file, sender: 'Phòng NN&PTNT', sheet: null, columns: [], year: 2024, acceptsDoubts: true }
  await app.client.register.takeList(list)
}

const paper: OfficePaper = { kind: 'lapsing-list', years: [2022, 2023, 2024], asOf: '2024-04-28' }
const office = { level: 'province', province: 'tỉnh Hòa Bình', district: '', unit: '', abbreviation: '' } as const

const pdfOf = async (papers: readonly OfficePaper[]) => {
  const file = await app.client.officePapers.render({ papers: [...papers], format: 'pdf' })
  return { name: file.name, text: readText(new Uint8Array(await file.arrayBuffer())).replace(/\s+/gu, ' ') }
}

const issue = {
  number: 5,
  symbol: 'TB-SNNPTNT',
  issuedOn: '2024-04-29',
  posts: ['GIÁM ĐỐC'],
  signer: 'Người ký thử',
  recipients: ['Các chủ thể', 'Lưu: VT'],
}

describe('the list of products whose certificates end', () => {
  it('is made by an office that somebody said', async () => {
    expect(await app.client.officePapers.look({ papers: [paper] })).toEqual([
      { formats: ['pdf', 'docx', 'xlsx'], unavailable: 'no-office', isNumbered: false, entry: null },
    ])
    await expect(pdfOf([paper])).rejects.toMatchObject({ data: { reason: 'no-office' } })
    await app.client.officePapers.setOffice(office)
    expect(await app.client.officePapers.look({ papers: [paper] })).toMatchObject([{ unavailable: null }])
    expect(
      await app.client.officePapers.look({ papers: [{ kind: 'lapsing-list', years: [2031], asOf: '2024-04-28' }] }),
    ).toMatchObject([{ unavailable: 'empty' }])
  })

  it.skipIf(!hasPoppler)('says the letter’s days, a list for each year', async () => {
    await app.client.officePapers.setOffice(office)
    const { name, text } = await pdfOf([paper])
    expect(name).toBe('Danh-muc_het-han_2022-2023-2024_2024-04-28.pdf')
    expect(text).toContain('PHÁT TRIỂN NÔNG THÔN Số: /TB-SNN Hòa Bình, ngày tháng năm THÔNG BÁO')
    expect(text).toContain('có 03 (ba) sản phẩm OCOP')
    expect(text).toContain('- Năm 2023: 01 (một) sản phẩm, đã hết hạn (Phụ lục II);')
    for (const day of ['30/12/2022', '22/12/2023', '29/12/2024']) expect(text).toContain(day)
    expect(text).not.toContain('Chè Pà Cò')
    expect(text.match(/trang \d --- Phụ lục I{1,3} /g)).toHaveLength(3)
  })

  it.skipIf(!hasPoppler)('tells what has ended from what will, by the year of the decision too', async () => {
    await app.client.officePapers.setOffice(office)
    await take([
      ['Gà đồi', 'HTX Lạc Sơn', 'xã Ân Nghĩa', 'Lạc Sơn', 3, 55, '7/QĐ-UBND', dateCell('2021-03-01')],
      ['Măng nứa', 'HTX Lạc Sơn', 'xã Ân Nghĩa', 'Lạc Sơn', 3, 56, '', '2021'],
    ])
    const { text: ends } = await pdfOf([{ kind: 'lapsing-list', years: [2022, 2024], asOf: '2024-04-28' }])
    expect(ends).toContain('có Giấy chứng nhận đã hết hạn hoặc sẽ hết hạn trong các năm 2022, 2024')
    expect(ends).toContain('- Năm 2022: 01 (một) sản phẩm, đã hết hạn (Phụ lục I);')
    expect(ends).toContain(
      '03 (ba) sản phẩm, trong đó 01 đã hết hạn, 01 sẽ hết hạn, 01 chưa rõ ngày hết hạn (Phụ lục II)',
    )
    expect(ends).toContain('GIẤY CHỨNG NHẬN ĐÃ HẾT HẠN TRONG NĂM 2022')
    expect(ends).toMatch(/Măng nứa .*Năm 2021 Năm 2024/)
    const given: OfficePaper = { kind: 'lapsing-list', years: [2020], asOf: '2024-04-28', by: 'recognition' }
    const { text } = await pdfOf([given])
    expect(text).toContain('01 (một) sản phẩm OCOP được công nhận năm 2020 có Giấy chứng nhận đã hết hạn')
    expect(text).toContain('ĐƯỢC CÔNG NHẬN NĂM 2020 CÓ GIẤY CHỨNG NHẬN ĐÃ HẾT HẠN')
    expect(text).toContain('22/12/2023')
  })

  it('has its number in the one register, kept as it was issued, and tells what moved on', async () => {
    await app.client.officePapers.setOffice(office)
    const proposal = await app.client.officePapers.propose({ paper, issuedOn: '2024-04-29' })
    expect(proposal).toMatchObject({ number: 1, symbol: 'TB-SNN', posts: ['GIÁM ĐỐC'] })
    // It is entered long after its day.
    const accepted = ['dated-long-ago' as const]
    const { ids } = await app.client.officePapers.enter({ papers: [paper], issue, reason: '', accepted })
    const again = app.client.officePapers.enter({ papers: [paper], issue, reason: '', accepted })
    await expect(again).rejects.toMatchObject({ data: { reason: 'document-numbered' } })
    const [entry] = await app.client.documents.register.list({})
    expect(entry).toMatchObject({
      id: ids[0],
      kind: 'lapsing-list',
      code: '05/TB-SNNPTNT',
      sessionId: null,
      staleSince: null,
    })
    expect(entry?.issued?.state).toBe('kept')
    await app.client.documents.register.send({ ids: [...ids], on: '2024-04-30', to: '' })
    await take([
      ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong', 4, 80, '77/QĐ-UBND', dateCell('2023-01-05')],
    ])
    const [moved] = await app.client.officePapers.list({})
    expect(moved?.paper).toEqual(paper)
    expect(moved?.entry.sent).toEqual({ on: '2024-04-30', to: 'Các chủ thể' })
    expect(moved?.entry.changes.map(({ what, from, to }) => [what, from.slice(0, 13), to])).toContainEqual([
      'Phụ lục I',
      'Cam lòng vàng',
      '',
    ])
    await app.client.documents.register.void({ id: ids[0] ?? 0, reason: 'Lập lại theo số liệu mới' })
    await app.client.officePapers.enter({ papers: [paper], issue: { ...issue, number: 6 }, reason: '', accepted })
    expect(
      (await app.client.officePapers.list({})).map(({ entry: { code, void: gone } }) => [code, gone !== null]),
    ).toEqual([
      ['06/TB-SNNPTNT', false],
      ['05/TB-SNNPTNT', true],
    ])
    // As Ctrl+K finds them: one in force opens as it was asked for, a void one leads to the list.
    expect(await app.client.search.papers()).toMatchObject([
      { code: '06/TB-SNNPTNT', kind: 'lapsing-list', sessionId: null, paper, isVoid: false },
      { code: '05/TB-SNNPTNT', kind: 'lapsing-list', sessionId: null, paper: null, isVoid: true },
    ])
  })

  it('leaves as a table with dates that Excel knows', async () => {
    await app.client.officePapers.setOffice(office)
    const file = await app.client.officePapers.render({ papers: [paper], format: 'xlsx' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await file.arrayBuffer())
    const dates = book.worksheets[0]?.getColumn(11).values ?? []
    expect(dates.filter((value) => value instanceof Date).map((value) => value.toISOString().slice(0, 10))).toEqual([
      '2022-12-30',
      '2023-12-22',
      '2024-12-29',
    ])
    // A list for each year is a sheet for each.
    const apart = [2022, 2023].map((year) => ({ ...paper, years: [year] }))
    const each = new ExcelJS.Workbook()
    await each.xlsx.load(await (await app.client.officePapers.render({ papers: apart, format: 'xlsx' })).arrayBuffer())
    expect(each.worksheets.map(({ name }) => name)).toEqual(['Danh mục hết hạn', 'Danh mục hết hạn (2)'])
  })

  it('says which signs its face lacks, of what stands on it alone', async () => {
    await app.client.officePapers.setOffice({ ...office, unit: 'Chi cục Phát triển nông thôn 🌾' })
    const found = await app.client.officePapers.unprintable({ papers: [paper] })
    expect(found).toEqual([
      { text: 'Chi cục Phát triển nông thôn 🌾', signs: ['🌾'], printed: expect.not.stringContaining('🌾') },
    ])
    await app.client.officePapers.setOffice(office)
    expect(await app.client.officePapers.unprintable({ papers: [paper] })).toEqual([])
  })
})

if (!hasPoppler) sayWhyLeftOut()
