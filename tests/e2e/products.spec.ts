import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { createFile, openSample } from './open-file.ts'

test('products are found without accents, by any words in any order', async ({ page }) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.keyboard.press('Alt+2')
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(13)
  await expectAccessible(page)

  const name = await rows.nth(1).getByRole('cell').nth(1).innerText()
  const folded = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  expect(folded).not.toBe(name)
  await page.keyboard.press('/')
  await expect(page.getByLabel('Tìm sản phẩm')).toBeFocused()
  await page.keyboard.type(folded.toLowerCase().split(' ').toReversed().join(' '))
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible()

  await page.getByLabel('Tìm sản phẩm').fill('không có sản phẩm nào như vậy')
  await expect(page.getByText('Không có sản phẩm nào phù hợp.')).toBeVisible()
  await page.getByRole('button', { name: 'Xóa nội dung tìm' }).click()
  await expect(rows).toHaveCount(13)
})

test('products are added one after the other by the keyboard', async ({ page }) => {
  await createFile(page)
  const { keyboard } = page
  await keyboard.press('Alt+2')
  await expect(page.getByText('Tệp chưa có sản phẩm nào')).toBeVisible()
  await keyboard.press('Alt+n')
  const drawer = page.getByRole('dialog', { name: 'Thêm sản phẩm' })
  await expect(drawer.getByLabel('Tên sản phẩm')).toBeFocused()
  await expectAccessible(page)
  await keyboard.type('Mật ong hoa rừng')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('mật ong, mật khác')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(drawer.getByRole('combobox', { name: 'Bộ sản phẩm' })).toHaveValue(/^4\./)
  await keyboard.press('Tab')
  await keyboard.type('Hợp tác xã Ong Mường')
  await keyboard.press('Enter')
  await expect(drawer.getByText('Đã thêm SP001 · Mật ong hoa rừng.', { exact: false })).toBeVisible()
  await expect(drawer.getByLabel('Mã sản phẩm')).toHaveValue('SP002')
  await expect(drawer.getByLabel('Tên sản phẩm')).toBeFocused()
  await keyboard.type('Phấn hoa')
  await keyboard.press('Enter')
  await expect(drawer.getByText('Đã thêm SP002 · Phấn hoa.', { exact: false })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3)
})
