import { describe, expect, it } from 'vitest'
import type { SessionDetail } from '../../shared/api/sessions.ts'
import { nextStep } from './next-step.ts'

type Facts = Parameters<typeof nextStep>[0]['session']

const member = {
  id: 1,
  code: 'TV01',
  name: 'Chủ tịch',
  position: '',
  organisation: '',
  role: 'chair',
  isPresent: true,
  arrivedAt: null,
  leftAt: null,
  absenceReason: '',
} as const satisfies SessionDetail['members'][number]
const question = { key: 'dossier-1', text: 'Giả mạo hồ sơ', answer: 'no', reason: '' } as const
const item = { id: 1, needsCase: false, criteriaCase: null, knockouts: [question] } as const
const ready: Facts = {
  state: 'planned',
  members: [member],
  quorum: { present: 1, members: 1, required: 1, chairPresent: true, isMet: true },
  agenda: [item],
}
const stepOf = (change: Partial<Facts>, missing: Parameters<typeof nextStep>[0]['missing'] = []) =>
  nextStep({ session: { ...ready, ...change }, missing }).kind

describe('nextStep', () => {
  it('asks for members, products, cases, knock-outs and attendance in that order', () => {
    const open = { ...question, answer: 'unanswered' } as const
    const short = { ...ready.quorum, isMet: false }
    const bare = { ...item, needsCase: true, knockouts: [open] }
    expect(stepOf({ members: [], agenda: [] })).toBe('add-members')
    expect(stepOf({ agenda: [], quorum: short })).toBe('add-products')
    expect(stepOf({ agenda: [bare], quorum: short })).toBe('choose-cases')
    expect(stepOf({ agenda: [{ ...bare, criteriaCase: 'a' }], quorum: short })).toBe('answer-knockouts')
    expect(stepOf({ quorum: short })).toBe('take-attendance')
    expect(stepOf({})).toBe('open')
  })

  it('counts the products of an open session that nothing keeps back', () => {
    const gap = { kind: 'knockout', itemId: 1, itemCode: 'SP001' } as const
    const agenda = [item, { ...item, id: 2 }]
    expect(nextStep({ session: { ...ready, state: 'open', agenda }, missing: [gap, gap] })).toEqual({
      kind: 'score',
      done: 1,
      products: 2,
    })
  })

  it('closes an open session that lacks nothing, and reads a closed one', () => {
    expect(stepOf({ state: 'open' })).toBe('close')
    expect(stepOf({ state: 'closed' })).toBe('read-results')
  })
})
