import type { Page } from '@playwright/test'
import { dateCell, officeWorkbook, type OfficeList } from '../fixtures/office-list.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { parseClipboard } from '../../shared/domain/columns/parse-clipboard.ts'
import { expect, test } from './fixtures.ts'
import { independentSteps } from './independent-steps.ts'
import { createFile } from './open-file.ts'

// An office's list as it comes: titles, groups, merged producers, dates in every spelling, a formula that failed, a foot.

const title = [['ỦY BAN NHÂN DÂN HUYỆN CAO PHONG'], ['DANH SÁCH SẢN PHẨM OCOP'], []]
const head = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định', 'Ô lạ']
const number = '3163/QĐ-UBND'
const lists = (broken: '#REF!' | 'HTX Chè Pà Cò'): readonly OfficeList[] => [
  {
    name: 'Công nhận',
    rows: [
      ...title,
      head,
      ['I. HUYỆN CAO PHONG'],
      [1, 'Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', 4, number, dateCell('2019-12-30')],
      [2, 'Mía tím', null, null, 3, number, '30/12/19'],
      ['II. HUYỆN MAI CHÂU'],
      [3, 'Mật ong hoa rừng', 'Hộ kinh doanh Mường Bi', 'Phong Phú', 3, number, 43_829, 'không rõ'],
      [4, 'Mật ong hoa rừg', 'Hộ kinh doanh Mường Bi', 'Phong Phú', 3, number, dateCell('2019-12-30')],
      [
        5,
        'Chè shan tuyết',
        broken === '#REF!' ? { error: broken } : broken,
        'Pà Cò',
        3,
        number,
        dateCell('2019-12-30'),
      ],
      ['Tổng cộng: 05 sản phẩm'],
      [null, null, null, null, null, 'TM. ỦY BAN NHÂN DÂN'],
    ],
    merges: ['A1:G1', 'A2:G2', 'C6:C7', 'D6:D7', 'A5:G5', 'A8:G8'],
  },
  {
    name: 'Đăng ký',
    rows: [
      ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã'],
      [1, 'Rượu cần', 'Tổ hợp tác Mường Động', 'Vĩnh Đồng'],
    ],
  },
]

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const fileOf = async (sheets: readonly OfficeList[]) => ({
  name: 'Cao Phong.xlsx',
  mimeType: workbookType,
  buffer: Buffer.from(await officeWorkbook(...sheets)),
})

const rowsOf = (page: Page) => page.getByRole('table', { name: 'Các dòng của danh sách' }).getByRole('row')
const counts = async (page: Page) =>
  (await page.getByLabel('Số dòng của danh sách').innerText()).replaceAll(/\s+/g, ' ')
const choose = async (page: Page, sheets: readonly OfficeList[]) =>
  page.setInputFiles('input[type=file]', await fileOf(sheets))

