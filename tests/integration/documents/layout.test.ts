import { describe, expect, it } from 'vitest'
import { mm, nd30, quocHieu, tieuNgu } from '../../../electron/documents/nd30/measures.ts'
import { districtRecord, longRecord, provinceRecord, unfinishedRecord } from '../../fixtures/records.ts'
import {
  hasPoppler,
  readFonts,
  readPages,
  readRules,
  readStretches,
  sayWhyLeftOut,
  sizeOf,
  type PdfLine,
  type PdfPage,
} from '../../helpers/read-pdf.ts'
import { render } from './rendered.ts'

sayWhyLeftOut()

/** Points; a third of a millimetre. */
const tolerance = 1

const district = districtRecord()
const province = provinceRecord()
const long = longRecord()
const unfinished = unfinishedRecord()

const printed = [
  { name: 'district decision', record: district, kind: 'decision' },
  { name: 'provincial decision', record: province, kind: 'decision' },
  { name: 'decision on sixty products', record: long, kind: 'decision' },
  { name: 'minutes', record: district, kind: 'minutes' },
  { name: 'minutes of sixty products', record: long, kind: 'minutes' },
  { name: 'draft of the minutes', record: unfinished, kind: 'minutes' },
  { name: 'tally table', record: district, kind: 'tally-table' },
  { name: 'tally table of sixty products', record: long, kind: 'tally-table' },
  { name: 'product tables', record: { ...district, items: district.items.slice(0, 4) }, kind: 'product-tally' },
  { name: 'notices of results', record: district, kind: 'result-notices' },
  { name: 'draft of the notices', record: unfinished, kind: 'result-notices' },
  { name: 'district report', record: district, kind: 'council-report' },
  { name: 'report on sixty products', record: long, kind: 'council-report' },
  { name: 'proposal', record: province, kind: 'proposal' },
  { name: 'letter to the upper level', record: district, kind: 'referral-letter' },
  { name: 'letter with a long list', record: long, kind: 'referral-letter' },
] as const

describe.skipIf(!hasPoppler).each(printed)('printed page: $name', async ({ record, kind }) => {
  const pdf = hasPoppler ? await render({ record, kind }) : new Uint8Array()
  const pages = hasPoppler ? readPages(pdf) : []

  it('is A4 and keeps the edges of Decree 30', () => {
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) {
      expect([page.width, page.height].toSorted((a, b) => a - b).map(Math.round)).toEqual([595, 842])
      expect(textOf(page).filter((line) => !keepsEdges(line, page))).toEqual([])
    }
  })

  it('embeds subsets of Tinos and nothing else', () => {
    const fonts = readFonts(pdf)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) {
      expect(font).toMatchObject({ isEmbedded: true, isSubset: true })
      expect(font.name).toMatch(/^[A-Z]{6}\+Tinos-/)
    }
  })

  it('carries composed Vietnamese text', () => {
    const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n')
    expect(text).toMatch(/[ăâđêôơưạảấầẩẫậ]/)
    expect(text.normalize('NFC')).toBe(text)
    expect(text).not.toMatch(/[\u0300-\u036f\ufffd]/)
  })

  it('names the nation on one line, with rules of the right length', () => {
    const lines = pages[0]?.lines ?? []
    const nation = wordsAfter(lines, quocHieu)
    const motto = wordsAfter(lines, tieuNgu)
    for (const word of nation) within(sizeOf(word), nd30.size.quocHieu.allowed)
    for (const word of motto) within(sizeOf(word), nd30.size.tieuNgu.allowed)
    const rules = readRules({ pdf, page: 1 })
    // An official letter has its subject under its number, without a rule.
    const hasTitle = kind !== 'referral-letter'
    expect(rules).toHaveLength(hasTitle ? 3 : 2)
    const [issuerRule, mottoRule, subjectRule] = inPlace({ rules, hasTitle })
    const mottoWidth = (motto.at(-1)?.right ?? 0) - (motto[0]?.left ?? 0)
    expect((mottoRule?.length ?? 0) / mottoWidth).toBeCloseTo(1, 2)
    const issuer = lines
      .filter(({ top }) => top < (issuerRule?.top ?? 0))
      .map(({ words }) => words.filter(({ right }) => right < mm(30 + nd30.columns.left) + 2))
      .findLast((words) => words.length > 0)
    const issuerWidth = (issuer?.at(-1)?.right ?? 0) - (issuer?.[0]?.left ?? 0)
    within((issuerRule?.length ?? 0) / issuerWidth, nd30.rule.issuingBody.allowed)
    if (!hasTitle) return
    const subject = lines.findLast(({ top }) => top < (subjectRule?.top ?? 0))
    within((subjectRule?.length ?? 0) / ((subject?.right ?? 0) - (subject?.left ?? 0)), nd30.rule.subject.allowed)
  })

  it('marks a draft, and only a draft, on every page', () => {
    const isDraft = record.session.state !== 'closed'
    expect(pages.map(({ hasDraftMark }) => hasDraftMark)).toEqual(pages.map(() => isDraft))
  })
})

