import ExcelJS from 'exceljs'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { TableRow } from '../../../shared/api/tables.ts'
import { writeTable } from './write-table.ts'

const table = {
  heads: ['Số', 'Ngày', 'Hết hạn', 'Điện thoại', 'Năm', 'Số sản phẩm', 'Điểm'],
  rows: [
    ['0012', '28/02/2024', '28/02/2027', '0912000000', 2024, 12345, 87.5],
    ['01/GCN', '31/02/2024', '–', '0', 2025, 7, null],
  ],
}

const folder = mkdtempSync(join(tmpdir(), 'table-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The sheet, and how often other work was let in between. */
async function written({ heads, rows }: { readonly heads: string[]; readonly rows: readonly TableRow[] }) {
  const [rowsAt, path] = [join(folder, 'rows.jsonl'), join(folder, 'table.xlsx')]
  writeFileSync(rowsAt, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  let breaths = 0
  const breathe = async () => void (breaths += 1)
  const head = { title: 'Giấy chứng nhận', notes: [], heads }
  await writeTable({ head, rowsAt, path, createdAt: new Date(0) }, breathe)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  return { sheet: workbook.worksheets[0], breaths }
}

async function cellsOf(row: number): Promise<readonly ExcelJS.Cell[]> {
  const { sheet } = await written(table)
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

  it('has a day with its time as both', async () => {
    const { sheet } = await written({
      heads: ['Thời điểm', 'Đến', 'Không có'],
      rows: [['21/11/2026 00:05:12', '21/11/2026 23:59', '21/11/2026 24:00']],
    })
    const cells = [1, 2, 3].map((place) => sheet?.getRow(3).getCell(place))
    expect(cells.map((cell) => [cell?.value, cell?.numFmt])).toEqual([
      [new Date('2026-11-21T00:05:12Z'), 'dd/mm/yyyy hh:mm:ss'],
      [new Date('2026-11-21T23:59:00Z'), 'dd/mm/yyyy hh:mm'],
      ['21/11/2026 24:00', '@'],
    ])
  })

  it('of many rows lets other work in between, and has every row in its order', async () => {
    const rows = Array.from({ length: 1001 }, (_, place) => [place + 1, `Dòng ${place + 1}`])
    const { sheet, breaths } = await written({ heads: ['Số', 'Việc'], rows })
    expect([sheet?.rowCount, sheet?.getRow(1003).getCell(2).value, breaths]).toEqual([1003, 'Dòng 1001', 8])
  })
})
