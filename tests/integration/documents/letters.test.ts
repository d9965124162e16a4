import { describe, expect, it } from 'vitest'
import type { DocumentKind } from '../../../shared/api/documents.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { districtRecord, longRecord } from '../../fixtures/records.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { hasPoppler, readPages, sayWhyLeftOut, type PdfPage } from '../../helpers/read-pdf.ts'
import { render } from './rendered.ts'

sayWhyLeftOut()

/** Lengths that end a text anywhere on a page. */
const records = [1, 2, 3, 4, 5, 6, 8, 11, 14].map((count) =>
  buildRecord({
    ruleSetId: 'qd-148-2023',
    level: 'district',
    products: Array.from({ length: count }, (_, index) => ({
      quality: 0.55 + ((index * 13) % 40) / 100,
      gatesMet: ([3, 4, 5] as const)[index % 3] ?? 3,
    })),
  }),
)

const letters = [
  { kind: 'council-report', post: 'TM. HỘI ĐỒNG' },
  { kind: 'proposal', post: 'TRƯỞNG PHÒNG' },
  { kind: 'referral-letter', post: 'PHÓ CHỦ TỊCH' },
  { kind: 'result-notices', post: 'TRƯỞNG PHÒNG' },
] as const

describe.skipIf(!hasPoppler).each(letters)('signature of $kind', ({ kind, post }) => {
  it('stands on the page of the last sentence, with the place of receipt', async () => {
    for (const record of records) {
      const pages = readPages(await render({ record, kind }))
      const ends = pages.flatMap((page) => page.lines.filter(({ text }) => text.endsWith('./.')).map(() => page))
      expect(ends).toHaveLength(kind === 'result-notices' ? record.items.length : 1)
      for (const page of ends) {
        expect(lineOf(page, post)).toBeGreaterThan(lineOf(page, './.'))
        expect(page.lines.some(({ text }) => text.startsWith('Nơi nhận:'))).toBe(true)
      }
    }
  })
})

describe.skipIf(!hasPoppler)('an official letter', async () => {
  const pages = hasPoppler ? readPages(await render({ record: districtRecord(), kind: 'referral-letter' })) : []
  const [first] = pages

  it('has its subject in twelve points under the number, in the left column, and names its addressee', () => {
    const number = first?.lines.find(({ text }) => text.startsWith('Số:'))
    const about = first?.lines.find(({ text }) => text.startsWith('V/v'))
    expect(about?.size).toBeCloseTo(12, 0)
    expect((about?.top ?? 0) - (number?.bottom ?? 0)).toBeGreaterThanOrEqual(4)
    expect(about?.right).toBeLessThan(280)
    expect(first?.lines.some(({ text }) => text === 'Kính gửi: Ủy ban nhân dân tỉnh Hòa Bình.')).toBe(true)
  })

  it('has no title', () => {
    expect(first?.lines.some(({ text }) => /^(CÔNG VĂN|BÁO CÁO|TỜ TRÌNH|THÔNG BÁO)$/.test(text))).toBe(false)
  })
})

describe.skipIf(!hasPoppler)('annexes over several pages', () => {
  const long = longRecord()

  it.each([
    { kind: 'council-report', head: 'A B C Chung' },
    { kind: 'referral-letter', head: 'TT' },
    { kind: 'proposal', head: 'Tên chủ thể' },
  ] as const)('of $kind repeat their head and hold no row alone', async ({ kind, head }) => {
    const annex = await annexPagesOf(long, kind)
    expect(annex.length).toBeGreaterThan(1)
    for (const page of annex) expect(page.lines.some(({ text }) => text.includes(head))).toBe(true)
    expect(rowsOn(annex.at(-1))).toBeGreaterThan(1)
  })
})

/** Pages of all annexes. */
async function annexPagesOf(record: SessionRecord, kind: DocumentKind): Promise<readonly PdfPage[]> {
  const pages = readPages(await render({ record, kind }))
  return pages.slice(pages.findIndex((page) => page.lines[0]?.text.startsWith('Phụ lục')))
}

/** Rows begin with their number in the first column. */
const rowsOn = (page: PdfPage | undefined): number =>
  page?.lines.filter(({ words, top }) => /^\d+$/.test(words[0]?.text ?? '') && (words[0]?.right ?? 0) < 115 && top > 56)
    .length ?? 0

const lineOf = (page: PdfPage, text: string): number => page.lines.findIndex((line) => line.text.includes(text))