const keepsEdges = (line: PdfLine, page: PdfPage): boolean =>
  line.left >= mm(30) - tolerance &&
  line.right <= page.width - mm(15) + tolerance &&
  line.top >= mm(20) - tolerance &&
  line.bottom <= page.height - mm(20) + tolerance

/** The rules of a first page by place: under the issuing body, under the motto, under the subject. */
function inPlace({ rules, hasTitle }: { rules: ReturnType<typeof readRules>; hasTitle: boolean }) {
  const subject = hasTitle ? rules.toSorted((a, b) => a.top - b.top).at(-1) : undefined
  const head = rules.filter((rule) => rule !== subject).toSorted((a, b) => a.left - b.left)
  return [head[0], head[1], subject] as const
}

describe.skipIf(!hasPoppler)('page numbers', () => {
  it('stand centred in the top margin from page 2', async () => {
    const pages = readPages(await render({ record: long, kind: 'minutes' }))
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.map(numberOf)).toEqual(pages.map((_, index) => (index === 0 ? null : String(index + 1))))
    for (const page of pages.slice(1)) {
      const line = page.lines[0]
      within(line?.size ?? 0, nd30.page.number.allowed)
      const middle = ((line?.left ?? 0) + (line?.right ?? 0)) / 2
      expect(middle).toBeCloseTo((mm(30) + page.width - mm(15)) / 2, 0)
    }
  })

  it('begin anew in each annex', async () => {
    const pages = readPages(await render({ record: long, kind: 'decision' }))
    const starts = pages.flatMap((page, index) => (page.lines[0]?.text.startsWith('Phụ lục') === true ? [index] : []))
    expect(starts).toHaveLength(2)
    const [first = 0, second = 0] = starts
    const counted = (count: number) =>
      Array.from({ length: count }, (_, index) => (index === 0 ? null : String(index + 1)))
    expect(pages.map(numberOf)).toEqual([
      ...counted(first),
      ...counted(second - first),
      ...counted(pages.length - second),
    ])
    expect(second - first).toBeGreaterThan(1)
  })
})

