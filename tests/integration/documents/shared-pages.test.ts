import { describe, expect, it } from 'vitest'
import {
  blankBallotsModel,
  filledBallotsModel,
  spareBallotsModel,
} from '../../../electron/documents/ballot-form/model.ts'
import { ballotFormsPdf } from '../../../electron/documents/ballot-form/pdf.ts'

import { placeBlock, type Frame, type OwnBlock } from '../../../electron/documents/own-blocks.ts'
import { renderPdf, type PdfDocument, type PdfSection } from '../../../electron/documents/render-pdf.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { buildRecord, type FixtureProduct } from '../../fixtures/session-record.ts'
import { readPageImages } from '../../helpers/page-image.ts'
import { hasPoppler, readInOrder, readPages, sayWhyLeftOut, type PdfPage } from '../../helpers/read-pdf.ts'
import { madeAt, resourcesFolder } from './rendered.ts'

sayWhyLeftOut()

/** Nothing in common with any other section: every page laid out and drawn for itself. */
const alone = (document: PdfDocument): PdfDocument => ({
  ...document,
  sections: document.sections.map(({ form, ...section }) => {
    expect(form).toBeDefined()
    return section
  }),
})

/** The file, and how many sections were laid out whole for it. */
async function write(document: PdfDocument) {
  const laidOut = new Set<PdfSection>()
  const sections = document.sections.map((section) => ({
    ...section,
    content: (layout: Parameters<PdfSection['content']>[0]) => {
      laidOut.add(section)
      return section.content(layout)
    },
  }))
  const pdf = await renderPdf({ document: { ...document, sections }, createdAt: madeAt, resources: resourcesFolder })
  return { pdf, laidOut: laidOut.size }
}

const wordsOf = (pages: readonly PdfPage[]) =>
  pages.map(({ lines, hasDraftMark }) => ({
    hasDraftMark,
    // As they lie on the page, line by line.
    lines: lines.map(({ words }) => words.map(({ text }) => text)),
  }))

const placesOf = (pages: readonly PdfPage[]): readonly number[] =>
  pages.flatMap(({ lines }) =>
    lines.flatMap(({ words }) => words.flatMap(({ left, top, right, bottom }) => [left, top, right, bottom])),
  )

/** The pages are the same to the word, to a hundredth of a point and to the dot. */
function expectSamePages(pack: Uint8Array, single: Uint8Array): void {
  // Long files: each reading takes seconds.
  const [packed, apart] = [readPages(pack), readPages(single)]
  expect(wordsOf(packed)).toEqual(wordsOf(apart))
  const places = placesOf(apart)
  const moved = placesOf(packed).filter((place, index) => !(Math.abs(place - (places[index] ?? Number.NaN)) <= 0.01))
  expect(moved).toEqual([])
  const images = readPageImages(single)
  const unlike = readPageImages(pack).flatMap((image, page) =>
    Buffer.from(image.pixels).equals(Buffer.from(images[page]?.pixels ?? [])) ? [] : [page + 1],
  )
  expect(unlike).toEqual([])
}

const longWord = 'Nguyênliệuđịaphươngkhôngcókhoảngtrắngnàotrongtênsảnphẩmnàycả'
const memberNames = [
  '',
  `Thành viên ${longWord}${longWord}`,
  'Phó Chủ tịch Thường trực Hội đồng '.repeat(4),
  'Ủy viên',
  'Thư ký',
  'Thành viên – chuyên gia',
]
const opinions = [
  '',
  'Bao bì đẹp.\nHương thơm.',
  'Sản phẩm tốt. '.repeat(40),
  longWord.repeat(2),
  'a\nb\nc\nd\ne\nf',
  'Đạt.',
]

/** Names and opinions that wrap, do not wrap, or cannot; ballots scored and not; two forms. */
function awkward(products: readonly FixtureProduct[]): SessionRecord {
  const record = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', memberCount: 6, state: 'open', products })
  return {
    ...record,
    members: record.members.map((member, index) => ({ ...member, name: memberNames[index] ?? '' })),
    items: record.items.map((item, row) => ({
      ...item,
      ballots: item.ballots.map((ballot, index) => ({ ...ballot, opinion: opinions[(index + row) % 6] ?? '' })),
    })),
  }
}

