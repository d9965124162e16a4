import type { Locator } from '@playwright/test'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { independentSteps } from './independent-steps.ts'
import { openSample } from './open-file.ts'
import { saveDocument } from './save-document.ts'

test('a document is previewed as the very bytes that are saved', { tag: '@browser' }, async ({ page, host }) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.evaluate(() => void (location.hash = '/sessions/1/documents'))
  const list = page.getByTestId('documents')
  await expect(list.getByRole('button', { name: /Biên bản họp Hội đồng/ })).toContainText('Dự thảo')
  await list.getByRole('button', { name: /Biên bản họp Hội đồng/ }).click()
  const preview = page.getByTestId('preview')
  await expect(preview.locator('[data-page="1"] canvas[data-drawn]')).toBeAttached({ timeout: 30_000 })
  await expect(preview.locator('[data-page="1"]')).toContainText('BIÊN BẢN')
  expect(await inkOf(preview.locator('[data-page="1"] canvas'))).toBeGreaterThan(0)
  await expectAccessible(page)

  const saved = await saveDocument(host, () => page.getByRole('button', { name: 'Lưu PDF' }).click())
  expect(saved.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
})

test('of the pages of a document those near the eye are held, reached and zoomed', async ({ page }) => {
  test.slow()
  await openSample(page, 'Cấp huyện, năm 2024')
  await independentSteps({
    'of a long document the pages near the eye alone are held, and none once it is left': async () => {
      await page.evaluate(() => void (location.hash = '/sessions/1/documents?kind=blank-ballots'))
      const preview = page.getByTestId('preview')
      // Which of them is asked before any is laid out.
      await page.getByTestId('ask-ballots').getByRole('button', { name: 'Lập tất cả' }).click()
      await expect(preview.locator('[data-page="1"] canvas[data-drawn]')).toBeAttached({ timeout: 30_000 })
      expect(page.workers()).toHaveLength(1)
      const pages = Number((await preview.getByText(/^Trang 1\/\d+$/).textContent())?.split('/')[1])
      expect(pages).toBeGreaterThan(100)
      await preview.getByRole('group', { name: 'Các trang của văn bản' }).focus()
      await page.keyboard.press('End')
      await expect(preview.locator(`[data-page="${pages}"] canvas[data-drawn]`)).toBeAttached()
      await expect(preview.locator('[data-page="1"]')).toHaveCount(0)
      expect(await preview.locator('canvas').count()).toBeLessThan(24)

      // Of the pack one product and one member are chosen by the keyboard: that ballot alone is laid out.
      await preview.getByRole('button', { name: /^Chọn phiếu…/ }).focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'In những phiếu nào?' })
      for (const sort of ['Sản phẩm', 'Thành viên']) {
        await dialog.getByRole('group', { name: sort }).getByRole('checkbox').nth(1).focus()
        await page.keyboard.press('Space')
      }
      await expect(dialog.getByRole('status')).toHaveText('1 phiếu, khoảng 4 trang')
      await expectAccessible(page)
      // The keys of what is beneath rest.
      await page.keyboard.press('f')
      await expect(page.getByRole('dialog')).toHaveCount(1)
      await page.keyboard.press('Enter')
      await expect(preview.getByText('Trang 1/4', { exact: true })).toBeVisible({ timeout: 30_000 })

      await page.evaluate(() => void (location.hash = '/'))
      await expect(page.locator('canvas')).toHaveCount(0)
      await expect.poll(() => page.workers().length).toBe(0)
    },
    'pages are reached by their thumbnails and zoomed by the keyboard': async () => {
      await page.evaluate(() => void (location.hash = '/sessions/1/documents?kind=minutes'))
      const preview = page.getByTestId('preview')
      await expect(preview.locator('[data-page="1"] canvas[data-drawn]')).toBeAttached({ timeout: 30_000 })
      await preview.getByRole('button', { name: 'Đến trang 2' }).focus()
      await page.keyboard.press('Enter')
      await expect(preview.getByText(/^Trang 2\//)).toBeVisible()
      const widthOf = async () => (await preview.locator('[data-page="2"]').boundingBox())?.width ?? 0
      const before = await widthOf()
      await preview.getByRole('button', { name: 'Phóng to' }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(widthOf).toBeGreaterThan(before)
      await preview.getByRole('button', { name: 'Vừa khung' }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(widthOf).toBe(before)

      // F fills the window with it, Escape gives it back its place; nothing is drawn anew.
      await preview.getByRole('group', { name: 'Các trang của văn bản' }).focus()
      await page.keyboard.press('f')
      await expect(page.getByRole('dialog', { name: 'Văn bản' })).toHaveCSS(
        'width',
        `${page.viewportSize()?.width ?? 0}px`,
      )
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect.poll(widthOf).toBe(before)
    },
  })
})

test('a document is printed on paper of its own size', async ({ page }, { project }) => {
  test.skip(project.name === 'electron', 'only a headless browser prints into a file')
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.evaluate(() => void (location.hash = '/sessions/1/documents?kind=tally-table'))
  const preview = page.getByTestId('preview')
  await expect(preview.locator('[data-page="1"] canvas[data-drawn]')).toBeAttached({ timeout: 30_000 })
  // The dialog of the system is not for a test: what stands on the page while it is open is kept.
  await page.evaluate(() => {
    window.print = () => {
      const kept = [...document.adoptedStyleSheets]
      const sheet = document.querySelector('.print-sheet')?.cloneNode(true) ?? ''
      window.print = () => {
        document.adoptedStyleSheets = kept
        document.body.append(sheet)
      }
    }
    URL.revokeObjectURL = () => {}
  })
  await preview.getByRole('button', { name: 'In', exact: true }).click()
  await expect(preview.getByRole('button', { name: 'In', exact: true })).toBeEnabled({ timeout: 30_000 })
  await expect(page.locator('.print-sheet')).toHaveCount(0)
  await page.evaluate(() => window.print())
  const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const pages = Number((await preview.getByText(/^Trang 1\/\d+$/).textContent())?.split('/')[1])
  expect(sizesOf(printed)).toEqual(Array.from({ length: pages }, () => '842 × 595'))
})

/** Points, width by height, of the pages of a PDF that Chromium wrote. */
const sizesOf = (pdf: Buffer): readonly string[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  )

/** Pixels of a drawn page that are not white. */
const inkOf = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) return 0
    const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? []
    let dark = 0
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1
    return dark
  })
