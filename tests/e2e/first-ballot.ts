import { expect, type Page } from '@playwright/test'

/** From a sample's first screen to the board of its session. */
export async function openBoard(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: /Hội đồng đánh giá/ })
    .click()
  await page
    .getByRole('navigation', { name: 'Các phần của phiên họp' })
    .getByRole('link', { name: 'Chấm điểm' })
    .click()
  await expect(page.getByTestId('board')).toBeVisible()
}

/** Opens the chair's confirmed ballot of the first product again, with the cursor on its first criterion. */
export async function reopenFirstBallot(page: Page): Promise<void> {
  await openBoard(page)
  await page
    .getByTestId('board')
    .getByRole('button', { name: /^PT-01, Chủ tịch/ })
    .click()
  await expect(page.getByText('Phiếu đã xác nhận, muốn sửa phải mở lại.')).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Nhập nhầm')
  await page.keyboard.press('Tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Mở lại phiếu' }).click()
  await expect(page.getByTestId('confirm-line').getByRole('button', { name: 'Xác nhận phiếu' })).toBeVisible()
  // A dialog gives the focus back a moment after it is gone.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByTestId('current-criterion').focus()
  await page.keyboard.press('Home')
  await expect(page.getByTestId('current-criterion')).toBeFocused()
}

/** The application was started again on the same folder: opens the file that was open, and its board. */
export async function openBoardAgain(page: Page, dataFolder: string): Promise<void> {
  await page.getByRole('button').filter({ hasText: dataFolder }).click()
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
  await openBoard(page)
}
