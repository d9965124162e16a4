import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { independentSteps } from './independent-steps.ts'
import { createFile, openSample } from './open-file.ts'

test('the empty list says what to do first, and a session needs one Enter', async ({ page }) => {
  await createFile(page)
  await page.keyboard.press('Alt+4')
  await expect(page.getByText('Chưa có phiên họp nào')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Alt+n')
  await page.getByRole('link', { name: 'Lập Hội đồng' }).click()
  await page.getByLabel('Tên Hội đồng').fill('Hội đồng OCOP tỉnh')
  await page.getByLabel('Tỉnh, thành phố').fill('Phú Thọ')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Thành viên (0)' })).toBeVisible()

  await page.keyboard.press('Alt+4')
  await expect(page.getByRole('heading', { name: 'Tệp này có những phiên họp nào?' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('Ngày họp')).toBeFocused()
  await expect(page.getByRole('combobox', { name: 'Hội đồng' })).toHaveValue('Hội đồng OCOP tỉnh')
  await expectAccessible(page)
  await page.getByLabel('Ngày họp').fill('21/05/2026')
  await expect(page.getByRole('combobox', { name: 'Bộ quy định' })).toHaveValue(/^QĐ 148, QĐ 1489/)
  await page.getByLabel('Ngày họp').fill('22/05/2026')
  await expect(page.getByRole('combobox', { name: 'Bộ quy định' })).toHaveValue(/^QĐ 26\/2026/)
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/#\/sessions\/\d+$/)
  await page.keyboard.press('Alt+4')
  const row = page.getByRole('row', { name: /Hội đồng OCOP tỉnh, Đợt 1\/2026/ })
  await expect(row).toContainText('22/05/2026')
  await expect(row).toContainText('Đang chuẩn bị')
  await expect(row.getByRole('link', { name: 'nhập thành viên' })).toBeVisible()
  await expectAccessible(page)
})

test('the screens of a file are accessible, narrow enough, and save field by field', async ({ page }) => {
  test.slow()
  await independentSteps({
    'start, today and settings are accessible in light and dark': async () => {
      await expect(page.getByRole('heading', { name: 'Làm việc với tệp nào?' })).toBeVisible()
      await expectAccessible(page)
      await openSample(page, 'Cấp huyện, năm 2024')
      await expect(page.getByRole('link', { name: 'khóa phiên họp' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Alt+9')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      // Whoever wants no motion is given none: a fade of however short a time makes every change of style cost tens of them.
      expect(await page.evaluate(() => getComputedStyle(document.body).transitionDuration)).toBe('0s')
    },
    'the rules of the day that give a level nothing to score say so before anything is made': async () => {
      await page.keyboard.press('Alt+4')
      await expect(page.getByRole('heading', { name: 'Tệp này có những phiên họp nào?' })).toBeVisible()
      await page.keyboard.press('Alt+n')
      await page.getByLabel('Ngày họp').fill('20/11/2026')
      await expect(page.getByText(/Theo QĐ 26\/2026 .* cấp huyện không chấm điểm/)).toBeVisible()
      await expect(page.getByRole('button', { name: 'Lập phiên họp' })).toBeDisabled()
      await page.getByLabel('Ngày họp').fill('20/11/2024')
      await expect(page.getByRole('combobox', { name: 'Bộ quy định' })).toHaveValue(/^QĐ 148 /)
      await expect(page.getByLabel('Đợt', { exact: true })).toHaveValue('2')
    },
    'facts save themselves field by field, and name the sealed rules by their SHA-256': async () => {
      await page.keyboard.press('Alt+4')
      await page.getByRole('table').getByRole('link').first().click()
      await page.getByRole('link', { name: 'Thông tin' }).click()
      const place = page.getByLabel('Địa điểm')
      await place.fill('Hội trường A')
      await place.press('Enter')
      const threshold = page.getByLabel('Ngưỡng đề nghị (điểm)')
      await threshold.fill('101')
      await threshold.press('Enter')
      await expect(page.getByText('Nhập số nguyên từ 0 đến 100')).toBeVisible()
      await threshold.fill('72')
      await threshold.press('Enter')
      await expect(page.getByText(/^Đã lưu /)).toBeVisible()
      await page.reload()
      await expect(place).toHaveValue('Hội trường A')
      await expect(threshold).toHaveValue('72')

      await expect(page.getByText('4 điểm cần lưu ý về QĐ 148')).toBeVisible()
      await page.getByText('Mã SHA-256 của từng bản').click()
      await expect(page.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Xóa phiên họp' }).click()
      await expect(page.getByText('Phiên họp đã có phiếu điểm nên không xóa được.')).toBeVisible()
    },
    'nothing scrolls the page sideways at 200 %': async () => {
      await page.setViewportSize({ width: 683, height: 384 })
      for (const [screen, title] of Object.entries(screens)) {
        await page.evaluate((hash) => void (location.hash = hash), `#${screen}`)
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
        const wide = await page.evaluate(() =>
          [document.documentElement, document.querySelector('main')].map((part) =>
            part === null ? 0 : part.scrollWidth - part.clientWidth,
          ),
        )
        expect(wide, screen).toEqual([0, 0])
      }
    },
  })
})

const screens = {
  '/products': 'Có những sản phẩm nào?',
  '/councils': 'Tệp này có những Hội đồng nào?',
  '/councils/new': 'Lập Hội đồng nào?',
  '/sessions': 'Tệp này có những phiên họp nào?',
  '/sessions/new': 'Lập phiên họp nào?',
  '/sessions/import': 'Tệp Excel này có nhập được không?',
  '/sessions/1/facts': 'Phiên họp khi nào, theo quy định nào?',
  '/certificates': 'Giấy chứng nhận nào còn hiệu lực, đến khi nào?',
  '/deadlines': 'Việc nào phải xong trước ngày nào?',
  '/audit': 'Ai đã làm gì, khi nào?',
  '/settings': 'Ứng dụng được thiết lập thế nào?',
  '/': 'Hôm nay cần làm gì?',
}
