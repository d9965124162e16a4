import { writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { writePackage } from '../../electron/workbooks/package/write-package.ts'
import { readPackage } from '../../electron/workbooks/package/read-package.ts'
import { officePackage } from '../fixtures/office-package.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import type { Shell } from './hosts/app-host.ts'
import { createFile, openSample } from './open-file.ts'
import { saveDocument } from './save-document.ts'

// Packages between offices in the compiled program's window: taken in, made, and handed over by the system.

const name = 'Đề nghị Phú Thọ.ocop-goi'
const fileOf = (bytes: Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })

test('a package is read first, its key compared, each row decided, and the result of the level below kept', async ({
  page,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  await page.keyboard.press('Alt+4')
  await page.getByRole('link', { name: 'Gói dữ liệu' }).press('Enter')
  await expect(page.getByText('Chưa có gói dữ liệu nào')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Mở gói nhận được' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Nhận được gì từ gói này?' })).toBeVisible()

  const bytes = writePackage(officePackage)
  await page.setInputFiles('input[type=file]', fileOf(bytes.slice(0, -60)))
  await expect(page.getByRole('alert')).toContainText('Tệp bị cắt cụt hoặc hỏng, không đọc hết được')
  await page.setInputFiles('input[type=file]', fileOf(bytes))
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText('Khóa mới')).toBeVisible()
  const take = page.getByRole('button', { name: /^Ghi: nhận/ })
  await expect(take).toBeDisabled()
  await expect(page.getByText('Xác nhận khóa ký trước khi nhận.')).toBeVisible()
  await expect(page.getByRole('table')).toContainText('92,00')
  await expect(page.getByRole('table')).toContainText('Sẽ đăng ký năm 2026 (lần đầu).')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Đã so, xác nhận khóa' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Khóa này là của Ủy ban nhân dân tỉnh Phú Thọ?' })
  await expect(dialog).toContainText(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]/)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Dấu khóa khớp, xác nhận' }).press('Enter')
  await expect(page.getByText('Khóa đã biết')).toBeVisible()

  const deadlines = [{ level: 'province' as const, kind: 'evaluated' as const, round: 2, before: '2026-12-15' }]
  const letter = { year: 2026, number: '1/UBND', issuedOn: '2026-04-26', issuer: '', signer: '', deadlines }
  await client.deadlines.saveLetter({ fields: letter })
  await client.years.close({ year: 2026 })
  await page.setInputFiles('input[type=file]', fileOf(bytes))
  await expect(page.getByText('Sổ năm 2026 đã khóa: chưa nhận được dòng này.')).toBeVisible()
  await page.getByLabel('Mật ong hoa rừng: nhận hay không').selectOption('Nhận')
  await expect(page.getByText('1 dòng chọn nhận thuộc năm đã khóa sổ.')).toBeVisible()
  await expect(take).toBeDisabled()
  await expectAccessible(page)
  await client.years.reopen({ year: 2026, reason: 'Nhận gói' })
  await page.setInputFiles('input[type=file]', fileOf(bytes))

  await page.getByLabel('Mật ong hoa rừng: nhận hay không').selectOption('Không nhận')
  await expect(page.getByText('Còn 1 dòng chưa chọn hoặc chưa có lý do.')).toBeVisible()
  await page.getByLabel('Mật ong hoa rừng: lý do không nhận').fill('Thiếu phiếu kiểm nghiệm')
  await expect(page.getByRole('button', { name: 'Ghi: nhận 0, không nhận 1' })).toBeEnabled()
  await page.getByLabel('Mật ong hoa rừng: nhận hay không').selectOption('Nhận')
  await page.getByRole('button', { name: 'Ghi: nhận 1, không nhận 0' }).press('Enter')
  await expect(page.getByText('Đã nhận 1 dòng, không nhận 0 dòng.')).toBeVisible()
  const { products } = await client.products.list({ limit: 9, offset: 0 })
  expect(products).toMatchObject([{ code: 'SP2', name: 'Mật ong hoa rừng', setNumber: 1 }])

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Hai cấp đánh giá khác nhau ở đâu?' })).toBeVisible()
  await expect(page.getByRole('table')).toContainText('A 92,00 · B 92,00 · C 92,00')
  await expect(page.getByRole('button', { name: 'Quyết định công nhận số 15/QĐ-UBND, 25/11/2026' })).toBeVisible()
  await expectAccessible(page)
})

test('a package of what goes up is made by the keyboard and read by its receiver', async ({ page, host }) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  const [session] = await client.sessions.list()
  await client.sessions.close({ sessionId: session?.id ?? 0 })
  await page.keyboard.press('Alt+4')
  await page.getByRole('link', { name: 'Gói dữ liệu' }).press('Enter')
  await expect(page.getByText('Chưa có gói dữ liệu nào')).toBeVisible()
  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: 'Lập gói dữ liệu gửi cơ quan khác' })
  const deed = dialog.getByRole('button', { name: 'Lập và lưu gói' })
  await expect(deed).toBeEnabled()
  await expectAccessible(page)
  const saved = await saveDocument(host, () => deed.press('Enter'))
  expect(saved.name).toMatch(/^Đề nghị 2026 đợt \d .*\.ocop-goi$/)
  const { manifest, data } = await readPackage(saved.bytes)
  expect(manifest.kind).toBe('up')
  const referred = (await client.results.session({ sessionId: session?.id ?? 0 })).items.filter(
    ({ result }) => result.isReferred,
  )
  expect(data.products.map((product) => product.name)).toEqual(referred.map(({ productName }) => productName))
  await expect(page.getByRole('link', { name: 'Đề nghị đã gửi lên cấp trên' })).toBeVisible()
  await expectAccessible(page)
})

test('a package that the system hands over waits for a file, and is read in it', async ({ page, host, dataFolder }) => {
  test.skip(host.shell === null, 'a browser is handed no files')
  const shell = host.shell as Shell
  const path = join(dataFolder, name)
  writeFileSync(path, writePackage(officePackage))
  await shell.evaluate(
    ({ app }, { file, folder }) => {
      app.emit('second-instance', {}, ['electron', app.getAppPath(), file], folder, null)
    },
    { file: basename(path), folder: dirname(path) },
  )
  await expect(page.getByText(`Gói dữ liệu ${name} đang chờ`)).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Tên tệp').fill('Hội đồng trung ương')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Nhận được gì từ gói này?' })).toBeVisible()
  await expect(page.getByText('Khóa mới')).toBeVisible()
  await expect(page.getByRole('table')).toContainText('Mật ong hoa rừng')
})
