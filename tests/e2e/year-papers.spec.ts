import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { addDays, addMonths } from '../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import { sampleProduct } from '../helpers/sample-council.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { brokenDates } from '../helpers/broken-dates.ts'
import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

// What the year asks an office to write, from the register of certificates to its page of papers.

/** Decided so that it is filed between 30 days ago and 30 days from now. */
const decided = addMonths(addDays(vietnamDay(new Date()), 150), -36)

const rows = [
  ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định'],
  ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong', 4, 74.5, '3163/QĐ-UBND', dateCell('2019-12-30')],
  ['Chè Pà Cò', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu', 3, 60.25, '120/QĐ-UBND', dateCell(decided)],
]

test('lists and letters are written from the register, and a certificate tells of its letter', async ({ page }) => {
  await createFile(page)
  const client = await hostClient(page)
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
  const office = { level: 'province', province: 'tỉnh Phú Thọ', district: '', unit: '', abbreviation: '' } as const
  await client.officePapers.setOffice(office)
  await page.keyboard.press('Alt+g')

  await expect(page.getByRole('row', { name: /Cam lòng vàng/ })).toContainText('30/12/2022')
  for (const size of [
    { width: 1093, height: 570 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(size)
    expect(await brokenDates(page)).toEqual([])
  }
  const write = page.getByRole('button', { name: 'Lập văn bản' })
  await write.click()
  await page.getByRole('menuitem', { name: 'Danh mục sản phẩm hết hạn Giấy chứng nhận' }).click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByLabel('2022 (1)').check()
  await dialog.getByRole('button', { name: 'Mở văn bản' }).click()
  await expect(page.getByTestId('preview').getByText('Trang 1/2')).toBeVisible()
  await page.goBack()

  await write.click()
  await page.getByRole('menuitem', { name: 'Thư mời đánh giá lại sản phẩm' }).click()
  await expect(dialog.getByText('Cần viết 1 thư cho 1 giấy chứng nhận.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Mở 1 thư' }).click()
  await expect(page.getByTestId('preview').getByText('Trang 1/')).toBeVisible()
  await page.getByRole('button', { name: 'Lấy số' }).click()
  await dialog.getByRole('button', { name: 'Lấy số' }).click()
  const numbers = page.getByTestId('paper-numbers')
  await numbers.getByRole('button', { name: 'Ghi đã gửi' }).click()
  await numbers.getByRole('button', { name: /Ghi đã gửi/ }).click()
  await expect(numbers.getByText(/Đã gửi ngày/)).toBeVisible()

  await page.keyboard.press('Alt+g')
  const today = formatDate(vietnamDay(new Date()))
  await expect(page.getByRole('row', { name: /Chè Pà Cò/ })).toContainText(`Đã gửi thư số 01/SNNMT-PTNT ngày ${today}`)
  await write.click()
  await page.getByRole('menuitem', { name: 'Thư mời đánh giá lại sản phẩm' }).click()
  await expect(dialog.getByText('1 giấy chứng nhận đã có thư, không viết lại.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Mở 0 thư' })).toBeDisabled()
  await dialog.getByLabel(/Viết cả cho giấy chứng nhận đã có thư/).check()
  await expect(dialog.getByRole('button', { name: 'Mở 1 thư' })).toBeEnabled()
  await page.keyboard.press('Escape')

  await write.click()
  await page.getByRole('menuitem', { name: 'Sổ cấp Giấy chứng nhận' }).click()
  await expect(page.getByTestId('preview').getByText('Trang 1/1')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lấy số' })).toHaveCount(0)
})

test('the list of what is registered can be asked for before anything is recognised', async ({ page }) => {
  await createFile(page)
  await page.keyboard.press('Alt+g')
  await expect(page.getByText('Tệp chưa có giấy chứng nhận nào')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lập văn bản' })).toHaveCount(0)
  const client = await hostClient(page)
  const { id: productId } = await client.products.save({ fields: sampleProduct(1) })
  await client.registrations.save({ fields: { productId, year: 2026, application: 'new' } })

  // The page still has no certificate to show, and all its ways.
  await expect(page.getByRole('button', { name: 'Lập văn bản' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Thống kê', exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('danh muc dang ky')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Năm đăng ký')).toBeFocused()
  await dialog.getByLabel('Năm đăng ký').fill('2026')
  await dialog.getByRole('button', { name: 'Mở văn bản' }).click()
  await expect(page.getByLabel('Tỉnh, thành phố')).toBeFocused()
  // Going back opens no dialog again.
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Giấy chứng nhận', exact: false })).toBeVisible()
  await expect(dialog).toHaveCount(0)
})
