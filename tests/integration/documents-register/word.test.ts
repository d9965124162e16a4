import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { wordKinds, type WordKind } from '../../../shared/api/word-templates.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { renderDocument } from '../../../electron/documents/render-document.ts'
import { councilReportModel } from '../../../electron/documents/council-report/model.ts'
import { decisionModel } from '../../../electron/documents/decision/model.ts'
import { minutesModel } from '../../../electron/documents/minutes/model.ts'
import { nd30 } from '../../../electron/documents/nd30/measures.ts'
import { proposalModel } from '../../../electron/documents/proposal/model.ts'
import { referralLetterModel } from '../../../electron/documents/referral-letter/model.ts'
import { resultNoticesModel } from '../../../electron/documents/result-notice/model.ts'
import { checkTemplate } from '../../../electron/documents/word/check-template.ts'
import { decisionValues } from '../../../electron/documents/word/decision-fields.ts'
import type { FieldSpec, FieldValues } from '../../../electron/documents/word/field-spec.ts'
import { letterValues, noticesValues } from '../../../electron/documents/word/letter-fields.ts'
import { minutesValues } from '../../../electron/documents/word/minutes-fields.ts'
import { wordFields } from '../../../electron/documents/word/word-documents.ts'
import { districtRecord, provinceRecord, unfinishedRecord } from '../../fixtures/records.ts'
import { hasPoppler, readPages, readText } from '../../helpers/read-pdf.ts'
import { resourcesFolder } from '../../helpers/test-app.ts'
import { convertToPdf, hasOffice, sayWhyWordIsLeftOut } from './office.ts'

sayWhyWordIsLeftOut()

const valuesOf: Readonly<Record<WordKind, (record: SessionRecord) => FieldValues>> = {
  decision: (record) => decisionValues(decisionModel(record)),
  minutes: (record) => minutesValues(minutesModel(record)),
  'council-report': (record) => letterValues(councilReportModel(record)),
  proposal: (record) => letterValues(proposalModel(record)),
  'referral-letter': (record) => letterValues(referralLetterModel(record)),
  'result-notices': (record) => noticesValues(resultNoticesModel(record)),
}

async function renderWord(record: SessionRecord, kind: WordKind): Promise<Uint8Array> {
  const now = new Date('2026-11-23T02:30:00Z')
  return (await renderDocument({ record, kind, format: 'docx', now, resources: resourcesFolder })).bytes
}

const readTemplate = (kind: WordKind): Buffer => readFileSync(join(resourcesFolder, 'templates', `${kind}.docx`))

const partOfStyle = {
  QuocHieu: 'quocHieu',
  TieuNgu: 'tieuNgu',
  CoQuanCapTren: 'superiorBody',
  CoQuan: 'issuingBody',
  SoKyHieu: 'number',
  VeViec: 'about',
  DiaDanh: 'placeAndDate',
  TenLoai: 'kind',
  TrichYeu: 'subject',
  CanCu: 'legalBasis',
  DoanVan: 'body',
  QuyenHan: 'signingPower',
  NguoiKy: 'signerName',
  NoiNhanDau: 'recipientsHead',
  NoiNhan: 'recipients',
  KemTheo: 'annexReference',
} as const

/** Every text of the values, but what only measures, names the file, or stands in one of two annex tables or heads. */
const textsOf = (values: FieldValues): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => {
    if (name.startsWith('ke_') || name === 'tieu_de_tep' || name === 'hinh_thuc') return []
    const isInTwoRows = /^dau_\d$/.test(name) && (values[name.replace('dau_', 'dau_rieng_')] ?? '') !== ''
    if (isInTwoRows) return []
    if (typeof value === 'string') return value === '' ? [] : [value]
    return typeof value === 'boolean' ? [] : value.flatMap(textsOf)
  })

/** Columns and wrapped lines come out in any order, and signs of bold type as none; the letters on the pages do not change. */
function countLetters(text: string): ReadonlyMap<string, number> {
  const letters = new Map<string, number>()
  for (const letter of text.normalize('NFC').replace(/[\s\u00a0\p{Co}]/gu, ''))
    letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}

