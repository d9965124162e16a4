import ExcelJS from 'exceljs'
import type { Page } from '@playwright/test'
import { activeProvinceList } from '../fixtures/excel-province-list.ts'
import { provinceListOf, sheetRow } from '../fixtures/grouped-province-list.ts'
import { provinceWorkbook } from '../fixtures/province-workbook.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { independentSteps } from './independent-steps.ts'
import { openSample } from './open-file.ts'
import { saveDocument } from './save-document.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('the province’s workbook is filled by its headings, and what it sends back is ticked row by row', async ({
  page,
  host,
}) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.evaluate(() => void (location.hash = '/sessions/1/documents'))

  await pick(page, 'Điền vào tệp của tỉnh', await provinceWorkbook())
  const columns = page.getByRole('dialog', { name: 'Mỗi cột của tệp ghi nội dung gì?' })
  await expect(columns.getByLabel('Chủ thể – Tên')).toHaveValue('producerName')
  await expect(columns.getByLabel('Điểm quy đổi')).toHaveValue('')
  await expect(columns.getByRole('note')).toBeHidden()
  await expectAccessible(page)
  await columns.getByRole('button', { name: 'Điền và lưu tệp' }).press('Enter')
  const saved = await saveDocument(host, () =>
    page.getByRole('button', { name: 'Lưu tệp', exact: true }).press('Enter'),
  )
  expect(saved.name).toBe('Bieu-01_2024-10-22.xlsx')
  await expect(columns).toBeHidden()

  // A list that holds products already is filled only once their rows may go.
  await pick(page, 'Điền vào tệp của tỉnh', new Uint8Array(saved.bytes))
  const save = columns.getByRole('button', { name: 'Điền và lưu tệp' })
  await expect(save).toBeDisabled()
  await columns.getByRole('checkbox', { name: /^Danh mục đang có \d+ dòng sản phẩm/ }).press('Space')
  await expect(save).toBeEnabled()
  await page.keyboard.press('Escape')

  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(saved.bytes).buffer)
  const cell = workbook.getWorksheet('Biểu 01')?.getCell('B7')
  if (cell === undefined) throw new Error('the filled sheet is missing')
  const before = cell.text
  cell.value = `${before} (tỉnh sửa)`
  await pick(page, 'Nhận lại tệp tỉnh trả', new Uint8Array(await workbook.xlsx.writeBuffer()))
  const differences = page.getByRole('dialog', { name: 'Cấp trên đã sửa những gì?' })
  await expect(differences.getByRole('status')).toHaveText('1 chỗ khác với hồ sơ')
  await expect(differences.getByRole('row').nth(1)).toContainText(`${before} (tỉnh sửa)`)
  await expectAccessible(page)
  await differences.getByRole('checkbox').press('Space')
  await differences.getByRole('button', { name: 'Nhận 1 sửa đổi' }).press('Enter')
  await expect(differences.getByRole('status')).toHaveText('Đã nhận sửa đổi của 1 sản phẩm.')
  await page.keyboard.press('Escape')

  await page.evaluate(() => void (location.hash = '/products'))
  await expect(page.getByText(`${before} (tỉnh sửa)`)).toBeVisible()
})