const products: readonly FixtureProduct[] = [
  { name: 'Trà thảo mộc 🌿 vườn nhà – "Hoa & Nắng" <loại 1>', quality: 0.9, setNumber: 26 },
  { name: `${longWord} ${longWord} ${longWord}`, quality: 0.8, setNumber: 26 },
  { name: 'Rượu nếp ngữ điệu'.normalize('NFD'), quality: 0.5, setNumber: 26, incomplete: [2] },
  { name: `Bột ngũ cốc ${'dinh dưỡng nguyên cám rang chậm '.repeat(6)}`, quality: 0.6, setNumber: 20 },
]

describe.skipIf(!hasPoppler)('ballots of one form', () => {
  const record = awkward(products)
  const plain = awkward(Array.from({ length: 6 }, () => ({ quality: 0.7, setNumber: 3 })))

  it.each([
    { kind: 'blank', model: blankBallotsModel(record) },
    { kind: 'spare', model: spareBallotsModel(plain) },
    { kind: 'filled', model: filledBallotsModel(record) },
  ])('have the pages that each $kind one would have alone', async ({ model }) => {
    const document = ballotFormsPdf(model)
    const [pack, single] = [await write(document), await write(alone(document))]
    expect(single.laidOut).toBe(document.sections.length)
    expect(pack.laidOut).toBeLessThan(document.sections.length)
    expectSamePages(pack.pdf, single.pdf)
    expect(readInOrder(pack.pdf)).toBe(readInOrder(single.pdf))
    expect(pack.pdf.length).toBeLessThanOrEqual(single.pdf.length)
  })

  it.each([
    { kind: 'blank', model: blankBallotsModel(buildRecord(everyday)) },
    { kind: 'filled', model: filledBallotsModel(buildRecord(everyday)) },
  ])('are laid out once for each height of their $kind blocks', async ({ model }) => {
    const pack = await write(ballotFormsPdf(model))
    expect(model.sheets).toHaveLength(66)
    expect(pack.laidOut).toBeLessThanOrEqual(4)
  })
})

const everyday: Parameters<typeof buildRecord>[0] = {
  ruleSetId: 'qd-26-2026',
  level: 'province',
  memberCount: 11,
  products: Array.from({ length: 6 }, () => ({ quality: 0.7, setNumber: 3 })),
}

describe.skipIf(!hasPoppler)('sections of one form', () => {
  /** Each says its number in a column of its own, below a text that all have. */
  const numbered = (count: number, frame?: Frame): PdfDocument => ({
    title: 'Thử',
    isDraft: false,
    sections: Array.from({ length: count }, (_, index) => {
      const own: OwnBlock = {
        name: 'number',
        parts: [{ text: `Phiếu ${index + 1}` }],
        ...(frame === undefined ? {} : { frame }),
      }
      return {
        orientation: 'portrait',
        content: () => [{ text: 'Lời chung của mọi phiếu' }, inColumn(placeBlock(own)), { text: 'Lời cuối' }],
        form: { key: 'thử', blocks: () => [own] },
      }
    }),
  })
  const inColumn: Frame = (content) => ({
    columns: [
      { width: 100, text: '' },
      { width: 200, stack: [content] },
    ],
  })

  it('are laid out once where the block stands in its frame', async () => {
    const document = numbered(8, inColumn)
    const [pack, single] = [await write(document), await write(alone(document))]
    expect(pack.laidOut).toBe(1)
    expectSamePages(pack.pdf, single.pdf)
  })

  it('are laid out each for itself where the block stands elsewhere', async () => {
    const document = numbered(8)
    const [pack, single] = [await write(document), await write(alone(document))]
    expect(pack.laidOut).toBe(8)
    expectSamePages(pack.pdf, single.pdf)
  })

  it('let others work between any two of them', async () => {
    let breaths = 0
    const breathe = async () => void (breaths += 1)
    await renderPdf({ document: numbered(40, inColumn), createdAt: madeAt, resources: resourcesFolder, breathe })
    expect(breaths).toBeGreaterThanOrEqual(40)
  })
})
