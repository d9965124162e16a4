import { describe, expect, it } from 'vitest'
import type { PdfLayout } from '../render-pdf.ts'
import { fitColumns } from './fit-columns.ts'
import { tableOf, type ColumnOf, type TableEntry } from './table.ts'

/** Each sign half as wide as high: at 12 points 2.1 mm. */
const layout = { widthOf: ({ text, size }: { text: string; size: number }) => (text.length * size) / 2 } as PdfLayout

type Row = readonly TableEntry[]
const column = (at: number, head: string, width: number): ColumnOf<Row> => ({
  head,
  width,
  align: 'left',
  text: (row) => row[at] ?? '',
})

const widthsOf = (columns: readonly ColumnOf<Row>[], rows: readonly Row[]) =>
  fitColumns({ ...tableOf(columns, rows), size: 12, layout }).map(({ width }) => Math.round(width))

const columns = [column(0, 'TT', 10), column(1, 'Tên', 60), column(2, 'Quyết định', 40), column(3, 'Ghi chú', 30)]

describe('widths of a table', () => {
  it('are those asked for while no row is high', () => {
    expect(widthsOf(columns, [['1', 'Chè', ['100/QĐ-UBND', '10/10/2023'], 'Đã hết hạn']])).toEqual([10, 60, 40, 30])
  })

  // A note that makes its row high: what it leaves goes to the names that break, none to lines that stand apart anyway.
  const note = 'được kéo dài không quá 08/04/2027 nếu đã nộp hồ sơ'
  const rows = Array.from({ length: 50 }, (_, at): Row => [
    String(at + 1),
    'Cam lòng vàng Cao Phong',
    ['100/QĐ-UBND', '10/10/2023'],
    note,
  ])

  it('go to words that break, not to paragraphs that stand apart anyway', () => {
    const [, name = 0, decision = 0, noted = 0] = widthsOf(columns, rows)
    expect(decision).toBeLessThan(40)
    expect(name).toBeGreaterThan(30)
    expect(noted).toBeGreaterThan(decision)
  })

  it('grow alike once nothing breaks, and are those of the page together', () => {
    const wide = columns.map((one) => (one.head === 'Tên' ? { ...one, width: 170 } : one))
    const widths = widthsOf(wide, rows)
    expect(Math.abs(widths.reduce((total, width) => total + width, 0) - 250)).toBeLessThanOrEqual(2)
    const [, name = 0, decision = 0, noted = 0] = widths
    expect([decision < 60, name < 100, noted > 100]).toEqual([true, true, true])
  })
})

it('goes where it makes the page shorter: a column that breaks in every row before one long name', () => {
  const asked = [column(0, 'Tên', 60), column(1, 'Chủ thể', 60), column(2, 'Quyết định', 60)]
  const long = 'Công ty trách nhiệm hữu hạn một thành viên đầu tư phát triển nông nghiệp công nghệ cao và dịch vụ'
  const rows = Array.from({ length: 60 }, (_, at): Row => ['Chè', at === 0 ? long : 'HTX', '3163/QĐ-UBND, 30/12/2023'])
  const decision = '3163/QĐ-UBND, 30/12/2023'.length * 2.2
  expect(widthsOf(asked, rows)[2]).toBeGreaterThan(decision)
})
