import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import type { Shell } from './hosts/app-host.ts'
import { createFile } from './open-file.ts'
import { answerSaveDialogs } from './save-document.ts'

test('a file in a OneDrive folder says so, and keeps no log beside it', async ({ page, host, dataFolder }) => {
  test.skip(host.shell === null, 'a browser keeps its files in the data folder')
  const folder = join(dataFolder, 'OneDrive - Chi cục')
  mkdirSync(folder)
  await answerSaveDialogs(host.shell as Shell, folder)
  await createFile(page, 'Hội đồng tỉnh')
  await expect(page.getByRole('note')).toContainText('Tệp nằm trong thư mục OneDrive')
  await expectAccessible(page)
  expect(readdirSync(folder).filter((name) => !name.endsWith('-journal') && !name.startsWith('~$'))).toEqual([
    'Hội đồng tỉnh.ocop',
  ])
})
