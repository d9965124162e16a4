import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { blankBallotsModel } from '../../../electron/documents/ballot-form/model.ts'
import { mm } from '../../../electron/documents/nd30/measures.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { writePageLabel } from '../../../shared/domain/paper-ballots/page-label.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { districtRecord, unfinishedRecord } from '../../fixtures/records.ts'
import { buildRecord, defaultRegulation } from '../../fixtures/session-record.ts'
import { hasPoppler, readPages, sayWhyLeftOut, type PdfPage } from '../../helpers/read-pdf.ts'
import { readQrModules } from '../../helpers/read-qr.ts'
import { render } from './rendered.ts'

sayWhyLeftOut()

const oneOf = (setNumber: number): SessionRecord =>
  buildRecord({
    ruleSetId: 'qd-26-2026',
    level: 'province',
    memberCount: 1,
    regulation: { ...defaultRegulation, quorum: { numerator: 1, denominator: 2, needsChair: false } },
    products: [{ quality: 0.7, setNumber }],
  })

const has = (page: PdfPage | undefined, start: string): boolean =>
  page?.lines.some(({ text }) => text.startsWith(start)) === true

/** The note under the table goes over the whole width. */
const isNoNote = ({ text }: PdfPage['lines'][number]): boolean => !text.includes('sản phẩm 3 sao')

describe.skipIf(!hasPoppler)('a blank ballot', async () => {
  const record = oneOf(1)
  const pdf = hasPoppler ? await render({ record, kind: 'blank-ballots' }) : new Uint8Array()
  const pages = hasPoppler ? readPages(pdf) : []

  it('prints 32 criteria on two sheets, each held on one page', () => {
    expect(pages).toHaveLength(4)
    const headings = listCriteria(oneOf(1).items[0]?.form ?? record.items[0]!.form)
    expect(headings).toHaveLength(32)
    for (const { criterion } of headings) {
      const start = `${criterion.code}. ${criterion.title.split(' ').slice(0, 3).join(' ')}`
      expect(pages.filter((page) => has(page, start)).map(() => start)).toEqual([start])
    }
  })

  it('repeats its head and its code on every page', () => {
    for (const page of pages) expect(has(page, 'CÁC TIÊU CHÍ Thang điểm')).toBe(true)
    expect(pages.map(({ lines }) => lines.some(({ text }) => text.includes('SP01/TV01')))).toEqual(
      pages.map(() => true),
    )
  })

  it('sets points in two places in turn, apart from each other, large enough to read and to circle', () => {
    const digits = pages.flatMap(({ lines }) =>
      lines
        .filter(isNoNote)
        .flatMap(({ words }) => words.filter(({ text, left }) => /^\d$/.test(text) && left > mm(181))),
    )
    const options = listCriteria(record.items[0]!.form).flatMap(({ criterion }) => criterion.options).length
    expect(digits.length).toBeGreaterThanOrEqual(options)
    const middles = digits.map(({ left, right }) => (left + right) / 2)
    const [first, second] = [Math.min(...middles), Math.max(...middles)]
    expect(second - first).toBeCloseTo(mm(9), 0)
    // The most points of a section stand between the two.
    const places = [first, second, (first + second) / 2]
    expect(middles.filter((middle) => places.every((place) => Math.abs(middle - place) > 1))).toEqual([])
    // Type of 11.5 points is 12.7 high from line to line.
    expect(Math.min(...digits.map(({ top, bottom }) => bottom - top))).toBeGreaterThanOrEqual(12)
    const sizes = pages.flatMap(({ lines }) => lines.map(({ size }) => size))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9.5)
  })

  it('keeps the boxes, the opinion and the signature together', () => {
    const last = pages.at(-1)
    for (const start of ['Phần A (tối đa 40)', 'Ý kiến của người đánh giá', 'Dấu sao'])
      expect(has(last, start)).toBe(true)
    expect(last?.lines.some(({ text }) => text.includes('Người đánh giá'))).toBe(true)
  })

  it('leaves room at the edges for printers and for filing', () => {
    for (const page of pages) {
      for (const line of page.lines) {
        expect(line.left).toBeGreaterThanOrEqual(mm(20) - 1)
        expect(line.right).toBeLessThanOrEqual(page.width - mm(12) + 1)
        expect(line.bottom).toBeLessThanOrEqual(page.height - mm(12) + 1)
      }
    }
  })

  it('says at its head how to mark and how to correct', () => {
    expect(has(pages[0], 'Cách ghi: khoanh tròn một điểm cho mỗi tiêu chí')).toBe(true)
  })

  it('draws in the left margin of every page which page of which ballot it is', () => {
    const label = blankBallotsModel(record).sheets[0]!.label
    for (let page = 1; page <= 4; page += 1) {
      const { data, size } = encode(writePageLabel({ ...label, page, pages: 4 }), { ecc: 'M', border: 0 })
      const box = { left: mm(4.5), top: mm(42), side: mm(12.5) }
      expect(readQrModules({ pdf, page, box, size })).toEqual(data)
    }
  })
})

describe.skipIf(!hasPoppler)('every set of criteria', () => {
  const sets = Array.from({ length: 26 }, (_, index) => index + 1)

  it('takes at most five pages, and never one for the signature alone', async () => {
    for (const setNumber of sets) {
      const pages = readPages(await render({ record: oneOf(setNumber), kind: 'blank-ballots' }))
      expect(pages.length).toBeLessThanOrEqual(5)
      expect([setNumber, has(pages.at(-1), 'CÁC TIÊU CHÍ')]).toEqual([setNumber, true])
    }
  })
})

describe.skipIf(!hasPoppler)('a pack of ballots', () => {
  it('gives each ballot a first page of its own', async () => {
    const record = { ...districtRecord(), items: districtRecord().items.slice(0, 2) }
    const pages = readPages(await render({ record, kind: 'blank-ballots' }))
    const firsts = pages.filter((page) => has(page, 'PHIẾU ĐÁNH GIÁ SẢN PHẨM OCOP'))
    expect(firsts).toHaveLength(16)
    expect(pages[0]).toBe(firsts[0])
  })

  it('is no draft before the session is closed; filled ballots are', async () => {
    const record = { ...unfinishedRecord(), items: unfinishedRecord().items.slice(0, 1) }
    const blank = readPages(await render({ record, kind: 'blank-ballots' }))
    const filled = readPages(await render({ record, kind: 'filled-ballots' }))
    expect(blank.some(({ hasDraftMark }) => hasDraftMark)).toBe(false)
    expect(filled.every(({ hasDraftMark }) => hasDraftMark)).toBe(true)
  })

  it('fills the boxes of a scored ballot', async () => {
    const record = { ...districtRecord(), items: districtRecord().items.slice(1, 2) }
    const totals = record.items[0]?.ballots[0]?.totals
    const pages = readPages(await render({ record, kind: 'filled-ballots' }))
    const boxes = pages
      .flatMap(({ lines }) => lines.map(({ text }) => text))
      .find((text) => /^\d+ \d+ \d+ \d+$/.test(text))
    expect(boxes).toBe(`${totals?.parts.A} ${totals?.parts.B} ${totals?.parts.C} ${totals?.total}`)
  })
})