test('an awkward list says at each cell what is wrong, is taken whole once mended, and again changes nothing', async ({
  page,
  host,
}) => {
  await createFile(page)
  const { keyboard } = page
  await keyboard.press('Alt+2')
  await expect(page.getByText('Tệp chưa có sản phẩm nào')).toBeVisible()
  await keyboard.press('Alt+x')
  await expect(page.getByRole('heading', { name: 'Danh sách này nhận được không?' })).toBeVisible()
  await expectAccessible(page)

  await choose(page, lists('#REF!'))
  await expect(page.getByRole('button', { name: 'Nhận 5 dòng' })).toBeDisabled()
  await expect(page.getByText('Còn 1 dòng lỗi nên chưa nhận được dòng nào.', { exact: false })).toBeVisible()
  expect(await counts(page)).toBe('Đọc được 3 Cần xem lại 1 Lỗi 1 Mới 4 Thay đổi 0 Không đổi 0')
  await expect(rowsOf(page)).toHaveCount(6)
  await expect(rowsOf(page).nth(2)).toContainText('HTX Hà Phong')
  await expect(rowsOf(page).nth(2)).toContainText('G7 “30/12/19” được đọc là ngày 30/12/2019.')
  await expect(rowsOf(page).nth(4)).toContainText(
    'B10 Gần giống dòng 9: “Mật ong hoa rừng” của Hộ kinh doanh Mường Bi.',
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Xem dòng lỗi' }).press('Enter')
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(rowsOf(page).nth(1).getByRole('cell').nth(2)).toContainText(/C11 .*#REF!/)
  await page.getByLabel('Hiện các dòng').selectOption({ label: 'Chỉ dòng trùng hoặc gần giống (2)' })
  await expect(rowsOf(page)).toHaveCount(3)
  // Words find a row by its district too, which stands in a line above it.
  await page.getByLabel('Hiện các dòng').selectOption('all')
  await page.getByRole('textbox', { name: 'Tìm dòng' }).fill('mai chau')
  await expect(rowsOf(page)).toHaveCount(4)

  await choose(page, lists('HTX Chè Pà Cò'))
  const take = page.getByRole('button', { name: 'Nhận 5 dòng', exact: true })
  await expect(take).toBeEnabled()
  await page.getByRole('button', { name: 'Chép bảng' }).press('Enter')
  await expect(page.getByText('Đã chép 5 dòng, dán được vào Excel.')).toBeVisible()
  const cells = parseClipboard(await host.clipboard.read())
  expect(cells.map((row) => [row[0], row[3], row[12], row[14]])).toEqual([
    ['Dòng', 'Tên sản phẩm', 'Hạng sao', 'Số quyết định'],
    ['6', 'Cam lòng vàng', '4', number],
    ['7', 'Mía tím', '3', number],
    ['9', 'Mật ong hoa rừng', '3', number],
    ['10', 'Mật ong hoa rừg', '3', number],
    ['11', 'Chè shan tuyết', '3', number],
  ])

  // Doubtful rows are asked about once; Escape leaves everything as it was.
  await take.press('Enter')
  const asked = page.getByRole('dialog', { name: 'Nhận cả 1 dòng cần xem lại?' })
  await expect(asked).toBeVisible()
  await expectAccessible(page)
  await keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await expect(take).toBeFocused()
  await keyboard.press('Enter')
  await expect(asked.getByRole('button', { name: 'Nhận 5 dòng' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByText('Đã nhận danh sách: 5 dòng mới, 0 dòng thay đổi, 0 dòng không đổi.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Xem sản phẩm chưa đủ mã, bộ' })).toBeFocused()
  await expect.poll(() => counts(page)).toContain('Mới 0 Thay đổi 0 Không đổi 5')
  await expectAccessible(page)

  await choose(page, lists('HTX Chè Pà Cò'))
  await expect(page.getByText('Không có gì thay đổi: cả 5 dòng đã có trong danh mục.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Nhận/ })).toHaveCount(0)
})

test('a list is read by what is chosen, and one that is none says what it needs', async ({ page, host }) => {
  test.slow()
  await createFile(page)
  await independentSteps({
    'a file without a list says what it needs': async () => {
      await page.evaluate(() => void (location.hash = '#/products/import'))
      await choose(page, [{ rows: [['Thư mời họp']] }])
      await expect(page.getByRole('alert')).toContainText('Không tìm thấy dòng tiêu đề của danh mục trong tệp.')
      await page.setInputFiles('input[type=file]', {
        name: 'a.xlsx',
        mimeType: workbookType,
        buffer: Buffer.from('chữ'),
      })
      await expect(page.getByRole('alert')).toContainText('Không đọc được tệp này.')
      // The right one is dropped instead.
      const { name, buffer } = await fileOf(lists('HTX Chè Pà Cò'))
      const dropped = await page.evaluateHandle(
        ([fileName, bytes]) => {
          const data = new DataTransfer()
          data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], fileName))
          return data
        },
        [name, buffer.toString('base64')] as const,
      )
      await page.getByText('a.xlsx').dispatchEvent('drop', { dataTransfer: dropped })
      await expect(page.getByRole('alert')).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Nhận 5 dòng' })).toBeEnabled()
    },
    'columns, sheet, year and sender are chosen, each choice read anew, and remembered for the sender': async () => {
      await page.evaluate(() => void (location.hash = '#/products/import'))
      await choose(page, lists('HTX Chè Pà Cò'))
      const strange = page.getByLabel('Cột H: Ô lạ')
      await expect(strange).toHaveValue('')
      await strange.focus()
      await strange.selectOption({ label: 'Loại hình chủ thể' })
      await expect(rowsOf(page).nth(3)).toContainText('không rõ')
      await expect(strange).toBeFocused()
      // A field stands in one column: the other lets it go.
      const star = page.getByLabel('Cột E: Hạng sao')
      await star.selectOption({ label: 'Loại hình chủ thể' })
      await expect(strange).toHaveValue('')
      // Without products there is nothing to read; the choices stay, and one of them mends it.
      const product = page.getByLabel('Cột B: Tên sản phẩm')
      await product.selectOption({ label: 'Ghi chú' })
      await expect(page.getByText('Chưa cột nào là “Tên sản phẩm”', { exact: false })).toBeVisible()
      await expect(page.getByRole('button', { name: /^Nhận/ })).toBeDisabled()
      await product.selectOption({ label: 'Tên sản phẩm' })
      await expect(page.getByRole('button', { name: 'Nhận 5 dòng' })).toBeEnabled()

      await page.getByLabel('Trang tính').selectOption('Đăng ký')
      await expect(rowsOf(page)).toHaveCount(2)
      await page.getByLabel('Năm đăng ký').selectOption('2024')
      await expect(page.getByLabel('Số dòng của danh sách')).toContainText('Đăng ký năm 2024')
      await page.getByLabel('Cột D: Xã').selectOption({ label: 'Huyện (trước 7/2025)' })
      await page.getByRole('combobox', { name: 'Cơ quan gửi' }).fill('UBND huyện Kim Bôi')
      await page.getByRole('button', { name: 'Nhận 1 dòng' }).click()
      await expect(page.getByText('Đã nhận danh sách: 1 dòng mới', { exact: false })).toBeVisible()

      await page.getByRole('link', { name: 'Xem sản phẩm chưa đủ mã, bộ' }).click()
      const listed = page.getByRole('table').getByRole('row').nth(1)
      await expect(listed).toContainText('Chưa có mã')
      await expect(listed).toContainText('Vĩnh Đồng')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Rượu cần' }).press('Enter')
      await expect(page.getByRole('dialog', { name: 'Chưa có mã' })).toBeVisible()
      const drawer = page.getByRole('dialog')
      await expect(drawer.getByText('Bổ sung mã và bộ sản phẩm', { exact: false })).toBeVisible()
      await drawer.getByLabel('Mã sản phẩm').fill('KB-01')
      await drawer.getByLabel('Mã sản phẩm').press('Enter')
      await drawer.getByRole('combobox', { name: 'Bộ sản phẩm' }).fill('11.')
      await drawer.getByRole('combobox', { name: 'Bộ sản phẩm' }).press('Enter')
      await expect(drawer.getByText('Bổ sung mã và bộ sản phẩm', { exact: false })).toBeHidden()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
      await expect(page.getByText('Không có sản phẩm nào phù hợp.')).toBeVisible()
      await page.getByRole('checkbox', { name: 'Chưa đủ mã, bộ' }).press('Space')
      await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('KB-01')
      await page.getByRole('button', { name: 'Chép bảng' }).press('Enter')
      await expect(page.getByText('Đã chép 1 dòng', { exact: false })).toBeVisible()
      expect(parseClipboard(await host.clipboard.read())[1]?.slice(0, 3)).toEqual([
        'KB-01',
        'Rượu cần',
        'Tổ hợp tác Mường Động',
      ])

      // The same office's next list is read as was said.
      await page.keyboard.press('Alt+x')
      await page.getByRole('combobox', { name: 'Cơ quan gửi' }).press('ArrowDown')
      await page.getByRole('option', { name: 'UBND huyện Kim Bôi' }).click()
      await choose(page, lists('HTX Chè Pà Cò').slice(1))
      await expect(page.getByLabel('Cột D: Xã')).toHaveValue('district')
    },
  })
})

test('what came of a list whose page was left meanwhile is said where one is', async ({ page }) => {
  await createFile(page)
  await page.evaluate(() => location.assign('#/products/import'))
  await expect(page.getByRole('button', { name: 'Chọn tệp' })).toBeFocused()
  const many = Array.from({ length: 1500 }, (_, at) => [at + 1, `Sản phẩm ${at + 1}`, `HTX ${at + 1}`, 'Thu Phong'])
  await choose(page, [{ name: 'Đăng ký', rows: [['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã'], ...many] }])
  await expect(page.getByRole('button', { name: 'Nhận 1.500 dòng' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
  await expect(page.getByTestId('notice')).toContainText('Đã nhận danh sách “Cao Phong.xlsx”: 1.500 dòng mới')
  await page.keyboard.press('Alt+2')
  await expect(page.getByTestId('notice')).not.toContainText('Đã nhận danh sách')
})
