import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { renderTable } from './render-table.ts'

const table = {
  title: 'Giấy chứng nhận',
  notes: [],
  heads: ['Số', 'Ngày', 'Hết hạn', 'Điện thoại', 'Năm', 'Số sản phẩm', 'Điểm'],
  rows: [
    ['0012', '28/02/2024', '28/02/2027', '0912000000', 2024, 12345, 87.5],
    ['01/GCN', '31/02/2024', '–', '0', 2025, 7, null],
  ],
}

async function cellsOf(row: number): Promise<readonly ExcelJS.Cell[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await renderTable(table, new Date(0))).buffer)
  const sheet = workbook.worksheets[0]
  return table.heads.map((_, place) => sheet?.getRow(row).getCell(place + 1) as ExcelJS.Cell)
}

describe('a table as a workbook', () => {
  it('has days as dates, figures as numbers, and every code as it is written', async () => {
    const cells = await cellsOf(3)
    expect(cells.map(({ value }) => value)).toEqual([
      '0012',
      new Date('2024-02-28T00:00:00Z'),
      new Date('2027-02-28T00:00:00Z'),
      '0912000000',
      2024,
      12345,
      87.5,
    ])
    expect(cells.map(({ numFmt }) => numFmt)).toEqual(['@', 'dd/mm/yyyy', 'dd/mm/yyyy', '@', '0', '#,##0', '#,##0.00'])
  })

  it('leaves what is no day, and a word among days, as the text that it is', async () => {
    const cells = await cellsOf(4)
    expect(cells.map(({ value }) => value)).toEqual(['01/GCN', '31/02/2024', '–', '0', 2025, 7, null])
    expect(cells[1]?.numFmt).toBe('@')
  })
})
