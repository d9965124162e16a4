import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { openSample } from './open-file.ts'

test('a file whose bytes were altered since its closing says so when it is opened, and leads to Kiểm chứng', async ({
  page,
  dataFolder,
}) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  await client.workspace.close()
  const path = join(dataFolder, 'Phiên mẫu cấp tỉnh 2026.ocop')
  const bytes = readFileSync(path)
  // Reserved by SQLite: nothing that is read is another.
  bytes[80] = (bytes[80] ?? 0) ^ 1
  writeFileSync(path, bytes)
  await page.getByRole('button', { name: /Phiên mẫu cấp tỉnh 2026/ }).click()
  const notice = page.getByTestId('notice')
  await expect(notice).toContainText('Tệp không còn từng byte như khi chương trình đóng nó lúc')
  await expectAccessible(page)
  await notice.getByRole('link', { name: 'Kiểm chứng tệp' }).click()
  await page.getByRole('button', { name: 'Kiểm chứng', exact: true }).click()
  await expect(page.getByText(/nội dung đọc được: không có sai lệch nào/)).toBeVisible()
})
