import { describe, expect, it } from 'vitest'
import { renderDocument } from '../../../electron/documents/render-document.ts'
import { takeTemplate } from '../../../electron/documents/word/check-template.ts'
import { districtRecord } from '../../fixtures/records.ts'
import { hasPoppler, readPages, readRules, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { resourcesFolder } from '../../helpers/test-app.ts'
import { templateOf } from '../../helpers/word-template.ts'

sayWhyLeftOut()

type Changes = Readonly<Record<string, (xml: string) => string>>

async function pdfOf(body: string, changes: Changes = {}): Promise<Uint8Array> {
  const asked = { record: districtRecord(), kind: 'decision', format: 'pdf', resources: resourcesFolder } as const
  const templates = { decision: templateOf(body, changes) }
  return (await renderDocument({ ...asked, now: new Date('2026-11-23T02:30:00Z'), templates })).bytes
}

const run = (text: string, rPr = '') => `<w:r><w:rPr>${rPr}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string, pPr = '') => `<w:p><w:pPr>${pPr}</w:pPr>${inner}</w:p>`
const tab = '<w:r><w:tab/></w:r>'
const cell = (text: string, tcPr = '') => `<w:tc><w:tcPr>${tcPr}</w:tcPr>${paragraph(run(text))}</w:tc>`
const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const tableOf = (grid: readonly number[], ...rows: readonly string[]) =>
  `<w:tbl><w:tblPr><w:tblBorders>${lines.map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders></w:tblPr><w:tblGrid>${grid.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`

/** Left edge of the text and of the lines, in points. */
const leftEdge = 85.05
const wordAt = (pdf: Uint8Array, text: string) => {
  for (const [page, { lines: found }] of readPages(pdf).entries()) {
    const word = found.flatMap(({ words }) => words).find((each) => each.text === text)
    if (word !== undefined) return { ...word, page: page + 1 }
  }
  throw new Error(`${text} is not printed`)
}

describe.skipIf(!hasPoppler)('what Word sets is drawn alike', () => {
  it('indents, alignment, gaps and sizes', async () => {
    const pdf = await pdfOf(
      paragraph(run('Đầu'), '<w:spacing w:after="400"/><w:ind w:left="1000"/>') +
        paragraph(run('Giữa', '<w:sz w:val="40"/>'), '<w:spacing w:before="200"/><w:jc w:val="center"/>') +
        paragraph(run('Cuối'), '<w:jc w:val="right"/>') +
        paragraph(run('thường', '<w:caps/>'), '<w:ind w:left="720" w:hanging="720"/>'),
    )
    expect(wordAt(pdf, 'Đầu').left).toBeCloseTo(leftEdge + 50, 0)
    const middle = wordAt(pdf, 'Giữa')
    expect((middle.left + middle.right) / 2).toBeCloseTo((leftEdge + 595.3 - 42.5) / 2, 0)
    // After the first paragraph and before the second, as Word adds them up.
    expect(middle.top - wordAt(pdf, 'Đầu').bottom).toBeGreaterThan(27)
    expect(middle.bottom - middle.top).toBeGreaterThan(wordAt(pdf, 'Đầu').bottom - wordAt(pdf, 'Đầu').top)
    expect(wordAt(pdf, 'Cuối').right).toBeCloseTo(595.3 - 42.5, 0)
    expect(wordAt(pdf, 'THƯỜNG').left).toBeCloseTo(leftEdge, 0)
  })

  it('tabs lead to their stops: left, centred and right', async () => {
    const stops = '<w:tabs><w:tab w:val="center" w:pos="4000"/><w:tab w:val="right" w:pos="9000"/></w:tabs>'
    const pdf = await pdfOf(
      paragraph(run('Trái') + tab + run('Giữa') + tab + run('Phải'), stops) + paragraph(tab + run('Lùi')),
    )
    const middle = wordAt(pdf, 'Giữa')
    expect(Math.abs((middle.left + middle.right) / 2 - (leftEdge + 200))).toBeLessThan(3)
    expect(Math.abs(wordAt(pdf, 'Phải').right - (leftEdge + 450))).toBeLessThan(4)
    expect(Math.abs(wordAt(pdf, 'Lùi').left - (leftEdge + 36))).toBeLessThan(3)
  })

  it('what fills the way to a tab’s stop: dots, lines', async () => {
    const stop = (leader: string) => `<w:tabs><w:tab w:val="right" w:leader="${leader}" w:pos="9355"/></w:tabs>`
    const line = (leader: string) => paragraph(run('Họ tên') + tab + run('hết'), stop(leader))
    const pdf = await pdfOf(line('dot') + line('underscore') + line('none'))
    const [dots, rules, none] = readPages(pdf)[0]?.lines ?? []
    expect(dots?.text).toMatch(/^Họ tên\s?\.{60,}\s?hết$/)
    expect(rules?.text).toMatch(/^Họ tên\s?_{30,}\s?hết$/)
    expect(none?.text.replace(/\s+/g, ' ')).toBe('Họ tên hết')
    for (const each of [dots, rules, none]) expect(each?.right).toBeCloseTo(leftEdge + 467.7, -1)
  })

  it('merged cells, as wide and as high as they are', async () => {
    const pdf = await pdfOf(
      tableOf(
        [2000, 2000, 4000],
        cell('Gộp-dọc', '<w:vMerge w:val="restart"/>') + cell('Gộp-ngang', '<w:gridSpan w:val="2"/>'),
        cell('', '<w:vMerge/>') + cell('Hai') + cell('Ba'),
      ),
    )
    expect(wordAt(pdf, 'Gộp-dọc').top).toBeCloseTo(wordAt(pdf, 'Gộp-ngang').top, 0)
    expect(wordAt(pdf, 'Gộp-ngang').left).toBeCloseTo(wordAt(pdf, 'Hai').left, 0)
    expect(wordAt(pdf, 'Ba').left - wordAt(pdf, 'Hai').left).toBeCloseTo(100, 0)
    expect(wordAt(pdf, 'Hai').top).toBeGreaterThan(wordAt(pdf, 'Gộp-ngang').bottom - 2)
  })

  it('lists are numbered as Word numbers them', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>`
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
    const item = (text: string, at: number) =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="7"/></w:numPr>`)
    const pdf = await pdfOf(item('Một', 0) + item('Nhỏ', 1) + item('Khác', 1) + item('Hai', 0) + item('Lại', 1), {
      'word/numbering.xml': () => numbering,
    })
    const texts = readPages(pdf).flatMap(({ lines: found }) => found.map(({ text }) => text))
    expect(texts).toEqual(['1. Một', 'a) Nhỏ', 'b) Khác', '2. Hai', 'a) Lại'])
    expect(Math.abs(wordAt(pdf, 'Nhỏ').left - (leftEdge + 72))).toBeLessThan(3)
  })

  it('page breaks, and what must not part', async () => {
    const filler = Array.from({ length: 36 }, (_, at) => paragraph(run(`Dòng-${at}`))).join('')
    const pdf = await pdfOf(
      paragraph(`${run('Trang-một')}<w:r><w:br w:type="page"/></w:r>${run('Trang-hai')}`) +
        paragraph(run('Trang-ba'), '<w:pageBreakBefore/>') +
        filler +
        Array.from({ length: 8 }, (_, at) => paragraph(run(`Liền-${at}`), '<w:keepNext/>')).join('') +
        paragraph(run('Ký')),
    )
    expect(wordAt(pdf, 'Trang-một').page).toBe(1)
    expect(wordAt(pdf, 'Trang-hai').page).toBe(2)
    expect(wordAt(pdf, 'Trang-ba').page).toBe(3)
    expect(wordAt(pdf, 'Liền-0').page).toBe(wordAt(pdf, 'Ký').page)
    expect(wordAt(pdf, 'Ký').page).toBe(4)
  })

  it('a landscape section, with the numbers of its pages', async () => {
    const section = (attributes: string) =>
      `<w:sectPr><w:pgSz ${attributes}/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/></w:sectPr>`
    const pdf = await pdfOf(
      paragraph(run('Đứng')) +
        paragraph('', section('w:w="11906" w:h="16838"')) +
        paragraph(run('Ngang')) +
        paragraph('', section('w:w="16838" w:h="11906" w:orient="landscape"')) +
        paragraph(run('Đứng-lại')),
    )
    expect(readPages(pdf).map(({ width, height }) => width > height)).toEqual([false, true, false])
  })

  it('a line is drawn under what is underlined, and where a line was drawn in Word', async () => {
    const anchor =
      '<w:r><w:drawing><wp:anchor xmlns:wp="x"><wp:positionH relativeFrom="column"><wp:posOffset>1270000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>254000</wp:posOffset></wp:positionV><wp:extent cx="1905000" cy="0"/><a:graphic xmlns:a="y"><a:prstGeom prst="line"/></a:graphic></wp:anchor></w:drawing></w:r>'
    const pdf = await pdfOf(paragraph(anchor + run('Có đường kẻ')))
    const [rule] = readRules({ pdf, page: 1 })
    expect(rule?.left).toBeCloseTo(leftEdge + 100, 0)
    expect(rule?.length).toBeCloseTo(150, 0)
    const plain = Buffer.from(await pdfOf(paragraph(run('Gạch chân'))))
    const underlined = Buffer.from(await pdfOf(paragraph(run('Gạch chân', '<w:u w:val="single"/>'))))
    expect(underlined.equals(plain)).toBe(false)
  })
})

describe('what is not drawn alike is named', () => {
  const inRun = (rPr: string) => paragraph(run('Chữ {trich_yeu}', rPr))
  it.each([
    ['chữ gạch ngang', inRun('<w:strike/>')],
    ['gạch chân khác nét đơn', inRun('<w:u w:val="wave"/>')],
    ['phông chữ ký hiệu', inRun('<w:rFonts w:ascii="Wingdings"/>')],
    ['chữ hoa nhỏ', inRun('<w:smallCaps/>')],
    ['hình ảnh, hình vẽ', paragraph('<w:r><w:drawing/></w:r>')],
    ['đường viền quanh đoạn văn', paragraph(run('Khung'), '<w:pBdr><w:top w:val="single"/></w:pBdr>')],
    ['thay đổi đang được theo dõi (Track Changes)', paragraph(`<w:ins>${run('Thêm')}</w:ins>`)],
    ['chú thích cuối trang', paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>')],
    ['trường DATE', paragraph(`<w:fldSimple w:instr=" DATE ">${run('1/1/2026')}</w:fldSimple>`)],
    ['bảng đặt tự do trên trang', '<w:tbl><w:tblPr><w:tblpPr/></w:tblPr></w:tbl>'],
    ['khổ giấy khác A4', paragraph('', '<w:sectPr><w:pgSz w:w="8000" w:h="16838"/></w:sectPr>')],
    ['chữ chia cột báo', paragraph('', '<w:sectPr><w:cols w:num="2"/></w:sectPr>')],
  ])('%s', async (what, body) => {
    expect(
      (await takeTemplate({ file: templateOf(body), kind: 'decision', resources: resourcesFolder }))?.notDrawn,
    ).toEqual([what])
  })
})
