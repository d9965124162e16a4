import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { hostClient } from './host-client.ts'

/** An open session of two products of 32 criteria, on the secretary's room screen. */
export async function openSession(page: Page, { members = 3 } = {}) {
  const client = await hostClient(page)
  const session = await openSmallSession({ client: client as unknown as TestClient }, { members })
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
  return { client, ...session }
}

/** The secretary switches the room on at this machine's own address, and reads its link. */
export async function switchOn(page: Page, { isEncrypted = false } = {}): Promise<string> {
  const here = page.getByRole('radio', { name: /chỉ máy này/ })
  // The key leads nowhere before the page knows of a session.
  await expect(async () => {
    await page.keyboard.press('Alt+7')
    await expect(here).toBeVisible({ timeout: 2000 })
  }).toPass()
  await here.check()
  if (isEncrypted) await page.getByRole('checkbox', { name: 'Mã hóa kết nối' }).check()
  await page.getByRole('button', { name: 'Bật phòng họp' }).click()
  return page.getByTestId('room-link').innerText()
}

/** The member's line on the secretary's screen. */
export function lineOf(page: Page, name: string): Locator {
  return page.getByRole('table', { name: 'Thành viên trong phòng họp' }).getByRole('row', { name: new RegExp(name) })
}

/** The member's code as the secretary reads it. */
export async function readCode(page: Page, name: string): Promise<string> {
  const show = page.getByRole('button', { name: 'Hiện mã' })
  if (await show.isVisible()) await show.click()
  const code = lineOf(page, name).getByText(/^\d{6}$/)
  await expect(code).toBeVisible()
  return code.innerText()
}

/** A phone of 360 × 740 on the room's page; its errors are collected. */
export async function openPhone(chromium: () => Promise<Browser>, link: string) {
  const context = await (
    await chromium()
  ).newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Whoever uses the phone compared the fingerprint and went on.
    ignoreHTTPSErrors: link.startsWith('https:'),
  })
  const phone = await context.newPage()
  const faults: string[] = []
  phone.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  phone.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) faults.push(message.text())
  })
  await phone.goto(link)
  return { phone, context, faults }
}

/** Picks the seat and enters its code. */
export async function enterSeat(
  phone: Page,
  { seat, code }: { readonly seat: number; readonly code: string },
): Promise<void> {
  const other = phone.getByRole('button', { name: new RegExp(`^${seat} `) })
  if ((await phone.getByLabel('Mã sáu chữ số').count()) === 0) await other.click()
  await phone.getByLabel('Mã sáu chữ số').fill(code)
  await phone.getByRole('button', { name: 'Vào phòng họp' }).click()
}

/** Taps the highest level of the criterion on the screen, which opens the next one without an answer, or the whole ballot. */
export async function scoreNext(phone: Page): Promise<void> {
  const title = await phone.getByRole('heading', { level: 2 }).innerText()
  await phone.getByRole('radio').last().check()
  await expect(phone.getByRole('heading', { level: 2 })).not.toHaveText(title)
}
