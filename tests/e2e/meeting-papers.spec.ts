import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { openSample } from './open-file.ts'

// Papers around a meeting from its documents, and the letter with which what was numbered is sent.

const pictures = process.env['OCOP_PICTURES']

test('papers of a meeting are opened from its documents; a letter encloses what has a number', async ({ page }) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  const [session] = await client.sessions.list()
  const sessionId = session?.id ?? 0
  await client.sessions.close({ sessionId })
  const { unused: _unused, ...issue } = await client.documents.register.propose({ sessionId, kind: 'minutes' })
  await client.documents.register.enter({ sessionId, kind: 'minutes', issue, reason: '' })

  await page.keyboard.press('Alt+6')
  await page.getByRole('button', { name: 'Giấy tờ cuộc họp' }).click()
  const dialog = page.getByRole('dialog', { name: 'Giấy tờ của cuộc họp' })
  await expect(dialog.getByText('Kê 1 văn bản đã lấy số')).toBeVisible()
  await expectAccessible(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/meeting-papers.png` })
  await dialog.getByRole('link', { name: 'Chương trình họp' }).click()
  await expect(page.getByRole('heading', { name: 'Chương trình họp' })).toBeVisible()
  await expect(page.getByTestId('preview').getByText('Trang 1/')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lấy số' })).toHaveCount(0)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/agenda-paper.png` })

  await page.keyboard.press('Alt+6')
  await page.getByRole('button', { name: 'Giấy tờ cuộc họp' }).click()
  await expect(dialog.getByRole('button', { name: 'Lập công văn' })).toBeDisabled()
  await dialog.getByLabel('Gửi đến').fill('Sở Nông nghiệp và Môi trường')
  await dialog.getByLabel('Tài liệu khác kèm theo').fill('Danh mục sản phẩm đề nghị')
  await dialog.getByRole('button', { name: 'Lập công văn' }).click()
  await expect(page.getByTestId('preview').getByText('Trang 1/')).toBeVisible()
  await page.getByRole('button', { name: 'Lấy số' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lấy số' }).click()
  // It closes once the issued bytes are kept.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByTestId('paper-numbers').getByText(/^01\//)).toBeVisible()
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/covering-letter.png` })

  await page.getByRole('button', { name: 'Hủy số' }).click()
  await page.getByRole('dialog').getByLabel('Lý do').fill('Ghi nhầm nơi gửi')
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy số' }).click()
  await expect(page.getByTestId('paper-numbers').getByText('Chưa lấy số')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
