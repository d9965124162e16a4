import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { sampleProduct } from '../helpers/sample-council.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

const sample = join(import.meta.dirname, '../../resources/samples/district-2024.xlsx')
const pictures = process.env['OCOP_PICTURES']

test('what the file has already is asked about where it is typed, and keeps nobody from going on', async ({ page }) => {
  await createFile(page)
  const client = await hostClient(page)
  const honey = { ...sampleProduct(1), name: 'Mật ong hoa rừng', producerName: 'HTX Ong Mường' }
  await client.products.save({ fields: honey })
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('button', { name: 'Mật ong hoa rừng' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  const drawer = page.getByRole('dialog', { name: 'Thêm sản phẩm' })
  const told = drawer.getByLabel('Có thể đã có trong tệp')
  // The next code is proposed once the file was asked.
  await expect(drawer.getByLabel('Mã sản phẩm')).toHaveValue('SP2')
  await drawer.getByLabel('Mã sản phẩm').fill('25-07936-3-2026')
  await expect(drawer.getByText('Theo QĐ 26/2026: tỉnh Phú Thọ, xã 07936, số 3, năm 2026.')).toBeVisible()
  await drawer.getByLabel('Mã sản phẩm').fill('SP2')
  await expect(drawer.getByText('Không theo cách ghi (T)-(X)-(STT)-năm', { exact: false })).toBeVisible()
  await drawer.getByLabel('Tên sản phẩm').fill('mat ong hoa rung')
  await expect(told).toHaveCount(0)
  await drawer.getByRole('textbox', { name: 'Chủ thể', exact: true }).fill('Hợp tác xã Ong Mường')
  await expect(told).toContainText('Trùng với “Mật ong hoa rừng” của HTX Ong Mường?')
  await expect(told).toContainText('Có phải chủ thể “HTX Ong Mường” đã có trong tệp?')
  await expectAccessible(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/typed.png` })

  await told.getByRole('button', { name: 'Dùng chủ thể đó' }).click()
  await expect(drawer.getByRole('textbox', { name: 'Chủ thể', exact: true })).toHaveValue('HTX Ong Mường')
  await expect(told).not.toContainText('Có phải chủ thể')
  await told.getByRole('button', { name: 'Là sản phẩm khác' }).click()
  await expect(told).toHaveCount(0)
  await drawer.getByRole('combobox', { name: 'Bộ sản phẩm' }).fill('4.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(drawer.getByText('Đã thêm', { exact: false })).toBeVisible()

  await drawer.getByLabel('Tên sản phẩm').fill('Mật ong hoa rừng')
  await told.getByRole('button', { name: 'Dùng sản phẩm đó' }).first().click()
  const edited = page.getByRole('dialog', { name: 'SP1', exact: true })
  await expect(edited.getByLabel('Tên sản phẩm')).toHaveValue('Mật ong hoa rừng')
  await expect(edited.getByRole('button', { name: 'Xem sản phẩm đó' })).toBeVisible()
})

test('a workbook whose products the file may have is imported once each was said to be the same or another', async ({
  page,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(readFileSync(sample) as never)
  const cellsOf = (row: number) => (workbook.getWorksheet('Sản phẩm')?.getRow(row).values ?? []) as string[]
  const [first, second] = [cellsOf(2), cellsOf(3)]
  const known = { ...sampleProduct(1), commune: '', setNumber: null }
  await client.products.save({
    fields: { ...known, code: 'KHAC-1', name: first[2] ?? '', producerName: first[3] ?? '' },
  })
  await client.products.save({ fields: { ...known, code: second[1] ?? '', name: 'Sản phẩm đã có mã này' } })
  await page.evaluate(() => void (location.hash = '#/sessions/import'))
  await page.setInputFiles('input[type=file]', sample)
  const asked = page.getByRole('region', { name: 'Sản phẩm của tệp Excel bên sản phẩm đã có trong tệp' })
  await expect(asked).toContainText('2 sản phẩm có thể đã có trong tệp')
  await expect(asked.getByRole('row').nth(1)).toContainText('Cùng tên, khác mã')
  await expect(asked.getByRole('row').nth(2)).toContainText('Cùng mã, khác tên')
  await expect(page.getByRole('button', { name: 'Nhập', exact: true })).toBeDisabled()
  await expectAccessible(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/workbook.png` })
  await asked.getByRole('row').nth(1).getByText('Sản phẩm đã có').click()
  await expect(page.getByText('Cần trả lời 1 câu hỏi', { exact: false })).toBeVisible()
  await asked.getByRole('row').nth(2).getByText('Sản phẩm khác').click()
  await page.getByRole('button', { name: 'Nhập', exact: true }).click()
  await expect(page).toHaveURL(/#\/sessions\/\d+$/)
  const { total } = await client.products.list({ limit: 1, offset: 0 })
  expect(total).toBe(13)
})
