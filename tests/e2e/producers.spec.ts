import { parseClipboard } from '../../shared/domain/columns/parse-clipboard.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { sampleProduct } from '../helpers/sample-council.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'

const pictures = process.env['OCOP_PICTURES']

test('a producer has its record, and is made one with another record of it once a person has seen what moves', async ({
  page,
  host,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  const of = (number: number, producerName: string) => ({ ...sampleProduct(number), producerName })
  await client.products.save({ fields: of(1, 'Hợp tác xã Ong Mường') })
  await client.products.save({ fields: of(2, 'HTX Ong Mường Tu Lý') })
  await client.products.save({ fields: of(3, 'Hộ kinh doanh Bà Tư') })
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: 'Sản phẩm SP1' }).click()
  await page.getByRole('dialog', { name: 'SP1' }).getByRole('link', { name: 'Xem chủ thể' }).click()
  const drawer = page.getByRole('dialog', { name: 'Hợp tác xã Ong Mường' })
  await expect(drawer.getByRole('link', { name: 'Sản phẩm SP1' })).toBeVisible()
  await drawer.getByLabel('Người đại diện').fill('Giám đốc hợp tác xã')
  await drawer.getByLabel('Tỉnh, thành phố').fill('Phú Thọ')
  await expectAccessible(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/producer.png` })

  await drawer.getByText('Gộp với chủ thể khác').click()
  await drawer.getByLabel('Tìm bản ghi trùng với nó', { exact: false }).fill('ong muong')
  await drawer.getByRole('button', { name: 'Gộp HTX Ong Mường Tu Lý…' }).click()
  const asked = page.getByRole('dialog', { name: 'Gộp hai bản ghi làm một' })
  await expect(asked).toContainText('“HTX Ong Mường Tu Lý, Xã Mẫu” được nhập vào “Hợp tác xã Ong Mường, Xã Mẫu”')
  await expect(asked).toContainText('Chuyển sang: Sản phẩm: 1.')
  await expect(asked.getByRole('button', { name: 'Gộp', exact: true })).toBeFocused()
  await expectAccessible(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/merge.png` })
  await asked.getByRole('button', { name: 'Gộp', exact: true }).click()
  await expect(drawer.getByRole('link', { name: 'Sản phẩm SP2' })).toBeVisible()
  await expect(drawer.getByLabel('Tên khác')).toHaveValue('HTX Ong Mường Tu Lý')
  await page.keyboard.press('Escape')

  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(3)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/producers.png` })
  await page.keyboard.press('/')
  await page.keyboard.type('giam doc')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Phú Thọ')

  // The list leaves as the filter shows it, not as it is paged.
  await host.clipboard.write('')
  await page.getByRole('group', { name: 'Mang bảng này đi' }).getByRole('button', { name: 'Chép bảng' }).press('Enter')
  await expect(page.getByText('Đã chép 1 dòng')).toBeVisible()
  const [heads, found, ...others] = parseClipboard(await host.clipboard.read())
  expect(heads).toEqual(['Chủ thể', 'Loại hình', 'Địa bàn', 'Điện thoại', 'Sản phẩm'])
  expect(found?.[0]).toBe('Hợp tác xã Ong Mường')
  expect(found?.at(-1)).toBe('2')
  expect(others).toEqual([])
  await expectAccessible(page)
})
