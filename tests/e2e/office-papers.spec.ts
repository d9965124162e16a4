import { expectAccessible } from '../helpers/expect-accessible.ts'
import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

// A paper of the office from the address that other screens open to its number, its being sent and taken back.

const rows = [
  ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định'],
  ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong', 4, 74.5, '3163/QĐ-UBND', dateCell('2019-12-30')],
  ['Mật ong hoa rừng', 'HTX Mường Bi', 'xã Phong Phú', 'Tân Lạc', 3, 61, '2935/QĐ-UBND', dateCell('2020-12-22')],
]

test('a list of the office is looked at, numbered, sent and taken back', async ({ page }) => {
  await createFile(page)
  const client = await hostClient(page)
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })

  const papers = [{ kind: 'lapsing-list', years: [2022, 2023], asOf: '2026-11-20' }]
  await page.evaluate((asked) => {
    location.hash = `#/papers?papers=${encodeURIComponent(JSON.stringify(asked))}`
  }, papers)
  await expect(page.getByText('Chưa khai báo cơ quan ban hành văn bản.')).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByLabel('Tỉnh, thành phố')).toBeFocused()
  await page.keyboard.type('tỉnh Phú Thọ')
  await page.getByLabel('Tên cơ quan').fill('Văn phòng Điều phối nông thôn mới')
  await page.getByLabel('Chữ viết tắt').fill('VPĐP')
  await page.keyboard.press('Enter')

  await expect(page.getByTestId('preview').getByText('Trang 1/3')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lấy số' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Ký hiệu')).toHaveValue('TB-VPĐP')
  await expect(dialog.getByLabel('Số', { exact: true })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('12')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lấy số' }).click()
  const numbers = page.getByTestId('paper-numbers')
  await expect(numbers.getByText('12/TB-VPĐP')).toBeVisible()
  await numbers.getByRole('button', { name: 'Ghi đã gửi' }).click()
  await expect(numbers.getByLabel('Ngày gửi')).toBeFocused()
  await numbers.getByRole('button', { name: /^Ghi đã gửi \d+ văn bản$/ }).click()
  await expect(numbers.getByText(/Đã gửi ngày/)).toBeVisible()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').locator('input')).toBeFocused()
  await page.keyboard.type('van ban cua co quan')
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: 'Văn bản đã lấy số' })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('combobox')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectAccessible(page)
  await table.getByRole('link', { name: 'Mở 12/TB-VPĐP' }).click()
  await numbers.getByRole('button', { name: 'Hủy số' }).click()
  await page.getByRole('dialog').getByLabel('Lý do').fill('Ghi nhầm ngày')
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy số' }).click()
  await expect(numbers.getByText('Chưa lấy số')).toBeVisible()
  const [entry] = await client.officePapers.list({})
  expect(entry?.entry.void?.reason).toBe('Ghi nhầm ngày')
})
