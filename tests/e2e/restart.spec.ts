import { openBoardAgain, reopenFirstBallot } from './first-ballot.ts'
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
    await reopenFirstBallot(page)
    const code = (await page.getByTestId('current-criterion').getAttribute('data-code')) ?? ''
    const chosen = page.getByTestId('current-criterion').locator('[aria-checked="true"]')
    await expect(chosen).toHaveCount(1)

    await first.kill()
    await page.keyboard.press('Delete')
    await expect(page.getByText(/Chưa lưu được 1 phím/)).toBeVisible()
    const second = await startHost(dataFolder, { port: new URL(first.address).port })
    try {
      // The old token is worth nothing now: the page says what to do, and what was read and typed stays in sight.
      await page.getByRole('button', { name: /Thử lại/ }).click()
      await expect(page.getByText(/Ứng dụng đã được khởi động lại/).first()).toBeVisible()
      await expect(page.getByTestId('current-criterion')).toHaveAttribute('data-code', code)
      await expect(chosen).toHaveCount(0)
      // The new address over the old one, in the same tab; then the file.
      await page.goto(second.address)
      await openBoardAgain(page, dataFolder)
      await expect(page.getByTestId('missing-ballots')).toHaveText(/1 đang chấm dở/)
      expect(page.url()).not.toContain('token')
    } finally {
      await page.close()
      await second.stop()
    }
  },
)
