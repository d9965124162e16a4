import { readdirSync } from 'node:fs'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import type { Shell } from './hosts/app-host.ts'
import { createFile } from './open-file.ts'
import { answerSaveDialogs } from './save-document.ts'

// The system's dialog asked "Replace?", and the answer was yes.

test('a new file takes the place of an old one, which is kept beside it', async ({ page, host, dataFolder }) => {
  test.skip(host.shell === null, 'a browser gives every new file a name of its own')
  await answerSaveDialogs(host.shell as Shell, dataFolder)
  const files = () => readdirSync(dataFolder).filter((name) => /^(?!~).*\.ocop(-journal)?$/.test(name))
  await createFile(page, 'Hội đồng tỉnh')
  const client = await hostClient(page)
  const fields = { code: 'SP1', name: 'Mật ong', producerName: 'HTX Mẫu', producerKind: 'Hợp tác xã' }
  await client.products.save({ fields: { ...fields, commune: '', district: '', setNumber: 1 } })
  // Never the file that is open, however it is reached.
  await expect(client.workspace.create({ name: 'Hội đồng tỉnh' })).rejects.toMatchObject({
    data: { reason: 'workspace-open-now' },
  })
  await client.workspace.close()

  await createFile(page, 'Hội đồng tỉnh')
  await expect(page.getByTestId('notice')).toContainText('Tệp cũ cùng tên được giữ lại ngay bên cạnh')
  await expectAccessible(page)
  expect((await client.products.list({ limit: 10, offset: 0 })).total).toBe(0)
  const kept = files().find((name) => name.startsWith('Hội đồng tỉnh (bản cũ '))
  expect(kept).toMatch(/^Hội đồng tỉnh \(bản cũ \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\)\.ocop$/)
  await expect(page.getByTestId('notice')).toContainText(kept ?? '')

  // The old one is whole, and opens from the list of the start screen.
  await client.workspace.close()
  const old = (await client.workspace.list()).filter(({ name }) => name === 'Hội đồng tỉnh')
  expect(old).toHaveLength(2)
  const products = []
  for (const { id } of old) {
    await client.workspace.open({ id })
    products.push((await client.products.list({ limit: 10, offset: 0 })).total)
  }
  expect(products.toSorted()).toEqual([0, 1])
  expect(files().filter((name) => name.endsWith('.ocop'))).toHaveLength(2)
})
