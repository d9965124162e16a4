import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { openSample } from './open-file.ts'
import { saveDocument } from './save-document.ts'

test('a report is read first, and saved by the person alone', { tag: '@browser' }, async ({ page, host }) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.keyboard.press('Alt+9')
  await page.getByRole('button', { name: 'Lưu báo cáo lỗi…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Báo cáo lỗi' })
  const text = dialog.getByLabel('Báo cáo lỗi')
  await expect(text).toHaveValue(/sản phẩm 12, phiên họp 1/)
  await expectAccessible(page)
  const shown = await text.inputValue()
  const saved = await saveDocument(host, () => dialog.getByRole('button', { name: 'Lưu báo cáo' }).click())
  expect(saved.name).toMatch(/^bao-cao-loi-hoi-dong-ocop-\d{4}-\d\d-\d\d\.txt$/)
  expect(saved.bytes.toString('utf8')).toBe(`\uFEFF${shown}`)
  await expect(dialog).toBeHidden()
})

test('a fault of the page is written down, and stands in the report', async ({ page, dataFolder }) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  const log = join(dataFolder, 'loi.log')
  await page.evaluate(() => {
    const error = new TypeError('no cell for “Mật ong rừng”')
    window.dispatchEvent(new ErrorEvent('error', { error }))
  })
  await expect.poll(() => existsSync(log)).toBe(true)
  expect(readFileSync(log, 'utf8')).toMatch(/the page met a fault\nTypeError: no cell for “…”/)
  await page.keyboard.press('Alt+9')
  await page.getByRole('button', { name: 'Lưu báo cáo lỗi…' }).click()
  await expect(page.getByRole('dialog').getByLabel('Báo cáo lỗi')).toHaveValue(/the page met a fault/)
  // The test itself made the fault.
  rmSync(log)
})
