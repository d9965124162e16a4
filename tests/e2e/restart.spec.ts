import { expect, test } from './fixtures.ts'
import { startHost } from './hosts/browser-host.ts'
import { openSample } from './open-file.ts'

test(
  'keys typed while the application is dead are saved after it starts again',
  { tag: '@browser-only' },
  async ({ context, dataFolder }) => {
    test.slow()
    const page = await context.newPage()
    const first = await startHost(dataFolder)
    await page.goto(first.address)
    await openSample(page, 'Cấp tỉnh, năm 2026')
    await page
      .getByRole('main')
      .getByRole('link', { name: /Hội đồng đánh giá/ })
      .click()
    await page
      .getByRole('navigation', { name: 'Các phần của phiên họp' })
      .getByRole('link', { name: 'Chấm điểm' })
      .click()
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
    const code = (await page.getByTestId('current-criterion').getAttribute('data-code')) ?? ''
    const chosen = page.getByTestId('current-criterion').locator('[aria-checked="true"]')
    await expect(chosen).toHaveCount(1)

    await expect(page.getByTestId('current-criterion')).toBeFocused()

    await first.kill()
    await page.keyboard.press('Delete')
    await expect(page.getByText(/Chưa lưu được 1 phím/)).toBeVisible()
    const second = await startHost(dataFolder, new URL(first.address).port)
    try {
      // The old token is worth nothing now: the page says what to do, and what was read and typed stays in sight.
      await page.getByRole('button', { name: /Thử lại/ }).click()
      await expect(page.getByText(/Ứng dụng đã được khởi động lại/).first()).toBeVisible()
      await expect(page.getByTestId('current-criterion')).toHaveAttribute('data-code', code)
      await expect(chosen).toHaveCount(0)
      // The new address over the old one, in the same tab; then the file.
      await page.goto(second.address)
      await page.getByRole('button').filter({ hasText: dataFolder }).click()
      await page
        .getByRole('main')
        .getByRole('link', { name: /Hội đồng đánh giá/ })
        .click()
      await page
        .getByRole('navigation', { name: 'Các phần của phiên họp' })
        .getByRole('link', { name: 'Chấm điểm' })
        .click()
      await expect(page.getByTestId('missing-ballots')).toHaveText(/1 phiếu đang chấm dở/)
      expect(page.url()).not.toContain('token')
    } finally {
      await page.close()
      await second.stop()
    }
  },
)
