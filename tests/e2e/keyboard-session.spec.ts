import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { enter, tabTo } from './press-keys.ts'
import { saveDocument } from './save-document.ts'

// The sample session from its opening to the signed decision, by keyboard alone: no pointer, no field filled from
// outside, no address typed.

test('a secretary takes the sample session from open to the decision without the mouse', async ({ page, host }) => {
  test.slow()
  await forbidPointer(page)

  await enter(page, page.getByRole('button', { name: /Cấp tỉnh, năm 2026/ }))
  await enter(page, page.getByRole('main').getByRole('link', { name: /Hội đồng đánh giá/ }))
  await expect(page.getByTestId('agenda')).toBeVisible()

  // The board: every ballot is confirmed. The second product's third ballot was keyed wrong.
  await enter(page, tab(page, 'Chấm điểm'))
  await expect(page.getByTestId('missing-ballots')).toHaveText('Mọi phiếu đã được xác nhận.')
  await tabTo(page, page.getByTestId('board').getByRole('button', { name: /^PT-01, Chủ tịch/ }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('member')).toContainText('Thành viên 3/9')
  await page.keyboard.press('m')
  const reopening = page.getByRole('dialog', { name: 'Mở lại phiếu đã xác nhận' })
  await expect(reopening.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Nhập nhầm dòng')
  await enter(page, reopening.getByRole('button', { name: 'Mở lại phiếu' }))
  await expect(reopening).toHaveCount(0)
  await expect(page.getByTestId('confirm-line').getByRole('button', { name: 'Xác nhận phiếu' })).toBeVisible()

  // An unfinished ballot: its first criterion is blank, and the board leads there.
  await page.keyboard.press('Home')
  const before = await points(page)
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('saved')).toHaveText(/^Đã lưu \d\d:\d\d:\d\d$/)
  await page.keyboard.press('t')
  await expect(page.getByTestId('missing-ballots')).toHaveText(/1 phiếu chưa xác nhận, 1 đang chấm dở/)
  await enter(page, page.getByTestId('resume'))
  await expect(page.getByTestId('current-criterion')).toBeFocused()
  await page.keyboard.press(before)
  await expect(page.getByTestId('confirm-line')).toContainText('Đã chấm đủ')
  await page.keyboard.press('Enter')
  // It was the last open one: the board says so.
  await expect(page.getByTestId('missing-ballots')).toHaveText('Mọi phiếu đã được xác nhận.')
  // Right behind the Enter that confirmed the last one.
  await page.keyboard.press('y')
  const opinion = page.getByRole('dialog', { name: 'Ý kiến của người đánh giá' })
  await expect(opinion).toContainText('PT-02 · ')
  await page.keyboard.press('Escape')
  await expect(opinion).toHaveCount(0)

  // Results and a conclusion.
  await enter(page, tab(page, 'Kết quả'))
  const product = page.getByTestId('results').getByRole('button', { name: /PT-02/ })
  await enter(page, product)
  await expect(product).toHaveAttribute('aria-expanded', 'true')
  const reasons = page.getByTestId('item-reasons')
  await enter(page, reasons.getByRole('button', { name: 'Ghi kết luận' }))
  await expect(reasons.getByText(/^Đã ghi: \d sao/)).toBeVisible()

  // Whatever is still missing stands on the closing screen; then the lock.
  await enter(page, tab(page, 'Kết thúc'))
  await enter(page, page.getByRole('button', { name: 'Khóa phiên họp' }))
  const closing = page.getByRole('dialog', { name: 'Khóa phiên họp' })
  await enter(page, closing.getByRole('button', { name: 'Khóa phiên họp' }))
  await expect(page.getByRole('heading', { name: 'Phiên họp đã khóa với kết quả nào?' })).toBeVisible()

  // The decision, no draft any more: previewed and saved.
  await enter(page, tab(page, 'Văn bản'))
  const decision = page
    .getByTestId('documents')
    .getByRole('button', { name: /Quyết định/ })
    .first()
  await enter(page, decision)
  await expect(decision).toContainText('Đã khóa')
  await expect(page.locator('[data-page="1"] canvas[data-drawn]')).toBeAttached({ timeout: 30_000 })
  await expect(page.locator('[data-page="1"]')).toContainText('QUYẾT ĐỊNH')
  await tabTo(page, page.getByRole('button', { name: 'Lưu PDF' }))
  const saved = await saveDocument(host, () => page.keyboard.press('Enter'))
  expect(saved.name).toMatch(/\.pdf$/)
  expect(saved.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
})

const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Các phần của phiên họp' }).getByRole('link', { name })

const points = async (page: Page): Promise<string> =>
  (await page.getByTestId('current-criterion').locator('[aria-checked="true"] > span').first().textContent()) ?? ''

/** Any use of a pointer is a fault of this test. */
async function forbidPointer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const refuse = (event: Event): void => {
      if (event.isTrusted && event instanceof MouseEvent && event.detail > 0) throw new Error(`pointer: ${event.type}`)
    }
    for (const type of ['mousedown', 'click', 'dblclick']) window.addEventListener(type, refuse, { capture: true })
  })
}
