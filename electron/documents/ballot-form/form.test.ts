import { writeChoices } from '../../../shared/domain/ballot/choice-text.ts'
import { describe, expect, it } from 'vitest'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { readCriteriaSet } from '../../../tests/helpers/resources.ts'
import { ballotParts, listPoints, type BallotCriterion } from './form.ts'

const criteriaOf = (parts: ReturnType<typeof ballotParts>): readonly BallotCriterion[] =>
  parts.flatMap(({ sections }) => sections.flatMap(({ criteria }) => criteria))

const sets = ['qd26-01', 'qd26-13', 'qd26-26', 'qd148-01', 'qd148-26']

describe('the printed criteria of a set', () => {
  it.each(sets)('hold every criterion and option of %s with its points', (id) => {
    const form = readCriteriaSet(id)
    const parts = ballotParts({ form, choices: null })
    const printed = criteriaOf(parts)
    const criteria = listCriteria(form)
    expect(printed.map(({ options }) => options.map(({ points, label }) => [points, label]))).toEqual(
      criteria.map(({ criterion }) => criterion.options.map(({ points, label }) => [points, label])),
    )
    expect(parts.map(({ max }) => max)).toEqual([40, 25, 35])
    expect(printed.flatMap(({ none, options }) => [none, ...options]).filter((mark) => mark?.isCircled)).toEqual([])
  })

  it.each(sets)('offer 0 once in every criterion of %s', (id) => {
    for (const { heading, none, options } of criteriaOf(ballotParts({ form: readCriteriaSet(id), choices: null }))) {
      const zeros = options.filter(({ points }) => points === 0).length
      expect([heading, none === null]).toEqual([heading, zeros > 0])
    }
  })

  it('circle what was chosen, the printed level or none', () => {
    const form = readCriteriaSet('qd26-01')
    const criteria = listCriteria(form)
    const choices = criteria.map((_, index) => (index === 0 ? 0 : index === 1 ? null : 2))
    const [first, second, third] = criteriaOf(ballotParts({ form, choices: writeChoices(choices) }))
    expect(first?.none).toEqual({ place: '0/0', points: 0, isCircled: true, isSecond: false })
    expect(second?.options.some(({ isCircled }) => isCircled)).toBe(false)
    expect(third?.options.map(({ isCircled }) => isCircled)).toEqual(third?.options.map((_, index) => index === 1))
  })

  it('mark star gates as the official forms do', () => {
    const form = readCriteriaSet('qd26-01')
    const printed = criteriaOf(ballotParts({ form, choices: null }))
    const stars = printed.flatMap(({ options }) => options.map(({ stars }) => stars.length))
    expect(stars).toEqual(
      listCriteria(form).flatMap(({ criterion }) => criterion.options.map(({ minStar }) => minStar ?? 0)),
    )
  })

  it('name the two cases of set 26 where each begins', () => {
    const [first] = criteriaOf(ballotParts({ form: readCriteriaSet('qd26-26'), choices: null })).filter(({ options }) =>
      options.some(({ above }) => above !== ''),
    )
    expect(first?.options.map(({ above }) => above.slice(0, 13))).toEqual(['Trường hợp 1:', '', 'Trường hợp 2:', ''])
  })

  it('leave out the heading of a section that is one criterion', () => {
    const sections = ballotParts({ form: readCriteriaSet('qd26-01'), choices: null }).flatMap((part) => part.sections)
    expect(sections.map(({ heading }) => heading)).toEqual([
      '1. Tổ chức sản xuất',
      '2. Phát triển sản phẩm',
      '3. Sức mạnh cộng đồng',
      '4. Tiếp thị',
      '5. Câu chuyện sản phẩm',
      '6. Chỉ tiêu cảm quan',
      ...Array.from({ length: 6 }, () => ''),
    ])
  })

  it.each(sets)('take the two places for figures in turn down the whole form of %s', (id) => {
    const figures = listPoints(ballotParts({ form: readCriteriaSet(id), choices: null }))
    expect(figures.map(({ isSecond }) => isSecond)).toEqual(figures.map((_, index) => index % 2 === 1))
  })
})