describe.skipIf(!hasPoppler)('parts of a decision', async () => {
  const pdf = hasPoppler ? await render({ record: province, kind: 'decision' }) : new Uint8Array()
  const lines = hasPoppler ? readPages(pdf).flatMap((page) => page.lines) : []
  const stretches = hasPoppler ? readStretches(pdf) : []
  const lineOf = (start: string): PdfLine => {
    const line = lines.find(({ text }) => text.startsWith(start))
    if (line === undefined) throw new Error(`no line begins with ${start}`)
    return line
  }

  it.each([
    { start: 'Số:', part: 'number' },
    { start: 'QUYẾT ĐỊNH', part: 'kind' },
    { start: 'Về việc', part: 'subject' },
    { start: 'Căn cứ', part: 'legalBasis' },
    { start: 'Điều 1.', part: 'body' },
    { start: 'PHÓ CHỦ TỊCH', part: 'signingPower' },
    { start: '- Như Điều', part: 'recipients' },
    { start: 'Phụ lục I', part: 'annex' },
    { start: '(Kèm theo', part: 'annexReference' },
  ] as const)('sets $start in an allowed size', ({ start, part }) => {
    const [first] = lineOf(start).words
    const [least, most] = nd30.size[part].allowed
    expect(first === undefined ? 0 : sizeOf(first)).toBeGreaterThanOrEqual(least - 0.05)
    expect(first === undefined ? 0 : sizeOf(first)).toBeLessThanOrEqual(most + 0.05)
  })

  it('sets bold and italic where the decree asks for it', () => {
    const styleOf = (start: string) => {
      const { isBold, isItalic } = stretches.find(({ text }) => text.startsWith(start)) ?? {}
      return { isBold, isItalic }
    }
    const bold = { isBold: true, isItalic: false }
    const italic = { isBold: false, isItalic: true }
    expect(styleOf('CỘNG HÒA')).toEqual(bold)
    expect(styleOf('ỦY BAN NHÂN DÂN')).toEqual(bold)
    expect(styleOf('Số:')).toEqual({ isBold: false, isItalic: false })
    expect(styleOf('Phú Thọ, ngày')).toEqual(italic)
    expect(styleOf('Về việc')).toEqual(bold)
    expect(styleOf('Căn')).toEqual(italic)
    expect(styleOf('Điều 1.')).toEqual(bold)
    expect(styleOf('KT. CHỦ TỊCH')).toEqual(bold)
    expect(styleOf('Nơi nhận:')).toEqual({ isBold: true, isItalic: true })
    expect(styleOf('(Kèm theo')).toEqual(italic)
  })

  it('indents the first line and justifies the others', () => {
    const first = lines.findIndex(({ text }) => text.startsWith('Điều 1.'))
    within((lines[first]?.left ?? 0) - mm(30), [mm(10) - 0.5, mm(12.7) + 0.5])
    expect(lines[first]?.right).toBeCloseTo(mm(210 - 15), 0)
    expect(lines[first + 1]?.left).toBeCloseTo(mm(30), 0)
  })

  it('spaces lines and paragraphs as the decree allows', () => {
    const first = lines.findIndex(({ text }) => text.startsWith('Căn cứ Quyết định số 26'))
    const tops = lines.slice(first, first + 4).map(({ top }) => top)
    const [pitch = 0, , paragraph = 0] = tops.slice(1).map((top, index) => top - (tops[index] ?? 0))
    // Single spacing is 1.149 of the size in Times New Roman, with which Tinos is metric-compatible.
    within(pitch / (14 * 1.149), nd30.body.lineSpacing.allowed)
    expect(paragraph - pitch).toBeGreaterThanOrEqual(6 - 0.05)
  })
})

function numberOf(page: PdfPage): string | null {
  const [line] = page.lines
  return line !== undefined && line.bottom < mm(20) ? line.text : null
}

/** Without what stands in the margins: the page's number at the top, the code at the foot. */
const textOf = (page: PdfPage): readonly PdfLine[] =>
  page.lines.slice(numberOf(page) === null ? 0 : 1).filter(({ text }) => !text.startsWith('Mã kiểm chứng: '))

/** The words of a text that stands whole in one line; fails where it does not. */
function wordsAfter(lines: readonly PdfLine[], text: string): PdfLine['words'] {
  const line = lines.find((candidate) => candidate.text.includes(text))
  if (line === undefined) throw new Error(`not on one line: ${text}`)
  const count = text.split(' ').length
  const { words } = line
  const start = words.findIndex(
    (_, index) =>
      words
        .slice(index, index + count)
        .map((word) => word.text)
        .join(' ') === text,
  )
  return words.slice(start, start + count)
}

function within(value: number, [least, most]: readonly [number, number]): void {
  expect(value).toBeGreaterThanOrEqual(least - 0.05)
  expect(value).toBeLessThanOrEqual(most + 0.05)
}
