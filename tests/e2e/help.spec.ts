import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { openSample } from './open-file.ts'

test('F1 opens the guide at what is on screen, over screens and dialogs, finds without accents, and gives the focus back', async ({
  page,
}) => {
  const help = page.getByRole('dialog', { name: 'Hướng dẫn', exact: true })
  const text = (name: string) => help.getByRole('region', { name })
  const { keyboard } = page

  // Before any file is open.
  await expect(page.getByRole('heading', { name: 'Làm việc với tệp nào?' })).toBeVisible()
  await keyboard.press('F1')
  await expect(text('Màn hình bắt đầu')).toBeVisible()
  await keyboard.press('Escape')
  await expect(help).toHaveCount(0)

  await openSample(page, 'Cấp tỉnh, năm 2026')
  await keyboard.press('Alt+3')
  const add = page.getByRole('link', { name: 'Lập Hội đồng' })
  await add.focus()
  await keyboard.press('F1')
  await expect(text('Hội đồng')).toBeVisible()
  await expect(help.getByRole('textbox')).toBeFocused()
  await expectAccessible(page)

  // Found without accents, by the keyboard; the work behind hears none of it.
  await keyboard.type('doi chieu mot van ban giay')
  await expect(help.getByRole('listitem').first()).toContainText('10. Nhật ký')
  await keyboard.press('Enter')
  await expect(text('10. Nhật ký')).toContainText('Mã kiểm chứng')
  await help.getByRole('textbox').fill('zzqq')
  await expect(help.getByText('Không có mục nào')).toBeVisible()
  await keyboard.press('F1')
  await expect(help).toHaveCount(0)
  await expect(add).toBeFocused()

  // Within a dialog: its own section; Escape closes the guide and leaves the dialog, which has the focus back.
  await keyboard.press('Control+k')
  await keyboard.type('thoi han trong nam')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Việc nào phải xong trước ngày nào?' })).toBeVisible()
  await keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: /^Văn bản quy định thời hạn/ })
  const number = dialog.getByRole('textbox', { name: 'Số, ký hiệu' })
  await number.fill('638')
  await keyboard.press('F1')
  await expect(text('Văn bản quy định thời hạn')).toBeVisible()
  await keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(number).toBeFocused()
  await expect(number).toHaveValue('638')
  await keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ nội dung' }).click()
  await expect(dialog).toHaveCount(0)

  // A scoring screen: its keys are the guide's while it is open.
  await keyboard.press('Alt+4')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  const tabs = page.getByRole('navigation', { name: 'Các phần của phiên họp' })
  await tabs.getByRole('link', { name: 'Chấm điểm' }).click()
  await expect(page.getByTestId('board')).toBeVisible()
  await keyboard.press('F1')
  await expect(text('Chấm điểm')).toContainText('xác nhận phiếu')
  await expect(text('Chấm điểm').getByRole('img')).toHaveJSProperty('complete', true)

  // All of it on paper, and nothing else of the page.
  await page.evaluate(() => {
    Object.assign(window, {
      print: () =>
        void document.body.setAttribute(
          'data-printed',
          String(document.querySelectorAll('body > article section').length),
        ),
    })
  })
  await help.getByRole('button', { name: 'In toàn bộ hướng dẫn' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', /^[4-9]\d$/)
  await expect(page.locator('body > article')).toHaveCount(0)
})
