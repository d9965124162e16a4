import { describe, expect, it } from 'vitest'
import { districtRecord, provinceRecord } from '../../../tests/fixtures/records.ts'
import { resultNoticesModel } from './model.ts'
import { shortfallTexts } from './shortfall.ts'

const record = districtRecord()
const { notices } = resultNoticesModel(record)
const textOf = (index: number): string =>
  notices[index]?.blocks
    .flatMap((block) =>
      block.kind === 'table' ? block.table.rows.map((row) => row.map(cellText).join(' | ')) : [block.text],
    )
    .join('\n') ?? ''
const cellText = (cell: unknown): string =>
  typeof cell === 'string' ? cell : String((cell as { readonly text: string }).text)

describe('notices of results', () => {
  it('are one a product, from the office in charge', () => {
    expect(notices).toHaveLength(record.items.length)
    expect(notices[0]?.head).toMatchObject({
      superiorBody: ['UBND HUYỆN LƯƠNG SƠN'],
      issuingBody: ['PHÒNG NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN'],
    })
    expect(resultNoticesModel(provinceRecord()).notices[0]?.head).toMatchObject({
      superiorBody: ['UBND TỈNH PHÚ THỌ'],
      issuingBody: ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG'],
    })
  })

  it('tell points by part, in all, and the star', () => {
    expect(textOf(2)).toContain('Phần A: Sản phẩm và sức mạnh của cộng đồng | 40 | 26,00')
    expect(textOf(2)).toContain('Tổng cộng | 100 | 63,88')
    expect(textOf(2)).toContain('Hạng theo kết quả Hội đồng |  | 3 sao')
    expect(textOf(2)).toContain('công nhận đạt hạng 3 sao tại Quyết định nêu trên')
  })

  it('propose a star, and give none, where the product goes up', () => {
    expect(textOf(1)).toContain('Hạng theo kết quả Hội đồng |  | 4 sao')
    expect(textOf(1)).toContain('được đề nghị Ủy ban nhân dân tỉnh Hòa Bình đánh giá, phân hạng')
    expect(textOf(1)).toContain('chưa công nhận hạng sao và chưa cấp Giấy chứng nhận')
  })

  it('tell a rejected dossier why, without points', () => {
    expect(textOf(6)).toContain('Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm hết hạn từ ngày 15/8/2024')
    expect(notices[6]?.blocks.some(({ kind }) => kind === 'table')).toBe(false)
    expect(textOf(6)).toContain('chưa được đề nghị công nhận')
  })

  it('name no member and no vote of members', () => {
    const all = notices.map((_, index) => textOf(index)).join('\n')
    expect(all).not.toMatch(/TV\d\d|\d+\/\d+ thành viên|Ủy viên thứ/)
  })
})

describe('what was missing for the next star', () => {
  it('is points and the levels asked for, in words', () => {
    const [, , item] = record.items
    if (item === undefined) throw new Error('no item')
    const [points, ...gates] = shortfallTexts(item)
    expect(points).toBe('Còn thiếu 6,12 điểm để đạt 4 sao')
    expect(gates[0]).toMatch(
      /^Tiêu chí 2\.1 \(Nguồn gốc ý tưởng sản phẩm\) chưa đạt yêu cầu tối thiểu của hạng 4 sao: .{20}/,
    )
    expect(gates.every((text) => !text.endsWith(': '))).toBe(true)
  })

  it('is nothing at the top', () => {
    const [top] = record.items
    expect(top?.result.star).toBe(5)
    expect(top && shortfallTexts(top)).toEqual([])
  })
})
