import { describe, expect, it } from 'vitest'
import { districtRecord, unfinishedRecord } from '../../../tests/fixtures/records.ts'
import { blankBallotsModel, filledBallotsModel, spareBallotsModel } from './model.ts'

const record = districtRecord()
const codes = (sheets: readonly { readonly code: string }[]) => sheets.map(({ code }) => code)

describe('blank ballots', () => {
  const { sheets, isDraft } = blankBallotsModel(record)

  it('are one a product and member present, none for the rejected and the recused', () => {
    const expected = record.items
      .filter(({ result }) => !result.isRejected)
      .flatMap(({ code, round, exclusions }) =>
        record.members
          .filter(({ id, isPresent }) => isPresent && !exclusions.some(({ memberId }) => memberId === id))
          .map((member) => `${code}/${member.code}${round > 1 ? `/${round}` : ''}`),
      )
    expect(codes(sheets)).toEqual(expected)
    expect(codes(sheets)).not.toContain('SP04/TV05')
    expect(codes(sheets)).not.toContain('SP07/TV01')
    expect(codes(sheets)).toContain('SP08/TV01/2')
  })

  it('carry a code that can be scanned, the names, and nothing scored', () => {
    const sheet = sheets.find(({ code }) => code === 'SP01/TV02')
    expect(sheet).toMatchObject({ memberName: 'Phó Chủ tịch Hội đồng', totals: null, max: 100 })
    expect(sheet?.label).toMatchObject({ productCode: 'SP01', memberCode: 'TV02', round: 1 })
    expect(sheet?.label.form).toMatch(/^[0-9a-f]{12}$/)
    expect(sheet?.facts.flat().map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Tên sản phẩm: Chè Shan tuyết ủ lam',
      'Mã số sản phẩm: SP01',
      'Lần chấm: 1',
      'Tên chủ thể sản xuất: Hợp tác xã Nông nghiệp hữu cơ Đồi Chè',
      'Địa chỉ: Cao Sơn, Lương Sơn',
      'Thành viên đánh giá: TV02. Phó Chủ tịch Hội đồng, Trưởng phòng Cơ quan chuyên môn về nông nghiệp',
    ])
  })

  it('are for every member until somebody is marked present', () => {
    const members = record.members.map((member) => ({ ...member, isPresent: false }))
    const items = record.items.slice(0, 1)
    expect(blankBallotsModel({ ...record, members, items }).sheets).toHaveLength(9)
  })

  it('are no drafts, whatever the state of the session', () => {
    expect([isDraft, blankBallotsModel(unfinishedRecord()).isDraft]).toEqual([false, false])
  })
})

describe('spare ballots', () => {
  const { sheets } = spareBallotsModel(record)
  const scored = record.items.filter(({ result }) => !result.isRejected)
  const spares = sheets.slice(0, scored.length)
  const blank = sheets.slice(scored.length)

  it('are one a product without a member, and one a set without either', () => {
    expect(spares.map(({ facts }) => facts[0]?.[0]?.value)).toEqual(scored.map(({ productName }) => productName))
    expect(spares.map(({ memberName, label }) => [memberName, label.memberCode])).toEqual(spares.map(() => ['', '']))
    expect(blank).toHaveLength(new Set(record.items.map(({ form }) => form.id)).size)
    expect(blank.flatMap(({ facts }) => facts.flat().map(({ value }) => value)).join('')).toBe('')
  })
})

describe('filled ballots', () => {
  it('hold the totals of the record', () => {
    const { sheets } = filledBallotsModel(record)
    const ballots = record.items.flatMap((item) => item.ballots)
    expect(sheets.map(({ totals }) => totals?.total)).toEqual(ballots.map(({ totals }) => totals.total))
    const [first] = sheets
    expect(first?.parts.flatMap(({ sections }) => sections.flatMap(({ criteria }) => criteria)).length).toBe(
      record.items[0]?.ballots[0]?.choices.length,
    )
  })

  it('put those of an earlier round before the present ones', () => {
    const rescored = record.items.find(({ code }) => code === 'SP08')
    if (rescored === undefined) throw new Error('no product was scored again')
    const [earlier] = rescored.earlierRounds
    if (earlier === undefined) throw new Error('no earlier round')
    const items = [{ ...rescored, earlierRounds: [{ ...earlier, ballots: rescored.ballots }] }]
    const sheets = filledBallotsModel({ ...record, items }).sheets
    expect(codes(sheets).slice(0, 2)).toEqual(['SP08/TV01', 'SP08/TV02'])
    expect(codes(sheets).at(-1)).toBe('SP08/TV08/2')
  })

  it('hold the opinion in its paragraphs, very many short ones run together', () => {
    const opinionsOf = (opinion: string) => {
      const items = record.items.slice(0, 1).map((item) => ({
        ...item,
        ballots: item.ballots.slice(0, 1).map((ballot) => ({ ...ballot, opinion })),
      }))
      return filledBallotsModel({ ...record, items }).sheets[0]?.opinion
    }
    expect(opinionsOf('')).toEqual([])
    expect(opinionsOf('Bao bì đẹp.\n\n Hương thơm.')).toEqual(['Bao bì đẹp.', 'Hương thơm.'])
    expect(opinionsOf('a\n'.repeat(500))).toEqual([Array.from({ length: 500 }, () => 'a').join(' ')])
  })

  it('leave the totals of an incomplete ballot open, and are drafts until the session is closed', () => {
    const model = filledBallotsModel(unfinishedRecord())
    expect(model.isDraft).toBe(true)
    expect(model.sheets.find(({ code }) => code === 'SP01/TV04')?.totals).toBeNull()
  })
})
