import { expect, type Page } from '@playwright/test'

/** From the start screen into a new, empty file, by the keyboard. */
export async function createFile(page: Page, name = 'Hội đồng OCOP tỉnh 2026'): Promise<void> {
  await page.getByLabel('Tên tệp').fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
}

/** From the start screen into a fresh copy of a bundled sample. */
export async function openSample(page: Page, sample: 'Cấp huyện, năm 2024' | 'Cấp tỉnh, năm 2026'): Promise<void> {
  await page.getByRole('button', { name: sample }).click()
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
}
