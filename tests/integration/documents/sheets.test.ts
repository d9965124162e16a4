import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { districtRecord, longRecord, unfinishedRecord } from '../../fixtures/records.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { render } from './rendered.ts'

async function openSheet(record: SessionRecord, kind: 'referral-list' | 'tally-table'): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await render({ record, kind, format: 'xlsx' })).buffer)
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

function headRowOf(sheet: ExcelJS.Worksheet): number {
  let found = 0
  sheet.eachRow((row, number) => {
    if (row.getCell(1).value === 'TT') found = number
  })
  return found
}

const valuesOf = (sheet: ExcelJS.Worksheet, row: number): readonly unknown[] =>
  Array.from({ length: sheet.columnCount }, (_, index) => sheet.getRow(row).getCell(index + 1).value)

describe('referral list', () => {
  it('holds the products that go up, each value in its own kind', async () => {
    const sheet = await openSheet(districtRecord(), 'referral-list')
    const head = headRowOf(sheet)
    expect(valuesOf(sheet, head)).toEqual([
      'TT',
      'Tên sản phẩm',
      'Mã số sản phẩm',
      'Nhóm sản phẩm',
      'Bộ sản phẩm',
      'Tên chủ thể',
      'Loại hình',
      'Địa chỉ',
      'Người đại diện, số điện thoại',
      'Lần đăng ký',
      'Điểm trung bình',
      'Hạng theo kết quả Hội đồng',
      'Ghi chú',
      'ocop-id',
    ])
    expect(sheet.getColumn(14).hidden).toBe(true)
    const rows = Array.from({ length: 5 }, (_, index) => valuesOf(sheet, head + 1 + index))
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      [1, 'Chè Shan tuyết ủ lam', 'SP01'],
      [2, 'Mật ong hoa rừng', 'SP02'],
      [3, 'Thịt chua thính ngô', 'SP05'],
      [4, 'Tinh dầu sả chanh', 'SP10'],
      [5, 'Trà hoa vàng sấy lạnh', 'SP12'],
    ])
    expect(rows[3]).toEqual([
      4,
      'Tinh dầu sả chanh',
      'SP10',
      expect.any(String),
      'Cây cảnh',
      'Công ty Cổ phần Dược liệu Xanh',
      'Doanh nghiệp',
      'Thanh Sơn, Lương Sơn',
      null,
      'Lần đầu',
      71.88,
      '3 sao',
      'Chưa đạt yêu cầu tối thiểu 4 sao tại tiêu chí 2.1, 5.2',
      'ocop:1/10',
    ])
    expect(sheet.getRow(head + 6).getCell(2).value).toBeNull()
    expect(sheet.getRow(head + 1).getCell(3).numFmt).toBe('@')
    expect(sheet.getRow(head + 1).getCell(11).numFmt).toBe('0.00')
  })

  it('is set up to be printed: A4 landscape, one page wide, its head frozen and repeated', async () => {
    const sheet = await openSheet(districtRecord(), 'referral-list')
    const head = headRowOf(sheet)
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${head}:${head}`,
    })
    expect(sheet.pageSetup.margins?.left).toBeCloseTo(30 / 25.4, 3)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: head })
  })

  it('has a title block, a real date and places to sign', async () => {
    const sheet = await openSheet(districtRecord(), 'referral-list')
    const cells: unknown[] = []
    sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.value)))
    expect(cells).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(cells).toContain('DANH MỤC SẢN PHẨM OCOP ĐẠT TỪ 70 ĐIỂM TRỞ LÊN NĂM 2024 (ĐỢT 1)')
    expect(cells).toContain('ĐỀ NGHỊ ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH ĐÁNH GIÁ, PHÂN HẠNG')
    expect(cells).toContainEqual(new Date('2024-10-25T00:00:00Z'))
    // Post, room to sign and name are one row, which no reader parts between pages.
    expect(cells).toContainEqual(expect.stringMatching(/^THƯ KÝ\n{5}Thư ký/))
    expect(cells).toContainEqual(expect.stringMatching(/^CHỦ TỊCH HỘI ĐỒNG\n{5}Chủ tịch/))
    // A rule stands under the motto.
    expect(JSON.stringify(cells)).toMatch(/Độc lập - Tự do - Hạnh phúc.*_{30,}/)
    expect(cells).not.toContain('DỰ THẢO')
  })

  it('has a rule under the names of who issues and of the motto, as the decree draws them', async () => {
    for (const kind of ['referral-list', 'tally-table'] as const) {
      const sheet = await openSheet(districtRecord(), kind)
      const ruled: string[] = []
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const { value } = cell
          if (cell.master.address !== cell.address || typeof value !== 'object' || value === null) return
          if (!('richText' in value)) return
          const [name, rule] = value.richText
          ruled.push(name?.text.trim() ?? '')
          expect(rule?.text.trim()).toMatch(/^_+$/)
          expect(name?.font?.bold).toBe(true)
          // Low lines half as long as their size join to one rule: of a third to a half of the body's name, whose bold
          // capitals are about seven tenths of theirs, or as long as the motto.
          const length = ((rule?.text.trim().length ?? 0) * (rule?.font?.size ?? 0)) / 2
          const isMotto = name?.text.trim() === 'Độc lập - Tự do - Hạnh phúc'
          const whole = (name?.text.trim().length ?? 0) * 0.7 * (name?.font?.size ?? 0)
          expect(length).toBeGreaterThan(isMotto ? 140 : whole / 3)
          expect(length).toBeLessThan(isMotto ? 180 : whole / 2)
        }),
      )
      expect(ruled, kind).toHaveLength(2)
      expect(ruled[1]).toBe('Độc lập - Tự do - Hạnh phúc')
    }
  })

  it('keeps a code that looks like a number or a formula as text', async () => {
    const record = districtRecord()
    const items = record.items.map((item, index) => ({
      ...item,
      code: index === 0 ? '0083' : index === 1 ? '=1+1' : item.code,
    }))
    const sheet = await openSheet({ ...record, items }, 'referral-list')
    const head = headRowOf(sheet)
    expect(sheet.getRow(head + 1).getCell(3).value).toBe('0083')
    expect(sheet.getRow(head + 2).getCell(3).value).toBe('=1+1')
    expect(sheet.getRow(head + 2).getCell(3).type).toBe(ExcelJS.ValueType.String)
  })
})

describe('tally table', () => {
  it('holds totals as numbers, words where there is none, and the means as shown', async () => {
    const record = districtRecord()
    const sheet = await openSheet(record, 'tally-table')
    const head = headRowOf(sheet)
    const rows = record.items.map((_, index) => valuesOf(sheet, head + 1 + index))
    expect(valuesOf(sheet, head).slice(4, 13)).toEqual(record.members.map(({ code }) => code))
    expect(rows[3]?.slice(1)).toEqual([
      'SP04',
      'Gạo nếp nương',
      'Hợp tác xã Dịch vụ tổng hợp Bản Nương',
      ...record.members.map(({ id }) =>
        id === 5
          ? 'Không chấm'
          : id === 9
            ? 'Vắng'
            : record.items[3]?.ballots.find(({ memberId }) => memberId === id)?.totals.total,
      ),
      26,
      15.29,
      22,
      63.29,
      '3 sao',
      null,
    ])
    expect(rows[5]?.[9]).toBe('Vắng')
    expect(rows[6]?.slice(4)).toEqual([
      ...Array.from({ length: 8 }, () => '–'),
      'Vắng',
      null,
      null,
      null,
      null,
      'Bị loại',
      null,
    ])
  })

  it('holds every product of a long session', async () => {
    const record = longRecord()
    const sheet = await openSheet(record, 'tally-table')
    const head = headRowOf(sheet)
    const codes = record.items.map((_, index) => sheet.getRow(head + 1 + index).getCell(2).value)
    expect(codes).toEqual(record.items.map(({ code }) => code))
  })

  it('says that it is a draft and which ballots do not count', async () => {
    const sheet = await openSheet(unfinishedRecord(), 'tally-table')
    const cells: unknown[] = []
    sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.value)))
    expect(cells).toContain('DỰ THẢO')
    expect(cells).toContain('Chưa đủ')
  })
})

describe('a mean just below a floor', () => {
  it('is not rounded up to it by the cell', async () => {
    const nearly = buildRecord({
      ruleSetId: 'qd-26-2026',
      level: 'province',
      products: [{ quality: 0.75, gatesMet: 4 }],
      memberCount: 3,
    })
    const items = nearly.items.map((item) => ({
      ...item,
      result: { ...item.result, mean: { sum: 26_999, count: 300 } },
    }))
    const sheet = await openSheet({ ...nearly, items }, 'tally-table')
    // 26 999 / 300 = 89.9966…
    expect(sheet.getRow(headRowOf(sheet) + 1).getCell(11).value).toBe(89.99)
  })
})
