import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../../electron/documents/render-pdf.ts'
import { ruledTable } from '../../../electron/documents/nd30/table.ts'
import { longRecord } from '../../fixtures/records.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { hasPoppler, readPages, sayWhyLeftOut, type PdfPage } from '../../helpers/read-pdf.ts'
import { madeAt, render, resourcesFolder } from './rendered.ts'

sayWhyLeftOut()

const long = longRecord()

describe.skipIf(!hasPoppler)('a table over several pages', () => {
  it('repeats both rows of its head on every page that has a row', async () => {
    const pages = readPages(await render({ record: long, kind: 'tally-table' }))
    const withRows = pages.filter((page) => countWords(page, /^SP\d\d\.$/) > 0)
    expect(withRows.length).toBeGreaterThan(3)
    for (const page of withRows) {
      expect(countWords(page, /^TV\d\d$/)).toBe(long.members.length)
      expect(page.lines.some(({ text }) => text.includes('Điểm của thành viên'))).toBe(true)
      expect(page.lines.some(({ text }) => text.includes('A B C Chung'))).toBe(true)
    }
  })

  it('prints every product once and splits no row', async () => {
    const pages = readPages(await render({ record: long, kind: 'tally-table' }))
    const codes = pages.flatMap(({ lines }) => lines.flatMap(({ words }) => words.map(({ text }) => text)))
    expect(codes.filter((text) => /^SP\d\d\.$/.test(text))).toEqual(long.items.map(({ code }) => `${code}.`))
    const longNamed = new Set(long.items.filter(({ productName }) => productName.length > 90).map(({ code }) => code))
    expect(longNamed.size).toBe(15)
    for (const page of pages) {
      const begun = page.lines.flatMap(({ words }) => words).filter(({ text }) => longNamed.has(text.replace('.', '')))
      // The last word of the long producers' name stands in the last line of their rows.
      expect(countWords(page, /^Đà$/)).toBe(begun.length)
    }
  })

  it('repeats the head of an annex', async () => {
    const pages = readPages(await render({ record: long, kind: 'decision' })).slice(2)
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages)
      expect(page.lines.some(({ text }) => text.includes('Tên sản phẩm Tên chủ thể'))).toBe(true)
  })

  it('never leaves the last row alone on a page', async () => {
    const counts = await Promise.all(
      Array.from({ length: 40 }, (_, index) => index + 20).map(async (rows) => {
        const pages = readPages(await renderRows(rows))
        return pages.map((page) => countWords(page, /^hàng\d+$/))
      }),
    )
    const onLastPage = counts.filter((pages) => pages.length > 1).map((pages) => pages.at(-1))
    expect(onLastPage).not.toContain(1)
    // A row more than a page holds: two go over, and the page before holds one less than it could.
    expect(onLastPage).toContain(2)
    expect(counts.map((pages) => pages.reduce((sum, count) => sum + count, 0))).toEqual(
      counts.map((_, index) => index + 20),
    )
  })
})

describe.skipIf(!hasPoppler)('signatures', () => {
  const records = Array.from({ length: 9 }, (_, index) =>
    buildRecord({
      ruleSetId: 'qd-26-2026',
      level: 'province',
      products: Array.from({ length: index * 2 + 1 }, () => ({ quality: 0.75, gatesMet: 4 as const })),
    }),
  )

  it.each(records)('of minutes stand with the last sentence', async (record) => {
    const last = readPages(await render({ record, kind: 'minutes' })).at(-1)
    expect(firstLine(last, 'Cuộc họp kết thúc')).toBeGreaterThanOrEqual(0)
    expect(firstLine(last, 'THƯ KÝ CHỦ TỌA')).toBeGreaterThan(firstLine(last, 'Cuộc họp kết thúc'))
    expect(firstLine(last, 'Nơi nhận:')).toBeGreaterThan(firstLine(last, 'THƯ KÝ CHỦ TỌA'))
  })

  it.each(records)('of a decision stand with its last paragraph', async (record) => {
    const page = readPages(await render({ record, kind: 'decision' })).find((candidate) =>
      candidate.lines.some(({ text }) => text.includes('PHÓ CHỦ TỊCH') && !text.includes('các Phó')),
    )
    expect(page?.lines.some(({ text }) => text.endsWith('./.'))).toBe(true)
    expect(page?.lines.some(({ text }) => text.startsWith('Nơi nhận:'))).toBe(true)
  })

  it.each(records)('of a tally table stand with its notes', async (record) => {
    const last = readPages(await render({ record, kind: 'tally-table' })).at(-1)
    const signatures = firstLine(last, 'THƯ KÝ CHỦ TỊCH HỘI ĐỒNG')
    expect(signatures).toBeGreaterThan(firstLine(last, 'Vắng: thành viên'))
    expect(firstLine(last, 'Vắng: thành viên')).toBeGreaterThanOrEqual(0)
  })
})

const renderRows = (count: number): Promise<Uint8Array> =>
  renderPdf({
    createdAt: madeAt,
    resources: resourcesFolder,
    document: {
      title: 'Bảng',
      isDraft: false,
      sections: [
        {
          orientation: 'portrait',
          content: (layout) => [
            ruledTable({
              name: 'rows',
              columns: [{ width: 165, align: 'left' }],
              head: [[{ text: 'Tên' }]],
              rows: Array.from({ length: count }, (_, index) => [`hàng${index + 1}`]),
              size: 12,
              layout,
            }),
          ],
        },
      ],
    },
  })

const countWords = (page: PdfPage, pattern: RegExp): number =>
  page.lines.flatMap(({ words }) => words).filter(({ text }) => pattern.test(text)).length

const firstLine = (page: PdfPage | undefined, start: string): number =>
  page?.lines.findIndex(({ text }) => text.startsWith(start)) ?? -1