test('what is odd in a province’s own workbook is told or asked before it is filled', async ({ page, host }) => {
  test.slow()
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.evaluate(() => void (location.hash = '/sessions/1/documents'))
  await independentSteps({
    'a workbook with macros and links of its own is filled, and what it has is told before': async () => {
      await pick(page, 'Điền vào tệp của tỉnh', activeProvinceList().bytes, 'Bieu-01.xlsm')
      const columns = page.getByRole('dialog', { name: 'Mỗi cột của tệp ghi nội dung gì?' })
      const notice = columns.getByRole('note')
      await expect(notice).toContainText('Tệp có macro (xl/vbaProject.bin), liên kết ngoài')
      await expect(notice).toContainText('chương trình giữ nguyên và không chạy')
      await expectAccessible(page)
      await columns.getByRole('button', { name: 'Điền và lưu tệp' }).press('Enter')
      const saved = await saveDocument(host, () =>
        page.getByRole('button', { name: 'Lưu tệp', exact: true }).press('Enter'),
      )
      expect(saved.name).toBe('Bieu-01_2024-10-22.xlsm')
    },
    'a list with groups asks where products of no group go': async () => {
      const rows = [
        sheetRow(2, ['STT', 'Tên sản phẩm', 'Mã số sản phẩm', 'Điểm trung bình', 'Tỷ lệ'], { style: 1 }),
        sheetRow(3, ['I', 'Nhóm thực phẩm', '', '=SUM(D4:D4)', '']),
        sheetRow(4, ['', '', '', '', '']),
        sheetRow(5, ['II', 'Nhóm khác', '', '=SUM(D6:D6)', '']),
        sheetRow(6, ['', '', '', '', '']),
        sheetRow(7, ['', 'Tổng cộng', '', '=D3+D5', '']),
      ]
      await pick(page, 'Điền vào tệp của tỉnh', provinceListOf(rows, { after: '' }))
      const columns = page.getByRole('dialog', { name: 'Mỗi cột của tệp ghi nội dung gì?' })
      const save = columns.getByRole('button', { name: 'Điền và lưu tệp' })
      await save.click()
      await expect(columns.getByRole('alert')).toContainText(
        'không có đúng một dòng nhóm ứng với sản phẩm SB-07, SB-08, SB-12',
      )
      await columns.getByLabel(/Sản phẩm không rõ nhóm/).selectOption({ label: 'Dòng 5: II Nhóm khác' })
      await expectAccessible(page)
      const saved = await saveDocument(host, () => save.click())
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(new Uint8Array(saved.bytes).buffer)
      const sheet = workbook.getWorksheet('Biểu 01')
      expect([4, 5, 7, 8, 9].map((row) => sheet?.getCell(row, 3).text)).toEqual([
        'SB-01',
        'SB-02',
        'SB-07',
        'SB-08',
        'SB-12',
      ])
      expect([3, 6, 10].map((row) => sheet?.getCell(row, 4).formula)).toEqual(['SUM(D4:D5)', 'SUM(D7:D9)', 'D3+D6'])
    },
    'what the rows move or part, and formulas that do not follow them, are told before the file is saved': async () => {
      const rows = [
        sheetRow(2, ['STT', 'Tên sản phẩm', 'Mã số sản phẩm', 'Điểm trung bình', 'Tỷ lệ'], { style: 1 }),
        ...[3, 4].map((row) => sheetRow(row, ['', '', '', '', ''])),
        sheetRow(5, ['', 'Tổng cộng', '', '=SUM(D3:D4)', '=SUM(INDIRECT("D3:D4"))']),
      ]
      const after = '<mergeCells count="2"><mergeCell ref="B3:B4"/><mergeCell ref="A7:C7"/></mergeCells>'
      await pick(page, 'Điền vào tệp của tỉnh', provinceListOf(rows, { after }))
      await page.getByRole('button', { name: 'Điền và lưu tệp' }).press('Enter')
      const notes = page.getByRole('dialog', { name: 'Trước khi lưu tệp, xin lưu ý' })
      await expect(notes.getByRole('listitem')).toHaveText([
        /^Ô gộp B3:B4 .* được tách ra/,
        /^Ô gộp A7:C7 chuyển xuống/,
        /^Công thức ở Biểu 01!E5 viết địa chỉ ô trong dấu ngoặc kép .* chương trình giữ nguyên/,
      ])
      await expectAccessible(page)
      // Nothing is saved before it is read.
      await notes.getByRole('button', { name: 'Quay lại' }).press('Enter')
      await page.getByRole('button', { name: 'Điền và lưu tệp' }).press('Enter')
      const saved = await saveDocument(host, () => notes.getByRole('button', { name: 'Lưu tệp' }).press('Enter'))
      expect(saved.name).toBe('Bieu-01_2024-10-22.xlsx')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
  })
})

async function pick(page: Page, button: string, bytes: Uint8Array, name = 'Bieu-01.xlsx'): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ])
  await chooser.setFiles({ name, mimeType: workbookType, buffer: Buffer.from(bytes) })
}
