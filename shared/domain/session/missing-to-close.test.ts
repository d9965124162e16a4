import { describe, expect, it } from 'vitest'
import { sampleForm, sampleRegulation } from '../../../tests/helpers/sample-form.ts'
import { listGates } from '../criteria/form.ts'
import { missingToClose, type ClosingRecord } from './missing-to-close.ts'

type ClosingItem = ClosingRecord['items'][number]

const members = [
  { id: 1, code: 'TV01', isPresent: true },
  { id: 2, code: 'TV02', isPresent: true },
  { id: 3, code: 'TV03', isPresent: false },
]
const ballot = (memberId: number): ClosingItem['ballots'][number] => ({
  memberId,
  state: 'confirmed',
  choices: '111',
})

const readyItem: ClosingItem = {
  id: 7,
  code: 'SP07',
  form: sampleForm(),
  exclusions: [],
  rejections: [],
  areKnockoutsAnswered: true,
  ballots: [ballot(1), ballot(2)],
  result: { needsDiscussion: false, spread: 0, band: 4, gates: [], star: 4 },
  conclusion: null,
}
const quorum = { present: 2, members: 3, required: 2, chairPresent: true, isMet: true }

const missing = ({ item = {}, ...record }: { item?: Partial<ClosingItem> } & Partial<ClosingRecord> = {}) =>
  missingToClose({ members, items: [{ ...readyItem, ...item }], quorum, regulation: sampleRegulation, ...record })

const place = { itemId: 7, itemCode: 'SP07' }
const member = { memberId: 2, memberCode: 'TV02' }

describe('missingToClose', () => {
  it('finds nothing where every present member has confirmed', () => {
    expect(missing()).toEqual([])
  })

  it('names a blank by its criterion, and all criteria where there is no ballot', () => {
    const blank = { ...ballot(2), state: 'draft' as const, choices: '1.1' }
    const incomplete = { kind: 'ballot-incomplete', ...place, ...member }
    expect(missing({ item: { ballots: [ballot(1), blank] } })).toEqual([{ ...incomplete, criteria: ['4.1'] }])
    expect(missing({ item: { ballots: [ballot(1)] } })).toEqual([{ ...incomplete, criteria: ['1.1', '4.1', '6.1'] }])
  })

  it('does not take an old version for a ballot', () => {
    const old = { ...ballot(2), state: 'superseded' as const }
    expect(missing({ item: { ballots: [ballot(1), old] } })).toMatchObject([{ kind: 'ballot-incomplete' }])
    expect(missing({ item: { ballots: [ballot(1), old, ballot(2)] } })).toEqual([])
  })

  it('asks for confirmation of a complete draft', () => {
    const draft = { ...ballot(2), state: 'draft' as const }
    expect(missing({ item: { ballots: [ballot(1), draft] } })).toEqual([
      { kind: 'ballot-unconfirmed', ...place, ...member },
    ])
  })

  it('asks for a conclusion that the result bears', () => {
    const concluded = (star: 0 | 3 | 4 | 5, note: string) => missing({ item: { conclusion: { star, note } } })
    expect([concluded(4, ''), concluded(3, 'Hồ sơ còn thiếu')]).toEqual([[], []])
    expect(concluded(3, ' ')).toEqual([{ kind: 'conclusion', ...place, star: 3, byResult: 4 }])
    expect(concluded(5, 'Sản phẩm đặc sắc')).toEqual([{ kind: 'conclusion', ...place, star: 5, byResult: 4 }])
  })

  it('asks nothing of the recused, and someone who may score', () => {
    const recused = (memberId: number) => ({ memberId, kind: 'recused', reason: '' }) as const
    expect(missing({ item: { exclusions: [recused(2)], ballots: [ballot(1)] } })).toEqual([])
    expect(missing({ item: { exclusions: [recused(1), recused(2)], ballots: [] } })).toEqual([
      { kind: 'no-eligible-member', ...place },
    ])
  })

  it('asks for answers to knock-outs, for a settled spread and for agreed levels', () => {
    expect(missing({ item: { areKnockoutsAnswered: false } })).toEqual([{ kind: 'knockout', ...place }])
    expect(missing({ item: { result: { ...readyItem.result, needsDiscussion: true, spread: 12 } } })).toEqual([
      { kind: 'spread', ...place, spread: 12, limit: 10 },
    ])
    const [gate] = listGates(sampleForm([{ code: '6.1', option: 20, star: 4 }]))
    const settled = { ...gate!, reachedBy: 0, countedBallots: 2, agreedOption: null, holds: false }
    const withGate = (awaitsAgreement: boolean) =>
      missing({ item: { result: { ...readyItem.result, gates: [{ ...settled, awaitsAgreement }] } } })
    expect(withGate(true)).toEqual([{ kind: 'agreed-level', ...place, criterion: '6.1' }])
    expect(withGate(false)).toEqual([])
  })

  it('asks nothing of a rejected product', () => {
    const rejections = [{ question: 'Hồ sơ giả mạo', reason: '' }]
    expect(missing({ item: { rejections, ballots: [], areKnockoutsAnswered: false } })).toEqual([])
  })

  it('puts the quorum first and wants products', () => {
    const short = { present: 1, members: 3, required: 2, chairPresent: false, isMet: false }
    expect(missing({ quorum: short, items: [] })).toEqual([
      { kind: 'quorum', present: 1, required: 2, needsChair: true },
      { kind: 'no-products' },
    ])
  })
})
