import PizZip from 'pizzip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wordKinds, type WordKind } from '../../../shared/api/word-templates.ts'
import { renderDocument } from '../../../electron/documents/render-document.ts'
import { districtRecord, provinceRecord } from '../../fixtures/records.ts'
import { hasPoppler, readPages, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, resourcesFolder, type TestApp } from '../../helpers/test-app.ts'
import { changedTemplate, templateOf, wordText } from '../../helpers/word-template.ts'
import { issue, lockedSession, refusal } from './numbered-session.ts'

sayWhyLeftOut()

const ownWords = 'Theo lời văn riêng của cơ quan, ban hành năm 2031.'
const inOwnWords = (kind: WordKind) =>
  changedTemplate(kind, {
    'word/document.xml': (xml) =>
      xml
        // A head that is repeated on a new page would be more words than the file has.
        .replaceAll('<w:tblHeader/>', '')
        .replace('Nơi nhận:', 'Nơi nhận văn bản:')
        .replace(
          /<w:p><w:pPr><w:pStyle w:val="DoanCuoi"\/>/,
          `<w:p><w:pPr><w:pStyle w:val="DoanVan"/></w:pPr><w:r><w:t>${ownWords}</w:t></w:r></w:p>$&`,
        ),
  })

/** A tag that opens a list, and the empty paragraph below it that ends a section: LibreOffice saves them as one. */
const sectionBelowTag =
  /(<w:p><w:pPr><w:pStyle w:val="The"\/>)(<\/w:pPr><w:r><w:t xml:space="preserve">\{#[a-z_]+\}<\/w:t><\/w:r><\/w:p>)<w:p><w:pPr><w:pStyle w:val="The"\/>(<w:sectPr(?:(?!<\/w:sectPr>).)*<\/w:sectPr>)<\/w:pPr>.*?<\/w:p>/s

/** Words break and stand in columns as they come: letters and figures tell whether anything is missing. */
function lettersOf(text: string): string {
  return [...text.normalize('NFC').replace(/[\s\u00a0]/g, '')].toSorted().join('')
}

/** Without the numbers of pages, which stand above the text. */
const printed = (pdf: Uint8Array): string =>
  readPages(pdf)
    .flatMap(({ lines }) => lines.filter(({ top, text }) => top > 50 || !/^\d+$/.test(text)))
    .map(({ text }) => text)
    .join('\n')

describe.skipIf(!hasPoppler)('a document with a template of the office', () => {
  it.each(wordKinds)('%s has the words and figures of its Word file in the PDF, and no other', async (kind) => {
    for (const record of [districtRecord(), provinceRecord('closed')]) {
      const asked = {
        record,
        kind,
        now: new Date('2026-11-23T02:30:00Z'),
        resources: resourcesFolder,
        onBothSides: false,
      }
      const templates = { [kind]: inOwnWords(kind) }
      const word = wordText((await renderDocument({ ...asked, format: 'docx', templates })).bytes)
      const pdf = (await renderDocument({ ...asked, format: 'pdf', templates })).bytes
      expect(word).toContain(ownWords)
      expect(readText(pdf).replace(/\s+/g, ' ')).toContain(ownWords)
      expect(readText(pdf)).toContain('Nơi nhận văn bản:')
      expect(lettersOf(printed(pdf))).toBe(lettersOf(word))
      // Without a template of its own the office has what it had.
      const shipped = (await renderDocument({ ...asked, format: 'pdf' })).bytes
      expect(readText(shipped).replace(/\s+/g, ' ')).not.toContain(ownWords)
      expect(Math.abs(readPages(pdf).length - readPages(shipped).length)).toBeLessThanOrEqual(1)
    }
  })

  it.each(wordKinds)('%s has no blank page more where LibreOffice saved the template', async (kind) => {
    const asked = { record: districtRecord(), kind, now: new Date('2026-11-23T02:30:00Z'), resources: resourcesFolder }
    const pagesOf = async (template?: Uint8Array) => {
      const templates = template === undefined ? {} : { [kind]: template }
      const { bytes } = await renderDocument({ ...asked, format: 'pdf', onBothSides: false, templates })
      return readPages(bytes).map(({ lines }) => lines.map(({ text }) => text))
    }
    let merged = 0
    const saved = changedTemplate(kind, {
      'word/document.xml': (xml) =>
        xml.replace(sectionBelowTag, (_whole, before: string, after: string, section: string) => {
          merged += 1
          return `${before}${section}${after}`
        }),
    })
    expect(merged).toBe(kind === 'minutes' ? 0 : 1)
    expect(await pagesOf(saved)).toEqual(await pagesOf(changedTemplate(kind, {})))
  })

  it('keeps the edges, the page numbers and the draft mark', async () => {
    const record = provinceRecord('open')
    const templates = { decision: inOwnWords('decision') }
    const asked = { record, kind: 'decision', format: 'pdf', now: new Date('2026-11-23T02:30:00Z') } as const
    const { bytes } = await renderDocument({ ...asked, resources: resourcesFolder, templates })
    const pages = readPages(bytes)
    const millimetres = (points: number) => (points * 25.4) / 72
    for (const { lines, hasDraftMark } of pages) {
      expect(hasDraftMark).toBe(true)
      for (const { left, right } of lines) {
        expect(millimetres(left)).toBeGreaterThan(29.5)
        expect(millimetres(right)).toBeLessThan(195.8)
      }
    }
    expect(pages[0]?.lines[0]?.text).toContain('DỰ THẢO')
    expect(pages[1]?.lines[0]?.text).toBe('2')
    // An annex counts its own pages.
    expect(pages.at(-1)?.lines[0]?.text).toMatch(/^Phụ lục/)
  })
})

describe('in the application', () => {
  let app: TestApp
  beforeEach(() => {
    app = createTestApp()
  })
  afterEach(() => app[Symbol.dispose]())

  const pdfOf = async (sessionId: number) => {
    const file = await app.client.documents.render({ sessionId, kind: 'decision', format: 'pdf' })
    return new Uint8Array(await file.arrayBuffer())
  }
  const save = (bytes: Uint8Array<ArrayBuffer>, more = {}) =>
    app.client.documents.templates.save({ kind: 'decision', file: new File([bytes], 'Mẫu.docx'), ...more })
  const issuedBytes = async (sessionId: number) => {
    const listing = (await app.client.documents.list({ sessionId })).find(({ kind }) => kind === 'decision')
    const seq = listing?.entry?.issued?.seq ?? 0
    const file = await app.client.documents.issued.take({ seq, format: 'pdf' })
    return Buffer.from(await file.arrayBuffer())
  }
  const give = (sessionId: number) =>
    app.client.documents.register.enter({
      sessionId,
      kind: 'decision',
      issue: issue(1),
      reason: '',
      accepted: ['cited-unnumbered'],
    })

  it.skipIf(!hasPoppler)(
    'a paper is issued in the office’s words, and keeps its bytes when the template goes',
    async () => {
      const { sessionId } = await lockedSession(app)
      await save(inOwnWords('decision'))
      await give(sessionId)
      const issued = await issuedBytes(sessionId)
      expect(readText(issued).replace(/\s+/g, ' ')).toContain(ownWords)
      expect(readText(issued)).toContain('01/QĐ-UBND')
      await app.client.documents.templates.reset({ kind: 'decision' })
      expect((await issuedBytes(sessionId)).equals(issued)).toBe(true)
      const now = readText(await pdfOf(sessionId)).replace(/\s+/g, ' ')
      expect(now).not.toContain(ownWords)
      expect(now).toContain('Khác bản phát hành số 01/QĐ-UBND')
    },
  )

  it('a paper that was issued before keeps its bytes', async () => {
    const { sessionId } = await lockedSession(app)
    await give(sessionId)
    const issued = await issuedBytes(sessionId)
    await save(inOwnWords('decision'))
    expect((await issuedBytes(sessionId)).equals(issued)).toBe(true)
  })

  it('what cannot be drawn is named when the template is brought, and the PDF is refused rather than other words', async () => {
    const { sessionId } = await lockedSession(app)
    const bytes = templateOf(
      '<w:p><w:r><w:t>{trich_yeu}</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p>',
    )
    const file = new File([bytes], 'Mẫu.docx')
    const found = await app.client.documents.templates.check({ kind: 'decision', file })
    expect(found).toEqual({ faults: [], notDrawn: ['chỉ số trên, chỉ số dưới'], unprintable: [], hasTags: true })
    await save(bytes)
    expect(await refusal(pdfOf(sessionId))).toBe('template-not-drawn')
    const word = await app.client.documents.render({ sessionId, kind: 'decision', format: 'docx' })
    expect(wordText(new Uint8Array(await word.arrayBuffer()))).toContain('Về việc phê duyệt')
    // All documents in one file say why this PDF is not among them.
    const names: string[] = []
    for await (const event of await app.client.documents.batch.run({ sessionId, what: 'documents' })) {
      if (event.kind !== 'done') continue
      const zip = await app.client.documents.batch.take({ id: event.id })
      const { files } = new PizZip(await zip.arrayBuffer())
      names.push(...Object.keys(files))
      expect(files['Quyet-dinh_in-tu-Word.txt']?.asText()).toContain('chỉ số trên, chỉ số dưới')
    }
    expect(names).not.toContain('Quyet-dinh_2026-11-20.pdf')
    expect(names).toContain('Quyet-dinh_2026-11-20.docx')
  })

  it('a template without any tag is asked about before it is taken, and the log says so', async () => {
    const bytes = templateOf('<w:p><w:r><w:t>Quyết định của kỳ họp trước</w:t></w:r></w:p>')
    await lockedSession(app)
    expect(await refusal(save(bytes))).toBe('doubtful')
    expect((await app.client.documents.templates.list()).every(({ own }) => own === null)).toBe(true)
    await save(bytes, { accepted: ['template-without-tags'] })
    const [event] = await app.client.audit.list({ limit: 1 })
    expect(event?.detail).toMatchObject({ doubts: ['template-without-tags'] })
  })
})
