import { showCell } from '../../electron/workbooks/xlsx/plain-sheet.ts'
import { readXlsx } from '../../electron/workbooks/xlsx/read-xlsx.ts'
import { DatabaseSync } from 'node:sqlite'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { verificationCode } from '../../shared/domain/verification-code/verification-code.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { hasPoppler, readText } from '../helpers/read-pdf.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { openSample } from './open-file.ts'
import { saveDocument } from './save-document.ts'

test('every deed is a sentence with who, when and what changed, found without accents', async ({ host }) => {
  const { page } = host
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.evaluate(() => void (location.hash = '#/sessions/1/facts'))
  await page.getByLabel('Địa điểm').fill('Hội trường A')
  await page.getByLabel('Địa điểm').press('Enter')
  await expect(page.getByText(/^Đã lưu /)).toBeVisible()
  await page.keyboard.press('Alt+8')
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText('Sửa thông tin phiên họp')
  await expect(rows.nth(1)).toContainText('→ Hội trường A')
  await expect(rows.nth(1)).toContainText('Đợt 1/2024')
  await expect(rows.nth(3)).toContainText('Tạo tệp')
  await expectAccessible(page)

  await page.keyboard.press('/')
  await page.keyboard.type('sua thong tin truong a')
  await expect(rows).toHaveCount(2)
  await page.getByLabel('Tìm trong nhật ký').fill('không có việc nào như vậy')
  await expect(page.getByText('Không có sự kiện nào phù hợp.')).toBeVisible()
  await page.getByRole('button', { name: 'Xóa nội dung tìm' }).click()
  await page.getByRole('combobox', { name: 'Loại việc' }).click()
  await page.getByRole('option', { name: 'Nhập Excel' }).click()
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Nhập phiên họp từ tệp Excel')

  // What the filter finds leaves as it is worded here.
  const workbook = await saveDocument(host, () => page.getByRole('button', { name: 'Lưu thành Excel' }).click())
  const [sheet] = await readXlsx(workbook.bytes)
  const written = sheet?.rows.map(({ cells }) => [...cells.values()].map(showCell)) ?? []
  expect(written).toHaveLength(3)
  expect(written[2]?.join(' | ')).toContain('Nhập phiên họp từ tệp Excel')
})

test('verification says that all is right, and names the place once something was changed behind its back', async ({
  page,
  dataFolder,
}) => {
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.keyboard.press('Alt+8')
  await page.getByRole('button', { name: 'Kiểm chứng', exact: true }).click()
  await expect(page.getByText(/^Kiểm chứng đạt, lúc \d\d:\d\d:\d\d\.$/)).toBeVisible()
  await expect(page.getByText('Sự kiện của nhật ký: 2')).toBeVisible()
  await expectAccessible(page)

  const client = await hostClient(page)
  const id = (await client.workspace.status()).open?.id
  await client.workspace.close()
  const file = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.ocop'))
  const db = new DatabaseSync(join(dataFolder, file ?? ''), { timeout: 5000 })
  for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
    db.exec(`DROP TRIGGER ${String(name)}`)
  }
  db.exec("UPDATE audit_events SET actor = 'Người khác' WHERE seq = 2")
  db.close()
  await client.workspace.open({ id })
  await page.keyboard.press('Alt+8')
  await page.getByRole('button', { name: 'Kiểm chứng', exact: true }).click()
  await expect(page.getByText(/^Kiểm chứng không đạt/)).toBeVisible()
  await expect(page.getByText('Sự kiện số 2 có nội dung khác với mã của nó')).toBeVisible()
  await expect(page.getByText('Thiếu trigger audit_events_never_change', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Chép báo cáo' }).click()
  await expect(page.getByRole('button', { name: 'Đã chép' })).toBeVisible()
  await expectAccessible(page)
})

test('a code typed from a paper is compared, and a slip of the pen is said before anything runs', async ({ page }) => {
  test.skip(!hasPoppler, 'needs pdftotext to read the code of the minutes')
  await openSample(page, 'Cấp huyện, năm 2024')
  const client = await hostClient(page)
  await client.sessions.close({ sessionId: 1 })
  const minutes = await client.documents.render({ sessionId: 1, kind: 'minutes', format: 'pdf' })
  const printed = readText(new Uint8Array(await minutes.arrayBuffer()))
  const code = /Mã kiểm chứng: (\S+)/.exec(printed)?.[1] ?? ''
  await page.keyboard.press('Alt+8')
  const field = page.getByLabel('Mã kiểm chứng in trên văn bản')
  const report = page.getByRole('status').filter({ hasText: /^Kiểm chứng|^Tệp không có sai lệch/ })

  await field.fill(code.replace(/.$/, (last) => (last === '7' ? '8' : '7')))
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription(/mã bị gõ hoặc chép sai/)
  await expect(field).toBeFocused()
  // Stands there only as long as nothing was begun.
  await expect(page.getByText(/^Kiểm chứng dựng lại số liệu/)).toBeVisible()
  await expectAccessible(page)

  await field.fill(`Mã kiểm chứng: ${code.toLowerCase().replaceAll('-', ' ')}`)
  await expect(field).toHaveAccessibleDescription('')
  await field.press('Enter')
  await expect(report).toContainText(/^Kiểm chứng đạt/)
  await expect(report.getByRole('heading').first()).toHaveText('Mã kiểm chứng trên giấy')
  await expect(report.getByRole('listitem').first()).toContainText(/khớp\. Mã của sự kiện số \d+: khóa phiên họp/)
  await expect(field).toBeFocused()
  await expectAccessible(page)

  const foreign = verificationCode('0'.repeat(64))
  await field.fill(`${code}, ${foreign}`)
  await field.press('Enter')
  await expect(report).toContainText(/^Tệp không có sai lệch, nhưng có Mã kiểm chứng trên giấy không khớp/)
  await expect(report.getByRole('listitem').first()).toContainText(`${code}: khớp`)
  await expect(report.getByRole('listitem').nth(1)).toContainText(
    `${foreign}: mã viết đúng nhưng nhật ký của tệp này không có`,
  )
})
