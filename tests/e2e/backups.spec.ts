import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
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

test('with no file open, a record kept by passwords is taken and put back with the password of its secretary', async ({
  page,
}) => {
  test.slow()
  const client = await hostClient(page)
  await client.workspace.create({ name: 'Tệp có mật khẩu' })
  const { id } = await client.people.save({ name: 'Tổ trưởng tổ thư ký', role: 'secretary' })
  const password = 'mật khẩu thư ký'
  await client.people.setPassword({ id, password })
  await client.backups.make()
  await client.people.lock()
  await client.workspace.close()
  await page.reload()
  await page.getByRole('link', { name: 'Khôi phục từ bản sao lưu…' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Tệp có mật khẩu' }).filter({ hasText: 'Theo yêu cầu' })
  const asked = page.getByRole('dialog').getByLabel('Mật khẩu đăng nhập của Thư ký')

  await row.getByRole('button', { name: 'Lưu ra…' }).click()
  await expect(asked).toBeFocused()
  if (process.env['OCOP_SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['OCOP_SHOTS']}/take.png` })
  await asked.fill('sai mật khẩu')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Mật khẩu không đúng')
  await asked.fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await row.getByRole('button', { name: 'Khôi phục…' }).click()
  await page.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await expect(asked).toBeVisible()
  await asked.fill(password)
  if (process.env['OCOP_SHOTS'] !== undefined) {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.screenshot({ path: `${process.env['OCOP_SHOTS']}/restore.png` })
  }
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('lock-screen')).toBeVisible()
})
