import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'

type Laptop = {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

/** The secretary adds a clerk under the proposed name, and reads the code. */
export async function addClerk(page: Page, name = 'Thư ký giúp việc 1'): Promise<string> {
  await page.getByRole('button', { name: 'Thêm thư ký giúp việc' }).click()
  const code = clerkLine(page, name).getByText(/^\d{6}$/)
  await expect(code).toBeVisible()
  return code.innerText()
}

/** The clerk's line on the secretary's room screen. */
export function clerkLine(page: Page, name: string): Locator {
  return page
    .getByRole('table', { name: 'Thư ký giúp việc nhập phiếu giấy' })
    .getByRole('row', { name: new RegExp(name) })
}

/** A second laptop's browser on the room's page; its errors are collected. */
export async function openLaptop(chromium: () => Promise<Browser>, link: string): Promise<Laptop> {
  const browser = await chromium()
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) faults.push(message.text())
  })
  await page.goto(link)
  return { page, context, faults, close: () => context.close() }
}

/** Takes the clerk's place with its code, and waits for the board of ballots. */
export async function enterAsClerk(laptop: Page, code: string, number = 1): Promise<void> {
  await laptop.getByRole('button', { name: `Thư ký nhập phiếu ${number}` }).click()
  await laptop.getByLabel('Mã sáu chữ số').fill(code)
  await laptop.keyboard.press('Enter')
  await expect(laptop.getByTestId('board')).toBeVisible()
}

/** What stands above the criteria of the ballot on the screen. */
export function readBanner(page: Page): Locator {
  return page.getByTestId('banner')
}
