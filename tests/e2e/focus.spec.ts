import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openSample } from './open-file.ts'

/** What has the focus; `page` where nothing does. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return element === null || element === document.body ? 'page' : element.tagName
  })

/** By the key: a click gives the focus to nothing in some browsers. */
async function enter(button: Locator): Promise<void> {
  await button.focus()
  await button.press('Enter')
}

test('the focus never falls to the page: screens, tabs, commands, dialogs and drawers, opened and left', async ({
  page,
}) => {
  test.slow()
  await openSample(page, 'Cấp huyện, năm 2024')
  const lost: string[] = []
  /** Once the step's screen stands, and whatever closes over it is gone. */
  const after = async (step: string): Promise<void> => {
    await expect(page.locator('main h1')).toBeVisible()
    await expect
      .poll(() => focused(page), { timeout: 5000 })
      .not.toBe('page')
      .catch(() => lost.push(step))
  }
  const tabs = page.getByRole('navigation', { name: 'Các phần của phiên họp' }).getByRole('link')
  await page.evaluate(() => void (location.hash = '/sessions/1'))
  await expect(tabs.first()).toBeVisible()
  for (const name of await tabs.allInnerTexts()) {
    await tabs.filter({ hasText: name }).first().focus()
    await page.keyboard.press('Enter')
    await after(`tab ${name}`)
  }
  for (const words of ['san pham', 'giay chung nhan', 'phien hop']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(words)
    await expect(page.getByRole('dialog').locator('[data-action]').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await after(`command ${words}`)
  }

  await page.evaluate(() => void (location.hash = '/sessions/1'))
  await enter(
    page
      .getByRole('row', { name: /PT-03|SB-03/ })
      .getByRole('button', { name: /03/ })
      .first(),
  )
  await expect(page.getByRole('dialog')).toBeVisible()
  await after('a drawer opened')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await after('a drawer closed')

  await enter(tabs.filter({ hasText: 'Kết quả' }))
  await enter(page.getByTestId('results').getByRole('button', { name: /03/ }).first())
  await enter(page.getByTestId('item-reasons').getByRole('button', { name: 'Ghi kết luận' }))
  await expect(page.getByTestId('item-reasons').getByText(/^Đã ghi: \d sao/)).toBeVisible()
  await after('a conclusion')

  await enter(tabs.filter({ hasText: 'Kết thúc' }))
  const lock = page.getByRole('button', { name: 'Khóa phiên họp' })
  const closing = page.getByRole('dialog', { name: 'Khóa phiên họp' })
  await enter(lock)
  await expect(closing).toBeVisible()
  await after('a dialog opened')
  await page.keyboard.press('Escape')
  await expect(closing).toHaveCount(0)
  await after('a dialog dismissed')
  await enter(lock)
  await enter(closing.getByRole('button', { name: 'Khóa phiên họp' }))
  await expect(page.getByRole('heading', { name: 'Phiên họp đã khóa với kết quả nào?' })).toBeVisible()
  await after('locked')

  await page.evaluate(() => void (location.hash = '/sessions/1/documents?kind=decision'))
  const note = page.getByTestId('document-number')
  await enter(note.getByRole('button', { name: 'Lấy số' }))
  const numbering = page.getByRole('dialog', { name: /Lấy số/ })
  await numbering.getByLabel('Số', { exact: true }).fill('15')
  await numbering.getByLabel('Họ và tên người ký').fill('Người ký thử')
  await enter(numbering.getByRole('button', { name: 'Lấy số' }))
  await enter(page.getByRole('dialog', { name: 'Có đúng như vậy không?' }).getByRole('button', { name: 'Vẫn làm' }))
  await expect(note).toContainText('15/QĐ-UBND')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await after('numbered')

  await page.evaluate(() => void (location.hash = '/sessions/1/closing'))
  await enter(page.getByRole('button', { name: /^Mở khóa/ }))
  const reopening = page.getByRole('dialog')
  await reopening.getByLabel('Lý do mở khóa').fill('Sửa một phiếu')
  await enter(reopening.getByRole('button', { name: /^Mở khóa/ }))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await after('reopened')
  expect(lost).toEqual([])
})
