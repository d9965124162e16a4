import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

const pictures = process.env['OCOP_PICTURES']

test('a list of communes is taken, and products under old names are counted, found and brought over by it', async ({
  page,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  const rows = [
    ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
    ['Nước mắm', 'HTX Mỹ Thọ', 'Xã Mỹ Thọ', 'Phù Mỹ', 4, '3163/QĐ-UBND', dateCell('2024-12-30')],
    ['Mực khô', 'HTX Mỹ An', 'Xã Mỹ An', 'Phù Mỹ', 3, '3163/QĐ-UBND', dateCell('2024-12-30')],
    ['Gạo', 'HTX Bình Hòa', 'Xã Bình Hòa', 'Tây Sơn', 3, '3163/QĐ-UBND', dateCell('2024-12-30')],
  ]
  const products = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Sản phẩm.xlsx')
  const asked = { file: products, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true }
  await client.register.takeList(asked)
  const head = ['Xã cũ', 'Huyện cũ', 'Xã mới', 'Tỉnh mới', 'Mã xã']
  const list = (code: string) =>
    officeWorkbook({
      rows: [
        head,
        ['Xã Mỹ Thọ', 'Phù Mỹ', 'Xã Phù Mỹ Đông', 'Gia Lai', code],
        ['Xã Mỹ An', 'Phù Mỹ', 'Xã Phù Mỹ Đông', 'Gia Lai', '21900'],
      ],
    })
  const pick = async (code: string) => {
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: /^Chọn tệp/ }).click()
    const buffer = Buffer.from(await list(code))
    await (await chooser).setFiles({ name: 'Xã.xlsx', mimeType: 'application/octet-stream', buffer })
  }

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill('don vi hanh chinh')
  await expect(page.getByRole('dialog').getByRole('button').first()).toContainText('Đơn vị hành chính cấp xã')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Chưa có danh mục xã')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Alt+x')
  const dialog = page.getByRole('dialog', { name: 'Nhận danh sách xã cũ, xã mới' })
  await expect(dialog.getByRole('button', { name: /^Chọn tệp/ })).toBeFocused()
  await pick('219')
  await expect(dialog).toContainText('“219” không phải là mã xã')
  await expect(dialog.getByRole('button', { name: /^Nhận/ })).toBeDisabled()
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/communes-faulty.png` })
  await pick('21900')
  await expect(dialog).toContainText('Đọc được 2 xã cũ')
  await expectAccessible(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/communes-import.png` })
  await dialog.getByRole('button', { name: 'Nhận 2 dòng' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('4 sản phẩm, chủ thể còn ghi theo tên xã cũ.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Xã Mỹ An, Phù Mỹ/ })).toContainText('21900')
  await expectAccessible(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/communes.png` })

  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog', { name: 'Thêm xã cũ và xã mới' })
  await page.keyboard.type('Xã Mỹ Thọ')
  await form.getByLabel('Huyện cũ').fill('Phù Mỹ')
  await form.getByLabel('Xã, phường mới').fill('Xã Phù Mỹ Nam')
  await page.keyboard.press('Enter')
  await expect(form).toContainText('Xã Mỹ Thọ đã có trong danh mục, nay thuộc Xã Phù Mỹ Đông.')
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/communes-form.png` })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ nội dung' }).click()
  await expect(form).toBeHidden()

  await page.evaluate(() => location.assign('#/statistics?by=commune'))
  await expect(page.getByRole('row', { name: /^Xã Phù Mỹ Đông/ })).toContainText('2')
  await page.getByLabel('Tính xã').selectOption('then')
  await expect(page.getByRole('row', { name: /^Xã Mỹ An, Phù Mỹ/ })).toBeVisible()

  await page.evaluate(() => location.assign('#/communes'))
  await page.getByRole('button', { name: 'Cập nhật theo đơn vị hành chính mới' }).click()
  const update = page.getByRole('dialog', { name: 'Cập nhật theo đơn vị hành chính mới' })
  await expect(update.getByRole('row', { name: /Mực khô/ })).toContainText('Xã Phù Mỹ Đông')
  await expect(update).toContainText('1 nơi chưa có trong danh mục')
  await client.communes.save({
    fields: {
      oldCommune: 'X. Bình Hòa',
      oldDistrict: 'H. Tây Sơn',
      oldProvince: '',
      newCommune: 'Xã Bình Hiệp',
      newProvince: '',
      code: '',
      fromDay: '2099-03-01',
    },
  })
  await update.getByText('1 nơi thuộc xã mới từ một ngày sau này').click()
  await expect(update).toContainText('từ ngày 01/03/2099: Xã Bình Hiệp')
  await expect(update).not.toContainText('chưa có trong danh mục')
  await expectAccessible(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/communes-update.png` })
  await update.getByRole('button', { name: 'Cập nhật 4 dòng' }).click()
  await expect(page.getByText('Không còn sản phẩm, chủ thể nào ghi theo tên xã cũ')).toBeVisible()

  await page.evaluate(() => location.assign('#/products?query=my%20an'))
  await expect(page.getByRole('row', { name: /Mực khô/ })).toContainText('trước đây: Xã Mỹ An, Phù Mỹ')
  await page.getByRole('button', { name: 'Mực khô' }).click()
  const product = page.getByRole('dialog', { name: 'chưa có mã' })
  await product.getByLabel('Xã, phường').fill('Phù Mỹ Đôgn')
  await page.keyboard.press('Tab')
  await product.getByRole('status', { name: 'Kiểm tra tên xã' }).getByRole('button', { name: 'Xã Phù Mỹ Đông' }).click()
  await expect(product.getByLabel('Xã, phường')).toHaveValue('Xã Phù Mỹ Đông')
  await product.getByLabel('Câu chuyện sản phẩm').fill('Phơi một nắng từ đời ông')
  await expectAccessible(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/product-place.png` })
  await page.keyboard.press('Escape')

  await page.evaluate(() => location.assign('#/communes'))
  await page.getByRole('button', { name: 'Hoàn tác lần cập nhật gần nhất' }).click()
  await page
    .getByRole('dialog', { name: 'Hoàn tác lần cập nhật gần nhất' })
    .getByRole('button', { name: 'Hoàn tác lần cập nhật gần nhất' })
    .click()
  await expect(page.getByText('4 sản phẩm, chủ thể còn ghi theo tên xã cũ.')).toBeVisible()
})
