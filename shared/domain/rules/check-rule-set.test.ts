import { expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { checkRuleSet } from './check-rule-set.ts'
import type { RuleSet } from './rule-set.ts'

const sound = readRuleSet('qd-26-2026')
const transition = sound.transition ?? { lodgedBefore: '', ruleSet: '', terms: [] }

it.each<{ name: string; change: Partial<RuleSet>; fault: string }>([
  {
    name: 'bands that do not fall',
    change: { bands: sound.bands.map((band) => (band.star === 4 ? { ...band, from: 90 } : band)) },
    fault: 'Hạng 4 sao: mức dưới phải thấp hơn hạng trên',
  },
  { name: 'a missing band', change: { bands: sound.bands.slice(0, 4) }, fault: 'Hạng thấp nhất: mức dưới phải là 0' },
  {
    name: 'a referral to nowhere',
    change: { levels: sound.levels.filter(({ level }) => level !== 'central') },
    fault: 'Cấp province: cấp nhận đề nghị không có trong bộ',
  },
  {
    name: 'a threshold above all points',
    change: {
      levels: sound.levels.map((rule) => ({
        ...rule,
        referral: rule.referral && { ...rule.referral, threshold: 101 },
      })),
    },
    fault: 'Cấp province: ngưỡng đề nghị phải từ 1 đến 100',
  },
  {
    name: 'recognition without scoring',
    change: { levels: sound.levels.map((rule) => ({ ...rule, scores: false })) },
    fault: 'Cấp province: không chấm điểm thì không công nhận hạng sao',
  },
  {
    name: 'days of a level that it does not know',
    change: { roundDeadlines: [{ level: 'district', proposalsBefore: '04-30', evaluatedBefore: '06-30' }] },
    fault: 'Thời hạn: cấp district không có trong bộ',
  },
  {
    name: 'days of rounds by no article',
    change: { articles: { ...sound.articles, roundDeadlines: undefined } },
    fault: 'Thời hạn: phải ghi điều khoản',
  },
  {
    name: 'an end before the beginning',
    change: { inForce: { from: '2026-05-22', to: '2026-05-21' } },
    fault: 'Hiệu lực: ngày cuối phải sau ngày đầu',
  },
  {
    name: 'a window that closes before it opens',
    change: { reassessment: { fileFromDays: 120, fileToDays: 180, resultWithinDays: 45, graceDays: 180 } },
    fault: 'Đánh giá lại: thời gian nộp hồ sơ phải mở trước khi đóng',
  },
  {
    name: 'a term of transition that ends on another day',
    change: { transition: { ...transition, terms: transition.terms.map((term) => ({ ...term, days: 59 })) } },
    fault: 'Chuyển tiếp: 59 ngày không kết thúc ngày 2026-07-20',
  },
  {
    name: 'a transition to itself',
    change: { transition: { ...transition, ruleSet: 'qd-26-2026' } },
    fault: 'Chuyển tiếp: phải theo bộ quy định khác',
  },
  {
    name: 'a transition of another day than that of its coming into force',
    change: { transition: { ...transition, lodgedBefore: '2026-06-01' } },
    fault: 'Chuyển tiếp: hồ sơ nộp trước ngày có hiệu lực',
  },
])('finds $name', ({ change, fault }) => {
  expect(checkRuleSet({ ...sound, ...change })).toContain(fault)
})
