import { addDays } from '../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

/** In force whenever the tests run. */
const recently = addDays(vietnamDay(new Date()), -30)

const rows = [
  ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
  ['Chè Pà Cò', 'HTX Mai Châu', 'xã Pà Cò', 3, '120/QĐ-UBND', dateCell(recently)],
  ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 4, '121/QĐ-UBND', dateCell(recently)],
  ['Mật ong hoa rừng', 'HTX Mường Bi', 'xã Thu Phong', 3, '19/QĐ-UBND', dateCell('2019-12-30')],
]

test('a route is planned, inspected, followed up and led to a withdrawal, by keys', async ({ page }) => {
  await createFile(page)
  const client = await hostClient(page)
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
  const office = { province: 'tỉnh Phú Thọ', district: '', unit: '', abbreviation: '' }
  await client.officePapers.setOffice({ level: 'province', ...office })
  await page.keyboard.press('Alt+g')
  await page.getByRole('link', { name: 'Kiểm tra logo' }).press('Enter')
  await expect(page.getByText(/chưa có kế hoạch kiểm tra/)).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Alt+n')
  await page.getByLabel('Tên tuyến').fill('Tuyến 1')
  await page.getByLabel('Thành phần đoàn kiểm tra').fill('Sở Công Thương: chuyên viên')
  await page.getByLabel('Tên tuyến').press('Enter')
  await expect(page.getByText('Tuyến này chưa có sản phẩm.')).toBeVisible()
  await page.keyboard.press('Alt+c')
  const picking = page.getByRole('dialog', { name: 'Chọn sản phẩm cho Tuyến 1' })
  // One whose certificate lapsed is offered like the others.
  await expect(picking.getByText(/Mật ong hoa rừng.*Hết hạn/)).toBeVisible()
  await expectAccessible(page)
  await picking.getByRole('button', { name: 'Đưa 3 sản phẩm vào tuyến' }).press('Enter')
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await expect(row('Mật ong hoa rừng')).toContainText('Đã hết hạn')
  await expectAccessible(page)

  // Nothing was found at two of them: a box each, a day that stands there, Enter.
  for (const name of ['Chè Pà Cò', 'Cam lòng vàng']) await row(name).getByRole('checkbox').press('Space')
  const bulk = page.getByRole('form', { name: 'Sản phẩm đã chọn' })
  await bulk.getByLabel('Ngày kiểm tra').fill('03/11/2026')
  await bulk.getByLabel('Ngày kiểm tra').press('Enter')
  await expect(page.getByRole('button', { name: 'Không vi phạm 2' })).toBeVisible()
  await expect(bulk).toBeHidden()

  await page.getByRole('button', { name: 'Mật ong hoa rừng' }).press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Mật ong hoa rừng' })
  await drawer.getByLabel('Ngày kiểm tra').fill('04/11/2026')
  await drawer.getByLabel('Ngày kiểm tra').press('Enter')
  await drawer.getByRole('button', { name: /chỉ được dùng cho sản phẩm đã được công nhận/ }).focus()
  await page.keyboard.press('d')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('s')
  const term = drawer.locator('tr[data-item="within-term"]')
  await expect(term.getByRole('button', { name: 'Sai' })).toHaveAttribute('aria-pressed', 'true')
  await expect(drawer.getByText('Có vi phạm')).toBeVisible()
  await drawer.getByLabel(/^Vi phạm/).fill('Vẫn in logo khi Giấy chứng nhận đã hết hạn')
  // Escape leaves a long text, which saves it; over what is not saved it asks, and closes neither unasked.
  await page.keyboard.press('Escape')
  await expect(drawer.getByLabel(/^Vi phạm/)).not.toBeFocused()
  await expect(drawer.getByLabel(/^Vi phạm/)).toHaveValue(/đã hết hạn$/)
  await drawer.getByLabel('Nội dung cam kết').fill('Thu hồi bao bì cũ')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Nhập tiếp' }).press('Enter')
  await expect(drawer.getByLabel('Nội dung cam kết')).toHaveValue('Thu hồi bao bì cũ')
  await drawer.getByLabel('Thời hạn', { exact: true }).fill('10/11/2026')
  await drawer.getByLabel('Thời hạn', { exact: true }).press('Enter')
  await expect(drawer.getByText('Quá hạn')).toBeVisible()
  await drawer.locator('input[type="file"]').setInputFiles({
    name: 'nhan.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 1]),
  })
  await expect(drawer.getByRole('button', { name: /nhan\.jpg/ }).first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await page.getByRole('link', { name: '1 cam kết cần theo dõi' }).press('Enter')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Không thực hiện: Thu hồi bao bì cũ' }).press('Enter')
  await expect(page.getByRole('row', { name: /Mật ong/ })).toContainText('Không thực hiện')
  await page.getByRole('link', { name: 'Mật ong hoa rừng' }).press('Enter')
  await drawer.getByRole('button', { name: 'Mở việc thu hồi' }).press('Enter')
  const proposed = page.getByRole('dialog', { name: 'Mở việc thu hồi' })
  await expect(proposed.getByRole('radio', { name: /sử dụng nhãn hiệu OCOP không đúng quy định/ })).toBeChecked()
  await expect(proposed.getByLabel('Sự việc')).toHaveValue(
    /04\/11\/2026.*đã hết hạn\nKhông thực hiện cam kết: Thu hồi bao bì cũ/,
  )
  // Of two that are open Escape closes the one in front.
  await page.keyboard.press('Escape')
  await expect(proposed).toHaveCount(0)
  await expect(drawer).toBeVisible()
  await drawer.getByRole('button', { name: 'Mở việc thu hồi' }).press('Enter')
  await proposed.getByRole('button', { name: 'Ghi', exact: true }).press('Enter')
  await expect(drawer.getByRole('link', { name: 'Đã có việc thu hồi' })).toBeVisible()

  await drawer.getByRole('link', { name: 'Biên bản' }).press('Enter')
  await expect(page.getByRole('heading', { name: /Biên bản kiểm tra logo OCOP/ })).toBeVisible()
})

test('several cases of withdrawal that are concluded become one draft decision', async ({ page }) => {
  await createFile(page)
  const client = await hostClient(page)
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
  const office = { province: 'tỉnh Phú Thọ', district: '', unit: '', abbreviation: '' }
  await client.officePapers.setOffice({ level: 'province', ...office })
  const about = {
    groundText: '',
    facts: 'Đã dừng sản xuất',
    knownOn: '2026-06-01',
    concludedBy: 'UBND xã',
    conclusion: '',
  }
  const { rows: certificates } = await client.register.certificates({ limit: 9, offset: 0 })
  for (const { source, id, productName } of certificates) {
    const concludedOn = productName === 'Chè Pà Cò' ? null : '2026-06-05'
    await client.aftercare.withdrawals.open({
      source,
      id,
      fields: { ...about, ground: 'production-ended', concludedOn },
      accepted: ['before-recognised'],
    })
  }
  await page.keyboard.press('Alt+g')
  await page.getByRole('link', { name: 'Thu hồi', exact: true }).press('Enter')
  // One that waits for its conclusion cannot be decided.
  await expect(page.getByRole('checkbox', { name: 'Chọn Chè Pà Cò' })).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Chọn tất cả 2 việc có thể ra quyết định' }).press('Space')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Dự thảo một quyết định cho 2 sản phẩm' }).press('Enter')
  await expect(page.getByRole('heading', { name: /Quyết định thu hồi/ })).toBeVisible()
  const papers = [{ kind: 'withdrawal-decision' as const, withdrawals: [1, 2, 3], on: '2026-06-05' }]
  expect(await client.officePapers.look({ papers })).toMatchObject([{ unavailable: 'empty' }])
})
