import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { hasPoppler, readPages, readText } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { convertToPdf, hasOffice, sayWhyWordIsLeftOut } from '../documents-register/office.ts'

// A paper's Word file has, through LibreOffice, the words and the pages of its PDF.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Sổ chứng nhận' })
  await take(manyRows)
  await app.client.officePapers.setOffice({
    level: 'province',
    province: 'tỉnh Hòa Bình',
    district: '',
    unit: 'Văn phòng Điều phối nông thôn mới',
    abbreviation: 'VPĐP',
  })
})
afterEach(() => app[Symbol.dispose]())

const head = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định']

/** Enough for several pages of the second annex, and one row with a name of three lines and with what XML escapes. */
const manyRows: OfficeList['rows'] = [
  [
    'Cam <lòng> vàng & bưởi đỏ',
    'HTX Hà Phong',
    'xã Thu Phong',
    'Cao Phong',
    4,
    74.5,
    '3163/QĐ-UBND',
    dateCell('2019-12-30'),
  ],
  ...Array.from({ length: 40 }, (_, index) => [
    index === 7 ? `Sản phẩm có tên rất dài ${'từ các loại thảo dược vùng cao '.repeat(3)}` : `Sản phẩm số ${index + 1}`,
    `HTX số ${index % 9}`,
    'xã Phong Phú',
    'Tân Lạc',
    3,
    61,
    '2935/QĐ-UBND',
    dateCell('2020-12-22'),
  ]),
]

async function take(rows: OfficeList['rows']) {
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [head, ...rows] }))], 'Danh sách công nhận.xlsx')
  const list = { file, sender: 'Phòng NN&PTNT', sheet: null, columns: [], year: 2024, acceptsDoubts: true }
  await app.client.register.takeList(list)
}

const paper = (years: number[]): OfficePaper => ({ kind: 'lapsing-list', years, asOf: '2024-04-28' })

async function made(papers: readonly OfficePaper[], format: 'pdf' | 'docx') {
  const file = await app.client.officePapers.render({ papers: [...papers], format })
  return new Uint8Array(await file.arrayBuffer())
}

const inOffice = (docx: Uint8Array) => convertToPdf({ paper: docx }).get('paper') ?? new Uint8Array()

const wordsOf = (pdf: Uint8Array) =>
  readText(pdf)
    .replace(/--- trang \d+ ---/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '' && !/^\d+$/u.test(word))
    .toSorted()

describe.skipIf(!hasOffice || !hasPoppler)('papers of the office in Word', () => {
  it('have the words and pages of their PDF, a wide list on wide pages', async () => {
    const pdf = await made([paper([2022, 2023])], 'pdf')
    const converted = inOffice(await made([paper([2022, 2023])], 'docx'))
    keep({ pdf, converted })
    expect(wordsOf(converted)).toEqual(wordsOf(pdf))
    const shapes = (bytes: Uint8Array) =>
      readPages(bytes).map(({ width, height }) => (width > height ? 'wide' : 'tall'))
    expect(shapes(converted)).toEqual(shapes(pdf))
  })

  it('of one kind stand in one file, each from a page of its own', async () => {
    const papers = [paper([2022]), paper([2023])]
    const pages = readPages(inOffice(await made(papers, 'docx')))
    const heads = pages.filter(({ lines }) =>
      lines.some(({ text }) => text.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
    )
    expect(heads).toHaveLength(2)
  })
})

function keep(files: Readonly<Record<string, Uint8Array>>) {
  const folder = process.env['OCOP_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `word-${name}.pdf`), bytes)
}

if (!hasOffice) sayWhyWordIsLeftOut()
