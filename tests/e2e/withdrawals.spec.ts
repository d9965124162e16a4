import { addDays } from '../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

/** The certificate is in force, and the decision late, whenever the tests run. */
const recently = addDays(vietnamDay(new Date()), -30)
const days = {
  found: formatDate(addDays(recently, 4)),
  concluded: formatDate(addDays(recently, 8)),
  due: formatDate(addDays(recently, 23)),
  decided: formatDate(addDays(recently, 26)),
}

const rows = [
  ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
  ['Chè Pà Cò', 'HTX Mai Châu', 'xã Pà Cò', 3, '120/QĐ-UBND', dateCell(recently)],
]

test('a certificate is withdrawn from its product’s time: case, conclusion, decision, by keys alone', async ({
  page,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
  await page.keyboard.press('Alt+g')
  await page.getByRole('button', { name: 'Chè Pà Cò' }).press('Enter')
  await page.getByRole('button', { name: 'Mở việc thu hồi' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Mở việc thu hồi' })
  await expect(dialog.getByRole('radio')).toHaveCount(7)
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await expect(dialog.getByText('điểm đ khoản 1 Điều 8 Quyết định số 26/2026/QĐ-TTg')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('radio', { name: /không còn hoạt động sản xuất/ }).press('Space')
  await dialog.getByLabel('Sự việc').fill('Cơ sở đã dừng sản xuất từ tháng 3')
  await dialog.getByLabel('Ngày phát hiện').fill(days.found)
  await dialog.getByLabel('Cơ quan kết luận, xác nhận', { exact: true }).fill('UBND xã Pà Cò')
  await dialog.getByLabel('Ngày kết luận, xác nhận').fill(days.concluded)
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Mở việc thu hồi' })).toHaveCount(0)
  await page.getByRole('link', { name: /Việc thu hồi: Chủ thể OCOP/ }).press('Enter')

  const row = page.getByRole('row', { name: /Chè Pà Cò/ })
  await expect(row).toContainText(`Quyết định chậm nhất ngày ${days.due}`)
  await expect(row).toContainText('Quá hạn ra quyết định')
  await expectAccessible(page)
  await row.getByRole('button', { name: 'Ghi quyết định thu hồi' }).press('Enter')
  await page.getByLabel('Số quyết định').fill('99/QĐ-UBND')
  await page.getByLabel('Ngày quyết định').fill(days.decided)
  await page.keyboard.press('Enter')
  await expect(row).toContainText(`Quyết định số 99/QĐ-UBND, ngày ${days.decided}`)
  await page.getByRole('main').getByRole('link', { name: 'Giấy chứng nhận' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Đã thu hồi 1' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Chè Pà Cò/ })).toContainText(`Thu hồi từ ${days.decided}`)
})
