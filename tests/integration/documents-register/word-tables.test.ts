import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../electron/documents/word/fill-template.ts'
import { letterValues } from '../../../electron/documents/word/letter-fields.ts'
import { councilReportModel } from '../../../electron/documents/council-report/model.ts'
import type { DocumentKind } from '../../../shared/api/documents.ts'
import { districtRecord, provinceRecord } from '../../fixtures/records.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { hasPoppler, readPages } from '../../helpers/read-pdf.ts'
import { templateOf, wordText } from '../../helpers/word-template.ts'
import { render } from '../documents/rendered.ts'
import { convertToPdf, hasOffice, sayWhyWordIsLeftOut } from './office.ts'

sayWhyWordIsLeftOut()

const bodyOf = (docx: Uint8Array): string => new PizZip(docx).file('word/document.xml')?.asText() ?? ''

/** The texts of runs that are set in bold, or in italics. */
const runsWith = (xml: string, mark: 'b' | 'i'): readonly string[] =>
  [...xml.matchAll(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/gs)].flatMap(
    ([, look = '', text = '']) => (look.includes(`<w:${mark}/>`) ? [text] : []),
  )

describe('a head of two levels', () => {
  const products = Array.from({ length: 30 }, () => ({ quality: 0.75, gatesMet: 4 as const }))
  const record = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', products })

  it('is one cell across and those below it, both rows repeated', async () => {
    const xml = bodyOf(await render({ record, kind: 'council-report', format: 'docx' }))
    const heads = [...xml.matchAll(/<w:tr><w:trPr><w:cantSplit\/><w:tblHeader\/><\/w:trPr>(.*?)<\/w:tr>/gs)]
    const texts = heads.slice(-2).map(([, row = '']) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell))
    const cells = texts.map((row) => row.map((cell) => wordTextOf(cell)))
    expect(cells).toEqual([
      ['TT', 'Sản phẩm, chủ thể', 'Địa chỉ', 'Điểm trung bình', 'Kết quả'],
      ['', '', '', 'A', 'B', 'C', 'Chung', ''],
    ])
    expect(texts[0]?.[3]).toContain('<w:gridSpan w:val="4"/>')
  })

  it.skipIf(!hasOffice || !hasPoppler)('stands on each page of the annex', async () => {
    const docx = await render({ record, kind: 'council-report', format: 'docx' })
    const pages = readPages(convertToPdf({ report: docx }).get('report') ?? new Uint8Array())
    const annex = pages.slice(pages.findIndex(({ lines }) => lines[0]?.text === 'Phụ lục'))
    expect(annex.length).toBeGreaterThan(1)
    for (const { lines } of annex) {
      const texts = lines.map(({ text }) => text)
      expect(texts.filter((text) => text.includes('Điểm trung bình'))).toHaveLength(1)
      expect(texts.filter((text) => /\bA B C Chung\b/.test(text))).toHaveLength(1)
    }
  })

  it('is still one row in the template of an office from before', () => {
    const template = templateOf('<w:p><w:r><w:t>{#phu_luc}{dau_4} | {dau_8}{/phu_luc}</w:t></w:r></w:p>')
    expect(wordText(fillTemplate(template, letterValues(councilReportModel(record))))).toContain(
      'Điểm trung bình: A | Kết quả',
    )
  })
})

const wordTextOf = (xml: string): string => xml.replace(/<[^>]+>/g, '')

describe('what tables set in bold or italics in the PDF', () => {
  const inWord = async (kind: DocumentKind, record = districtRecord()) =>
    bodyOf(await render({ record, kind, format: 'docx' }))

  it('is set so in Word: names of the report, its means and totals', async () => {
    const { items } = districtRecord()
    const xml = await inWord('council-report')
    expect(runsWith(xml, 'b')).toEqual(expect.arrayContaining(items.map(({ productName }) => productName)))
    expect(runsWith(xml, 'b')).toContain('Tổng số')
    expect(runsWith(xml, 'b')).not.toContain(items[0]?.producerName)
  })

  it('is set so in Word: totals of a notice, notes of what is sent up', async () => {
    expect(runsWith(await inWord('result-notices'), 'b')).toEqual(expect.arrayContaining(['Tổng cộng']))
    const sentUp = await inWord('referral-letter', provinceRecord())
    expect(runsWith(sentUp, 'i').some((text) => /^\(SP\d\d\)$/.test(text))).toBe(true)
  })

  it('leaves no sign of it in any file', async () => {
    for (const kind of [
      'decision',
      'minutes',
      'council-report',
      'proposal',
      'referral-letter',
      'result-notices',
    ] as const)
      for (const record of [districtRecord(), provinceRecord()])
        expect(await inWord(kind, record)).not.toMatch(/\p{Co}/u)
  })
})
