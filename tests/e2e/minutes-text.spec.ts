import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { independentSteps } from './independent-steps.ts'
import { openSample } from './open-file.ts'

test('what was written and concluded stands in minutes, results and documents', async ({ page }) => {
  test.slow()
  await openSample(page, 'Cấp huyện, năm 2024')
  await independentSteps({
    'what the secretary writes on the closing page is printed in the minutes': async () => {
      await page.evaluate(() => void (location.hash = '/sessions/1/closing'))
      await page.getByLabel('Bắt đầu họp lúc').fill('8h05')
      await page.getByLabel('Kết thúc lúc').fill('1640')
      await page
        .getByLabel('Nội dung thảo luận')
        .fill('Ủy viên đề nghị làm rõ nguồn nguyên liệu.\nChủ thể đã giải trình.')
      await page.getByLabel('Nội dung thảo luận').blur()
      await expect(page.getByLabel('Bắt đầu họp lúc')).toHaveValue('08:05')
      await expect(page.getByLabel('Kết thúc lúc')).toHaveValue('16:40')
      await expectAccessible(page)

      await page.evaluate(() => void (location.hash = '/sessions/1/documents?kind=minutes'))
      const preview = page.getByTestId('preview')
      await expect(preview.locator('[data-page="1"]')).toContainText('08 giờ 05, ngày 22 tháng 10 năm 2024', {
        timeout: 30_000,
      })
      for (const [number, text] of [
        [5, 'Chủ thể đã giải trình.'],
        [6, 'Cuộc họp kết thúc vào 16 giờ 40'],
      ] as const) {
        await preview.getByRole('button', { name: `Đến trang ${number}` }).click()
        await expect(preview.locator(`[data-page="${number}"]`)).toContainText(text)
      }
    },
    'results and documents say which products nobody recognises, and by what article': async () => {
      for (const [place, title] of [
        ['results', 'Sản phẩm nào đủ điều kiện đề nghị cấp tỉnh?'],
        ['documents', 'Văn bản nào đã sẵn sàng?'],
      ] as const) {
        await page.evaluate((to) => void (location.hash = `/sessions/1/${to}`), place)
        // Both have the list: the one of before is not to be folded away.
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
        const told = page.getByTestId('unrecognised')
        await told.locator('summary').click()
        await expect(told.getByRole('listitem').filter({ hasText: 'Tinh dầu sả chanh' })).toContainText(
          '3 sao, được gửi lên cấp tỉnh vì điểm trung bình (khoản 1 Phụ lục II Quyết định số 148/QĐ-TTg)',
        )
        await expectAccessible(page)
      }
    },
    'a star below the result is concluded with its reason alone, and none above is offered': async () => {
      await page.evaluate(() => void (location.hash = '/sessions/1/results?item=1'))
      await page.getByRole('combobox', { name: 'Hạng kết luận' }).click()
      await expect(page.getByRole('option')).toHaveText(['4 sao', '3 sao', '2 sao', '1 sao', 'không đạt sao'])
      await page.getByRole('option', { name: '3 sao' }).click()
      await expect(page.getByRole('button', { name: 'Ghi kết luận' })).toBeDisabled()
      await page.getByLabel('Lý do khác với kết quả chấm').fill('Nguồn nguyên liệu chưa ổn định')
      await page.getByRole('button', { name: 'Ghi kết luận' }).click()
      await expect(page.getByText('Hội đồng kết luận: 3 sao')).toBeVisible()
    },
  })
})
