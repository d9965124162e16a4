import type { Page } from '@playwright/test'
import PizZip from 'pizzip'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { independentSteps } from './independent-steps.ts'
import { openSample } from './open-file.ts'
import { saveDocument } from './save-document.ts'

async function openLockedDecision(page: Page) {
  await openSample(page, 'Cấp huyện, năm 2024')
  const client = await hostClient(page)
  await client.sessions.close({ sessionId: 1 })
  await page.evaluate(() => void (location.hash = '/sessions/1/documents?kind=decision'))
  return client
}

test('a decision takes its number, its certificates follow, and both say when they are old', async ({ page, host }) => {
  const client = await openLockedDecision(page)
  const note = page.getByTestId('document-number')
  // Drawn first: a button that comes alive under the check for colours is neither.
  await expect(page.getByRole('button', { name: 'In', exact: true })).toBeEnabled({ timeout: 30_000 })
  await note.getByRole('button', { name: 'Lấy số' }).click()
  const dialog = page.getByRole('dialog')
  // Numbers run within a year: the one proposed follows the date, until somebody types one.
  const numberedBefore = { number: 7, symbol: 'QĐ-UBND', issuedOn: '2024-11-04', posts: [], signer: '', recipients: [] }
  const kind = 'decision'
  const accepted = ['cited-unnumbered' as const]
  const { id } = await client.documents.register.enter({
    sessionId: 1,
    kind,
    issue: numberedBefore,
    reason: '',
    accepted,
  })
  await client.documents.register.void({ id, reason: 'Ký nhầm người' })
  const number = dialog.getByLabel('Số', { exact: true })
  const date = dialog.getByLabel('Ngày ban hành')
  const today = await date.inputValue()
  await expect(number).toHaveValue('1')
  await date.fill('05/11/2024')
  await expect(number).toHaveValue('8')
  await date.fill(today)
  await expect(number).toHaveValue('1')
  await number.fill('15')
  await date.fill('05/11/2024')
  await expect(number).toHaveValue('15')
  await date.fill(today)
  await dialog.getByLabel('Họ và tên người ký').fill('Người ký thử')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lấy số' }).press('Enter')
  const asked = page.getByRole('dialog', { name: 'Có đúng như vậy không?' })
  await expect(asked).toContainText('viện dẫn văn bản khác của phiên chưa có số')
  await asked.getByRole('button', { name: 'Vẫn làm' }).click()
  await expect(note).toContainText('15/QĐ-UBND')
  await expect(page.getByTestId('preview').locator('[data-page="1"]')).toContainText('15/QĐ-UBND', { timeout: 30_000 })

  await page.getByRole('button', { name: 'Giấy chứng nhận', exact: true }).click()
  await dialog.getByRole('button', { name: 'Cấp số theo Quyết định 15/QĐ-UBND' }).click()
  await expect(dialog.getByRole('cell', { name: '01/GCN-UBND' })).toBeVisible()
  await expectAccessible(page)
  const saved = await saveDocument(host, () => dialog.getByRole('button', { name: /^In cả/ }).click())
  expect(saved.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  await expect(dialog.getByText('1 lần').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await client.sessions.reopen({ sessionId: 1, reason: 'Sửa một phiếu' })
  await expect(note).toContainText('Không còn khớp từ')
  await expect(page.getByTestId('document-changes')).toContainText('Phiên họp: đã khóa → đang mở')
  await expect(note).toContainText('sau khi văn bản này được ban hành')

  // What left the house is on show and saved; what the record says now stands beside it.
  const issued = await saveDocument(host, () => page.getByRole('button', { name: 'Lưu PDF' }).click())
  const [entry] = await client.documents.register.list({ sessionId: 1 })
  const kept = await client.documents.issued.take({ seq: entry?.issued?.seq ?? 0, format: 'pdf' })
  expect(Buffer.from(await kept.arrayBuffer()).equals(issued.bytes)).toBe(true)
  await page.getByText('Hiện nay', { exact: true }).click()
  await expect(page.getByTestId('preview').locator('[data-page="1"]')).toContainText('DỰ THẢO', { timeout: 30_000 })
})

test('the documents of a locked session come as one file, from templates that hold, and are logged as sent', async ({
  page,
  host,
}) => {
  test.slow()
  const client = await openLockedDecision(page)
  await independentSteps({
    'all documents come as one file, and a batch can be cancelled': async () => {
      const saveAll = page.getByRole('button', { name: 'Lưu tất cả văn bản' })
      await saveAll.click()
      await page.getByTestId('batch-progress').getByRole('button', { name: 'Hủy' }).click()
      await expect(saveAll).toBeVisible()
      await expect(page.getByRole('alert')).toHaveCount(0)
      const saved = await saveDocument(host, () => saveAll.click())
      const names = Object.keys(new PizZip(saved.bytes).files)
      expect(names).toContain('Bien-ban_Hoi-dong_2024-10-22.docx')
      expect(names).toContain('Giay-chung-nhan_2024-10-22.pdf')
    },
    'a template with a broken tag is refused with the tag and its place': async () => {
      await page.evaluate(() => void (location.hash = '/sessions/1/documents?kind=decision'))
      const shipped = await client.documents.templates.download({ kind: 'decision' })
      const zip = new PizZip(await shipped.arrayBuffer())
      const body = zip.file('word/document.xml')?.asText() ?? ''
      zip.file('word/document.xml', body.replace('{tham_quyen}', '{tham_quyn}'))
      await page.getByRole('button', { name: 'Mẫu Word' }).click()
      const dialog = page.getByRole('dialog')
      const bring = (name: string, buffer: Buffer) =>
        dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
      await bring('Mẫu lỗi.docx', zip.generate({ type: 'nodebuffer' }))
      const faults = dialog.getByTestId('template-faults')
      await expect(faults).toContainText('{tham_quyn}')
      await expect(faults).toContainText('Có phải là {tham_quyen}?')
      await expect(dialog).toContainText('Đang dùng mẫu của ứng dụng.')
      await expectAccessible(page)
      await bring('Mẫu riêng.docx', Buffer.from(await shipped.arrayBuffer()))
      await expect(dialog).toContainText('Đang dùng mẫu riêng: Mẫu riêng.docx')
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    },
    'notices take their numbers after the decision, and are logged as sent': async () => {
      await page.evaluate(() => void (location.hash = '/sessions/1/documents?kind=decision'))
      await page.evaluate(() => void (location.hash = '/sessions/1/documents?kind=result-notices'))
      const open = page.getByRole('button', { name: 'Số và việc gửi thông báo' })
      await open.click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('note')).toContainText('hãy lấy số cho Quyết định trước')
      const issue = { number: 15, symbol: 'QĐ-UBND', issuedOn: '2024-11-01', posts: [], signer: '', recipients: [] }
      await client.documents.register.enter({
        sessionId: 1,
        kind: 'decision',
        issue,
        reason: '',
        accepted: ['cited-unnumbered'],
      })
      await dialog.getByLabel('Số đầu tiên').fill('31')
      await dialog.getByLabel('Số đầu tiên').press('Enter')
      await page.getByRole('button', { name: 'Vẫn làm' }).click()
      await expect(dialog.getByText('42/TB-PNN').first()).toBeVisible({ timeout: 30_000 })
      await expectAccessible(page)
      await dialog.getByLabel('Gửi đến').fill('Bưu điện')
      await dialog.getByRole('button', { name: 'Ghi đã gửi 12 thông báo' }).click()
      await expect(dialog.getByText('Bưu điện').first()).toBeVisible()
    },
  })
})
