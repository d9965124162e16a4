import type { CriteriaSet, Criterion, GateStar } from '../../shared/domain/criteria/criteria-set.ts'
import type { BallotChoices, Regulation } from '../../shared/domain/scoring/types.ts'

/** A star mark on one option of the sample form. */
export type Mark = { readonly code: SampleCode; readonly option: number; readonly star: GateStar }
type SampleCode = '1.1' | '4.1' | '6.1'

/**
 * A form of three criteria whose options are 1, 2, 3 … points up to 40, 25 and 35, so that a ballot can have any
 * total and any option number is its points.
 */
export function sampleForm(marks: readonly Mark[] = []): CriteriaSet {
  return {
    id: 'sample',
    decision: '26/2026/QĐ-TTg',
    effectiveFrom: '2026-05-22',
    setNumber: 1,
    name: 'Bộ mẫu',
    sector: 'Thực phẩm',
    status: 'official-text',
    parts: [
      samplePart({ code: 'A', criterion: '1.1', max: 40, marks }),
      samplePart({ code: 'B', criterion: '4.1', max: 25, marks }),
      samplePart({ code: 'C', criterion: '6.1', max: 35, marks }),
    ],
  }
}

/** Choices of a sample ballot with that total. */
export function choicesFor(total: number): BallotChoices {
  const first = Math.min(40, total)
  const second = Math.min(25, total - first)
  return [first, second, total - first - second]
}

export function ballotsOf(totals: readonly number[]): readonly { readonly choices: BallotChoices }[] {
  return totals.map((total) => ({ choices: choicesFor(total) }))
}

export const sampleRegulation: Regulation = {
  quorum: { numerator: 2, denominator: 3, needsChair: true },
  spreadLimit: 10,
  rounding: 'none',
  gateSettlement: 'majority',
  verification: 'off',
  memberSight: 'own-total',
}

type SamplePartInput = {
  code: 'A' | 'B' | 'C'
  criterion: SampleCode
  max: number
  marks: readonly Mark[]
}

const samplePart = ({ code, criterion, max, marks }: SamplePartInput) => ({
  code,
  title: `Phần ${code}`,
  max,
  sections: [
    { code: criterion.slice(0, 1), title: `Mục ${code}`, max, criteria: [sampleCriterion({ criterion, max, marks })] },
  ],
})

type SampleCriterionInput = {
  criterion: SampleCode
  max: number
  marks: readonly Mark[]
}

const sampleCriterion = ({ criterion, max, marks }: SampleCriterionInput): Criterion => ({
  code: criterion,
  title: `Tiêu chí ${criterion}`,
  max,
  options: Array.from({ length: max }, (_, index) => {
    const mark = marks.find(({ code, option }) => code === criterion && option === index + 1)
    const option = { points: index + 1, label: `Mức ${index + 1} điểm` }
    return mark === undefined ? option : { ...option, minStar: mark.star }
  }),
})
