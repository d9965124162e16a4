import { copyFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Page } from '@playwright/test'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { breakSaving } from './break-saving.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import type { Shell } from './hosts/app-host.ts'
import { createFile, openSample } from './open-file.ts'

// A file handed over by the system while the window runs: by double click, dragged on the icon, on macOS as an event.

/** A second start of the program with that file on its command line, from the folder where the file lies. */
const startAgain = (shell: Shell, path: string) =>
  shell.evaluate(
    ({ app }, { name, folder }) => {
      app.emit('second-instance', {}, ['electron', app.getAppPath(), name], folder, null)
    },
    { name: basename(path), folder: dirname(path) },
  )

const openEvent = (shell: Shell, path: string) =>
  shell.evaluate(({ app }, file) => void app.emit('open-file', { preventDefault: () => {} }, file), path)

/** Makes a file through the window's dialog, and answers where it went. */
async function makeFile({ page, shell }: { page: Page; shell: Shell }, name: string): Promise<string> {
  await createFile(page, name)
  const documents = await shell.evaluate(({ app }) => app.getPath('documents'), null)
  return `${documents}/${name}.ocop`
}

const fileName = (page: Page) => page.getByRole('banner').getByRole('button', { name: /Tệp đang mở/ })

test('a file handed over is opened in place of the open one', async ({ page, host }) => {
  test.skip(host.shell === null, 'a browser is handed no files')
  const shell = host.shell as Shell
  const path = await makeFile({ page, shell }, 'Hội đồng tỉnh')
  const client = await hostClient(page)
  await client.workspace.close()
  await openSample(page, 'Cấp huyện, năm 2024')
  // What was typed in a drawer is not lost with the file that it was typed in, unless the person says so.
  await page.evaluate(() => void (location.hash = '#/communes'))
  await expect(page.getByRole('heading', { name: 'Xã cũ nay thuộc xã nào?' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog', { name: 'Thêm xã cũ và xã mới' })
  await form.getByLabel('Huyện cũ').fill('Phù Mỹ')
  const asked = page.getByRole('dialog', { name: 'Bỏ nội dung đã nhập?' })
  await startAgain(shell, path)
  await expect(asked).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await expect(form.getByLabel('Huyện cũ')).toHaveValue('Phù Mỹ')
  expect((await client.workspace.status()).open?.name).toBe('Phiên mẫu cấp huyện 2024')
  await startAgain(shell, path)
  await asked.getByRole('button', { name: 'Bỏ nội dung' }).click()
  await expect(fileName(page)).toContainText('Hội đồng tỉnh')
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
  // From the start screen as well.
  await client.workspace.close()
  await expect(page.getByRole('heading', { name: 'Làm việc với tệp nào?' })).toBeVisible()
  await openEvent(shell, path)
  await expect(fileName(page)).toContainText('Hội đồng tỉnh')
  // The one that is open already changes nothing.
  await page.keyboard.press('Alt+2')
  await openEvent(shell, path)
  await startAgain(shell, `${path}x`)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Không tìm thấy tệp này')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await client.workspace.status()).open?.name).toBe('Hội đồng tỉnh')
})

test('while a meeting room is on, the person is asked before it ends', async ({ page, host }) => {
  test.skip(host.shell === null, 'a browser is handed no files')
  const shell = host.shell as Shell
  const path = await makeFile({ page, shell }, 'Hội đồng tỉnh')
  const client = await hostClient(page)
  await client.workspace.close()
  await openSample(page, 'Cấp huyện, năm 2024')
  await client.room.switchOn({ sessionId: 1, address: '127.0.0.1' })
  await startAgain(shell, path)
  const dialog = page.getByRole('dialog', { name: 'Mở tệp Hội đồng tỉnh?' })
  await expect(dialog).toContainText('Phòng họp đang bật')
  // Whoever presses Enter for the ballot below changes nothing.
  await expect(dialog.getByRole('button', { name: 'Hủy' })).toBeFocused()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Hủy' }).click()
  await expect(dialog).toHaveCount(0)
  expect((await client.room.status()).open).not.toBeNull()
  await startAgain(shell, path)
  await dialog.getByRole('button', { name: 'Đóng tệp hiện tại và mở tệp này' }).click()
  await expect(fileName(page)).toContainText('Hội đồng tỉnh')
  expect((await client.room.status()).open).toBeNull()
})

test('while keys cannot be saved, the person is asked before they go', async ({ page, host }) => {
  test.skip(host.shell === null, 'a browser is handed no files')
  const shell = host.shell as Shell
  const path = await makeFile({ page, shell }, 'Hội đồng tỉnh')
  const client = await hostClient(page)
  await client.workspace.close()
  await openSample(page, 'Cấp huyện, năm 2024')
  const board = await client.ballots.board({ sessionId: 1 })
  const { agendaItemId = 0, cells = [] } = board[0] ?? {}
  const memberId = cells[0]?.memberId ?? 0
  await actsOf(client).reopen({ agendaItemId, memberId, reason: 'Sửa điểm' })
  await page.evaluate(
    (at) => void (location.hash = `#/sessions/1/scoring?item=${at.agendaItemId}&member=${at.memberId}`),
    { agendaItemId, memberId },
  )
  await expect(page.getByTestId('confirm-line')).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.getByTestId('current-criterion')).toBeVisible()
  const repair = await breakSaving(shell, 'Phiên mẫu cấp huyện 2024.ocop')
  await page.keyboard.press('0')
  await expect(page.getByRole('alert')).toContainText('Chưa lưu được', { timeout: 30_000 })
  await startAgain(shell, path)
  const dialog = page.getByRole('dialog', { name: 'Mở tệp Hội đồng tỉnh?' })
  await expect(dialog).toContainText('còn nội dung chưa lưu được')
  await repair()
  await dialog.getByRole('button', { name: 'Hủy' }).click()
  await expect(dialog).toHaveCount(0)
  expect((await client.workspace.status()).open?.name).toBe('Phiên mẫu cấp huyện 2024')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('an older copy handed over is opened only where the person says so', async ({ page, host, dataFolder }) => {
  test.skip(host.shell === null, 'a browser is handed no files')
  const shell = host.shell as Shell
  const path = await makeFile({ page, shell }, 'Hội đồng tỉnh')
  const client = await hostClient(page)
  await client.workspace.close()
  const copy = `${dataFolder}/Bản trên USB.ocop`
  copyFileSync(path, copy)
  await expect(page.getByRole('button', { name: /^Hội đồng tỉnh/ }).first()).toBeVisible()
  const { id = '' } = (await client.workspace.list()).find(({ location }) => location === dirname(path)) ?? {}
  await client.workspace.open({ id })
  await client.councils.save({
    fields: {
      name: 'Hội đồng OCOP cấp tỉnh',
      level: 'province',
      province: 'Phú Thọ',
      district: '',
      foundingDecisionNumber: '',
      foundingDecisionDate: '',
      regulationNumber: '',
      regulation: usualRegulation,
    },
  })
  await expect(fileName(page)).toContainText('Hội đồng tỉnh')

  await startAgain(shell, copy)
  const dialog = page.getByRole('dialog', { name: 'Tệp này là bản cũ hơn' })
  await expect(dialog).toContainText(
    /Tệp “Bản trên USB\.ocop” là bản cũ hơn của tệp “Hội đồng tỉnh\.ocop”: thiếu \d+ thay đổi, lần cuối lúc/,
  )
  await expect(dialog.getByRole('button', { name: 'Hủy' })).toBeFocused()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Mở bản mới hơn' }).click()
  await expect(dialog).toHaveCount(0)
  // The open one is the newer: that the choice was carried out shows by what is handed over no more.
  await expect.poll(async () => (await client.workspace.status()).handed).toBeNull()
  expect((await client.workspace.status()).open?.id).toBe(id)
  await client.workspace.close()
  await expect(page.getByRole('heading', { name: 'Làm việc với tệp nào?' })).toBeVisible()
  await startAgain(shell, copy)
  await dialog.getByRole('button', { name: 'Vẫn mở tệp này' }).click()
  await expect(fileName(page)).toContainText('Hội đồng tỉnh')
  expect((await client.workspace.status()).open).toMatchObject({ location: dataFolder, isMoved: false })
})
