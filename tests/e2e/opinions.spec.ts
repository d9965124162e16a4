import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { addMonths } from '../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { completeDossiers, registeredAgain } from '../helpers/written-round.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

test('products are evaluated again by written opinions: forms, answers by keys, a meeting, a decision, the register', async ({
  page,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  const year = new Date().getFullYear()
  const { registrationIds } = await registeredAgain(client, { products: 2, year, recognisedOn: '2023-07-30' })
  await completeDossiers(client, registrationIds, '2026-05-25')

  await page.keyboard.press('Alt+g')
  await page.getByRole('link', { name: 'Lấy ý kiến' }).press('Enter')
  await expect(page.getByText('Chưa có đợt lấy ý kiến nào')).toBeVisible()
  await page.keyboard.press('Alt+n')
  const make = page.getByRole('dialog', { name: 'Lập đợt lấy ý kiến' })
  await make.getByLabel('Ngày gửi phiếu').fill('01/06/2026')
  await make.getByLabel('Hạn trả lời').fill('10/06/2026')
  await make.getByLabel('Chọn cả 2 hồ sơ đủ').press('Space')
  await expectAccessible(page)
  await make.getByRole('button', { name: 'Lập đợt với 2 sản phẩm' }).press('Enter')

  await expect(page.getByRole('heading', { name: 'Lấy ý kiến bằng văn bản: đợt 1/2026' })).toBeVisible()
  await page.getByRole('button', { name: 'Gửi phiếu, nhắc' }).press('Enter')
  const sendings = page.getByRole('dialog', { name: 'Gửi phiếu lấy ý kiến' })
  await sendings.getByRole('button', { name: 'Chọn 3 người chưa gửi phiếu' }).press('Enter')
  await sendings.getByLabel('Kèm văn bản số').fill('125/SNNMT-PTNT')
  await page.keyboard.press('Enter')
  await expect(sendings.getByText('hệ thống quản lý văn bản, 125/SNNMT-PTNT')).toHaveCount(3)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Phiếu lấy ý kiến (3)' }).press('Enter')
  await expect(page.getByTestId('preview').getByText('Trang 1/3')).toBeVisible()
  await page.goBack()

  const seat = (product: number, member: number) =>
    page.getByRole('button', { name: new RegExp(`^Sản phẩm SP${product}, Thành viên TV${member}:`) })
  // Without a day nothing is taken, and no key is lost unsaid.
  await page.getByLabel('Ngày nhận phiếu').fill('31/02/2026')
  await seat(1, 1).focus()
  await page.keyboard.press('1')
  await expect(page.getByRole('alert')).toContainText('Ngày nhận phiếu chưa đúng')
  await expect(seat(1, 1)).toBeFocused()
  await page.getByLabel('Ngày nhận phiếu').fill('05/06/2026')
  // A press beside the mark is one on the seat.
  const beside = await page
    .getByRole('cell')
    .filter({ has: seat(2, 3) })
    .boundingBox()
  await page.mouse.click((beside?.x ?? 0) + 3, (beside?.y ?? 0) + (beside?.height ?? 0) - 3)
  await expect(page.getByRole('dialog', { name: 'Ý kiến của Thành viên TV3' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(seat(2, 3)).toBeFocused()
  await seat(1, 1).focus()
  // Down the forms of the first two members, then the third's.
  for (const key of ['1', '1', 'd', '2']) await page.keyboard.press(key)
  await expect(seat(2, 2)).toHaveText('K')
  await expect(seat(1, 3)).toBeFocused()
  await page.keyboard.press('a')
  await expect(seat(1, 3)).toHaveText('Đ')
  await expect(seat(2, 3)).toHaveText('Đ')
  await expect(page.getByRole('status').filter({ hasText: 'thống nhất 1, chuyển họp 1' })).toBeVisible()
  await expectAccessible(page)
  // What already says so is agreed again, and the next seat comes: nothing is asked.
  await seat(1, 3).focus()
  await page.keyboard.press('1')
  await expect(seat(2, 3)).toBeFocused()

  // What stands there already is corrected for a reason.
  await seat(2, 3).focus()
  await page.keyboard.press('0')
  const correct = page.getByRole('dialog', { name: 'Ý kiến của Thành viên TV3' })
  await correct.getByLabel('Lý do không lấy ý kiến').fill('Người thân là chủ thể')
  await correct.getByLabel('Lý do sửa').fill('Đọc nhầm phiếu')
  await page.keyboard.press('Enter')
  await expect(seat(2, 3)).toHaveText('–')

  await page.getByRole('button', { name: 'Khóa đợt' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Khóa đợt' }).press('Enter')
  await page.getByRole('button', { name: 'Chuyển họp 1 sản phẩm' }).press('Enter')
  const meeting = page.getByRole('dialog', { name: 'Chuyển họp 1 sản phẩm' })
  await meeting.getByLabel('Ngày họp').fill('20/06/2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Phiên đợt 1/2026, ngày 20/06/2026' })).toBeVisible()

  // What lacks stands among the deadlines, one click away from here.
  await page.keyboard.press('Alt+1')
  await page.getByRole('link', { name: '1 sản phẩm chưa có quyết định công nhận lại' }).press('Enter')
  await page.getByRole('button', { name: 'Dự thảo quyết định công nhận lại 1 sản phẩm' }).press('Enter')
  await expect(page.getByTestId('preview').getByText('Trang 1/')).toBeVisible()
  await page.getByRole('button', { name: 'Lấy số' }).press('Enter')
  const numbering = page.getByRole('dialog')
  await numbering.getByRole('button', { name: 'Lấy số' }).press('Enter')
  await expect(page.getByTestId('paper-numbers').getByText('01/QĐ-UBND')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('Đã công nhận lại')).toBeVisible()
  await page.getByRole('button', { name: 'Giấy chứng nhận', exact: true }).press('Enter')
  const certificates = page.getByRole('dialog', { name: 'Giấy chứng nhận' })
  await certificates.getByRole('button', { name: 'Cấp số theo Quyết định 01/QĐ-UBND' }).press('Enter')
  await expect(certificates.getByRole('cell', { name: '01/GCN-UBND' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByText('Giấy chứng nhận 01/GCN-UBND')).toBeVisible()

  await page.getByRole('link', { name: 'Phiên đợt 1/2026' }).press('Enter')
  await expect(page.getByText('Chuyển từ lấy ý kiến bằng văn bản:')).toBeVisible()
  await page.keyboard.press('Alt+g')
  const row = page.getByRole('row', { name: /Sản phẩm SP1/ })
  await expect(row).toContainText('01/QĐ-UBND')
  await expect(row).toContainText('01/GCN-UBND')
  // 36 months from the day of the decision, which is today's.
  await expect(row).toContainText(formatDate(addMonths(vietnamDay(new Date()), 36)))
  await expect(page.getByRole('row', { name: /Sản phẩm SP2/ })).toContainText('30/07/2026')
})
