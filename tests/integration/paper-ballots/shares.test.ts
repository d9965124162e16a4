import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readPapers, type PaperProgress } from '../../../electron/work/jobs/read-papers.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'
import { greyPdf } from '../../helpers/scanned-pdf.ts'
import { resourcesFolder } from '../documents/rendered.ts'

// Several readers share a pile: on this machine there may be one processor for them, on another seven.

const folder = temporaryFolder()
afterAll(() => folder.remove())
const record = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', memberCount: 1, products: [] })

const blank = { width: 413, height: 585, data: new Uint8Array(413 * 585).fill(250) }
const files = [7, 1, 2].map((pages) => {
  const name = `${pages} trang.pdf`
  writeFileSync(join(folder.path, name), greyPdf(Array.from({ length: pages }, () => blank)))
  return { name, path: join(folder.path, name), done: pages === 7 ? [2] : [] }
})

async function toldBy(of: number, at: number): Promise<readonly PaperProgress[]> {
  const told: PaperProgress[] = []
  const tools = { tell: (progress: PaperProgress) => void told.push(progress), breathe: async () => {} }
  await readPapers({ record, files, share: { of, at } }, tools, resourcesFolder)
  return told
}

it.each([1, 2, 3, 7, 12])('%i readers read each page that is left once, and tell of each file once', async (of) => {
  const told = (await Promise.all(Array.from({ length: of }, (_, at) => toldBy(of, at)))).flat()
  const pages = told.flatMap((one) => (one.kind === 'opened' ? [] : [`${one.source.file}/${one.source.page}`]))
  const left = files.flatMap(({ name, done }) =>
    Array.from({ length: Number(name.split(' ')[0]) }, (_, at) => at + 1)
      .filter((page) => !done.includes(page))
      .map((page) => `${name}/${page}`),
  )
  expect(pages.toSorted()).toEqual(left.toSorted())
  expect(told.filter(({ kind }) => kind === 'opened')).toEqual(
    files.map(({ name }) => ({ kind: 'opened', name, pages: Number(name.split(' ')[0]) })),
  )
})

it('of a file each reader has pages that follow one another, as many as the others', async () => {
  const runs = await Promise.all([0, 1, 2].map((at) => toldBy(3, at)))
  const own = runs.map((told) =>
    told.flatMap((one) => (one.kind !== 'opened' && one.source.file === '7 trang.pdf' ? [one.source.page] : [])),
  )
  expect(own).toEqual([
    [1, 3],
    [4, 5],
    [6, 7],
  ])
})
