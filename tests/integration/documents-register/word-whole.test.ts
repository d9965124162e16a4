import { describe, expect, it } from 'vitest'
import { renderDocument } from '../../../electron/documents/render-document.ts'
import { takeTemplate } from '../../../electron/documents/word/check-template.ts'
import { districtRecord } from '../../fixtures/records.ts'
import { hasPoppler, readInOrder, readPages, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { resourcesFolder } from '../../helpers/test-app.ts'
import { templateOf } from '../../helpers/word-template.ts'

sayWhyLeftOut()

type Changes = Readonly<Record<string, (xml: string) => string>>

async function pdfOf(body: string, changes: Changes = {}): Promise<Uint8Array> {
  const asked = { record: districtRecord(), kind: 'decision', format: 'pdf', resources: resourcesFolder } as const
  const templates = { decision: templateOf(body, changes) }
  return (await renderDocument({ ...asked, now: new Date('2026-11-23T02:30:00Z'), templates })).bytes
}

const check = (body: string, changes: Changes = {}) =>
  takeTemplate({ file: templateOf(body, changes), kind: 'decision', resources: resourcesFolder })

const run = (text: string, rPr = '') => `<w:r><w:rPr>${rPr}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string, pPr = '') => `<w:p><w:pPr>${pPr}</w:pPr>${inner}</w:p>`
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at + 1}`)
const tallCell = (name: string, count: number, pPr = '') =>
  `<w:tc><w:tcPr/>${numbered(name, count)
    .map((word) => paragraph(run(word), pPr))
    .join('')}</w:tc>`
