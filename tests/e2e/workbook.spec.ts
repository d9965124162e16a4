import { join } from 'node:path'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import type { AppHost } from './hosts/app-host.ts'
import { oddSheet, oddWorkbook } from '../fixtures/odd-workbook.ts'
import { independentSteps } from './independent-steps.ts'
import { createFile, openSample } from './open-file.ts'
import { saveDocument, type SavedDocument } from './save-document.ts'

const sample = join(import.meta.dirname, '../../resources/samples/district-2024.xlsx')
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test(
  'a workbook shows what it holds before anything is written, and lands on its session',
  { tag: '@browser' },
  async ({ page }) => {
    await createFile(page)
    await page.getByRole('link', { name: 'Nhập từ tệp Excel' }).click()
    await expectAccessible(page)
    await page.setInputFiles('input[type=file]', sample)
    await expect(page.getByText('Không có lỗi: nhập được toàn bộ.')).toBeVisible()
    const facts = page.getByLabel('Nội dung tệp Excel')
    for (const fact of ['Suối Bạc', 'QĐ 148', '22/10/2024', '87, đủ tiêu chí: 87'])
      await expect(facts).toContainText(fact)
    await expectAccessible(page)
    await expectNothingWritten(page)

    await page.setInputFiles('input[type=file]', sample)
    await expect(page.getByRole('button', { name: 'Nhập', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/sessions\/\d+$/)
    await page.keyboard.press('Alt+2')
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(13)
  },
)

test('text in an old encoding is shown with its Unicode and taken over by one click; signs that cannot be printed are named', async ({
  page,
}) => {
  await createFile(page)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(sample)
  const products = workbook.getWorksheet('Sản phẩm')
  if (products === undefined) throw new Error('the sample has no products')
  products.getCell('B2').value = 'ChÌ bóp tÝm §åi S\u00ad¬ng'
  products.getCell('B3').value = 'Rượu nếp ★'
  const file = { name: 'phien.xlsx', mimeType: workbookType, buffer: Buffer.from(await workbook.xlsx.writeBuffer()) }
  await page.evaluate(() => void (location.hash = '#/sessions/import'))
  await page.setInputFiles('input[type=file]', file)
  await expect(page.getByText('1 ô có chữ theo bảng mã cũ', { exact: false })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Lỗi của tệp Excel' })).toContainText('Unicode: “Chè búp tím Đồi Sương”')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Đổi sang Unicode' }).click()
  await expect(page.getByText('Không có lỗi: nhập được toàn bộ.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Lưu ý về tệp Excel' })).toContainText('không in được ký hiệu ★')
  await page.getByRole('button', { name: 'Nhập', exact: true }).click()
  await expect(page).toHaveURL(/#\/sessions\/\d+$/)
  await expect(page.getByText('Chè búp tím Đồi Sương').first()).toBeVisible()
  await page.evaluate(() => void (location.hash = '#/sessions/1/documents'))
  await expect(page.getByRole('note').filter({ hasText: 'không có ký hiệu ★' })).toContainText('Rượu nếp ★')
  await expectAccessible(page)
  await page.evaluate(() => void (location.hash = '#/sessions/import'))
  await page.setInputFiles('input[type=file]', file)
  await page.getByRole('button', { name: 'Giữ nguyên như trong tệp' }).click()
  await page.getByRole('link', { name: 'Mở phiên họp đã có' }).click()
  await expect(page).toHaveURL(/#\/sessions\/1$/)
})

test('what cannot be imported is refused with its reason and place, and writes nothing', async ({ page }) => {
  await createFile(page)
  await independentSteps({
    'a file that is no workbook says so': async () => {
      await page.evaluate(() => void (location.hash = '#/sessions/import'))
      const file = { name: 'ghi-chu.xlsx', mimeType: workbookType, buffer: Buffer.from('không phải tệp Excel') }
      await page.setInputFiles('input[type=file]', file)
      await expect(page.getByRole('alert')).toContainText('Có 1 lỗi nên chưa nhập được.')
      await expect(page.getByRole('cell', { name: 'Cả tệp' })).toBeVisible()
    },
    'a file that is too large, or holds too much of one thing, says which, where and what is allowed': async () => {
      await page.evaluate(() => void (location.hash = '#/sessions/import'))
      await page.setInputFiles('input[type=file]', pickedFile(Buffer.alloc(25 * 1024 * 1024)))
      await expect(page.getByText('Tệp này quá lớn. Chỉ nhận tệp không quá 24 MB.')).toBeVisible()
      const format = `<numFmt numFmtId="200" formatCode="${'['.repeat(200_000)}"/>`
      const frozen = oddWorkbook(oddSheet(''), {
        'xl/styles.xml': `<styleSheet><numFmts>${format}</numFmts></styleSheet>`,
      })
      await page.setInputFiles('input[type=file]', pickedFile(Buffer.from(frozen)))
      await expect(page.getByText('Có định dạng số quá dài (kiểu ô, định dạng 200).')).toBeVisible()
      await expect(page.getByText('Không quá 1.000 ký tự một định dạng')).toBeVisible()
      await expectNothingWritten(page)
    },
    'a faulty workbook names the cell of every fault, with what is allowed, and writes nothing': async () => {
      await page.evaluate(() => void (location.hash = '#/sessions/import'))
      await page.setInputFiles('input[type=file]', await faultyWorkbook())
      await expect(page.getByRole('alert')).toContainText('Có 4 lỗi nên chưa nhập được. Chưa có nội dung nào được ghi.')
      const rows = page.getByRole('table', { name: 'Lỗi của tệp Excel' }).getByRole('row')
      await expect(rows).toHaveCount(5)
      const cells = async (place: number) =>
        (await rows.nth(place).getByRole('cell').allInnerTexts()).map((s) => s.trim())
      const found = await Promise.all([1, 2, 3, 4].map(cells))
      expect(found.map(([sheet, row, column, , value]) => [sheet, row, column, value])).toEqual([
        ['Thành viên', '4', 'Vai trò (E)', 'Khách mời'],
        ['Sản phẩm', '3', 'Bộ sản phẩm (G)', '27'],
        ['Điểm', '2', 'TV01 (F)', '99'],
        ['Điểm', '3', 'TV02 (G)', '1.000'],
      ])
      for (const [, , , message, , allowed] of found) {
        expect(message).toMatch(/\.$/)
        expect(allowed).not.toBe('')
      }
      await expect(page.getByRole('button', { name: 'Nhập', exact: true })).toHaveCount(0)
      await expectAccessible(page)
      // At 200 % the table scrolls within itself, by the keyboard too.
      await page.setViewportSize({ width: 683, height: 384 })
      await page.getByRole('region', { name: 'Lỗi của tệp Excel' }).focus()
      await expectAccessible(page)
      await expectNothingWritten(page)
    },
  })
})

const pickedFile = (buffer: Buffer) => ({ name: 'Sổ.xlsx', mimeType: workbookType, buffer })

test('an exported session comes back as the same session, and without points as the same session unscored', async ({
  page,
  host,
}) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.evaluate(() => void (location.hash = '#/sessions/1/facts'))
  const filled = await saveDocument(host, () => page.getByText('Xuất Excel có điểm').click())
  const blank = await saveDocument(host, () => page.getByText('Xuất Excel để trống điểm').click())
  expect(filled.name).toBe('Phieu-diem_2024-10-22.xlsx')

  await importFile(page, filled)
  await expect(page).toHaveURL(/#\/sessions\/2$/)
  const again = await exportFilled(host, 2)
  expect(await cellsOf(await readSaved(again))).toEqual(await cellsOf(await readSaved(filled)))
  const first = await meansOf(page, 1)
  expect(first.length).toBe(12)
  expect(await meansOf(page, 2)).toEqual(first)

  await page.evaluate(() => void (location.hash = '#/sessions/import'))
  await page.setInputFiles('input[type=file]', asUpload(blank))
  await expect(page.getByText('Phiên họp này đã có trong tệp đang mở: đợt', { exact: false })).toBeVisible()
  await expect(page.getByLabel('Nội dung tệp Excel')).toContainText('0, đủ tiêu chí: 0')
})

test('a blank workbook is handed out before there is any session', async ({ page, host }) => {
  await createFile(page)
  await page.keyboard.press('Alt+4')
  await page.getByRole('button', { name: 'Tải tệp Excel trống' }).click()
  const blank = await saveDocument(host, () => page.getByRole('menuitem', { name: 'QĐ 26/2026' }).click())
  const book = await readSaved(blank)
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Phiên họp',
    'Thành viên',
    'Sản phẩm',
    'Điểm',
    'Mức thống nhất',
  ])
  expect(book.getWorksheet('Phiên họp')?.getCell('B1').text).toBe('qd-26-2026')
})

