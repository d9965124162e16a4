import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { BallotChoices } from '../../shared/domain/scoring/types.ts'
import { hasPoppler, sayWhyLeftOut } from '../helpers/read-pdf.ts'
import { recordOf, scannedFiles, scannerOf } from '../helpers/scanned-pile.ts'
import { castFullBallot, openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'

// A pile from the office's scanner with every kind of trouble in it, worked off by the keyboard.

const small = { members: 3, products: 2 }

test('a pile of paper ballots is worked off by keyboard, and nothing of it is lost', async ({ page, dataFolder }) => {
  if (!hasPoppler) return sayWhyLeftOut()
  test.slow()
  const { keyboard } = page
  const client = await hostClient(page)
  const session = await openSmallSession({ client: client as unknown as TestClient }, small)
  const placeAt = (item: number, member: number) => ({
    agendaItemId: session.itemIds[item]!,
    memberId: session.memberIds[member]!,
  })
  // Keyed by hand before: the paper says otherwise in two criteria.
  await castFullBallot(client as unknown as TestClient, { ...placeAt(0, 1), zeros: [2, 9] })
  const { paths, best } = await scanPile(join(dataFolder, 'scanner'))
  const choicesAt = async (item: number, member: number): Promise<BallotChoices> =>
    (await client.ballots.get(placeAt(item, member))).choices
  const ballot = page.getByTestId('paper-ballot')

  await test.step('the files are read and put to their ballots', async () => {
    await page.evaluate((to) => void (location.hash = to), `/sessions/${session.sessionId}/scoring`)
    await expect(page.getByTestId('board')).toBeVisible()
    await keyboard.press('q')
    await expect(page.getByText('Chưa có trang quét nào')).toBeVisible()
    const chooser = page.waitForEvent('filechooser')
    await keyboard.press('Alt+n')
    await (await chooser).setFiles([...paths])
    await expect(chip(page, 'Cần xem 2')).toBeVisible({ timeout: 150_000 })
    await expect(page.getByTestId('reading')).toBeHidden({ timeout: 150_000 })
    for (const name of ['Khác phiếu đã nhập 1', 'Sẵn sàng 1', 'Chưa xếp được 6'])
      await expect(chip(page, name)).toBeVisible()
    await expect(page.locator('summary')).toContainText('2 trang trắng hoặc đã đọc trước đó')
  })

  await test.step('what is not clear is asked criterion by criterion', async () => {
    await keyboard.press('x')
    await opens(page, 'SP1/TV3')
    await expect(page.getByTestId('current-reading')).toBeFocused()
    await expect(page.getByTestId('current-reading')).toHaveAttribute('data-code', '1.2')
    await keyboard.press('Enter')
    await expect(page.getByText('Chưa đọc được giá trị: gõ số điểm trên giấy.')).toBeVisible()
    await keyboard.press('1')
    await expect(page.getByTestId('paper-left')).toHaveText('Còn 1 tiêu chí cần xem')
    await keyboard.press('0')
    await expect(page.getByTestId('paper-left')).toHaveText('Không còn tiêu chí nào cần xem')
    await keyboard.press('Enter')
    await opens(page, 'SP2/TV1')
    expect(await choicesAt(0, 2)).toEqual(best.map((option, index) => ({ 1: 2, 7: 1 })[index] ?? option))
  })

  await test.step('a ballot that lacks a page is passed over, and stays; two scans that differ stand beside each other', async () => {
    await expect(ballot.getByText('thiếu trang 2')).toBeVisible()
    const reading = page.getByTestId('current-reading')
    await expect(reading).toHaveAttribute('data-code', '1.1')
    await expect(reading.getByRole('img', { name: 'Tiêu chí 1.1 trên giấy' })).toBeVisible()
    await expect(reading.getByRole('img', { name: 'Tiêu chí 1.1 ở lần quét khác, tệp thiếu lần hai 1' })).toBeVisible()
    await expect(reading).toContainText('thiếu 1.png, trang 1')
    await keyboard.press('PageDown')
    await opens(page, 'SP1/TV2')
  })

  await test.step('paper and keys differ: once the paper, once what was keyed', async () => {
    await expect(page.getByTestId('current-reading')).toContainText('Đã nhập:')
    await keyboard.press('Enter')
    await keyboard.press('k')
    await keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Lý do' })).toHaveValue('Sửa theo phiếu giấy')
    await keyboard.press('Enter')
    await opens(page, 'SP1/TV1')
    expect(await choicesAt(0, 1)).toEqual(best.map((option, index) => (index === 9 ? 0 : option)))
  })

  await test.step('a clear ballot takes one key', async () => {
    await keyboard.press('Enter')
    await opens(page, 'SP2/TV1')
    expect(await choicesAt(0, 0)).toEqual(best)
    await keyboard.press('Escape')
    await expect(chip(page, 'Đã nhận 3')).toBeVisible()
  })

  await test.step('the pages of a spare are said whose they are', async () => {
    await page.getByRole('button', { name: 'dự phòng 1.png, trang 1' }).focus()
    await keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Sản phẩm' })).toBeFocused()
    await keyboard.insertText('SP2')
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await keyboard.insertText('TV2')
    await keyboard.press('Enter')
    for (let number = 1; number <= 4; number += 1) {
      await expect(page.getByRole('dialog', { name: `dự phòng ${number}.png, trang 1` })).toBeVisible()
      await page.getByRole('button', { name: 'Đây là phiếu này' }).press('Enter')
    }
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(chip(page, 'Chưa xếp được 2')).toBeVisible()
    await keyboard.press('x')
    await opens(page, 'SP2/TV1')
    await keyboard.press('PageDown')
    await opens(page, 'SP2/TV2')
    await keyboard.press('Enter')
    await opens(page, 'SP2/TV1')
    expect(await choicesAt(1, 1)).toEqual(best)
  })

  await test.step('the audit has each, and the pages lie beside the file', async () => {
    const events = (await client.audit.list({ limit: 20 })).filter(({ command }) => command === 'paperBallots.take')
    expect(events).toHaveLength(4)
    const kept = await client.paperBallots.taken(placeAt(0, 1))
    expect(kept.map(({ number, file }) => [number, file.state]).toSorted()).toEqual(
      [1, 2, 3, 4].map((n) => [n, 'there']),
    )
    expect((await client.ballots.get(placeAt(1, 0))).state).toBe('none')
    const scans = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /PG1\/.*\.png$/.test(path),
    )
    expect(scans).toHaveLength(16)
  })

  await test.step('the ballot shows its scanned pages', async () => {
    await page.evaluate(
      (to) => void (location.hash = to),
      `/sessions/${session.sessionId}/scoring?view=ballot&item=${placeAt(0, 0).agendaItemId}&member=${placeAt(0, 0).memberId}`,
    )
    await expect(page.getByTestId('current-criterion')).toBeFocused()
    await keyboard.press('q')
    await expect(page.getByTestId('scans')).toContainText('SHA-256')
    await expect(page.getByRole('img', { name: 'Ảnh trang 1' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('closing the file asks, for what was read and not taken would have to be read again', async () => {
    await keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await keyboard.type('dong tep')
    await expect(page.getByRole('dialog').getByRole('button').first()).toContainText('Đóng tệp')
    await keyboard.press('Enter')
    const asked = page.getByRole('dialog', { name: 'Đóng tệp khi còn phiếu giấy chưa nhận?' })
    await expect(asked).toContainText('Còn 1 phiếu đã đọc từ giấy chưa nhận.')
    await expect(asked.getByRole('button', { name: 'Ở lại' })).toBeFocused()
    await keyboard.press('Escape')
    await expect(asked).toBeHidden()
    expect((await client.sessions.list({})).length).toBe(1)
  })
})

const chip = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Các nhóm phiếu' }).getByRole('button', { name })

/** The ballot is on the screen with all its pages. */
async function opens(page: Page, code: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: code, exact: true })).toBeVisible()
  await expect(page.getByTestId('paper-pages')).toHaveAttribute('data-seen', { timeout: 150_000 })
}

/**
 * A clear ballot, one that was keyed otherwise, one with two blanks, one without its second page and with two first ones, a spare;
 * and other paper.
 */
async function scanPile(folder: string) {
  const record = await recordOf(async (client) => (await openSmallSession({ client }, small)).sessionId)
  const scanner = scannerOf(record)
  const [best, second] = [scanner.choicesOf(0), scanner.choicesOf(1)]
  const clear = await scanner.ballot(0, 0, best)
  const lacking = await scanner.ballot(1, 0, second)
  const [first] = clear
  const empty = { ...first!, data: new Uint8Array(first!.data.length).fill(255) }
  const files = [
    ...scannedFiles('rõ', clear),
    ...scannedFiles('khác', await scanner.ballot(0, 1, best)),
    ...scannedFiles('chưa rõ', await scanner.ballot(0, 2, scanner.choicesOf(0, { 1: null, 7: null }))),
    ...scannedFiles('thiếu', lacking.toSpliced(1, 1)),
    ...scannedFiles('thiếu lần hai', (await scanner.ballot(1, 0, scanner.choicesOf(1, { 0: 0 }))).slice(0, 1)),
    ...scannedFiles('dự phòng', await scanner.spare(1, second)),
    ...scannedFiles('quét lại', [again(first!)]),
    ...scannedFiles('trang trắng', [empty]),
    ...scannedFiles('giấy khác', [{ ...empty, data: empty.data.map((_paper, at) => (at % 97 < 8 ? 30 : 250)) }]),
  ]
  mkdirSync(folder, { recursive: true })
  const paths = files.map(({ name, buffer }) => {
    const path = join(folder, name)
    writeFileSync(path, buffer)
    return path
  })
  return { paths, best }
}

/** The same page through the scanner once more: other bytes, the same marks. */
function again<Image extends { readonly data: Uint8Array }>(image: Image): Image {
  return { ...image, data: image.data.map((grey, at) => (at % 5 === 0 ? Math.max(0, grey - 2) : grey)) }
}
