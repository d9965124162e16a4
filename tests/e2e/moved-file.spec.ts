import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { reopenFirstBallot } from './first-ballot.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { openSample } from './open-file.ts'
import { answerSaveDialogs } from './save-document.ts'

// The open file goes away under the application.

test.skip(process.platform === 'win32', 'Windows lets nobody move a file that is open')

test('a file deleted while open stops the window, and all of it with the keys that waited is saved elsewhere', async ({
  page,
  host,
  dataFolder,
}) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  await reopenFirstBallot(page)
  const client = await hostClient(page)
  const { id } = (await client.workspace.status()).open ?? {}
  const saved = page.getByTestId('saved')
  await page.keyboard.press('Delete')
  await expect(saved).toHaveText(/^Đã lưu \d\d:\d\d:\d\d$/)
  rmSync(join(dataFolder, 'Phiên mẫu cấp tỉnh 2026.ocop'))
  await page.keyboard.press('1')
  const dialog = page.getByRole('dialog', { name: 'Tệp Phiên mẫu cấp tỉnh 2026 không còn ở chỗ cũ' })
  await expect(dialog).toContainText('điểm vừa nhập đang chờ, chưa mất')
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  const folder = join(dataFolder, 'nơi khác')
  mkdirSync(folder)
  if (host.shell !== null) await answerSaveDialogs(host.shell, folder)
  await dialog.getByRole('button', { name: 'Lưu toàn bộ dữ liệu ra tệp khác' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(saved).toHaveText(/^Đã lưu \d\d:\d\d:\d\d$/, { timeout: 20_000 })
  // The same record, under another name, with the key that waited and the one before it.
  expect((await client.workspace.status()).open).toMatchObject({ id, isMoved: false })
  const events = await client.audit.list({ limit: 3 })
  expect(events.map(({ command }) => command)).toEqual(['ballots.choose', 'ballots.choose', 'ballots.reopen'])
  expect((await client.workspace.checkIntegrity()).isIntact).toBe(true)
})

test('a file that comes back lets the window go on by itself', async ({ page, dataFolder }) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  await reopenFirstBallot(page)
  const path = join(dataFolder, 'Phiên mẫu cấp tỉnh 2026.ocop')
  renameSync(path, `${path}.khác`)
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: /không còn ở chỗ cũ/ })
  await expect(dialog).toBeVisible()
  renameSync(`${path}.khác`, path)
  await expect(dialog).toHaveCount(0)
  await expect(page.getByTestId('saved')).toHaveText(/^Đã lưu \d\d:\d\d:\d\d$/, { timeout: 20_000 })
  expect(existsSync(`${path}-journal`)).toBe(true)
})