/** The bundled sample with one fault in each of four cells. */
async function faultyWorkbook() {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(sample)
  const set = (sheet: string, row: number, column: string, value: string | number) => {
    const head = book.getWorksheet(sheet)?.getRow(1)
    head?.eachCell((cell, number) => {
      if (cell.text === column) book.getWorksheet(sheet)!.getCell(row, number).value = value
    })
  }
  set('Thành viên', 4, 'Vai trò', 'Khách mời')
  set('Sản phẩm', 3, 'Bộ sản phẩm', 27)
  set('Điểm', 2, 'TV01', 99)
  set('Điểm', 3, 'TV02', '1.000')
  return { name: 'sai.xlsx', mimeType: workbookType, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

async function expectNothingWritten(page: Page): Promise<void> {
  await page.keyboard.press('Alt+8')
  await expect(page.getByText('Tất cả 1 sự kiện')).toBeVisible()
  await page.evaluate(() => void (location.hash = '#/sessions/import'))
  await expect(page.getByRole('button', { name: /^Chọn tệp/ })).toBeVisible()
}

async function importFile(page: Page, saved: SavedDocument): Promise<void> {
  await page.evaluate(() => void (location.hash = '#/sessions/import'))
  await page.setInputFiles('input[type=file]', asUpload(saved))
  await page.getByRole('button', { name: 'Nhập', exact: true }).click()
}

async function exportFilled(host: AppHost, sessionId: number): Promise<SavedDocument> {
  const { page } = host
  await page.evaluate((id) => void (location.hash = `#/sessions/${id}/facts`), sessionId)
  return saveDocument(host, () => page.getByText('Xuất Excel có điểm').click())
}

const asUpload = ({ name, bytes }: SavedDocument) => ({ name, mimeType: workbookType, buffer: bytes })

async function readSaved({ bytes }: SavedDocument): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return book
}

/** Every cell's text by sheet. */
const cellsOf = async (book: ExcelJS.Workbook) =>
  book.worksheets.map((sheet) => {
    const cells: string[] = []
    sheet.eachRow((row) => row.eachCell((cell) => cells.push(`${cell.address} ${cell.text}`)))
    return { sheet: sheet.name, cells }
  })

/** The rows of the results screen as they read. */
async function meansOf(page: Page, sessionId: number): Promise<readonly string[]> {
  const table = page.getByRole('table', { name: 'Kết quả từng sản phẩm' })
  // Away from any results first: those of another session look alike.
  await page.evaluate(() => void (location.hash = '#/settings'))
  await expect(table).toHaveCount(0)
  await page.evaluate((id) => void (location.hash = `#/sessions/${id}/results`), sessionId)
  const rows = table.locator('tbody > tr')
  await expect(rows.first()).toBeVisible()
  return rows.allInnerTexts()
}
