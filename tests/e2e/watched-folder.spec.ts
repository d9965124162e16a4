import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { hasPoppler, sayWhyLeftOut } from '../helpers/read-pdf.ts'
import { recordOf, scannedFiles, scannerOf, type ScannedFile } from '../helpers/scanned-pile.ts'
import { openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'

// A copier writes pages into a folder while the screen is open; the regulations allow clear ballots to be taken after a sample.

const asked = { members: 3, products: 3, rules: { ...usualRegulation, takesClearPaper: true } }

test('pages are read as the copier writes them, and clear ballots are taken at once after a sample', async ({
  page,
  host: { shell },
  dataFolder,
}) => {
  test.skip(shell === null, 'a browser watches no folder')
  if (!hasPoppler || shell === null) return sayWhyLeftOut()
  test.slow()
  const { keyboard } = page
  const client = await hostClient(page)
  const { sessionId } = await openSmallSession({ client: client as unknown as TestClient }, asked)
  const [first = [], ...others] = await scannedBallots()
  const folder = join(dataFolder, 'may-quet')
  mkdirSync(folder)
  // All at once, so that no look at the folder falls between them.
  const scan = (files: readonly ScannedFile[]) => {
    const paths = files.map(({ name }) => join(folder, name))
    for (const [at, { buffer }] of files.entries()) writeFileSync(`${paths[at]}.tmp`, buffer)
    for (const path of paths) renameSync(`${path}.tmp`, path)
  }
  const reading = page.getByTestId('reading')

  await test.step('a folder is chosen and waited at', async () => {
    await shell.evaluate(({ dialog }, path) => {
      Object.assign(dialog, { showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [path] }) })
    }, folder)
    await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/scoring`)
    await expect(page.getByTestId('board')).toBeVisible()
    await keyboard.press('q')
    await expect(page.getByText('Chưa có trang quét nào')).toBeVisible()
    await keyboard.press('Alt+m')
    await expect(reading).toContainText('đang chờ trang mới', { timeout: 150_000 })
    scan(first)
    await expect(chip(page, 'Sẵn sàng 1')).toBeVisible({ timeout: 150_000 })
    await expect(reading).toContainText('đang chờ trang mới')
  })

  await test.step('reading that is stopped leaves pages, and goes on from them', async () => {
    scan(others.flat())
    await expect(reading).toContainText(/Đã đọc [1-9]\d*\/32 trang/, { timeout: 150_000 })
    await reading.getByRole('button', { name: 'Dừng' }).press('Enter')
    await expect(page.getByText(/Còn \d+ trang chưa đọc/)).toBeVisible({ timeout: 150_000 })
    await page.getByRole('button', { name: 'Đọc tiếp' }).press('Enter')
    await expect(chip(page, 'Sẵn sàng 9')).toBeVisible({ timeout: 150_000 })
    await expect(reading).toBeHidden()
  })

  await test.step('a sample is drawn and looked at, and the rest is taken in one deed', async () => {
    await page.getByRole('button', { name: 'Rút phiếu để xem' }).press('Enter')
    await page.getByRole('button', { name: 'Xem phiếu được rút' }).press('Enter')
    for (let looked = 0; looked < 8; looked += 1) {
      await expect(page.getByText(`${looked + 1}/8`, { exact: true })).toBeVisible()
      await expect(page.getByTestId('paper-pages')).toHaveAttribute('data-seen', { timeout: 150_000 })
      await keyboard.press('Enter')
      await expect.poll(() => takenCount(client, sessionId)).toBe(looked + 1)
    }
    await page.getByRole('button', { name: 'Nhận 1 phiếu sẵn sàng' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Nhận 1 phiếu sẵn sàng' }).press('Enter')
    await expect(chip(page, 'Đã nhận 9')).toBeVisible()
  })
})

const chip = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Các nhóm phiếu' }).getByRole('button', { name })

type Client = Awaited<ReturnType<typeof hostClient>>

async function takenCount(client: Client, sessionId: number): Promise<number> {
  const { ballots } = await client.paperBallots.pile({ sessionId })
  return ballots.filter(({ state }) => state === 'taken').length
}

/** Nine clear ballots of four pages. */
async function scannedBallots(): Promise<readonly (readonly ScannedFile[])[]> {
  const record = await recordOf(async (client) => (await openSmallSession({ client }, asked)).sessionId)
  const scanner = scannerOf(record, 150)
  const ballots: (readonly ScannedFile[])[] = []
  for (const [item] of record.items.entries()) {
    for (const [member] of record.members.entries()) {
      const images = await scanner.ballot(item, member, scanner.choicesOf(item))
      ballots.push(scannedFiles(`SP${item + 1} TV${member + 1}`, images))
    }
  }
  return ballots
}
