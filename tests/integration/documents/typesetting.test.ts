import { inflateSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { bindWords } from '../../../electron/documents/nd30/bound-words.ts'
import { openPackage } from '../../../electron/workbooks/xlsx/open-package.ts'
import { readXlsx } from '../../../electron/workbooks/xlsx/read-xlsx.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { hasPoppler, readPages, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { convertToPdf, hasOffice } from '../documents-register/office.ts'
import { render } from './rendered.ts'

sayWhyLeftOut()

type Asked = {
  readonly count: number
  readonly memberCount?: number
  readonly name?: string
  readonly producer?: string
}

const recordOf = ({ count, memberCount = 9, ...named }: Asked) =>
  buildRecord({
    ruleSetId: 'qd-26-2026',
    level: 'province',
    memberCount,
    products: Array.from({ length: count }, () => ({ quality: 0.75, gatesMet: 4, ...named })),
  })

describe.skipIf(!hasPoppler)('signatures under a table', () => {
  it.each(Array.from({ length: 26 }, (_, index) => index + 1))('stand under rows of it: %i products', async (count) => {
    const last = readPages(await render({ record: recordOf({ count }), kind: 'tally-table' })).at(-1)
    const texts = last?.lines.map(({ text }) => text) ?? []
    expect(texts.some((text) => text.startsWith('THƯ KÝ CHỦ TỊCH'))).toBe(true)
    expect(texts.some((text) => /SP\d\d\./.test(text))).toBe(true)
  })
})

describe.skipIf(!hasPoppler)('signatures under the table of a product', () => {
  it.each([5, 9, 12, 15])('stand under rows of it, %i members', async (memberCount) => {
    // Forms are of many lengths, so that the table ends all over the page.
    const products = [1, 3, 5, 6, 9, 15, 16, 20, 22, 24].map((setNumber) => ({ quality: 0.75, setNumber }))
    const record = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', memberCount, products })
    const signed = readPages(await render({ record, kind: 'product-tally' })).filter(({ lines }) =>
      lines.some(({ text }) => text.startsWith('THƯ KÝ')),
    )
    expect(signed).toHaveLength(products.length)
    for (const { lines } of signed) expect(lines.some(({ text }) => text.startsWith('TỔNG CỘNG'))).toBe(true)
  })
})

describe.skipIf(!hasOffice || !hasPoppler)('signatures under a table in a workbook', () => {
  it('stand under rows of it, where a page ends there too', async () => {
    const counts = [1, 6, 8, 9, 10, 12, 20, 26]
    const files: Record<string, Uint8Array> = {}
    for (const count of counts) {
      files[String(count)] = await render({ record: recordOf({ count }), kind: 'tally-table', format: 'xlsx' })
    }
    const pdfs = convertToPdf(files, 'xlsx')
    for (const count of counts) {
      const pages = readPages(pdfs.get(String(count)) ?? new Uint8Array())
      const signed = pages.filter(({ lines }) => lines.some(({ text }) => text.includes('THƯ KÝ')))
      expect(signed, String(count)).toHaveLength(1)
      const texts = signed[0]?.lines.flatMap(({ words }) => words.map(({ text }) => text)) ?? []
      expect(
        texts.some((text) => /^SP\d\d/.test(text)),
        `${count} products`,
      ).toBe(true)
    }
  })
})

it.skipIf(!hasPoppler)('the minutes are signed below some of what they say', async () => {
  for (const count of [1, 3, 6, 9, 12, 15, 18]) {
    const last = readPages(await render({ record: recordOf({ count }), kind: 'minutes' })).at(-1)
    expect(last?.lines.filter(({ text }) => text.includes('KIỂM CHỨNG'))).toHaveLength(1)
  }
})

describe.skipIf(!hasPoppler)('a table of many members', () => {
  it('is printed on A3, in type that can be read', async () => {
    for (const kind of ['tally-table', 'product-tally'] as const) {
      const [page] = readPages(await render({ record: recordOf({ count: 3, memberCount: 15 }), kind }))
      expect([page?.width, page?.height].map((side) => Math.round(side ?? 0))).toEqual([1191, 842])
      expect(page?.lines.find(({ text }) => text.includes('TV15'))?.size).toBeGreaterThan(10.5)
    }
    const [page] = readPages(await render({ record: recordOf({ count: 3, memberCount: 12 }), kind: 'tally-table' }))
    expect(Math.round(page?.width ?? 0)).toBe(842)
  })
})

describe.skipIf(!hasPoppler)('an annex', () => {
  it('has no row of more than four lines for names as they are', async () => {
    const record = recordOf({
      count: 10,
      name: 'Nước mắm cá cơm nguyên chất 40 độ đạm Tứ Phương',
      producer: 'Công ty TNHH một thành viên dịch vụ nông nghiệp công nghệ cao Suối Mây 36',
    })
    const pages = readPages(await render({ record, kind: 'decision' })).slice(2)
    const tops = pages[0]?.lines.filter(({ text }) => /^\d+ Nước mắm/.test(text)).map(({ top }) => top) ?? []
    expect(tops.length).toBeGreaterThan(5)
    for (const [index, top] of tops.slice(1).entries()) expect(top - (tops[index] ?? 0)).toBeLessThan(4.6 * 13.8)
  })
})

describe.skipIf(!hasPoppler)('papers of one file', () => {
  it('begin on the front of a sheet', async () => {
    for (const kind of ['result-notices', 'blank-ballots'] as const) {
      const pages = readPages(await render({ record: recordOf({ count: 3, memberCount: 3 }), kind }))
      const first = /THÔNG BÁO|PHIẾU ĐÁNH GIÁ SẢN PHẨM/
      const starts = pages.flatMap(({ lines }, index) => (lines.some(({ text }) => first.test(text)) ? [index] : []))
      expect(starts.length).toBeGreaterThan(2)
      expect(starts.filter((index) => index % 2 === 1)).toEqual([])
    }
  })
})

describe('words that stay together', () => {
  it.each([
    ['ĐẠT TỪ 90 ĐIỂM', 'ĐẠT TỪ 90_ĐIỂM'],
    ['hạng 5 sao', 'hạng_5_sao'],
    ['khoản 3 Điều 6', 'khoản_3 Điều_6'],
    ['điểm e khoản 4', 'điểm_e khoản_4'],
    ['ngày 26 tháng 11 năm 2026', 'ngày_26 tháng_11 năm_2026'],
    ['05 (năm) sản phẩm', '05_(năm) sản phẩm'],
    ['điểm của thành viên', 'điểm của thành viên'],
  ])('%s', (text, bound) => {
    expect(bindWords(text).replaceAll('\u00a0', '_')).toBe(bound)
  })
})

describe('signs that the face does not have', () => {
  it('are never drawn as the empty box of the font', async () => {
    const record = recordOf({ count: 2, name: 'Trà 🌿 ★★ 茶 vườn nhà' })
    for (const kind of ['decision', 'tally-table', 'blank-ballots', 'result-notices'] as const) {
      const drawn = hexOf(await render({ record, kind }))
      expect(drawn.length).toBeGreaterThan(100)
      expect(drawn.filter((glyph) => glyph === '0000')).toEqual([])
    }
  })
})

it('stand for a product in no format otherwise than in another', async () => {
  const record = recordOf({ count: 2, name: 'Trà 🌿 ★★ 茶 vườn nhà' })
  const word = await (
    await openPackage(await render({ record, kind: 'minutes', format: 'docx' }))
  ).readText('word/document.xml')
  const sheets = await readXlsx(await render({ record, kind: 'tally-table', format: 'xlsx' }))
  for (const text of [
    word,
    JSON.stringify(sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]))),
  ]) {
    expect(text).toContain('Trà ** vườn nhà')
    expect(text).not.toMatch(/[🌿★茶]/u)
  }
})

test('what marks a place for the layout leaves no dot beside the signatures', async () => {
  const rules = operatorsOf(await render({ record: recordOf({ count: 12 }), kind: 'tally-table' })).flatMap(
    (operators) => [...operators.matchAll(/([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/g)],
  )
  expect(rules.length).toBeGreaterThan(10)
  expect(rules.filter(([, x1, y1, x2, y2]) => x1 === x2 && y1 === y2)).toEqual([])
})

/** The glyphs that text operators of a PDF show, four digits each. */
function hexOf(pdf: Uint8Array): readonly string[] {
  return operatorsOf(pdf).flatMap((operators) =>
    [...operators.matchAll(/\[([^\]]*)\] TJ/g)].flatMap(([, shown = '']) =>
      [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []),
    ),
  )
}

function operatorsOf(pdf: Uint8Array): readonly string[] {
  const bytes = Buffer.from(pdf)
  const streams: string[] = []
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue
    try {
      streams.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'))
    } catch {
      // No compressed stream.
    }
  }
  return streams
}
