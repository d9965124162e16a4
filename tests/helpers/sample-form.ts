import type { CriteriaSet, Criterion, GateStar } from '../../shared/domain/criteria/criteria-set.ts'
import type { BallotChoices, Regulation } from '../../shared/domain/scoring/types.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'

/** A star mark on one option of the sample form. */
export type Mark = { readonly code: SampleCode; readonly option: number; readonly star: GateStar }
type SampleCode = '1.1' | '4.1' | '6.1'
type Levels = Partial<Record<SampleCode, readonly number[]>>

/**
 * A form of three criteria whose options are 1, 2, 3 … points up to 40, 25 and 35, so that a ballot can have any
 * total and any option number is its points; a criterion of `levels` has those points only.
 */
export function sampleForm(marks: readonly Mark[] = [], levels: Levels = {}): CriteriaSet {
  return {
    id: 'sample',
    decision: '26/2026/QĐ-TTg',
    effectiveFrom: '2026-05-22',
    setNumber: 1,
    name: 'Bộ mẫu',
    sector: 'Thực phẩm',
    status: 'official-text',
    parts: [
      samplePart({ code: 'A', criterion: '1.1', max: 40, marks, levels }),
      samplePart({ code: 'B', criterion: '4.1', max: 25, marks, levels }),
      samplePart({ code: 'C', criterion: '6.1', max: 35, marks, levels }),
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
  ...usualRegulation,
  quorum: { ...usualRegulation.quorum, needsChair: true },
}

type SamplePartInput = SampleCriterionInput & { code: 'A' | 'B' | 'C' }

const samplePart = ({ code, ...part }: SamplePartInput) => ({
  code,
  title: `Phần ${code}`,
  max: part.max,
  sections: [
    {
      code: part.criterion.slice(0, 1),
      title: `Mục ${code}`,
      max: part.max,
      criteria: [sampleCriterion(part)],
    },
  ],
})

type SampleCriterionInput = {
  criterion: SampleCode
  max: number
  marks: readonly Mark[]
  levels: Levels
}

const sampleCriterion = ({ criterion, max, marks, levels }: SampleCriterionInput): Criterion => ({
  code: criterion,
  title: `Tiêu chí ${criterion}`,
  max,
  options: (levels[criterion] ?? Array.from({ length: max }, (_, index) => index + 1)).map((points, index) => {
    const mark = marks.find(({ code, option }) => code === criterion && option === index + 1)
    const option = { points, label: `Mức ${points} điểm` }
    return mark === undefined ? option : { ...option, minStar: mark.star }
  }),
})
