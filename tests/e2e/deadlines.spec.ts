import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { addDays } from '../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import type { AppClient } from '../../shared/api/contract.ts'
import { officeWorkbook } from '../fixtures/office-list.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { sampleCouncil } from '../helpers/sample-council.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

const today = vietnamDay(new Date())
const year = Number(today.slice(0, 4))
const before = addDays(today, 11)

test('a letter is recorded by the keyboard; its deadline says what lacks, on its page and today, one click from the list', async ({
  page,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  await client.councils.save({ fields: sampleCouncil() })
  await registerProducts(client, ['Cam lòng vàng', 'Rượu cần', 'Mật ong hoa rừng'])

  // Of the first steps only what is there is struck: products, and no member of the council yet.
  await expect(page.getByText('Nhập danh sách sản phẩm.')).toHaveAttribute('data-done', 'true')
  await expect(page.getByText('Lập Hội đồng và nhập danh sách thành viên.')).not.toHaveAttribute('data-done')
  await page.getByRole('link', { name: 'Thời hạn trong năm' }).click()
  await expect(page.getByRole('heading', { name: 'Việc nào phải xong trước ngày nào?' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: `Văn bản quy định thời hạn năm ${year}` })
  await expect(dialog.getByRole('textbox', { name: 'Số, ký hiệu' })).toBeFocused()
  // Nothing is typed yet: Escape closes, and asks nothing.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Alt+n')
  await expect(dialog.getByRole('textbox', { name: 'Số, ký hiệu' })).toBeFocused()
  await page.keyboard.type('638/UBND-KTN')
  // What was typed is not thrown away unasked; Escape once more goes on with it, as Enter does.
  const question = page.getByRole('dialog', { name: 'Bỏ nội dung đã nhập?' })
  for (const key of ['Escape', 'Enter']) {
    await page.keyboard.press('Escape')
    await expect(question.getByRole('button', { name: 'Nhập tiếp' })).toBeFocused()
    await page.keyboard.press(key)
    await expect(question).toHaveCount(0)
    await expect(dialog.getByRole('textbox', { name: 'Số, ký hiệu' })).toBeFocused()
  }
  await dialog.getByRole('button', { name: 'Đóng' }).click()
  await question.getByRole('button', { name: 'Bỏ nội dung' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Alt+n')
  await expect(dialog.getByRole('textbox', { name: 'Số, ký hiệu' })).toHaveValue('')
  await page.keyboard.type('638/UBND-KTN')
  await page.keyboard.press('Tab')
  await page.keyboard.type(formatDate(`${year - 1}-12-26`))
  await dialog.getByRole('textbox', { name: 'Người ký' }).fill('Phó Chủ tịch')
  await expectAccessible(page)
  // Enter while something is wrong, or lacks, says so at the field and leads there.
  const issuedOn = dialog.getByRole('textbox', { name: 'Ngày văn bản' })
  await issuedOn.fill('31/02/2024')
  await dialog.getByRole('textbox', { name: 'Người ký' }).press('Enter')
  await expect(issuedOn).toBeFocused()
  await expect(issuedOn).toHaveAttribute('aria-invalid', 'true')
  await issuedOn.fill(formatDate(`${year - 1}-12-26`))
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Trước ngày, việc thứ 1' })).toBeFocused()
  await expect(dialog.getByRole('alert')).toHaveText('Không được để trống')
  // The wrong year first: refused, and everything typed is still there.
  const day = dialog.getByRole('textbox', { name: 'Trước ngày, việc thứ 1' })
  await day.fill('15/12/2013')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('không sau ngày của văn bản')
  // A day that is none sends nothing, and the field says why.
  await day.fill('29.2.23')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Không có ngày 29/02/2023 trong lịch')).toBeVisible()
  await day.fill(formatDate(before))
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  const row = page.getByRole('row', { name: new RegExp(`Hội đồng cấp tỉnh đánh giá xong cả năm ${year}`) })
  await expect(row).toContainText(formatDate(before))
  await expect(row).toContainText('còn 10 ngày')
  await expect(row).toContainText('Sắp đến hạn')
  await expect(row).toContainText('Văn bản số 638/UBND-KTN')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Thời hạn' }).getByRole('listitem').first()).toContainText(
    'còn 10 ngày',
  )
  await expectAccessible(page)
  await page.getByRole('link', { name: '3 sản phẩm đăng ký chưa được đánh giá' }).click()
  const table = page.getByRole('table', { name: 'Sản phẩm đăng ký nào chưa được đánh giá?' })
  await expect(table.getByRole('row')).toHaveCount(4)
  await expect(table).toContainText('Mật ong hoa rừng')
  await expectAccessible(page)

  // Taken back: the decision's own days stand again.
  await page.getByRole('link', { name: `Hội đồng cấp tỉnh đánh giá xong, cả năm ${year}` }).click()
  await page.getByRole('button', { name: 'Xóa văn bản số 638/UBND-KTN' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa' }).click()
  await expect(row).toHaveCount(0)
})

test('today names the certificates whose time for filing is open, and leads to just those; Ctrl+K finds the deadlines', async ({
  page,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  // Ends in 150 days: filed from 180 to 120 days before.
  const heads = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Năm công nhận', 'Hết hạn']
  const rows = [
    heads,
    ['Chè Pà Cò', 'HTX Mai Châu', 'Pà Cò', 4, '12/QĐ-UBND', year - 3, formatDate(addDays(today, 150))],
  ]
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year, acceptsDoubts: true })
  await page.getByRole('link', { name: '1 giấy chứng nhận đang nhận hồ sơ đánh giá lại' }).click()
  const table = page.getByRole('table', { name: 'Giấy chứng nhận nào còn hiệu lực, đến khi nào?' })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText('Chè Pà Cò')

  // The deadlines are found by their words, too.
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('thoi han trong nam')
  await page.getByRole('dialog').getByRole('button', { name: 'Thời hạn trong năm' }).click()
  await expect(page.getByRole('heading', { name: 'Việc nào phải xong trước ngày nào?' })).toBeVisible()
})

async function registerProducts(client: AppClient, names: readonly string[]) {
  const rows = [['Tên sản phẩm', 'Tên chủ thể', 'Xã'], ...names.map((name) => [name, `HTX ${name}`, 'Thu Phong'])]
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Đăng ký.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year, acceptsDoubts: true })
}

test('a file of registrations alone says that its level is to be declared, and leads there', async ({ page }) => {
  await createFile(page)
  const client = await hostClient(page)
  await registerProducts(client, ['Cam lòng vàng', 'Rượu cần'])
  await expect(page.getByRole('note')).toContainText(`2 sản phẩm đăng ký năm ${year} chưa được nhắc thời hạn`)
  await page.getByRole('link', { name: 'Thời hạn trong năm' }).click()
  await expect(page.getByRole('note')).toContainText('chưa khai báo cơ quan')
  await expect(page.getByText('Việc của Hội đồng khác')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Khai báo cơ quan' }).click()
  await expect(page.getByLabel('Tỉnh, thành phố')).toBeFocused()
  await page.keyboard.type('tỉnh Phú Thọ')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Chưa khai báo')).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Việc nào phải xong trước ngày nào?' })).toBeVisible()
  await expect(page.getByRole('note')).toHaveCount(0)
  await expect(page.getByText('2 sản phẩm đăng ký chưa được đánh giá').first()).toBeVisible()
})
