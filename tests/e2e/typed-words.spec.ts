import type { Page } from '@playwright/test'
import { sampleProduct } from '../helpers/sample-council.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

// A list follows its words with the key; its address says them once nobody types, or before anything else is done.

const find = (page: Page) => page.getByLabel('Tìm sản phẩm')
const rows = (page: Page) => page.locator('main').getByRole('table').getByRole('row')
const address = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash).replaceAll('+', ' '))

test('what is typed in a list is in its address before anything else is done, and there again on the way back', async ({
  page,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  for (let number = 1; number <= 61; number += 1) {
    const name = number <= 60 ? `Chè Shan tuyết ${number}` : 'Mật ong hoa rừng'
    await client.products.save({ fields: { ...sampleProduct(number), name, setNumber: number % 2 === 0 ? 4 : 11 } })
  }
  await page.keyboard.press('Alt+2')
  await expect(rows(page)).toHaveCount(51)

  await test.step('once nobody types', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('mat ong')
    await expect(rows(page)).toHaveCount(2)
    await expect.poll(() => address(page)).toBe('#/products?query=mat ong')
    await page.reload()
    await expect(find(page)).toHaveValue('mat ong')
    await expect(rows(page)).toHaveCount(2)
    await find(page).press('Escape')
    await expect(find(page)).toHaveValue('')
    await expect(rows(page)).toHaveCount(51)
    await expect.poll(() => address(page)).toBe('#/products')
  })

  await test.step('with the rows that the window shows, and all of them before anything else is done', async () => {
    const table = page.locator('main').getByRole('table')
    await page.keyboard.type('shan')
    await expect(table).toHaveAttribute('aria-rowcount', '51')
    expect(await rows(page).count()).toBeLessThan(30)
    await expect(rows(page).last()).not.toBeInViewport()
    await find(page).press('ArrowRight')
    await expect(rows(page)).toHaveCount(51)
    await expect(table).not.toHaveAttribute('aria-rowcount')
    // Scrolled with the mouse, the field keeps the focus.
    await page.keyboard.type(' tuyet')
    await expect(table).toHaveAttribute('aria-rowcount', '51')
    await table.hover()
    await page.mouse.wheel(0, 400)
    await expect(rows(page)).toHaveCount(51)
    await expect(find(page)).toBeFocused()
    await find(page).press('Escape')
    await expect.poll(() => address(page)).toBe('#/products')
  })

  await test.step('before another page of it, another filter, a product or another screen', async () => {
    await page.keyboard.type('shan')
    await page.keyboard.press('Alt+PageDown')
    await expect(rows(page)).toHaveCount(11)
    expect(await address(page)).toBe('#/products?query=shan&page=2')

    // Other words begin at the first page again.
    await find(page).press('End')
    await page.keyboard.type(' tuyet')
    await page.getByLabel('Chưa đủ mã, bộ').check()
    await expect.poll(() => address(page)).toBe('#/products?query=shan tuyet&incomplete=true')
    await page.getByLabel('Chưa đủ mã, bộ').uncheck()
    await expect(rows(page)).toHaveCount(51)

    await find(page).fill('mat')
    await page.getByRole('button', { name: 'Mật ong hoa rừng' }).click()
    await expect(page.getByRole('dialog', { name: 'SP61' })).toBeVisible()
    expect(await address(page)).toBe('#/products?query=mat&edit=61')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)

    await find(page).focus()
    await page.keyboard.type(' ong')
    await page.keyboard.press('Alt+3')
    await expect(page).not.toHaveURL(/products/)
    await page.goBack()
    await expect(find(page)).toHaveValue('mat ong')
    await expect(rows(page)).toHaveCount(2)
  })

  await test.step('an address of something found takes the place of what was typed', async () => {
    await find(page).fill('shan tuyet 60')
    await expect(rows(page)).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('sp61')
    await expect(page.getByRole('dialog').locator('[data-selected]')).toContainText('SP61 · Mật ong hoa rừng')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'SP61' })).toBeVisible()
    await expect(find(page)).toHaveValue('SP61')
    await expect(rows(page)).toHaveCount(2)
    expect(await address(page)).toBe('#/products?query=SP61&edit=61')
  })
})
