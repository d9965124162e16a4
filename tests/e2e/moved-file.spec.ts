import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { reopenFirstBallot } from './first-ballot.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { openSample } from './open-file.ts'
import { enterSeat, openPhone, openSession, readCode, scoreNext, switchOn } from './room-phone.ts'
import { answerSaveDialogs, saveDocument } from './save-document.ts'

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

test('a meeting room goes on while its file is saved elsewhere, and what phones sent meanwhile is in it once', async ({
  page,
  host,
  dataFolder,
  chromium,
}) => {
  const { client, itemIds, memberIds } = await openSession(page)
  const { open } = await client.workspace.status()
  const link = await switchOn(page)
  const { phone, context, faults } = await openPhone(chromium, link)
  await enterSeat(phone, { seat: 1, code: await readCode(page, 'TV1') })
  await phone.getByText('SP1').first().click()
  await scoreNext(phone)
  const ballot = { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 }
  const answered = async () => {
    const { choices } = await client.ballots.get(ballot)
    return choices.filter((choice) => choice !== null).length
  }
  await expect.poll(answered).toBe(1)
  const name =
    readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).find((each) => each.endsWith('.ocop')) ?? ''
  rmSync(join(dataFolder, name))
  await scoreNext(phone)
  const dialog = page.getByRole('dialog', { name: /không còn ở chỗ cũ/ })
  await expect(dialog).toBeVisible()
  expect(await answered()).toBe(1)
  const folder = join(dataFolder, 'nơi khác')
  mkdirSync(folder)
  if (host.shell !== null) await answerSaveDialogs(host.shell, folder)
  await dialog.getByRole('button', { name: 'Lưu toàn bộ dữ liệu ra tệp khác' }).click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(answered).toBe(2)
  // By the same entry: no code is typed again.
  await scoreNext(phone)
  await expect.poll(answered).toBe(3)
  expect((await client.workspace.status()).open).toMatchObject({ id: open?.id, isMoved: false })
  const events = await client.audit.list({ limit: 4 })
  expect(events.filter(({ command }) => command === 'ballots.choose')).toHaveLength(3)
  expect(faults).toEqual([])
  await context.close()
})

test(
  'in a browser all of a file that was deleted while open is downloaded as well, and opens',
  { tag: '@browser-only' },
  async ({ page, host, dataFolder }) => {
    await openSample(page, 'Cấp huyện, năm 2024')
    const client = await hostClient(page)
    const { events } = await client.workspace.checkIntegrity()
    rmSync(join(dataFolder, 'Phiên mẫu cấp huyện 2024.ocop'))
    const dialog = page.getByRole('dialog', { name: /không còn ở chỗ cũ/ })
    await page.reload()
    await expect(dialog).toBeVisible()
    const { name, bytes } = await saveDocument(host, () =>
      dialog.getByRole('button', { name: 'Tải toàn bộ dữ liệu về' }).click(),
    )
    expect(name).toBe('Phiên mẫu cấp huyện 2024.ocop')
    await client.workspace.adopt({ file: new File([new Uint8Array(bytes)], name) })
    expect(await client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, events })
  },
)
