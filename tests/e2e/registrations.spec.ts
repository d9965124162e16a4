import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { sampleProduct } from '../helpers/sample-council.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile, openSample } from './open-file.ts'

test('a product is registered, its dossier marked by keys alone, found by what lacks, and withdrawn', async ({
  page,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  for (const number of [1, 2]) await client.products.save({ fields: sampleProduct(number) })
  await page.keyboard.press('Alt+h')
  await expect(page.getByText(/chưa có sản phẩm nào đăng ký/)).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: 'Đăng ký sản phẩm' })
  // What cannot be sent says why, and where.
  await dialog.getByRole('textbox', { name: 'Ngày nộp hồ sơ' }).fill('29/2/2023')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert').first()).toHaveText('Không được để trống')
  await expect(dialog.getByRole('combobox', { name: 'Sản phẩm' })).toBeFocused()
  await dialog.getByRole('combobox', { name: 'Sản phẩm' }).fill('san pham sp2')
  await page.getByRole('option', { name: /SP2/ }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByRole('textbox', { name: 'Ngày nộp hồ sơ' }).fill('05/10/2026')
  await page.keyboard.press('Enter')

  const drawer = page.getByRole('dialog', { name: 'SP2 · Sản phẩm SP2' })
  const first = drawer.getByRole('button', { name: /^Phiếu đăng ký đánh giá/ })
  await expect(first).toBeVisible()
  // Fifteen working days of the commune: from the day of filing, then from the day on which it had all of the dossier.
  await expect(drawer.getByText(/^Hạn ban hành báo cáo của xã: (hôm nay, )?ngày 26\/10\/2026/)).toBeVisible()
  await drawer.getByRole('textbox', { name: 'Ngày xã nhận đủ hồ sơ' }).fill('07/10/2026')
  await page.keyboard.press('Enter')
  await expect(drawer.getByText(/^Hạn ban hành báo cáo của xã: (hôm nay, )?ngày 28\/10\/2026/)).toBeVisible()
  await expectAccessible(page)
  await first.focus()
  const lines = drawer.locator('tr[data-item]')
  for (const index of [0, 1, 2]) {
    await page.keyboard.press('n')
    await expect(lines.nth(index).getByRole('button', { name: 'Đã nhận' })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('k')
  const why = page.getByRole('dialog', { name: 'Vì sao không cần?' })
  await why.getByRole('textbox').fill('Xã đã gửi văn bản chung')
  await page.keyboard.press('Enter')
  await expect(lines.nth(3)).toContainText('lý do: Xã đã gửi văn bản chung')
  await drawer.getByRole('textbox', { name: 'Số mẫu đã nhận' }).fill('4')
  await page.keyboard.press('Enter')
  await expect(drawer.getByText('Còn thiếu 1 sản phẩm mẫu')).toBeVisible()

  // A paper of its own that ends early: its day is told at once.
  const conditions = drawer.locator('tr[data-item="production-conditions"]')
  await conditions.getByRole('button', { name: /^Giấy chứng nhận cơ sở/ }).click()
  await conditions.getByRole('button', { name: 'Đã nhận' }).click()
  await conditions.getByRole('textbox', { name: 'Giấy tờ có giá trị đến' }).fill('01/02/2026')
  await page.keyboard.press('Enter')
  await expect(conditions).toContainText('Đã hết hạn ngày 01/02/2026')
  await drawer.getByRole('checkbox', { name: 'Gắn với thị trường' }).check()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  const table = page.getByRole('table')
  await expect(table.getByRole('row').nth(1)).toContainText('Thiếu: Sản phẩm mẫu')
  await expect(table.getByRole('row').nth(1)).toContainText('Đã hết hạn: Giấy chứng nhận cơ sở')
  const [registration] = (await client.registrations.list({ year: 2026, limit: 9, offset: 0 })).rows
  expect(registration).toMatchObject({ lacking: ['samples'], samplesReceived: 4, filedOn: '2026-10-05' })
  expect((await client.registrations.get({ id: registration?.id ?? 0 })).grounds).toEqual(['market'])
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Sản phẩm SP2', exact: true }).click()
  await drawer.getByRole('button', { name: 'Rút đăng ký' }).click()
  await page.getByRole('textbox', { name: 'Lý do rút' }).fill('Chủ thể xin rút')
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('button', { name: 'Khôi phục đăng ký' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Không có hồ sơ nào phù hợp.')).toBeVisible()
  await page.getByRole('button', { name: 'Đã rút 1' }).click()
  await expect(table.getByRole('row').nth(1)).toContainText('Đã rút ngày')
})

test('many dossiers are marked at once, found by state, commune and words', async ({ page }) => {
  await createFile(page)
  const client = await hostClient(page)
  for (const number of [1, 2, 3]) {
    const { id: productId } = await client.products.save({
      fields: { ...sampleProduct(number), commune: number === 3 ? 'Xã Bạn' : 'Xã Mẫu' },
    })
    await client.registrations.save({ fields: { productId, year: 2026, application: 'new' } })
  }
  await page.goto(`${page.url().split('#')[0]}#/registrations?year=2026`)
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(4)

  // A dossier opens at its papers; the next one has the same line under the keys.
  await page.getByRole('button', { name: 'Sản phẩm SP1', exact: true }).press('Enter')
  const lineOf = (number: number, item: string) =>
    page
      .getByRole('dialog', { name: `SP${number} · Sản phẩm SP${number}` })
      .locator(`tr[data-item="${item}"]`)
      .getByRole('button')
      .first()
  await expect(lineOf(1, 'registration-form')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(lineOf(1, 'self-assessment')).toBeFocused()
  for (const number of [2, 3]) {
    await page.keyboard.press('Alt+PageDown')
    await expect(lineOf(number, 'self-assessment')).toBeFocused()
  }
  await page.keyboard.press('Alt+PageUp')
  await expect(lineOf(2, 'self-assessment')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('checkbox', { name: 'Chọn mọi hồ sơ trên trang' }).check()
  const bulk = page.getByRole('form', { name: 'Ghi cho các hồ sơ đã chọn' })
  await expect(bulk).toContainText('Đã chọn 3 hồ sơ')
  await page.keyboard.press('Escape')
  await expect(bulk).toBeHidden()
  // As in Excel: Shift and an arrow stretch the choice, and take it back on the way back.
  const box = (name: string) => page.getByRole('checkbox', { name: `Chọn Sản phẩm ${name}` })
  await box('SP1').focus()
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp']) await page.keyboard.press(key)
  await expect(box('SP2')).toBeFocused()
  await expect(bulk).toContainText('Đã chọn 2 hồ sơ')
  await expect(box('SP3')).not.toBeChecked()
  await bulk.getByRole('combobox', { name: 'Chọn thành phần' }).click()
  for (const name of [/^Phiếu đăng ký/, /^Báo cáo tự đánh giá/]) await page.getByRole('option', { name }).click()
  await page.keyboard.press('Escape')
  await bulk.getByRole('textbox', { name: /^Ngày nhận/ }).fill('12/10/2026')
  await bulk.getByRole('button', { name: 'Đã nhận' }).click()
  await expect(bulk).toBeHidden()
  const items = (await client.registrations.get({ id: 2 })).items
  expect(items.filter(({ state }) => state === 'received').map(({ on }) => on)).toEqual(['2026-10-12', '2026-10-12'])

  await page.getByRole('button', { name: 'Chưa kiểm tra 1' }).click()
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Sản phẩm SP3')
  await page.getByRole('button', { name: 'Chưa kiểm tra 1' }).click()
  await page.getByRole('combobox', { name: 'Thiếu thành phần' }).fill('tự đánh')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(2)
  await page.getByRole('combobox', { name: 'Thiếu thành phần' }).fill('Không lọc')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(4)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('xa ban')
  await expect(rows).toHaveCount(2)

  // A grey button says what lacks, wherever it is pressed.
  await page.getByRole('checkbox', { name: 'Chọn Sản phẩm SP3' }).check()
  for (const name of ['Thiếu', 'Đã nhận']) {
    await bulk.getByRole('button', { name, exact: true }).press('Enter')
    await expect(bulk.getByRole('alert')).toHaveText('Chọn thành phần hồ sơ trước.')
  }
  await expectAccessible(page)

  // The year that is chosen goes along to the next list and back; a list that it leaves empty shows all years at one key.
  const { id: productId } = (await client.products.list({ query: 'SP1', limit: 1, offset: 0 })).products[0] ?? { id: 0 }
  await client.registrations.save({ fields: { productId, year: 2024, application: 'new' } })
  await page.getByRole('combobox', { name: 'Năm đăng ký' }).click()
  await page.getByRole('option', { name: 'Năm 2024' }).click()
  await expect(page.getByText('Năm 2024 không có mục nào phù hợp.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Alt+4')
  await expect(page).toHaveURL(/#\/sessions\?year=2024$/)
  await page.goBack()
  await expect(page.getByText('Năm 2024 không có mục nào phù hợp.')).toBeVisible()
  await page.keyboard.press('Alt+a')
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('heading', { name: 'Hồ sơ đăng ký các năm còn thiếu gì?' })).toBeVisible()
  await page.keyboard.press('Alt+g')
  await expect(page).toHaveURL(/#\/certificates\?year=all$/)
})

test('a paper’s file is kept beside the workspace, opened, and told as gone', async ({ page, dataFolder }) => {
  await createFile(page)
  const client = await hostClient(page)
  const { id: productId } = await client.products.save({ fields: sampleProduct(1) })
  const { id } = await client.registrations.save({ fields: { productId, year: 2026, application: 'new' } })
  await page.goto(`${page.url().split('#')[0]}#/registrations?year=2026&open=${id}`)
  const line = page.locator('tr[data-item="business-registration"]')
  await line.getByRole('button', { name: 'Giấy đăng ký kinh doanh' }).click()
  const chooser = page.waitForEvent('filechooser')
  await line.getByRole('button', { name: 'Thêm tệp…' }).click()
  const file = { name: 'Giấy phép.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nmột') }
  await (await chooser).setFiles(file)
  await expect(line.getByRole('button', { name: 'Mở Giấy phép.pdf' })).toBeVisible()
  await expect(line.getByRole('button', { name: 'Đã nhận' })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page)

  const folder = foldersIn(dataFolder).find((path) => path.endsWith(`HS${id}`)) ?? ''
  const [kept = ''] = readdirSync(folder)
  expect(kept).toMatch(/^Giấy phép [0-9a-f]{8}\.pdf$/)
  renameSync(join(folder, kept), join(folder, 'khác.pdf'))
  await line.getByRole('button', { name: 'Mở Giấy phép.pdf' }).click()
  await expect(line.getByText(/không còn trong thư mục hồ sơ/)).toBeVisible()
  await expect(line.getByText('Tệp không còn')).toBeVisible()

  await test.step('it serves the producer’s other dossiers without being added again', async () => {
    const others: number[] = []
    for (const number of [2, 3]) {
      const product = await client.products.save({ fields: sampleProduct(number) })
      const fields = { productId: product.id, year: 2026, application: 'new' as const }
      others.push((await client.registrations.save({ fields })).id)
    }
    const [second = 0, third = 0] = others
    const pdf = { name: 'ĐKKD.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nhai') }
    await line.locator('input[type=file]').setInputFiles(pdf)
    const choice = line.getByRole('combobox', { name: 'Dùng ĐKKD.pdf cho hồ sơ khác của chủ thể' })
    await choice.fill('SP2')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await line.getByRole('button', { name: 'Đưa vào 1 hồ sơ' }).click()
    await expect(line).toContainText('Dùng chung với hồ sơ: SP2 Sản phẩm SP2 (2026)')
    await expectAccessible(page)
    await page.evaluate((to) => void (location.hash = to), `/registrations?year=2026&open=${third}`)
    await expect(page.getByRole('dialog', { name: 'SP3 · Sản phẩm SP3' })).toBeVisible()
    await line.getByRole('button', { name: 'Giấy đăng ký kinh doanh' }).click()
    await line.getByRole('combobox', { name: 'Lấy từ hồ sơ khác của chủ thể' }).click()
    await page.getByRole('option', { name: /^ĐKKD.pdf – / }).click()
    await expect(line.getByRole('button', { name: 'Mở ĐKKD.pdf' })).toBeVisible()
    await expect(line.getByRole('button', { name: 'Đã nhận' })).toHaveAttribute('aria-pressed', 'true')
    const { items } = await client.registrations.get({ id: second })
    expect(items.find(({ key }) => key === 'business-registration')?.files).toHaveLength(1)
  })
})

test('the agenda says what the registration says, and leads to it', async ({ page }) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  const [summary] = await client.sessions.list()
  const { agenda, id: sessionId, year } = await client.sessions.get({ sessionId: summary?.id ?? 0 })
  const [item] = agenda
  await client.registrations.save({
    fields: { productId: item?.productId ?? 0, year, application: 'new', samplesReceived: 2 },
  })
  await page.goto(`${page.url().split('#')[0]}#/sessions/${sessionId}?item=${item?.id}`)
  const drawer = page.getByRole('dialog', { name: new RegExp(item?.code ?? '') })
  await expect(drawer.getByText(/^Thiếu: Phiếu đăng ký/)).toBeVisible()
  await expect(drawer.getByRole('textbox', { name: 'Số mẫu' })).toBeHidden()
  await drawer.getByRole('link', { name: 'Mở hồ sơ đăng ký' }).click()
  await expect(page).toHaveURL(/#\/registrations\?open=\d+/)
  await expect(page.getByRole('textbox', { name: 'Số mẫu đã nhận' })).toHaveValue('2')
})

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
}
