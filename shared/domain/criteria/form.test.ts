import { describe, expect, it } from 'vitest'
import { readCriteriaSet } from '../../../tests/helpers/resources.ts'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { findCriterion, listCriteria, listGates } from './form.ts'

describe('the order of a form', () => {
  it('runs through parts, sections and criteria as printed', () => {
    const places = listCriteria(readCriteriaSet('qd26-01'))
    expect(places.map(({ index }) => index)).toEqual(places.map((_, index) => index))
    expect([...new Set(places.map(({ partCode }) => partCode))]).toEqual(['A', 'B', 'C'])
    expect(places[0]).toMatchObject({ sectionCode: '1', criterion: { code: '1.1' } })
  })

  it('is computed once a set', () => {
    const form = sampleForm()
    expect(listCriteria(form)).toBe(listCriteria(form))
    expect(listGates(form)).toBe(listGates(form))
  })

  it('finds a criterion by its code and knows when there is none', () => {
    const form = sampleForm()
    expect(findCriterion(form, '4.1')).toMatchObject({ index: 1, partCode: 'B' })
    expect(findCriterion(form, '9.9')).toBeUndefined()
  })
})

describe('star gates', () => {
  it('come in form order, then in the order of options', () => {
    const form = sampleForm([
      { code: '6.1', option: 20, star: 3 },
      { code: '1.1', option: 30, star: 5 },
      { code: '1.1', option: 10, star: 4 },
    ])
    expect(listGates(form)).toEqual([
      { criterionIndex: 0, criterionCode: '1.1', star: 4, optionNumber: 10, points: 10 },
      { criterionIndex: 0, criterionCode: '1.1', star: 5, optionNumber: 30, points: 30 },
      { criterionIndex: 2, criterionCode: '6.1', star: 3, optionNumber: 20, points: 20 },
    ])
  })

  it('leave out a mark on a title, which names no option (QĐ 148, 3.6)', () => {
    const form = readCriteriaSet('qd148-01')
    expect(findCriterion(form, '3.6')?.criterion.minStarOnTitle).toBe(4)
    expect(listGates(form).filter(({ criterionCode }) => criterionCode === '3.6')).toEqual([])
  })
})
