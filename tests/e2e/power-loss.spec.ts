import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openSample } from './open-file.ts'

// The window's own: in a browser the page outlives the application, which `restart.spec.ts` shows.

test('what was acknowledged is there when the window opens again after the machine lost its power', async ({
  host,
  open,
  dataFolder,
}) => {
  test.slow()
  const { page, shell } = host
  await openSample(page, 'Cấp tỉnh, năm 2026')
  await openFirstBallot(page)
  await expect(page.getByText('Phiếu đã xác nhận, muốn sửa phải mở lại.')).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Nhập nhầm')
  await page.keyboard.press('Tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Mở lại phiếu' }).click()
  await expect(page.getByTestId('confirm-line').getByRole('button', { name: 'Xác nhận phiếu' })).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('saved')).toHaveText(/^Đã lưu \d\d:\d\d:\d\d$/)
  await shell?.kill()

  const again = await open()
  try {
    await again.page.getByRole('button').filter({ hasText: dataFolder }).click()
    await expect(again.page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
    await openScoring(again.page)
    await expect(again.page.getByTestId('missing-ballots')).toHaveText(/1 phiếu đang chấm dở/)
    expect(again.defects().join('\n')).toBe('')
  } finally {
    await again.stop()
  }
})

async function openFirstBallot(page: Page): Promise<void> {
  await openScoring(page)
  await page
    .getByTestId('board')
    .getByRole('button', { name: /^PT-01, Chủ tịch/ })
    .click()
}

async function openScoring(page: Page): Promise<void> {
  await page.evaluate(() => void (location.hash = '/sessions/1/scoring'))
  await expect(page.getByTestId('board')).toBeVisible()
}