const row = (cells: string, trPr = '<w:cantSplit/>') => `<w:tr><w:trPr>${trPr}</w:trPr>${cells}</w:tr>`
const tableOf = (columns: number, rows: string) =>
  `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${9000 / columns}"/>`.repeat(columns)}</w:tblGrid>${rows}</w:tbl>`
const keepNext = '<w:keepNext/>'
const head = '<w:cantSplit/><w:tblHeader/>'

/** Words of the page's text, the head of a table once. */
const wordsOf = (pdf: Uint8Array): readonly string[] => [...new Set(readInOrder(pdf).split(/\s+/).filter(Boolean))]

describe.skipIf(!hasPoppler)('the PDF holds every word of the Word file', () => {
  const tall = tallCell('cao', 120)
  const nested = `<w:tc><w:tcPr/>${tableOf(1, row(tallCell('trong', 90)))}${paragraph('')}</w:tc>`
  it.each([
    ['a row that may not part', tableOf(1, row(tall)), numbered('cao', 120)],
    [
      'one among others',
      tableOf(2, row(tallCell('a', 2) + tallCell('b', 2)) + row(tall + tallCell('c', 90))),
      numbered('cao', 120),
    ],
    ['one below a head', tableOf(1, row(tallCell('head', 2), head) + row(tall)), numbered('cao', 120)],
    ['a head', tableOf(1, row(tall, head) + row(tallCell('thân', 3))), numbered('cao', 120)],
    ['a table within a cell', tableOf(1, row(nested)), numbered('trong', 90)],
    [
      'a cell over several rows',
      tableOf(
        2,
        row(
          `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${tall.slice('<w:tc><w:tcPr/>'.length)}${tallCell('x', 1)}`,
        ) + row(`<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>${tallCell('y', 1)}`),
      ),
      numbered('cao', 120),
    ],
    [
      'paragraphs that stay with the next',
      numbered('đoạn', 150)
        .map((word) => paragraph(run(word), keepNext))
        .join(''),
      numbered('đoạn', 150),
    ],
    [
      'a paragraph higher than a page',
      paragraph(
        numbered('to', 60)
          .map((word) => run(`${word} `, '<w:sz w:val="120"/>'))
          .join(''),
        '<w:keepLines/>',
      ),
      numbered('to', 60),
    ],
  ])('%s', async (_, body, words) => {
    const found = wordsOf(await pdfOf(`${paragraph(run('Trước'))}${body}${paragraph(run('Sau'))}`))
    expect(['Trước', ...words, 'Sau'].filter((word) => !found.includes(word))).toEqual([])
    expect((await check(body))?.notDrawn).toEqual([])
  })

  it('what parts only where it must: the other rows of the document stay whole', async () => {
    const pdf = await pdfOf(
      tableOf(1, row(tall)) +
        numbered('lấp', 20)
          .map((word) => paragraph(run(word)))
          .join('') +
        tableOf(1, row(tallCell('nguyên', 30))),
    )
    const pagesOf = (name: RegExp) =>
      readPages(pdf).flatMap(({ lines }, page) => (lines.some(({ text }) => name.test(text)) ? [page] : []))
    expect(pagesOf(/^cao\d/).length).toBeGreaterThan(1)
    expect(pagesOf(/^nguyên\d/)).toHaveLength(1)
  })
})

describe('words that no page can hold', () => {
  const wide = tableOf(1, row(tallCell('xa', 1), '')).replace('w:w="9000"', 'w:w="40000"')
  const far = wide.replace('<w:pPr></w:pPr>', '<w:pPr><w:jc w:val="right"/></w:pPr>')

  it('are named when the template is brought, and the PDF is refused', async () => {
    expect((await check(far))?.notDrawn).toEqual(['chữ không đủ chỗ trên trang: “xa1”'])
    await expect(pdfOf(far)).rejects.toMatchObject({ reason: 'template-not-drawn' })
  })

  it('where the reader does not look are named as well', async () => {
    const hidden = `${paragraph(run('Thấy'))}<w:ruby>${paragraph(run('Khuất mất'))}</w:ruby>`
    expect((await check(hidden))?.notDrawn).toEqual(['chữ ở chỗ không đọc được: “Khuất mất”'])
    await expect(pdfOf(hidden)).rejects.toMatchObject({ reason: 'template-not-drawn' })
  })
})

const header = (...texts: readonly string[]) =>
  `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${texts
    .map((text) =>
      paragraph(text === '#' ? '<w:fldSimple w:instr=" PAGE "><w:r><w:t>9</w:t></w:r></w:fldSimple>' : run(text)),
    )
    .join('')}</w:hdr>`
const page = (...lines: readonly string[]) => lines.map((text) => paragraph(run(text))).join('')
const newPage = '<w:r><w:br w:type="page"/></w:r>'
const section = (inner = '', type = 'nextPage') =>
  paragraph(
    '',
    `<w:sectPr>${inner}<w:type w:val="${type}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567"/></w:sectPr>`,
  )
const first = '<w:headerReference w:type="first" r:id="rId3"/>'
const usual = '<w:headerReference w:type="default" r:id="rId2"/>'
const last = (change: (sectPr: string) => string) => (xml: string) =>
  xml.replace(/<w:sectPr>(?:(?!<w:sectPr>).)*$/s, change)

describe.skipIf(!hasPoppler)('headers stand on the pages where Word prints them', () => {
  const linesOf = (pdf: Uint8Array) => readPages(pdf).map(({ lines }) => lines.map(({ text }) => text))

  it('one higher than the margin moves the text down, each page for itself', async () => {
    const headers = {
      'word/header1.xml': () => header('#', 'Thường một', 'Thường hai'),
      'word/header2.xml': () => header('Đầu', 'Đầu nữa', 'Đầu thứ ba', 'Đầu thứ tư'),
    }
    const pdf = await pdfOf(`${page('Trang một')}${paragraph(newPage)}${page('Trang hai')}`, headers)
    expect(linesOf(pdf)).toEqual([
      ['Đầu', 'Đầu nữa', 'Đầu thứ ba', 'Đầu thứ tư', 'Trang một'],
      ['2', 'Thường một', 'Thường hai', 'Trang hai'],
    ])
    for (const { lines } of readPages(pdf)) {
      for (const [at, line] of lines.entries()) {
        expect(line.top).toBeGreaterThanOrEqual((lines[at - 1]?.bottom ?? 0) - 1)
      }
    }
  })

  it('goes on from the section before it, and so do the numbers of pages', async () => {
    const changes = {
      'word/header1.xml': () => header('#', 'Thường'),
      'word/header2.xml': () => header('Bìa'),
      'word/document.xml': last((xml) =>
        xml.replace(/<w:headerReference [^>]*>/g, '').replace(/<w:pgNumType[^>]*>|<w:titlePg\/>/g, ''),
      ),
    }
    const body = `${page('A')}${paragraph(newPage)}${page('B')}${section(`${usual}${first}<w:titlePg/>`)}${page('C')}`
    expect(linesOf(await pdfOf(body, changes))).toEqual([
      ['Bìa', 'A'],
      ['2', 'Thường', 'B'],
      ['3', 'Thường', 'C'],
    ])
    expect((await check(body, changes))?.notDrawn).toEqual([])
  })

  it('of even pages', async () => {
    const changes = {
      'word/header1.xml': () => header('Lẻ'),
      'word/header2.xml': () => header('Chẵn'),
      'word/settings.xml': (xml: string) => xml.replace('<w:defaultTabStop', '<w:evenAndOddHeaders/>$&'),
      'word/document.xml': last((xml) => xml.replace('w:type="first"', 'w:type="even"').replace('<w:titlePg/>', '')),
    }
    const body = `${page('A')}${paragraph(newPage)}${page('B')}${paragraph(newPage)}${page('C')}`
    expect(linesOf(await pdfOf(body, changes))).toEqual([
      ['Lẻ', 'A'],
      ['Chẵn', 'B'],
      ['Lẻ', 'C'],
    ])
  })

  it.each([
    [
      'phần đổi đầu trang ở giữa trang',
      `${page('A')}${section()}${page('B')}`,
      last((xml) => xml.replace('nextPage', 'continuous')),
    ],
    ['kiểu số trang này', page('A'), last((xml) => xml.replace('<w:pgNumType', '$& w:fmt="lowerRoman"'))],
    [
      'số trang trong lời văn',
      paragraph(`<w:fldSimple w:instr=" PAGE ">${run('1')}</w:fldSimple>`),
      (xml: string) => xml,
    ],
  ])('or it is named: %s', async (what, body, change) => {
    expect((await check(body, { 'word/document.xml': change }))?.notDrawn).toEqual([what])
  })
})

describe('signs of the template that the face lacks', () => {
  const body = paragraph(run('Hạng ★★★ ☑ {trich_yeu}'))

  it('are named when it is brought, with what the PDF prints for them', async () => {
    expect((await check(body))?.unprintable).toEqual([
      { text: 'Hạng ★★★ ☑ {trich_yeu}', signs: ['★', '☑'], printed: 'Hạng *** √ {trich_yeu}' },
    ])
  })

  it.skipIf(!hasPoppler)('and printed so', async () => {
    expect(readText(await pdfOf(body))).toContain('Hạng *** √')
  })
})
