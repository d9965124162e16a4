import { addDays } from '../calendar/iso-date.ts'
import type { RuleSet } from './rule-set.ts'

/** Faults of a rule set that its schema cannot see, one Vietnamese sentence each; empty for a sound one. */
export function checkRuleSet(ruleSet: RuleSet): readonly string[] {
  return [
    ...checkBands(ruleSet),
    ...checkLevels(ruleSet),
    ...checkDates(ruleSet),
    ...checkRounds(ruleSet),
    ...checkTransition(ruleSet),
  ]
}

function checkBands({ bands }: RuleSet): readonly string[] {
  const stars = bands.map(({ star }) => star).join(', ')
  return [
    ...(stars === '5, 4, 3, 2, 1' ? [] : [`Hạng sao: phải xếp từ 5 đến 1, đang là ${stars}`]),
    ...bands.flatMap(({ star, from }, index) => {
      const higher = bands[index - 1]
      return higher === undefined || from < higher.from ? [] : [`Hạng ${star} sao: mức dưới phải thấp hơn hạng trên`]
    }),
    ...(bands.at(-1)?.from === 0 ? [] : ['Hạng thấp nhất: mức dưới phải là 0']),
  ]
}

function checkLevels({ levels, partMaxima }: RuleSet): readonly string[] {
  const highest = partMaxima.A + partMaxima.B + partMaxima.C
  const known = new Set(levels.map(({ level }) => level))
  return [
    ...(known.size === levels.length ? [] : ['Cấp: có cấp ghi hai lần']),
    ...levels.flatMap(({ level, referral, scores, recognises }) => [
      ...(referral === null || known.has(referral.to) ? [] : [`Cấp ${level}: cấp nhận đề nghị không có trong bộ`]),
      ...(referral === null || (referral.threshold > 0 && referral.threshold <= highest)
        ? []
        : [`Cấp ${level}: ngưỡng đề nghị phải từ 1 đến ${highest}`]),
      ...(scores || recognises.length === 0 ? [] : [`Cấp ${level}: không chấm điểm thì không công nhận hạng sao`]),
    ]),
  ]
}

const checkDates = ({ inForce, reassessment }: RuleSet): readonly string[] => [
  ...(inForce.to === null || inForce.from <= inForce.to ? [] : ['Hiệu lực: ngày cuối phải sau ngày đầu']),
  ...(reassessment === null || reassessment.fileFromDays > reassessment.fileToDays
    ? []
    : ['Đánh giá lại: thời gian nộp hồ sơ phải mở trước khi đóng']),
]

function checkRounds({ roundDeadlines, levels, articles }: RuleSet): readonly string[] {
  const known = new Set(levels.map(({ level }) => level))
  return [
    ...roundDeadlines
      .filter(({ level }) => !known.has(level))
      .map(({ level }) => `Thời hạn: cấp ${level} không có trong bộ`),
    ...(roundDeadlines.length > 0 && articles.roundDeadlines === undefined ? ['Thời hạn: phải ghi điều khoản'] : []),
  ]
}

function checkTransition({ id, transition, inForce }: RuleSet): readonly string[] {
  if (transition === undefined) return []
  const kinds = transition.terms.flatMap(({ applications }) => applications)
  return [
    ...(transition.ruleSet === id ? ['Chuyển tiếp: phải theo bộ quy định khác'] : []),
    ...(transition.lodgedBefore === inForce.from ? [] : ['Chuyển tiếp: hồ sơ nộp trước ngày có hiệu lực']),
    ...(new Set(kinds).size === kinds.length ? [] : ['Chuyển tiếp: có hình thức ghi hai lần']),
    ...transition.terms
      .filter(({ days, lastDay }) => lastDay !== addDays(inForce.from, days - 1))
      .map(({ days, lastDay }) => `Chuyển tiếp: ${days} ngày không kết thúc ngày ${lastDay}`),
  ]
}
