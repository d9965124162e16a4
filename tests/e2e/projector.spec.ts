import type { Page } from '@playwright/test'
import type { AppClient } from '../../shared/api/contract.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { openSession } from './room-phone.ts'

// The room's screen in a second window, driven from the secretary's.

test(
  'the second window shows ballots as they come, and the result only once the chair opens it',
  { tag: '@browser' },
  async ({ page }) => {
    // Three ballots of 32 criteria, and axe on three states in two schemes.
    test.slow()
    const { client, sessionId, itemIds, memberIds } = await openSession(page)
    const [agendaItemId = 0] = itemIds
    const screen = await openScreen(page)
    await expect(screen.getByText('Chuẩn bị sản phẩm tiếp theo')).toBeVisible()
    await expect(screen.getByRole('main')).toBeFocused()
    await expectAccessible(screen)

    await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}?item=${agendaItemId}`)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Màn chiếu' }).click()
    await page.getByRole('menuitem', { name: /Chiếu sản phẩm tiếp theo: SP1/ }).click()
    await expect(screen.getByRole('heading', { name: 'Sản phẩm SP1' })).toBeVisible()
    await expect(screen.getByTestId('ballot-count')).toHaveText('0/3')
    await expectAccessible(screen)

    for (const [place, memberId] of memberIds.entries()) {
      await scoreAll({ client, agendaItemId, memberId })
      await expect(screen.getByTestId('ballot-count')).toHaveText(`${place + 1}/3`)
    }
    // Everything is in, and still nothing of it is told.
    await expect(screen.getByTestId('room-mean')).toHaveCount(0)
    expect(await screen.content()).not.toContain('100,00')

    await page.getByRole('button', { name: 'Màn chiếu' }).click()
    await page.getByRole('menuitem', { name: /Công bố kết quả của SP1/ }).click()
    await expect(screen.getByTestId('room-mean')).toHaveText('100,00')
    await expect(screen.getByRole('img', { name: '5 sao' })).toBeVisible()
    await expect(screen.getByText('Thành viên TV')).toHaveCount(0)
    await expectAccessible(screen)
    await expectReadable(screen)

    await page.getByRole('button', { name: 'Màn chiếu' }).click()
    await page.getByRole('menuitem', { name: /Ẩn kết quả của SP1/ }).click()
    await expect(screen.getByTestId('room-mean')).toHaveCount(0)
    await page.keyboard.press('Alt+Shift+N')
    await expect(screen.getByRole('heading', { name: 'Sản phẩm SP2' })).toBeVisible()

    // Its own window steps too, as a presenter's remote control does; after the last product it sums up what is opened.
    await screen.keyboard.press('PageUp')
    await expect(screen.getByRole('heading', { name: 'Sản phẩm SP1' })).toBeVisible()
    for (const id of itemIds) {
      await client.results.reveal({
        agendaItemId: id,
        isRevealed: true,
        accepted: ['ballots-missing', 'needs-discussion'],
      })
    }
    await screen.keyboard.press('ArrowRight')
    await expect(screen.getByRole('heading', { name: 'Sản phẩm SP2' })).toBeVisible()
    await screen.keyboard.press('PageDown')
    await expect(screen.getByTestId('room-summary').getByText('1 sản phẩm').first()).toBeVisible()
    await expect(screen.getByTestId('room-summary')).toContainText('Sản phẩm SP1')
    await expectAccessible(screen)
    // As many presses as come, each is a step.
    await page.keyboard.press('Alt+Shift+B')
    await page.keyboard.press('Alt+Shift+B')
    await expect(screen.getByRole('heading', { name: 'Sản phẩm SP1' })).toBeVisible()
    await screen.keyboard.press('PageDown')
    await screen.keyboard.press('PageDown')
    await expect(screen.getByTestId('room-summary')).toBeVisible()
    // What keys there are, the secretary is told, and not the room.
    await expect(screen.getByText('F11')).toHaveCount(0)

    // The file is closed: the room sees no list of files.
    await client.workspace.close()
    await expect(screen.getByText('Chưa mở tệp nào.')).toBeVisible()
    await expect(screen.getByRole('button')).toHaveCount(0)

    // The ground turns with one key; Esc closes the window.
    const ground = await screen.locator('main').getAttribute('data-ground')
    await screen.keyboard.press('n')
    await expect(screen.locator('main')).not.toHaveAttribute('data-ground', ground ?? '')
    await Promise.all([screen.waitForEvent('close'), screen.keyboard.press('Escape').catch(() => {})])
  },
)

test(
  'the summary of sixty products is read page by page, in letters as large as a room needs',
  { tag: '@browser' },
  async ({ page }) => {
    test.slow()
    const client = await hostClient(page)
    const { sessionId, itemIds, memberIds } = await openSmallSession(
      { client: client as unknown as TestClient },
      { members: 1, products: 60 },
    )
    await giveLongNames(client, sessionId)
    for (const agendaItemId of itemIds.slice(0, 3)) {
      await scoreAll({ client, agendaItemId, memberId: memberIds[0] ?? 0 })
    }
    for (const agendaItemId of itemIds) {
      await client.results.reveal({ agendaItemId, isRevealed: true, accepted: ['ballots-missing', 'needs-discussion'] })
    }
    const screen = await openScreen(page)
    const summary = screen.getByTestId('room-summary')
    await expect(summary.getByText('Trang 1/9')).toBeVisible()
    await expect(summary.getByText('57 sản phẩm')).toBeVisible()
    await expect(summary.getByRole('listitem')).toHaveCount(0)
    await expectAccessible(screen)

    const named: string[] = []
    for (let at = 2; at <= 9; at += 1) {
      await screen.keyboard.press('PageDown')
      await expect(summary.getByText(`Trang ${at}/9`)).toBeVisible()
      await expectLegible(screen)
      named.push(...(await summary.getByRole('listitem').allInnerTexts()))
    }
    expect(named.map((text) => /Sản phẩm (SP\d+)/.exec(text)?.[1])).toEqual(itemIds.map((_, place) => `SP${place + 1}`))
    await expectAccessible(screen)

    // Past the last page there is nothing; the secretary's own keys turn them too, back to the last product.
    await screen.keyboard.press('PageDown')
    await expect(summary.getByText('Trang 9/9')).toBeVisible()
    for (let press = 0; press < 8; press += 1) await page.keyboard.press('Alt+Shift+B')
    await expect(summary.getByText('Trang 1/9')).toBeVisible()
    await page.keyboard.press('Alt+Shift+N')
    await expect(summary.getByText('Trang 2/9')).toBeVisible()
    await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/scoring`)
    await page.getByRole('button', { name: 'Màn chiếu' }).click()
    await expect(page.getByText('Trên màn chiếu: tổng hợp theo hạng sao')).toBeVisible()
    await page.getByRole('menuitem', { name: 'Chiếu tổng hợp: trang 3/9' }).click()
    await expect(summary.getByText('Trang 3/9')).toBeVisible()
    for (let press = 0; press < 3; press += 1) await screen.keyboard.press('PageUp')
    await expect(screen.getByRole('heading', { name: /Sản phẩm SP60/ })).toBeVisible()
    // It begins with the overview again.
    await screen.keyboard.press('PageDown')
    await expect(summary.getByText('Trang 1/9')).toBeVisible()
  },
)

