import { describe, expect, it } from 'vitest'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { checkCriteriaSet, checkPartMaxima, isUsableForScoring } from './check-set.ts'
import type { CriteriaSet, Criterion } from './criteria-set.ts'

function withCriterion(change: Partial<Criterion>): CriteriaSet {
  const form = sampleForm()
  const [part, ...rest] = form.parts
  const section = part!.sections[0]!
  const criterion = { ...section.criteria[0]!, ...change }
  return { ...form, parts: [{ ...part!, sections: [{ ...section, criteria: [criterion] }] }, ...rest] }
}

const option = (points: number) => ({ points, label: `Mức ${points}` })

describe('checkCriteriaSet', () => {
  it('finds nothing in a sound form', () => {
    expect(checkCriteriaSet(sampleForm([{ code: '1.1', option: 5, star: 3 }]))).toEqual([])
    expect(isUsableForScoring(sampleForm())).toBe(true)
  })

  it.each<{ name: string; change: Partial<Criterion>; faults: readonly string[] }>([
    {
      name: 'a maximum that no option reaches',
      change: { options: [option(1), option(30)] },
      faults: ['1.1: điểm tối đa 40 nhưng mức cao nhất chỉ 30 điểm'],
    },
    {
      name: 'an option above the maximum',
      change: { options: [option(40), option(41)] },
      faults: ['1.1: có mức 41 điểm, vượt điểm tối đa 40'],
    },
    {
      name: 'options out of order',
      change: { options: [option(40), option(1)] },
      faults: ['1.1: các mức không xếp theo điểm tăng dần'],
    },
    {
      name: 'sums that differ',
      change: { max: 39, options: [option(39)] },
      faults: ['Mục 1: điểm tối đa 40 nhưng các tiêu chí cộng lại được 39 điểm'],
    },
    { name: 'a code used twice', change: { code: '4.1' }, faults: ['4.1: mã tiêu chí bị trùng'] },
    {
      name: 'star marks that fall',
      change: {
        options: [
          { ...option(1), minStar: 4 },
          { ...option(40), minStar: 3 },
        ],
      },
      faults: ['1.1: dấu sao không tăng dần theo các mức'],
    },
    {
      name: 'an undeclared case',
      change: { options: [{ ...option(40), case: 'a' }] },
      faults: ['1.1: có mức của trường hợp a không được khai báo'],
    },
    {
      name: 'a case that cannot reach the maximum',
      change: {
        cases: [
          { code: 'a', label: 'a' },
          { code: 'b', label: 'b' },
        ],
        options: [
          { ...option(40), case: 'a' },
          { ...option(3), case: 'b' },
        ],
      },
      faults: ['1.1: điểm tối đa 40 nhưng mức cao nhất chỉ 3 điểm'],
    },
  ])('finds $name', ({ change, faults }) => {
    const form = withCriterion(change)
    expect(checkCriteriaSet(form)).toEqual(faults)
    expect(isUsableForScoring(form)).toBe(false)
  })

  it('does not let an incomplete set be scored with, even where it adds up', () => {
    expect(isUsableForScoring({ ...sampleForm(), status: 'incomplete' })).toBe(false)
    expect(isUsableForScoring({ ...sampleForm(), status: 'completed-by-office' })).toBe(true)
  })
})

describe('checkPartMaxima', () => {
  it('holds the parts to the points of the rule set', () => {
    const form = sampleForm()
    expect(checkPartMaxima(form, { partMaxima: { A: 40, B: 25, C: 35 } })).toEqual([])
    expect(checkPartMaxima(form, { partMaxima: { A: 35, B: 25, C: 40 } })).toEqual([
      'Phần A: điểm tối đa 40, theo quyết định là 35',
      'Phần C: điểm tối đa 35, theo quyết định là 40',
    ])
    expect(checkPartMaxima({ ...form, parts: form.parts.slice(1) }, { partMaxima: { A: 40, B: 25, C: 35 } })).toEqual([
      'Các phần: phải là A, B, C, đang là B, C',
    ])
  })
})
