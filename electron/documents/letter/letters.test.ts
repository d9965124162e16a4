import { describe, expect, it } from 'vitest'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { districtRecord, provinceRecord } from '../../../tests/fixtures/records.ts'
import { councilReportModel } from '../council-report/model.ts'
import { outcomeOf } from '../../../shared/domain/session/outcome.ts'
import { proposalModel } from '../proposal/model.ts'
import { referralLetterModel } from '../referral-letter/model.ts'
import type { LetterModel } from './model.ts'

const district = districtRecord()
const province = provinceRecord()

const textOf = ({ blocks }: LetterModel): string =>
  blocks.map((block) => (block.kind === 'table' ? '' : block.text)).join('\n')

const count = (record: SessionRecord, kind: 'recognised' | 'sent-up'): number =>
  record.items.filter((item) => outcomeOf(item, record).kind === kind).length

const letters = [
  { name: 'report, district', model: councilReportModel(district) },
  { name: 'report, province', model: councilReportModel(province) },
  { name: 'proposal, district', model: proposalModel(district) },
  { name: 'proposal, province', model: proposalModel(province) },
  { name: 'letter, district', model: referralLetterModel(district) },
  { name: 'letter, province', model: referralLetterModel(province) },
]

describe.each(letters)('$name', ({ model }) => {
  it('ends its text, and no other paragraph, with "./."', () => {
    const texts = textOf(model).split('\n')
    expect(texts.filter((text) => text.endsWith('./.'))).toEqual(texts.slice(-1))
  })

  it('leaves number and date to be written, and closes its recipients with the archive', () => {
    expect(model.head.number).toMatch(/^Số:\u00a0+\/\p{L}+-\p{L}+$/u)
    expect(model.head.placeAndDate).toMatch(/, ngày\u00a0+tháng\u00a0+năm\u00a0+$/u)
    expect(model.recipients.at(-1)).toMatch(/^Lưu: VT/)
  })

  it('has no empty place, no doubled mark and no line without an end', () => {
    for (const text of textOf(model).split('\n')) {
      if (text === text.toUpperCase()) continue
      expect(text).toMatch(/[.:;]$/)
      expect(text.replace('./.', '.')).not.toMatch(/ {2}|undefined|null|NaN|\.\.|;;|: *[;.]|,,/)
    }
  })
})

describe('report', () => {
  it('goes to who decides: the head under QĐ 26, the committee under QĐ 148', () => {
    expect(councilReportModel(province).addressee).toBe('Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ')
    expect(councilReportModel(district).addressee).toBe('Ủy ban nhân dân huyện Lương Sơn')
  })

  it('is signed for the council, with the chair’s post in the agency', () => {
    expect(councilReportModel(district)).toMatchObject({
      posts: ['TM. HỘI ĐỒNG', 'CHỦ TỊCH'],
      signerPost: 'PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN',
      signer: 'Chủ tịch Hội đồng',
    })
  })

  it('counts stars and outcomes so that they add up', () => {
    const [table] = councilReportModel(district).blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table] : [],
    )
    const numbers = table?.rows.map((row) => row.slice(1).map((cell) => Number(cellText(cell)))) ?? []
    const sums = [0, 2, 3].map((column) => numbers.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? 0), 0))
    const total = numbers.at(-1)
    expect(sums).toEqual([total?.[0], total?.[2], total?.[3]])
    expect(total).toEqual([11, 11, count(district, 'recognised'), count(district, 'sent-up')])
  })

  it('lists every product in its annex', () => {
    expect(councilReportModel(district).annexes[0]?.table.rows).toHaveLength(district.items.length)
  })

  it('asks for nothing where nothing qualifies', () => {
    const items = district.items.filter((item) => outcomeOf(item, district).kind === 'none')
    expect(textOf(councilReportModel({ ...district, items }))).toContain('không có sản phẩm đủ điều kiện đề nghị./.')
  })
})

describe('proposal', () => {
  it('carries the lists of the decision that it asks for', () => {
    const { annexes, addressee, kind } = proposalModel(district)
    expect([kind, addressee]).toEqual(['TỜ TRÌNH', 'Ủy ban nhân dân huyện Lương Sơn'])
    expect(annexes.map(({ table }) => table.rows.length)).toEqual([
      count(district, 'recognised'),
      count(district, 'sent-up'),
    ])
    expect(annexes[0]?.reference.join(' ')).toContain('Kèm theo Tờ trình')
  })
})

describe('letter to the upper level', () => {
  it('has its subject under the number and no title', () => {
    expect(referralLetterModel(district)).toMatchObject({
      kind: '',
      addressee: 'Ủy ban nhân dân tỉnh Hòa Bình',
      head: { about: 'V/v đề nghị đánh giá, phân hạng sản phẩm OCOP huyện Lương Sơn năm 2024 (đợt 1)' },
    })
    expect(referralLetterModel(province).addressee).toBe('Bộ Nông nghiệp và Môi trường')
  })

  it('lists what goes up, and only that', () => {
    expect(referralLetterModel(district).annexes[0]?.table.rows).toHaveLength(count(district, 'sent-up'))
  })
})

const cellText = (cell: unknown): string =>
  typeof cell === 'string' ? cell : String((cell as { readonly text: string }).text)
