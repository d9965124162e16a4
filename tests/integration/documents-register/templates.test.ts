import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../electron/documents/word/fill-template.ts'
import { createTestApp, resourcesFolder, type TestApp } from '../../helpers/test-app.ts'
import { lockedSession, refusal } from './numbered-session.ts'

/** The shipped template of the decision with another body; Word's own parts stay. */
function withBody(body: string): Uint8Array<ArrayBuffer> {
  const zip = new PizZip(readFileSync(join(resourcesFolder, 'templates', 'decision.docx')))
  const xml = zip.file('word/document.xml')?.asText() ?? ''
  zip.file('word/document.xml', xml.replace(/<w:body>.*<w:sectPr>/s, `<w:body>${body}<w:p/><w:sectPr>`))
  return new Uint8Array(zip.generate({ type: 'uint8array' }))
}

const run = (text: string, bold = false) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`
const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

const bodyText = (docx: Uint8Array): string =>
  (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')

describe('filling', () => {
  it('finds a tag that Word split over runs, and keeps the type of its first', () => {
    const template = withBody(
      paragraph(run('Số: {so_'), '<w:proofErr w:type="spellStart"/>', run('ky_', true), run('hieu}!')),
    )
    expect(bodyText(fillTemplate(template, { so_ky_hieu: '05/QĐ-UBND' }))).toContain('Số: 05/QĐ-UBND!')
  })

  it('repeats table rows and paragraphs, and leaves out what a flag hides', () => {
    const template = withBody(
      paragraph(run('{#du_thao}')) +
        paragraph(run('DỰ THẢO')) +
        paragraph(run('{/du_thao}')) +
        table(['TT', 'Tên'], ['{#san_pham}{tt}', '{ten_san_pham}{/san_pham}']),
    )
    const rows = [
      { tt: '1', ten_san_pham: 'Chè "Shan" & <tuyết>' },
      { tt: '2', ten_san_pham: '=1+1\nhai dòng' },
    ]
    const docx = fillTemplate(template, { du_thao: false, san_pham: rows })
    expect(bodyText(docx)).not.toContain('DỰ THẢO')
    expect(bodyText(docx)).toContain('Chè &quot;Shan&quot; &amp; &lt;tuyết&gt;')
    const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
    expect(xml.match(/<w:tr>/g)).toHaveLength(3)
    expect(xml).toContain('<w:br/>')
  })

  it('knows no names but its own', () => {
    const template = withBody(paragraph(run('[{constructor}][{toString}]')))
    expect(bodyText(fillTemplate(template, {}))).toContain('[][]')
  })
})

describe('a template of the office', () => {
  let app: TestApp
  beforeEach(() => {
    app = createTestApp()
  })
  afterEach(() => app[Symbol.dispose]())

  const check = async (body: string) => {
    const file = new File([withBody(body)], 'mau.docx')
    return (await app.client.documents.templates.check({ kind: 'decision', file })).faults
  }

  it('is told of every fault at once, with the tag and its place', async () => {
    const faults = await check(
      paragraph(run('Số: {so_ky_hiu} ngày')) +
        paragraph(run('Căn cứ {noi_dung}')) +
        table(['TT', 'Tên'], ['{#phu_luc}{ten', '{/phu_luc}']) +
        paragraph(run('{#can_cu}'), run('{noi_dung}')) +
        paragraph(run('{dieu}')) +
        paragraph(run('{/can_cu}{/dieu} }')),
    )
    expect(faults.map(({ tag, message }) => [tag, message])).toEqual([
      ['{so_ky_hiu}', 'Không có trường nào tên “so_ky_hiu”. Có phải là {so_ky_hieu}?'],
      ['{noi_dung}', 'Thẻ này chỉ dùng giữa {#can_cu} và {/can_cu}.'],
      ['{ten', 'Thẻ chưa được đóng bằng dấu “}”.'],
      ['{dieu}', 'Thẻ này cần viết {#dieu} … {/dieu}.'],
      ['{/dieu}', 'Không có thẻ mở {#dieu} ở trước.'],
      ['}', 'Dấu “}” không có dấu “{” ở trước.'],
    ])
    expect(faults[0]?.place).toEqual({ part: 'body', paragraph: 'Số: {so_ky_hiu} ngày', table: null, row: null })
    expect(faults[2]?.place).toMatchObject({ table: 1, row: 2, paragraph: '{#phu_luc}{ten' })
  })

  it('is told of a list that is never closed, and of one that begins in a table and ends outside of it', async () => {
    const unclosed = await check(paragraph(run('{#can_cu}{noi_dung}')))
    expect(unclosed.map(({ tag, message }) => [tag, message])).toEqual([['{#can_cu}', 'Thiếu thẻ đóng {/can_cu}.']])
    const torn = await check(table(['{#can_cu}{noi_dung}']) + paragraph(run('{/can_cu}')))
    expect(torn).toMatchObject([{ tag: '{/can_cu}', place: { paragraph: '{/can_cu}', table: null } }])
    expect(torn[0]?.message).toContain('cùng một bảng')
  })

  it('is refused when it fetches something from elsewhere, or is no Word document', async () => {
    const zip = new PizZip(readFileSync(join(resourcesFolder, 'templates', 'decision.docx')))
    const name = 'word/_rels/document.xml.rels'
    const remote = '<Relationship Id="rId9" Type="x/image" Target="http://example.org/a.png" TargetMode="External"/>'
    zip.file(name, (zip.file(name)?.asText() ?? '').replace('</Relationships>', `${remote}</Relationships>`))
    const file = new File([new Uint8Array(zip.generate({ type: 'uint8array' }))], 'mau.docx')
    const { faults } = await app.client.documents.templates.check({ kind: 'decision', file })
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining('http://example.org/a.png')])
    for (const bytes of ['không phải tệp Word', 'PK\u0003\u0004', '']) {
      const call = app.client.documents.templates.check({ kind: 'decision', file: new File([bytes], 'a.docx') })
      expect(await refusal(call)).toBe('template-unreadable')
    }
  })

  it('is used from the moment that it is saved, until it is reset', async () => {
    const { sessionId } = await lockedSession(app)
    const { templates, render } = app.client.documents
    const text = async () => {
      const file = await render({ sessionId, kind: 'decision', format: 'docx' })
      return bodyText(new Uint8Array(await file.arrayBuffer()))
    }
    expect(await text()).not.toContain('Mẫu riêng của cơ quan')
    const file = new File([withBody(paragraph(run('Mẫu riêng của cơ quan: {trich_yeu}')))], 'Mẫu của tỉnh.docx')
    await templates.save({ kind: 'decision', file })
    expect(await text()).toContain('Mẫu riêng của cơ quan: Về việc phê duyệt')
    const ownOf = async () => (await templates.list()).find(({ kind }) => kind === 'decision')?.own
    expect(await ownOf()).toMatchObject({ fileName: 'Mẫu của tỉnh.docx' })
    const download = await templates.download({ kind: 'decision' })
    expect(Buffer.from(await download.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(true)

    const faulty = new File([withBody(paragraph(run('{khong_co}')))], 'Mẫu lỗi.docx')
    expect(await refusal(templates.save({ kind: 'decision', file: faulty }))).toBe('template-faulty')
    expect(await text()).toContain('Mẫu riêng của cơ quan')

    await templates.reset({ kind: 'decision' })
    expect(await ownOf()).toBeNull()
    expect(await text()).toContain('QUYẾT ĐỊNH')
  })

  it('has its fields listed with what they mean', async () => {
    const fields = await app.client.documents.templates.fields({ kind: 'decision' })
    expect(fields).toContainEqual({ tag: '{so_ky_hieu}', closing: '', label: expect.any(String), depth: 0 })
    expect(fields).toContainEqual({ tag: '{#can_cu}', closing: '{/can_cu}', label: expect.any(String), depth: 0 })
    expect(fields).toContainEqual({ tag: '{ten_san_pham}', closing: '', label: 'Tên sản phẩm', depth: 2 })
  })
})
