import type { Page } from '@playwright/test'
import { countActs } from './count-acts.ts'
import { expect, test } from './fixtures.ts'
import { createFile } from './open-file.ts'

// A session prepared from what the office has in Excel, by real keys and the real clipboard.

const table = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((cells) => cells.join('\t')).join('\r\n')}\r\n`

const posts = ['Chủ tịch', 'Phó Chủ tịch', 'Ủy viên, thư ký', ...Array.from({ length: 6 }, () => 'Ủy viên')]
const members = table(
  ['DANH SÁCH HỘI ĐỒNG', '', '', ''],
  ['STT', 'Cơ quan, đơn vị', 'Họ và tên', 'Chức danh trong HĐ'],
  ...posts.map((post, index) => [index + 1, `Cơ quan số ${index + 1}`, `Người thứ ${index + 1} của Hội đồng`, post]),
)
const products = table(
  ['TT', 'Tên sản phẩm', 'Chủ thể', 'Loại hình', 'Xã', 'Mã số', 'Bộ sản phẩm'],
  ...Array.from({ length: 12 }, (_, index) => [
    index + 1,
    `Sản phẩm mẫu ${index + 1}`,
    `HTX số ${1 + (index % 5)}`,
    'HTX',
    `Xã ${'ABCDE'[index % 5]}`,
    `PT-${String(index + 1).padStart(2, '0')}`,
    1 + (index % 4),
  ]),
)

test('a session is prepared from two blocks of Excel, each taken back by one key', async ({ page, host }) => {
  await createFile(page)
  const acts = await countActs(page)
  const { keyboard } = page
  let typed = 0
  const type = async (text: string): Promise<void> => {
    // A letter with its marks is as many keys by Telex; the page sees one.
    typed += text.normalize('NFD').length
    await keyboard.insertText(text)
  }

  await test.step('the council and its nine members', async () => {
    await keyboard.press('Alt+3')
    await page.getByRole('link', { name: 'Lập Hội đồng' }).click()
    await expect(page.getByLabel('Tên Hội đồng')).toBeFocused()
    await type('Hội đồng OCOP tỉnh')
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await type('Phú Thọ')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Thành viên (0)' })).toBeVisible()
    await host.clipboard.write(members)
    await keyboard.press('Control+V')
    await expect(page.getByTestId('pasted-sum')).toHaveText('9 dòng mới')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Thành viên (9)' })).toBeVisible()
    await expect(page.getByLabel('Họ và tên, thành viên TV03')).toHaveValue('Người thứ 3 của Hội đồng')
    await expect(page.getByRole('combobox', { name: 'Vai trò, thành viên TV03' })).toHaveValue('Thư ký')
  })

  await test.step('the session and its twelve products', async () => {
    await keyboard.press('Alt+4')
    await expect(page.getByText('Chưa có phiên họp nào')).toBeVisible()
    await keyboard.press('Alt+n')
    await expect(page.getByLabel('Ngày họp')).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByText('Chương trình chưa có sản phẩm')).toBeVisible()
    await host.clipboard.write(products)
    await keyboard.press('Control+V')
    await expect(page.getByTestId('pasted-sum')).toHaveText('12 dòng mới')
    await keyboard.press('Enter')
    await expect(rows(page)).toHaveCount(12)
    await expect(rows(page).first()).toContainText('PT-01 Sản phẩm mẫu 1')
  })

  await test.step('dossiers and samples of all of them', async () => {
    await keyboard.press('Control+A')
    await keyboard.press('5')
    await keyboard.press('Enter')
    await expect(rows(page).filter({ hasText: 'Đầy đủ' }).filter({ hasText: '5 mẫu' })).toHaveCount(12)
  })

  const { keys, clicks } = await acts()
  expect(keys + typed).toBeLessThanOrEqual(60)
  expect(clicks).toBeLessThanOrEqual(12)

  await test.step('one key takes the last deed back, then a block with faults and doubts is shown as such', async () => {
    await keyboard.press('Control+Z')
    await expect(rows(page).filter({ hasText: '5 mẫu' })).toHaveCount(0)
    await expect(page.getByTestId('notice')).toContainText('Đã hoàn tác')
    await host.clipboard.write(
      table(
        ['Mã số', 'Tên sản phẩm', 'Chủ thể', 'Số mẫu', 'Bộ sản phẩm'],
        ['PT-02', '', '', 3, ''],
        ['PT-03', '', '', 'ba', ''],
        ['PT-90', 'Sản phẩm mới', 'HTX số 9', 1, 'Thực phẩm'],
      ),
    )
    await keyboard.press('Control+V')
    const sum = page.getByTestId('pasted-sum')
    await expect(sum).toHaveText('1 dòng thay đổi1 dòng cần trả lời1 dòng có lỗi, để lại')
    const dialog = page.getByRole('dialog', { name: 'Dán danh sách sản phẩm' })
    await expect(dialog.getByRole('row').nth(1)).toContainText('Cột Số mẫu, “ba”: không phải số đếm')
    await expect(dialog.getByRole('row').filter({ hasText: 'PT-02' })).toContainText('Số mẫu: 0 → 3')
    await dialog.getByRole('combobox', { name: 'Bộ sản phẩm của Sản phẩm mới' }).fill('2')
    await keyboard.press('Enter')
    await expect(sum).toHaveText('1 dòng mới1 dòng thay đổi1 dòng có lỗi, để lại')
    await dialog.getByRole('button', { name: 'Ghi 2 dòng, để lại 1 dòng lỗi' }).click()
    await expect(rows(page)).toHaveCount(13)
    await keyboard.press('Control+Z')
    await expect(rows(page)).toHaveCount(12)
  })

  await test.step('who does not score, and what knocks a product out, come the same way', async () => {
    const sum = page.getByTestId('pasted-sum')
    const first = rows(page).first()
    await host.clipboard.write(
      table(['Mã số', 'TV03', 'TV02'], ['PT-01', '', 'x: Góp vốn'], ['PT-02', 'Vắng mặt', 'có']),
    )
    await keyboard.press('Control+V')
    const away = page.getByRole('dialog', { name: 'Dán danh sách không tham gia chấm, vắng mặt' })
    await expect(sum).toHaveText('1 dòng thay đổi1 dòng có lỗi, để lại')
    await expect(away.getByRole('row').nth(1)).toContainText('Cột TV02 · Người thứ 2 của Hội đồng, “có”')
    await expect(away.getByRole('row').nth(2)).toContainText('Chấm điểm → Không tham gia chấm (Góp vốn)')
    await keyboard.press('Enter')
    await expect(first).toContainText('Không chấm: TV02')
    await keyboard.press('Control+Z')
    await expect(first).not.toContainText('Không chấm')
    await host.clipboard.write(table(['Điều kiện', 'PT-01', 'PT-02'], ['Giả mạo hồ sơ', 'Không đạt: sửa ngày', 'Đạt']))
    await keyboard.press('Control+V')
    await expect(page.getByRole('dialog', { name: 'Dán điều kiện loại hồ sơ' })).toContainText(
      'PT-01 · Sản phẩm mẫu 1: (chưa ghi) → Vi phạm: loại hồ sơ (sửa ngày)',
    )
    await keyboard.press('Enter')
    await expect(first).toContainText('Bị loại')
    await keyboard.press('Control+Z')
    await expect(first).not.toContainText('Bị loại')
  })

  await test.step('beside the list one product follows the other, the cursor in the same field', async () => {
    const drawer = (name: string) => page.getByRole('dialog', { name })
    await page.getByRole('button', { name: 'PT-11 Sản phẩm mẫu 11' }).press('Enter')
    await drawer('PT-11 · Sản phẩm mẫu 11').getByLabel('Ghi chú hồ sơ').fill('Thiếu phiếu kiểm nghiệm')
    await keyboard.press('Alt+PageDown')
    await expect(drawer('PT-12 · Sản phẩm mẫu 12').getByLabel('Ghi chú hồ sơ')).toBeFocused()
    await expect(drawer('PT-12 · Sản phẩm mẫu 12').getByRole('navigation')).toContainText('12/12')
    await keyboard.press('Alt+PageDown')
    await expect(page.getByText('Đây là mục cuối của danh sách đang hiện.')).toBeVisible()
    await keyboard.press('Alt+PageUp')
    await expect(drawer('PT-11 · Sản phẩm mẫu 11').getByLabel('Ghi chú hồ sơ')).toHaveValue('Thiếu phiếu kiểm nghiệm')
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

const rows = (page: Page) => page.getByTestId('agenda').locator('tbody tr')
