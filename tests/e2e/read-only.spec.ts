import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { openSample } from './open-file.ts'

test('a file that is only read offers nothing that would be refused', async ({ page, dataFolder }) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  const client = await hostClient(page)
  const add = page.getByRole('link', { name: 'Lập phiên họp' })
  await expect(add).toBeVisible()
  await client.workspace.close()
  const mark = join(dataFolder, '~$Phiên mẫu cấp huyện 2024.ocop')
  writeFileSync(mark, '{"token": "x", "mach')
  await page.getByRole('button', { name: /^Phiên mẫu cấp huyện 2024/ }).click()
  const bar = page.getByRole('note').filter({ hasText: '“~$Phiên mẫu cấp huyện 2024.ocop”' })
  await expect(bar).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
  await expect(add).toHaveCount(0)
  await page.keyboard.press('Alt+7')
  await expect(page.getByText('Tệp này chỉ xem được', { exact: true })).toBeVisible()

  await bar.getByRole('button', { name: 'Tiếp quản để ghi' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tiếp quản tệp mà không rõ ai đang mở?' })
  await dialog.getByRole('button', { name: 'Tiếp quản để ghi' }).click()
  await expect(bar).toHaveCount(0)
  await page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
  await expect(add).toBeVisible()
})
