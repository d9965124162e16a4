import { describe, expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { ballotsOf, sampleForm, sampleRegulation, type Mark } from '../../../tests/helpers/sample-form.ts'
import { tallyItem } from '../scoring/tally-item.ts'
import type { StarOrNone } from '../scoring/types.ts'
import { explainItem } from './reason-text.ts'

const gate = (star: 4 | 5): Mark => ({ code: '6.1', option: 20, star })

function explained({ totals, mark, star }: { totals: readonly number[]; mark: Mark; star: StarOrNone }): string {
  const form = sampleForm([mark])
  const result = tallyItem({
    form,
    ruleSet: readRuleSet('qd-148-2023'),
    referralThreshold: null,
    regulation: sampleRegulation,
    ballots: ballotsOf(totals),
    agreedLevels: {},
    rejections: [],
    spreadWaiver: null,
  })
  return explainItem({ form, result, conclusion: { star, note: 'nhãn chưa ghi đủ nội dung' } })
}

describe('a product whose star the council lowered', () => {
  it('lacks neither points nor gates for the star after that of its scores', () => {
    const asked = { totals: [75, 75], mark: gate(5) }
    expect(explained({ ...asked, star: 4 })).toContain(
      'còn thiếu 15,00 điểm để đạt 5 sao; chưa đạt mức tối thiểu 5 sao',
    )
    expect(explained({ ...asked, star: 3 })).toBe('Điểm trung bình 75,00 (từ 70 đến dưới 90: 4 sao)')
  })

  it('is not ranked by its scores: what they gave is called that', () => {
    const asked = { totals: [75, 75], mark: gate(4) }
    const failed = 'Điểm trung bình 75,00 (từ 70 đến dưới 90: 4 sao); chưa đạt mức tối thiểu 4 sao tại tiêu chí 6.1'
    expect(explained({ ...asked, star: 3 })).toBe(`${failed} (0/2 thành viên), xếp hạng 3 sao`)
    expect(explained({ ...asked, star: 2 })).toBe(`${failed} (0/2 thành viên), kết quả chấm điểm 3 sao`)
  })
})
