import type { CaseCode, CriteriaSet, PartCode } from '../domain/criteria/criteria-set.ts'
import { listCriteria, type FormCriterion } from '../domain/criteria/form.ts'
import { totalBallot } from '../domain/scoring/ballot-totals.ts'
import type { BallotChoices } from '../domain/scoring/types.ts'
import { offeredPoints, pointsOf } from '../domain/ballot/options.ts'

/** Totals as a member added them up on paper; a part left out was not compared. */
export type PaperTotals = Readonly<Partial<Record<PartCode, number>>>

/** A part whose keyed points are not what the paper says. */
export type PaperMismatch = {
  readonly part: PartCode
  readonly paper: number
  readonly keyed: number
  /** Criteria in which one other level closes the gap, the likeliest first; empty where no single one does. */
  readonly likely: readonly LikelyCriterion[]
}

export type LikelyCriterion = {
  readonly row: number
  readonly code: string
  readonly title: string
  readonly keyed: number
  /** The points that would make the totals agree. */
  readonly wanted: number
}

/**
 * Compares the totals on paper with the points keyed. Of the criteria that one slip of a key would explain, those come
 * first in which other members gave the wanted points, then those where the wanted level is nearest to the keyed one.
 */
export function comparePaperTotals({
  form,
  criteriaCase,
  choices,
  paper,
  others,
}: {
  form: CriteriaSet
  criteriaCase: CaseCode | null
  choices: BallotChoices
  paper: PaperTotals
  /** What the other members chose for this product. */
  others: readonly BallotChoices[]
}): readonly PaperMismatch[] {
  const { parts } = totalBallot(form, choices)
  return form.parts.flatMap(({ code: part }) => {
    const [written, keyed] = [paper[part], parts[part]]
    if (written === undefined || written === keyed) return []
    const gap = written - keyed
    const likely = listCriteria(form)
      .filter((place) => place.partCode === part)
      .flatMap((place) => explains({ place, criteriaCase, choices, gap, others }))
      .toSorted((a, b) => b.votes - a.votes || a.steps - b.steps || a.row - b.row)
      .map(({ votes: _votes, steps: _steps, ...criterion }) => criterion)
    return [{ part, paper: written, keyed, likely }]
  })
}

type ExplainsInput = {
  place: FormCriterion
  criteriaCase: CaseCode | null
  choices: BallotChoices
  gap: number
  others: readonly BallotChoices[]
}

function explains({ place: { criterion, index: row }, criteriaCase, choices, gap, others }: ExplainsInput) {
  const pointsIn = (ballot: BallotChoices): number => pointsOf(criterion, ballot[row] ?? 0)
  const keyed = pointsIn(choices)
  const wanted = keyed + gap
  const levels = offeredPoints({ criterion, criteriaCase })
  if ((choices[row] ?? null) === null || !levels.includes(wanted)) return []
  const votes = others.filter((ballot) => (ballot[row] ?? null) !== null && pointsIn(ballot) === wanted).length
  const steps = Math.abs(levels.indexOf(wanted) - levels.indexOf(keyed))
  return [{ row, code: criterion.code, title: criterion.title, keyed, wanted, votes, steps }]
}