describe('the templates shipped', () => {
  it.each(wordKinds)('%s has no fault', async (kind) => {
    expect(await checkTemplate(readTemplate(kind), kind)).toEqual([])
  })

  it.each(wordKinds)('%s keeps the edges and type sizes of Decree 30', (kind) => {
    const parts = new PizZip(readTemplate(kind))
    const margins = (parts.file('word/document.xml')?.asText() ?? '').match(/<w:pgMar [^>]*>/g) ?? []
    expect(margins.length).toBeGreaterThan(0)
    for (const margin of margins) {
      for (const [side, { allowed }] of Object.entries(nd30.page.edges)) {
        const millimetres = (Number(new RegExp(`w:${side}="(\\d+)"`).exec(margin)?.[1]) * 25.4) / 1440
        expect(millimetres, side).toBeGreaterThan(allowed[0] - 0.1)
        expect(millimetres, side).toBeLessThan(allowed[1] + 0.1)
      }
    }
    const styles = parts.file('word/styles.xml')?.asText() ?? ''
    for (const [style, part] of Object.entries(partOfStyle)) {
      const halfPoints = new RegExp(`w:styleId="${style}".*?<w:sz w:val="(\\d+)"`, 's').exec(styles)?.[1]
      const [least, most] = nd30.size[part].allowed
      expect(Number(halfPoints) / 2, style).toBeGreaterThanOrEqual(least)
      expect(Number(halfPoints) / 2, style).toBeLessThanOrEqual(most)
    }
  })

  it.each(wordKinds)('%s has exactly the fields that the application lists', (kind) => {
    for (const record of [districtRecord(), provinceRecord('open'), unfinishedRecord()]) {
      expect(unlikeFields(valuesOf[kind](record), wordFields[kind])).toEqual([])
    }
  })
})

/** Names that stand in the values or in the fields only, or whose value is of another kind. */
function unlikeFields(values: FieldValues, fields: readonly FieldSpec[]): readonly string[] {
  const named = new Set(fields.map(({ name }) => name))
  const unlisted = Object.keys(values).filter((name) => !named.has(name))
  const unlike = fields.flatMap(({ name, kind, fields: inner = [] }) => {
    const value = values[name]
    if (typeof value !== { text: 'string', flag: 'boolean', list: 'object' }[kind]) return [name]
    return Array.isArray(value) ? (value as readonly FieldValues[]).flatMap((entry) => unlikeFields(entry, inner)) : []
  })
  return [...unlisted, ...unlike]
}

describe.skipIf(!hasOffice || !hasPoppler)('in LibreOffice', () => {
  it('every document opens and has every letter of its fields', async () => {
    const records = { district: districtRecord(), draft: provinceRecord('open') }
    const made: Record<string, Uint8Array> = {}
    for (const [name, record] of Object.entries(records)) {
      for (const kind of wordKinds) made[`${kind}.${name}`] = await renderWord(record, kind)
    }
    const pdfs = convertToPdf(made)
    for (const [name, record] of Object.entries(records)) {
      for (const kind of wordKinds) {
        const pdf = pdfs.get(`${kind}.${name}`) ?? new Uint8Array()
        const printed = countLetters(readText(pdf))
        const missing = [...countLetters(textsOf(valuesOf[kind](record)).join(''))].filter(
          ([letter, count]) => (printed.get(letter) ?? 0) < count,
        )
        expect(missing, `${kind} ${name}`).toEqual([])
        expect(readText(pdf).includes('DỰ THẢO'), `${kind} ${name}`).toBe(name === 'draft')
        expect(readText(pdf)).not.toMatch(/[{}]/)
      }
    }
  })

  it('a decision keeps the edges and page numbers of Decree 30', async () => {
    const pages = readPages(
      convertToPdf({ decision: await renderWord(districtRecord(), 'decision') }).get('decision') ?? new Uint8Array(),
    )
    const millimetres = (points: number) => (points * 25.4) / 72
    for (const { width, height, lines } of pages) {
      expect([Math.round(millimetres(width)), Math.round(millimetres(height))]).toEqual([210, 297])
      for (const line of lines) {
        expect(millimetres(line.left)).toBeGreaterThan(29.5)
        expect(millimetres(line.right)).toBeLessThan(195.5)
      }
    }
    const [first, second, annex] = pages
    expect(first?.lines[0]?.text).toContain('ỦY BAN NHÂN DÂN')
    expect(second?.lines[0]?.text).toBe('2')
    expect(millimetres(second?.lines[0]?.top ?? 0)).toBeLessThan(20)
    // An annex counts its own pages.
    expect(annex?.lines[0]?.text).toBe('Phụ lục I')
  })

  it('names with signs of XML and of formulas come out as typed', async () => {
    const record = districtRecord()
    const [name, producer] = ['Trà "xanh" <đặc biệt> & {lá}', '=1+1 HTX\u0001 A&B']
    const items = record.items.map((item) => ({ ...item, productName: name, producerName: producer }))
    const docx = await renderWord({ ...record, items }, 'decision')
    const text = readText(convertToPdf({ decision: docx }).get('decision') ?? new Uint8Array())
    expect(text.replace(/\s+/g, ' ')).toContain('"xanh" <đặc')
    expect(text).toContain('& {lá}')
    expect(text).toContain('=1+1')
    expect(new PizZip(docx).file('word/document.xml')?.asText()).not.toContain('\u0001')
  })
})
