import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderXlsx, type SheetColumn, type SheetDocument } from '../../electron/documents/render-xlsx.ts'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { findTool, readTool } from './run-tool.ts'

const size = { rows: 10_000, columns: 20 } as const
const name = `Excel list of ${size.rows.toLocaleString('en')} rows × ${size.columns} columns with its formats`
const aim = '≤ 0.6'

/**
 * A list with text, whole numbers, points and dates, every cell framed and set, from rows to the file on disk, against
 * XlsxWriter given the same cells and formats. Python's start and its making of the rows are not counted.
 */
export async function runSheetBench(): Promise<readonly BenchRow[]> {
  const python = findTool(['python3', '/usr/bin/python3'], ['-c', 'import xlsxwriter'])
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const document = list()
    const ours: number[] = []
    const theirs: number[] = []
    for (let run = 0; run < 5; run += 1) {
      const start = performance.now()
      await writeFile(join(folder, 'ours.xlsx'), await renderXlsx(document, { foot: '', createdAt: new Date(0) }))
      ours.push(performance.now() - start)
      if (python !== null) theirs.push(timeXlsxWriter({ python, file: join(folder, 'theirs.xlsx') }))
    }
    const value = `${milliseconds(median(ours))}, ${megabytes(join(folder, 'ours.xlsx'))}`
    if (python === null) {
      return [
        { name, value, against: '', ratio: null, aim, skipped: `ours took ${value}; python3-xlsxwriter is absent` },
      ]
    }
    const against = `XlsxWriter: ${milliseconds(median(theirs))}, ${megabytes(join(folder, 'theirs.xlsx'))}`
    return [{ name, value, against, ratio: median(ours) / median(theirs), aim }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const formats = ['whole', 'text', 'points', 'date'] as const

const list = (): SheetDocument => ({
  title: 'Danh mục',
  isDraft: false,
  sheetName: 'Danh mục',
  above: [],
  columns: Array.from({ length: size.columns }, (_, column): SheetColumn => {
    const format = formats[column % formats.length] ?? 'text'
    return { head: `Cột ${column + 1}`, width: 18, format, align: format === 'text' ? 'left' : 'center' }
  }),
  rows: Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (_value, column) => {
      const format = formats[column % formats.length]
      if (format === 'whole') return row + column
      if (format === 'text') return `Sản phẩm ${row} ${column}`
      if (format === 'points') return (row % 10_000) / 100
      return { date: `2026-${String((row % 12) + 1).padStart(2, '0')}-${String((column % 28) + 1).padStart(2, '0')}` }
    }),
  ),
  below: [],
})

/** Milliseconds that the program itself reports, from rows at hand to the closed file. */
function timeXlsxWriter({ python, file }: { readonly python: string; readonly file: string }): number {
  return Number(readTool(python, ['-c', xlsxWriterProgram, file, String(size.rows), String(size.columns)]))
}

const xlsxWriterProgram = `
import sys, time, datetime, xlsxwriter
path, rows, columns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
def cell(row, column):
    kind = column % 4
    if kind == 0: return row + column
    if kind == 1: return "Sản phẩm %d %d" % (row, column)
    if kind == 2: return (row % 10000) / 100
    return datetime.date(2026, row % 12 + 1, column % 28 + 1)
data = [[cell(row, column) for column in range(columns)] for row in range(rows)]
start = time.perf_counter()
book = xlsxwriter.Workbook(path)
sheet = book.add_worksheet("Danh mục")
base = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "valign": "vcenter", "text_wrap": True}
head = book.add_format({**base, "bold": True, "align": "center"})
kinds = [book.add_format({**base, "align": "center", "num_format": "0"}),
         book.add_format({**base, "align": "left", "num_format": "@"}),
         book.add_format({**base, "align": "center", "num_format": "0.00"}),
         book.add_format({**base, "align": "center", "num_format": "dd/mm/yyyy"})]
sheet.set_column(0, columns - 1, 18)
sheet.freeze_panes(1, 0)
sheet.repeat_rows(0)
sheet.set_landscape()
sheet.set_paper(9)
sheet.fit_to_pages(1, 0)
for column in range(columns):
    sheet.write_string(0, column, "Cột %d" % (column + 1), head)
for row, values in enumerate(data, 1):
    sheet.set_row(row, 16.5)
    for column, value in enumerate(values):
        kind = column % 4
        if kind == 1: sheet.write_string(row, column, value, kinds[1])
        elif kind == 3: sheet.write_datetime(row, column, value, kinds[3])
        else: sheet.write_number(row, column, value, kinds[kind])
book.close()
print((time.perf_counter() - start) * 1000)
`

const megabytes = (path: string): string => `${(statSync(path).size / 1e6).toFixed(2)} MB`
