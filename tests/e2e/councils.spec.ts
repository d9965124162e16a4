import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { createFile } from './open-file.ts'
import { excelCells } from './prepare-session.ts'

test('a council with its members is set up by the keyboard alone, and is there after a reload', async ({ page }) => {
  await createFile(page)
  const { keyboard } = page
  await keyboard.press('Alt+3')
  await expect(page.getByText('Chưa có Hội đồng nào')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Lập Hội đồng' }).focus()
  await keyboard.press('Enter')

  await expect(page.getByLabel('Tên Hội đồng')).toBeFocused()
  await keyboard.type('Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('Phú Thọ')
  await keyboard.press('Tab')
  await keyboard.type('1234/QĐ-UBND')
  await keyboard.press('Tab')
  await keyboard.type('15/6/2026')
  await keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Thành viên (0)' })).toBeVisible()
  await page.getByLabel('Họ và tên, thành viên mới').focus()
  for (const [place, name] of ['Chủ tịch Hội đồng', 'Thư ký Hội đồng', 'Ủy viên thứ nhất'].entries()) {
    await keyboard.type(name)
    await keyboard.press('Tab')
    await keyboard.type('Lãnh đạo đơn vị')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: `Thành viên (${place + 1})` })).toBeVisible()
    await expect(page.getByLabel('Họ và tên, thành viên mới')).toBeFocused()
  }
  await expect(page.getByText(/^Đã lưu \d\d:\d\d:\d\d$/)).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Họ và tên, thành viên TV03').focus()
  await keyboard.press('Alt+ArrowUp')
  const names = page.getByLabel(/^Họ và tên, thành viên TV/)
  await expect(names.nth(1)).toHaveValue('Ủy viên thứ nhất')

  await page.reload()
  await expect(names.nth(0)).toHaveValue('Chủ tịch Hội đồng')
  await expect(names.nth(1)).toHaveValue('Ủy viên thứ nhất')
  await expect(page.getByLabel('Ngày quyết định thành lập')).toHaveValue('15/06/2026')
  await expect(page.getByRole('combobox', { name: 'Vai trò, thành viên TV01' })).toHaveValue('Chủ tịch')
})

test('a field that is left empty says so, keeps nothing, and Escape brings the saved text back', async ({
  page,
  host,
}) => {
  await createFile(page)
  await page.keyboard.press('Alt+3')
  await page.getByRole('link', { name: 'Lập Hội đồng' }).click()
  await page.getByLabel('Tên Hội đồng').fill('Hội đồng OCOP tỉnh')
  await page.getByLabel('Tỉnh, thành phố').fill('Phú Thọ')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Thành viên (0)' })).toBeVisible()
  const province = page.getByLabel('Tỉnh, thành phố')
  await province.fill('')
  await province.press('Enter')
  await expect(page.getByText('Không được để trống')).toBeVisible()
  await province.press('Escape')
  await expect(province).toHaveValue('Phú Thọ')

  // Members that are pasted come in above the row of the next one, which has the focus and stays in sight.
  const next = page.getByLabel('Họ và tên, thành viên mới')
  await next.focus()
  const members = Array.from({ length: 16 }, (_, index) => [`Người thứ ${index + 1} của Hội đồng`, 'Ủy viên'])
  await host.clipboard.write(excelCells(['Họ và tên', 'Chức danh trong HĐ'], ...members))
  await page.keyboard.press('Control+V')
  await expect(page.getByTestId('pasted-sum')).toHaveText('16 dòng mới')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Thành viên (16)' })).toBeVisible()
  await expect(next).toBeFocused()
  await expect(next).toBeInViewport({ ratio: 0.9 })
})
