import { expect, test } from './fixtures.ts'
import { openSample } from './open-file.ts'

test('a file is backed up, restored, the restore undone, and restored again with no file open', async ({ page }) => {
  test.slow()
  await openSample(page, 'Cấp tỉnh, năm 2026')
  await page.getByRole('link', { name: 'Thiết lập' }).click()
  await page.getByRole('link', { name: 'Xem các bản sao lưu' }).click()
  await expect(page.getByRole('heading', { name: 'Tệp đã được sao lưu chưa?' })).toBeVisible()
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Theo yêu cầu')
  if (process.env['OCOP_SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['OCOP_SHOTS']}/list.png` })

  await page.getByRole('button', { name: 'Khôi phục…' }).click()
  await expect(page.getByText('Tệp hiện tại không có thay đổi nào sau bản này.')).toBeVisible()
  if (process.env['OCOP_SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['OCOP_SHOTS']}/ask.png` })
  await page.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Hoàn tác lần khôi phục' })).toBeVisible()
  await page.keyboard.press('Alt+z')
  await page.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('button', { name: /Phiên mẫu cấp tỉnh 2026/ }).click()
  await page.getByRole('menuitem', { name: 'Đóng tệp' }).click()
  await page.getByRole('link', { name: 'Khôi phục từ bản sao lưu…' }).click()
  await expect(rows.filter({ hasText: 'Theo yêu cầu' })).toHaveCount(1)
  if (process.env['OCOP_SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['OCOP_SHOTS']}/start.png` })
  await page.getByRole('button', { name: 'Khôi phục…' }).first().click()
  await page.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await expect(page.getByRole('button', { name: 'Sao lưu ngay' })).toBeVisible()
})