/** Alt+0 anywhere in the application. */
async function openScreen(page: Page): Promise<Page> {
  let isOpen = false
  const opened = page.waitForEvent('popup').finally(() => (isOpen = true))
  // The key leads nowhere before the page knows of a session; pressed again it brings the one window forward.
  await expect
    .poll(async () => {
      if (!isOpen) await page.keyboard.press('Alt+0')
      return isOpen
    })
    .toBe(true)
  const screen = await opened
  await expect(screen).toHaveTitle('Màn chiếu – Hội đồng OCOP')
  return screen
}

/** Every seventh product has a name of 120 letters and a producer of 60. */
async function giveLongNames(client: AppClient, sessionId: number): Promise<void> {
  const { products } = await client.products.list({ limit: 100, offset: 0 })
  for (const { id, code } of products.filter((_, place) => place % 7 === 0)) {
    const name = `Sản phẩm ${code} gạo nếp cái hoa vàng, mật ong bạc hà và trà Shan tuyết cổ thụ đóng hộp theo lối truyền thống của làng`
    const producerName = 'Hợp tác xã sản xuất và dịch vụ nông nghiệp tổng hợp Mường Động'
    await client.products.save({ id, fields: { name, producerName } })
  }
  await client.sessions.takeOver({ sessionId })
}

/** What stands on a page of the summary is at least a thirtieth of the screen high, and nothing is cut off. */
async function expectLegible(screen: Page): Promise<void> {
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]) {
    await screen.setViewportSize(size)
    const list = screen.getByTestId('room-summary').locator('dl')
    const letters = () => list.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    await expect.poll(letters, `${size.width} × ${size.height}`).toBeGreaterThan(size.height * 0.0283)
    expect(await list.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0)
    expect(await screen.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBe(0)
    const cut = await list
      .getByRole('listitem')
      .evaluateAll((items) => items.filter((item) => item.scrollHeight > item.clientHeight + 1).length)
    expect(cut, `${size.width} × ${size.height}`).toBe(0)
  }
}

type ScoreAllInput = {
  readonly client: AppClient
  readonly agendaItemId: number
  readonly memberId: number
}

/** The best level of every criterion, confirmed. */
async function scoreAll({ client, agendaItemId, memberId }: ScoreAllInput): Promise<void> {
  for (const { criterion, index } of listCriteria(await client.rules.itemForm({ agendaItemId }))) {
    const option = criterion.options.findIndex(({ points }) => points === criterion.max) + 1
    await actsOf(client).choose({ agendaItemId, memberId, criterionIndex: index, option })
  }
  await actsOf(client).confirm({ agendaItemId, memberId })
}

/** From eight metres: figures of 160 pixels and names of 56 at 1920 × 1080, and nothing cut off at either size. */
async function expectReadable(screen: Page): Promise<void> {
  const sizeOf = (selector: string) =>
    screen
      .locator(selector)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]) {
    await screen.setViewportSize(size)
    const hidden = await screen.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)
    expect(hidden, `${size.width} × ${size.height}`).toBe(0)
  }
  // The layout follows the window a moment later.
  await expect.poll(() => sizeOf('[data-testid="room-mean"]')).toBeGreaterThanOrEqual(160)
  expect(await screen.getByRole('img', { name: '5 sao' }).evaluate((stars) => stars.clientHeight)).toBeGreaterThan(159)
  expect(await sizeOf('h1')).toBeGreaterThanOrEqual(56)
  expect(await sizeOf('h1 + p')).toBeGreaterThanOrEqual(56)
}
