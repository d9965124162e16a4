import { expect, it } from 'vitest'
import type { FormWords } from '../../../shared/api/audit.ts'
import type { AuditCommand } from '../../../shared/api/audit-details.ts'
import { factsOfEvent } from './audit-facts.ts'
import { wordedDetail } from './worded-detail.ts'

function told(command: AuditCommand, detail: Readonly<Record<string, unknown>>, form: FormWords) {
  const worded = wordedDetail(
    { command, detail, form },
    ({ points, label }) => `${points} điểm: ${label ?? 'không mức'}`,
  )
  return factsOfEvent({ command, detail: worded })
}

it('names the criterion and what was chosen in it by points and words', () => {
  const form = {
    criterion: 'Vùng nguyên liệu',
    from: { points: 0, label: null },
    to: { points: 2, label: 'GlobalGAP' },
  }
  expect(told('ballots.choose', { criterion: '1.2', round: 1, from: 0, to: 3 }, form)).toEqual([
    { key: 'criterion', to: '1.2 Vùng nguyên liệu' },
    { key: 'scoringRound', to: 1 },
    { key: 'option', from: '0 điểm: không mức', to: '2 điểm: GlobalGAP' },
  ])
  expect(
    told('verifications.choose', { criterion: '1.2', to: 3 }, { criterion: 'Vùng nguyên liệu', to: form.to }),
  ).toEqual([
    { key: 'criterion', to: '1.2 Vùng nguyên liệu' },
    { key: 'option', to: '2 điểm: GlobalGAP' },
  ])
})

it('shortens long words behind a word, and keeps a number that the form does not print', () => {
  const label =
    'Có hợp đồng liên kết chuỗi giá trị với vùng nguyên liệu được cấp giấy chứng nhận, còn hiệu lực trên 12 tháng'
  const [, option] = told(
    'verifications.choose',
    { criterion: '1.2', to: 1 },
    { criterion: 'x', to: { points: 3, label } },
  )
  expect(option?.to).toBe(
    '3 điểm: Có hợp đồng liên kết chuỗi giá trị với vùng nguyên liệu được cấp giấy chứng nhận, còn…',
  )
  expect(told('verifications.choose', { criterion: '1.2', to: 9 }, { criterion: 'x' })[1]).toEqual({
    key: 'option',
    to: 9,
  })
})

it('names a knock-out condition and its answers of before and now', () => {
  const from = { question: 'dossier-1', isRejected: true, reason: 'Giả mạo' }
  const to = { answer: 'no', reason: '' }
  expect(told('sessions.answerKnockout', { key: 'dossier-1', from, to }, { condition: 'Hồ sơ giả mạo' })).toEqual([
    { key: 'key', to: 'Hồ sơ giả mạo' },
    { key: 'answer', from: 'yes', to: 'no' },
    { key: 'reason', from: 'Giả mạo', to: '' },
  ])
})
