import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { sampleCouncil } from '../helpers/sample-council.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { openSample } from './open-file.ts'

const year = Number(vietnamDay(new Date()).slice(0, 4)) + 1

test('a year begins with the council of the year before, a member retires, and the count says that no ballot went along', async ({
  page,
}) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  const [former] = await client.councils.list()
  const members = former?.members ?? []
  // A council of a level that evaluates no more stays behind, and its form does not stand below the count.
  await client.councils.save({
    fields: { ...sampleCouncil(), name: 'Hội đồng OCOP cấp huyện', level: 'district', district: 'Cao Phong' },
  })
  const [first] = members
  await page.keyboard.press('Alt+3')
  await page.getByRole('link', { name: 'Mở năm mới' }).click()
  await expect(page.getByRole('heading', { name: 'Năm mới bắt đầu từ những gì?' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Năm cần mở' }).click()
  await page.getByRole('option', { name: `Năm ${year}` }).click()
  await expect(page.getByText(`Mở năm ${year} từ dữ liệu năm`)).toBeVisible()
  await page.setViewportSize({ width: 683, height: 384 })
  await page.goBack()
  await page.goForward()
  await expect(page.getByRole('textbox', { name: 'Số quyết định thành lập' })).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 1366, height: 768 })
  await expectAccessible(page)

  // Without the chair: somebody else is to be one, and a reason is asked for.
  await page.getByRole('checkbox', { name: `${first?.code} · ${first?.name}` }).uncheck()
  await expect(page.getByText('Chưa có Chủ tịch')).toBeVisible()
  const begin = page.getByRole('button', { name: `Mở năm ${year}` })
  await expect(begin).toBeDisabled()
  await page.getByRole('textbox', { name: /^Lý do 1 thành viên/ }).fill('Nghỉ hưu')
  await page.getByRole('textbox', { name: 'Số quyết định thành lập' }).fill('05/QĐ-UBND')
  await page.getByRole('textbox', { name: 'Ngày quyết định thành lập' }).fill('5/1')
  await expect(begin).toBeDisabled()
  await page.getByRole('textbox', { name: 'Ngày quyết định thành lập' }).fill(`5/1/${year}`)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const asked = page.getByRole('dialog', { name: 'Có đúng như vậy không?' })
  await expect(asked).toContainText('Hội đồng của năm mới chưa có Chủ tịch.')
  await asked.getByRole('button', { name: 'Vẫn làm' }).click()

  await expect(page.getByRole('heading', { name: `Đã mở năm ${year}` })).toBeVisible()
  const row = page.getByRole('row', { name: /^Phiếu đánh giá/ })
  await expect(row).toHaveText(/Phiếu đánh giá(\d+) → \1(0) → \2$/)
  await expect(
    page.getByText(`chép ${members.length - 1} trên ${members.length} thành viên; 1 thành viên thôi`),
  ).toBeVisible()
  await expect(begin).toHaveCount(0)
  await expect(page.getByRole('button', { name: `Cho 1 Hội đồng còn lại vào năm ${year}` })).toBeVisible()
  expect(await client.councils.list()).toHaveLength(3)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Xem và in bảng kiểm kê' }).click()
  await expect(page.getByRole('heading', { name: 'Bảng kiểm kê khi mở năm mới' })).toBeVisible()

  // The former council keeps the retired one in its sessions; called back by its page.
  await page.keyboard.press('Alt+3')
  await page.getByRole('link', { name: `Tiếp tục từ năm ${year}` }).waitFor()
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await page.getByRole('button', { name: `Gọi lại ${first?.name}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Ghi nhầm')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: `Cho ${first?.name} thôi tham gia` }).click()
  await expect(dialog.getByRole('textbox', { name: 'Lý do thôi tham gia' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.goto(`${page.url().replace(/#.*$/, '')}#/years`)
  await expect(page.getByRole('heading', { name: 'Các năm của tệp thế nào?' })).toBeVisible()
  await expectAccessible(page)

  // Two councils of one name: their years are said, and the one that can act on the day is proposed, there and in a written round.
  await page.goto(`${page.url().replace(/#.*$/, '')}#/sessions/new`)
  const chooser = page.getByRole('combobox', { name: 'Hội đồng' })
  await expect(chooser).toHaveValue(`${former?.name} (đến hết năm ${year - 1})`)
  await page.getByRole('textbox', { name: 'Ngày họp' }).fill(`10/1/${year}`)
  await expect(chooser).toHaveValue(`${former?.name} (năm ${year})`)
  await page.goto(`${page.url().replace(/#.*$/, '')}#/opinions`)
  await expect(page.getByRole('heading', { name: 'Lấy ý kiến bằng văn bản' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(chooser).toHaveValue(`${former?.name} (đến hết năm ${year - 1})`)
  await page.getByRole('textbox', { name: 'Ngày gửi phiếu' }).fill(`10/1/${year}`)
  await expect(chooser).toHaveValue(`${former?.name} (năm ${year})`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ nội dung' }).click()

  // What a closed year refuses says where it is opened again, and leads there.
  const closed = year - 2
  const [product] = (await client.products.list({ limit: 1, offset: 0 })).products
  await client.registrations.save({ fields: { productId: product?.id ?? 0, year: closed, application: 'new' } })
  await client.years.close({ year: closed })
  await page.goto(`${page.url().replace(/#.*$/, '')}#/sessions/new?council=${former?.id}`)
  await page.getByRole('textbox', { name: 'Ngày họp' }).fill(`10/1/${closed}`)
  await page.keyboard.press('Enter')
  const refused = page.getByRole('alert').filter({ hasText: `Sổ năm ${closed} đã khóa` })
  await refused.getByRole('link', { name: 'Các năm' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Các năm của tệp thế nào?' })).toBeVisible()
})
