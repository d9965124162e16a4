import { expect, type Page } from '@playwright/test'

/** Where the page is, in the words of whoever reads the log. */
const say = (what: string): void => console.log(`  ${what}`)

/**
 * A secretary's shortest way through the window: a file made from a sample, one ballot opened again, keyed and
 * confirmed, a document drawn page by page. Nothing of it asks the system for a dialog, which nobody could answer.
 */
export async function driveWindow(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Làm việc với tệp nào?' })).toBeVisible(patient)
  await page.getByRole('button', { name: 'Cấp tỉnh, năm 2026' }).click()
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible(patient)
  say('a file was made from a sample')

  await go(page, '/sessions/1/scoring')
  await page
    .getByTestId('board')
    .getByRole('button', { name: /^PT-01, Chủ tịch/ })
    .click()
  await expect(page.getByText('Phiếu đã xác nhận, muốn sửa phải mở lại.')).toBeVisible(patient)
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Nhập nhầm')
  await dialog.getByRole('button', { name: 'Mở lại phiếu' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByTestId('confirm-line').getByRole('button', { name: 'Xác nhận phiếu' })).toBeVisible()
  const criterion = page.getByTestId('current-criterion')
  await page.keyboard.press('Home')
  const points = (await criterion.locator('[aria-checked="true"] > span').first().textContent()) ?? ''
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('saved')).toHaveText(/^Đã lưu \d\d:\d\d:\d\d$/)
  await expect(criterion).toBeFocused()
  await page.keyboard.press(points)
  await expect(page.getByTestId('confirm-line')).toContainText('Đã chấm đủ')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('missing-ballots')).toHaveText('Mọi phiếu đã được xác nhận.', patient)
  say('a ballot was opened again, keyed and confirmed')

  await go(page, '/sessions/1/documents?kind=minutes')
  // A small screen shows it further down, and what is far away is not drawn.
  await page.locator('[data-page="1"]').scrollIntoViewIfNeeded(patient)
  await expect(page.locator('[data-page="1"] canvas[data-drawn]')).toBeAttached(patient)
  await expect(page.locator('[data-page="1"]')).toContainText('BIÊN BẢN')
  say('the minutes were drawn')
}

/** The file of an earlier run is among the recent ones, and opens with all its ballots. */
export async function reopenFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Phiên mẫu cấp tỉnh 2026' }).first().click()
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible(patient)
  await go(page, '/sessions/1/scoring')
  await expect(page.getByTestId('missing-ballots')).toHaveText('Mọi phiếu đã được xác nhận.', patient)
  say('the file of before opened again')
}

const patient = { timeout: 30_000 }

const go = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => void (window.location.hash = to), address)
