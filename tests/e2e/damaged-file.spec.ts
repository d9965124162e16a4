import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { damageFile } from './damage-file.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { openSample } from './open-file.ts'
import { answerSaveDialogs } from './save-document.ts'

test('a damaged file is read as far as it can be, says what is lost, and is saved as a new one', async ({
  page,
  host,
  dataFolder,
}) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  await client.workspace.close()
  const before = damageFile(join(dataFolder, 'Phiên mẫu cấp tỉnh 2026.ocop'))
  await page.getByRole('button', { name: /Phiên mẫu cấp tỉnh 2026/ }).click()
  const bar = page.getByRole('note').filter({ hasText: 'Tệp này bị hỏng' })
  await expect(bar).toContainText(/phần còn đọc được: [\d.]+ trong khoảng [\d.]+ dòng; mất: phiếu \d+, tên tệp\./)
  await expect(bar.getByRole('link', { name: 'Xem các bản sao lưu' })).toBeVisible()
  await expectAccessible(page)
  const folder = join(dataFolder, 'nơi khác')
  mkdirSync(folder)
  if (host.shell !== null) await answerSaveDialogs(host.shell, folder)
  await bar.getByRole('button', { name: 'Lưu phần đọc được thành tệp mới' }).click()
  await expect(bar).toHaveCount(0)
  expect((await client.workspace.status()).open).toMatchObject({ readOnly: null })
  const [event] = await client.audit.list({ limit: 1 })
  expect(event).toMatchObject({ command: 'workspace.saveReadable' })
  expect(readFileSync(join(dataFolder, 'Phiên mẫu cấp tỉnh 2026.ocop')).equals(before)).toBe(true)
})

test('a file that cannot be opened is refused with the way to its own backups', async ({ page, dataFolder }) => {
  const client = await hostClient(page)
  for (const name of ['Cấp huyện, năm 2024', 'Cấp tỉnh, năm 2026'] as const) {
    await openSample(page, name)
    await client.backups.make()
    await client.workspace.close()
  }
  const path = join(dataFolder, 'Phiên mẫu cấp tỉnh 2026.ocop')
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0, 100))
  await page.reload()
  await page.getByRole('button', { name: /^Phiên mẫu cấp tỉnh 2026/ }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Tệp này có \d+ bản sao lưu/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Xem và khôi phục' }).click()
  await expect(page.getByText('Phiên mẫu cấp tỉnh 2026').first()).toBeVisible()
  await expect(page.getByText('Phiên mẫu cấp huyện 2024')).toHaveCount(0)
})
