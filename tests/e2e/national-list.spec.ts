import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'
import { saveDocument } from './save-document.ts'

const head = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']
const tea = ['Chè Pà Cò', 'HTX Mai Châu', 'Pà Cò', 4, '120/QĐ-UBND', dateCell('2024-01-25')]

test('the ministry’s table says what lacks before it is saved', async ({ page, host }) => {
  await createFile(page)
  const client = await hostClient(page)
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [head, tea] }))], 'Danh sách.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
  await page.keyboard.press('Alt+g')
  await page.getByRole('button', { name: 'Sổ quốc gia…' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Năm').fill('2025')
  await expect(dialog.getByRole('status')).toContainText('1 giấy chứng nhận của năm.')
  await expect(dialog).toContainText('Tệp không giữ MA_OCOP, Ma_DonViHanhChinh, Ma_SanPham, DoanhThuNam')
  await expectAccessible(page)
  const saved = await saveDocument(host, () => dialog.getByRole('button', { name: 'Lưu CSV' }).press('Enter'))
  expect([saved.name, saved.bytes.toString('utf8').split('\r\n')[1]]).toEqual([
    'PTNT_OCOP 2025.csv',
    ',,2025,,Chè Pà Cò,4*,HTX Mai Châu,,Còn hạn',
  ])
})
