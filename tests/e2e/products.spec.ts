import { expectAccessible } from '../helpers/expect-accessible.ts'
import { readPictureHead } from '../../shared/domain/pictures/picture-head.ts'
import { asPhoneWrites } from '../helpers/phone-picture.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile, openSample } from './open-file.ts'

test('products are found without accents, by any words in any order', async ({ page }) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.keyboard.press('Alt+2')
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(13)
  await expectAccessible(page)

  const name = await rows.nth(1).getByRole('cell').nth(1).innerText()
  const folded = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  expect(folded).not.toBe(name)
  await page.keyboard.press('/')
  await expect(page.getByLabel('Tìm sản phẩm')).toBeFocused()
  await page.keyboard.type(folded.toLowerCase().split(' ').toReversed().join(' '))
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible()

  await page.getByLabel('Tìm sản phẩm').fill('không có sản phẩm nào như vậy')
  await expect(page.getByText('Không có sản phẩm nào phù hợp.')).toBeVisible()
  await page.getByRole('button', { name: 'Xóa nội dung tìm' }).click()
  await expect(rows).toHaveCount(13)
})

test('what is pasted comes in without what nobody sees, and the window says so', async ({ page, host }) => {
  await createFile(page)
  await page.keyboard.press('Alt+2')
  await expect(page.getByText('Tệp chưa có sản phẩm nào')).toBeVisible()
  await page.keyboard.press('Alt+n')
  const name = page.getByRole('dialog', { name: 'Thêm sản phẩm' }).getByLabel('Tên sản phẩm')
  await expect(name).toBeFocused()
  await page.keyboard.type('Chè ')
  await host.clipboard.write('Mật\u200B ong\u202E rừng')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(name).toHaveValue('Chè Mật ong rừng')
  await expect(page.getByTestId('notice')).toHaveText('Đã bỏ 2 ký tự ẩn trong nội dung vừa dán.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(name).toHaveValue(/^Chè ?$/)
})

test('products are added one after the other by the keyboard', async ({ page }) => {
  await createFile(page)
  const { keyboard } = page
  await keyboard.press('Alt+2')
  await expect(page.getByText('Tệp chưa có sản phẩm nào')).toBeVisible()
  await keyboard.press('Alt+n')
  const drawer = page.getByRole('dialog', { name: 'Thêm sản phẩm' })
  await expect(drawer.getByLabel('Tên sản phẩm')).toBeFocused()
  await expectAccessible(page)
  await keyboard.type('Mật ong hoa rừng')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('mat ong')
  await expect(page.getByRole('group', { name: 'Thực phẩm › Thực phẩm thô, sơ chế' })).toContainText('4. Mật ong')
  await keyboard.press('Enter')
  await expect(drawer.getByRole('combobox', { name: 'Bộ sản phẩm' })).toHaveValue(/^4\./)
  await expect(drawer.getByText('Thực phẩm › Thực phẩm thô, sơ chế · theo QĐ 26/2026')).toBeVisible()
  await keyboard.press('Tab')
  await keyboard.type('Hợp tác xã Ong Mường')
  await keyboard.press('Enter')
  await expect(drawer.getByText('Đã thêm SP001 · Mật ong hoa rừng.', { exact: false })).toBeVisible()
  await expect(drawer.getByLabel('Mã sản phẩm')).toHaveValue('SP002')
  await expect(drawer.getByLabel('Tên sản phẩm')).toBeFocused()
  await keyboard.type('Phấn hoa')
  await keyboard.press('Enter')
  await expect(drawer.getByText('Đã thêm SP002 · Phấn hoa.', { exact: false })).toBeVisible()
  // What is typed over a chosen set replaces it; Enter takes the first match and never sends the set of before.
  const set = drawer.getByRole('combobox', { name: 'Bộ sản phẩm' })
  await keyboard.type('Chè xanh')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('không có bộ nào như vậy')
  await expect(page.getByText('Không có mục nào khớp')).toBeVisible()
  await keyboard.press('Enter')
  await expect(drawer.getByText('Đã thêm SP003', { exact: false })).toHaveCount(0)
  await set.press('ControlOrMeta+a')
  await keyboard.type('11.')
  await keyboard.press('Enter')
  await expect(set).toHaveValue(/^11\./)
  await keyboard.type('26')
  await keyboard.press('Enter')
  await expect(set).toHaveValue(/^26\./)
  await keyboard.press('Enter')
  await expect(drawer.getByText('Đã thêm SP003 · Chè xanh.', { exact: false })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(4)

  await test.step('a phone’s picture is kept upright, small, and without the place where it was taken', async () => {
    await page.getByRole('button', { name: 'Phấn hoa', exact: true }).click()
    const photo = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(2000, 1500)
      const context = canvas.getContext('2d')
      if (context === null) return []
      // Left of the sensor, and so above on an upright picture, is red.
      context.fillStyle = '#c00'
      context.fillRect(0, 0, 1000, 1500)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
      return [...new Uint8Array(await blob.arrayBuffer())]
    })
    const buffer = asPhoneWrites(Buffer.from(photo))
    expect(buffer.includes('ngoài vườn ong')).toBe(true)
    const edit = page.getByRole('dialog', { name: 'SP002' })
    await edit.locator('input[type=file]').setInputFiles({ name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer })
    await expect(edit.getByRole('img', { name: 'Ảnh Phấn hoa' })).toBeVisible()
    const kept = await (await hostClient(page)).products.picture({ id: 2 })
    const bytes = Buffer.from((await kept?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect(readPictureHead(bytes)).toEqual({ type: 'image/webp', width: 960, height: 1280 })
    expect([bytes.length < 256 * 1024, bytes.includes('EXIF'), bytes.includes('ngoài vườn ong')]).toEqual([
      true,
      false,
      false,
    ])
    const [above, below] = await edit
      .getByRole('img', { name: 'Ảnh Phấn hoa' })
      .evaluate(async (image: HTMLImageElement) => {
        const context = new OffscreenCanvas(2, 2).getContext('2d', { willReadFrequently: true })
        context?.drawImage(image, 0, 0, 2, 2)
        const redAt = (y: number) => context?.getImageData(0, y, 1, 1).data[0] ?? -1
        return [redAt(0), redAt(1)]
      })
    expect([Number(above) > 150, Number(below) < 100]).toEqual([true, true])
    const text = { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('không phải ảnh') }
    await edit.locator('input[type=file]').setInputFiles(text)
    await expect(edit.getByRole('alert')).toContainText('Không đọc được ảnh này.')
  })
})
