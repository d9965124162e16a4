import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleNames } from '../../../shared/api/workspace.ts'
import { makeRandomWorkbook } from '../../fixtures/random-workbook.ts'
import { createTestApp, resourcesFolder } from '../../helpers/test-app.ts'

// Digests stand on signed minutes and in locked files: what the program is made of may change, these may not.

const samples = {
  'district-2024': '47f082920162a013eb6d404a111beeaee29db6073d10f98f84e31139f1f7c65f',
  'province-2026': '80fd654a15410ea305121e0b5e8ae46734808ee2018ae66f1022a17972b2ed72',
} as const satisfies Record<(typeof sampleNames)[number], string>

test.each(sampleNames)('the digest of the sample %s is that of the first release', async (name) => {
  const bytes = readFileSync(join(resourcesFolder, 'samples', `${name}.xlsx`))
  expect(await digestOf(bytes)).toBe(samples[name])
})

/** With failed gates, agreed levels and rejections among their products. */
test.each([
  { seed: 4, digest: '764f99be8c2ed5fda443691b2ab9ddebb81d762d3a3ce44bbeca7876d0cd32bb' },
  { seed: 6, digest: '7e521d24aba5ef1c8af3cb3eed51b7c52a0f7e83942addfc5222fca158f228f7' },
  { seed: 7, digest: '95bf6b2465afbc8bb83f7fdf4b7e4615b08e7891f1f82670a80e6718caf0d601' },
  { seed: 8, digest: '2af5892e772564f55acf7b6c9fa26066d51d3ba66f6834c024480221da7134cc' },
  { seed: 10, digest: '9273035735e9fd8eb009d24a121982fa951941436f3cd8f9ca6d8679b1164791' },
])('the digest of session $seed stays as it was', async ({ seed, digest }) => {
  const { bytes } = await makeRandomWorkbook(seed, { isWhole: seed % 3 === 0 })
  expect(await digestOf(bytes)).toBe(digest)
})

async function digestOf(bytes: Uint8Array): Promise<string> {
  using app = createTestApp()
  await app.client.workspace.create({ name: 'Kiểm phiếu' })
  const { sessionId } = await app.client.workbook.import({ file: new File([new Uint8Array(bytes)], 'phiên.xlsx') })
  return (await app.client.results.session({ sessionId })).digest
}
