import { describe, expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { ballotsOf, sampleForm, sampleRegulation, type Mark } from '../../../tests/helpers/sample-form.ts'
import { tallyItem, type ItemTally } from '../scoring/tally-item.ts'
import { describeReason, explainItem } from './reason-text.ts'

const explain = ({
  totals,
  marks = [],
  ...change
}: { totals: readonly number[]; marks?: readonly Mark[] } & Partial<ItemTally>) => {
  const form = sampleForm(marks)
  const result = tallyItem({
    form,
    ruleSet: readRuleSet('qd-148-2023'),
    referralThreshold: 70,
    regulation: sampleRegulation,
    ballots: ballotsOf(totals),
    agreedLevels: {},
    rejections: [],
    spreadWaiver: null,
    ...change,
  })
  return explainItem({ form, result, conclusion: null })
}

const fourStarGate: Mark = { code: '6.1', option: 20, star: 4 }

describe('explainItem', () => {
  it.each([
    {
      name: 'points and a gate short of the next star',
      input: { totals: [69, 68], marks: [fourStarGate] },
      text:
        'Điểm trung bình 68,50 (từ 50 đến dưới 70: 3 sao); còn thiếu 1,50 điểm để đạt 4 sao; ' +
        'chưa đạt mức tối thiểu 4 sao tại tiêu chí 6.1 (0/2 thành viên)',
    },
    {
      name: 'a mean a hair below a floor, with figures that add up',
      input: { totals: Array.from({ length: 250 }, (_, index) => (index === 0 ? 69 : 70)) },
      text: 'Điểm trung bình 69,99 (từ 50 đến dưới 70: 3 sao); còn thiếu 0,01 điểm để đạt 4 sao',
    },
    {
      name: 'a missed gate',
      input: { totals: [80, 80, 90], marks: [fourStarGate] },
      text:
        'Điểm trung bình 83,33 (từ 70 đến dưới 90: 4 sao); ' +
        'chưa đạt mức tối thiểu 4 sao tại tiêu chí 6.1 (1/3 thành viên), xếp hạng 3 sao; ' +
        'đạt từ 70 điểm, đủ điều kiện đề nghị cấp trên đánh giá, phân hạng',
    },
    {
      name: 'a gate that the council settled',
      input: { totals: [90], marks: [fourStarGate], agreedLevels: { '6.1': 19 }, referralThreshold: null },
      text:
        'Điểm trung bình 90,00 (từ 90 điểm trở lên: 5 sao); ' +
        'chưa đạt mức tối thiểu 4 sao tại tiêu chí 6.1 (mức Hội đồng thống nhất), xếp hạng 3 sao',
    },
    {
      name: 'gates of two stars',
      input: {
        totals: [80],
        marks: [
          fourStarGate,
          { code: '1.1', option: 40, star: 5 },
          { code: '6.1', option: 16, star: 3 },
        ] satisfies Mark[],
        referralThreshold: null,
      },
      text:
        'Điểm trung bình 80,00 (từ 70 đến dưới 90: 4 sao); ' +
        'chưa đạt mức tối thiểu 3 sao tại tiêu chí 6.1 (0/1 thành viên) và mức tối thiểu 4 sao tại tiêu chí 6.1 (0/1 thành viên), xếp hạng 2 sao',
    },
    {
      name: 'the lowest band',
      input: { totals: [20] },
      text: 'Điểm trung bình 20,00 (dưới 30: 1 sao); còn thiếu 10,00 điểm để đạt 2 sao',
    },
    {
      name: 'rounding by the regulations',
      input: {
        totals: [70, 69],
        regulation: { ...sampleRegulation, rounding: 'integer' as const },
        referralThreshold: null,
      },
      text:
        'Điểm trung bình 69,50, làm tròn theo quy chế thành 70 (từ 70 đến dưới 90: 4 sao); ' +
        'còn thiếu 20,50 điểm để đạt 5 sao',
    },
    {
      name: 'rounding to one decimal',
      input: {
        totals: [92, 92, 91],
        regulation: { ...sampleRegulation, rounding: 'one-decimal' as const },
        referralThreshold: null,
      },
      text: 'Điểm trung bình 91,67, làm tròn theo quy chế thành 91,7 (từ 90 điểm trở lên: 5 sao)',
    },
    {
      name: 'an open spread',
      input: { totals: [60, 48], referralThreshold: null },
      text:
        'Điểm trung bình 54,00 (từ 50 đến dưới 70: 3 sao); còn thiếu 16,00 điểm để đạt 4 sao; ' +
        'điểm của các thành viên chênh lệch 12 điểm, quá mức 10 điểm, cần thảo luận và chấm lại',
    },
    {
      name: 'a waived spread',
      input: { totals: [95, 84], spreadWaiver: 'Đã thảo luận', referralThreshold: null },
      text:
        'Điểm trung bình 89,50 (từ 70 đến dưới 90: 4 sao); còn thiếu 0,50 điểm để đạt 5 sao; ' +
        'điểm của các thành viên chênh lệch 11 điểm, quá mức 10 điểm, Chủ tịch Hội đồng đã ghi lý do giữ nguyên điểm',
    },
    {
      name: 'rejections',
      input: {
        totals: [80],
        rejections: [
          { question: 'giả mạo hồ sơ', reason: 'phiếu kiểm nghiệm giả' },
          { question: '', reason: 'thiếu giấy chứng nhận' },
        ],
      },
      text: 'Hồ sơ bị loại: giả mạo hồ sơ (phiếu kiểm nghiệm giả); thiếu giấy chứng nhận',
    },
    { name: 'no ballots', input: { totals: [] }, text: 'Chưa có phiếu đánh giá nào được tính' },
  ])('says $name', ({ input, text }) => {
    expect(explain(input)).toBe(text)
  })
})

it('says on its own that a product is not referred', () => {
  expect(describeReason({ kind: 'not-referred', threshold: 90, article: '' })).toBe(
    'chưa đạt 90 điểm để đề nghị cấp trên đánh giá, phân hạng',
  )
})
