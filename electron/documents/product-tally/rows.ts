import { choiceAt } from '../../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { CriteriaPart, Criterion } from '../../../shared/domain/criteria/criteria-set.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { Mean, SettledGate } from '../../../shared/domain/scoring/types.ts'
import type {
  BallotRecord,
  ItemRecord,
  MemberRecord,
  SessionRecord,
} from '../../../shared/domain/session/session-record.ts'
import { rowOutliers } from '../../../shared/domain/ballot/row-outliers.ts'

/** One line of a product's table: a part with its sums, or a criterion with each member's points. */
export type ProductTallyRow = {
  readonly kind: 'part' | 'criterion'
  /** `1.1`; the part's letter. */
  readonly code: string
  readonly title: string
  readonly max: number
  /** One a member in council order; empty without a counted ballot. */
  readonly points: readonly MemberPoints[]
  /** Two decimals with a comma; empty with no counted ballot. */
  readonly mean: string
  /** `3 sao: đạt 7/9`; one line a gate. */
  readonly gates: readonly string[]
}

export type MemberPoints = {
  readonly text: string
  /** 2 points or more from the median of the row. */
  readonly isOutlier: boolean
}

/** Points from the median of a criterion from which a member's choice is marked. */
export const outlierLimit = 2

/** The rows of a product: each part with its sums, then its criteria. */
export function productTallyRows({
  item,
  record: { members },
}: {
  item: ItemRecord
  record: Pick<SessionRecord, 'members'>
}): readonly ProductTallyRow[] {
  const places = new Map(listCriteria(item.form).map(({ criterion, index }) => [criterion, index]))
  const counted = item.ballots.filter(({ counts }) => counts)
  const inOrder = members.map(({ id }) => counted.find(({ memberId }) => memberId === id))
  return item.form.parts.flatMap((part) => [
    partRow({ part, item, ballots: inOrder }),
    ...part.sections.flatMap(({ criteria }) =>
      criteria.map((criterion) =>
        criterionRow({ criterion, index: places.get(criterion) ?? -1, item, ballots: inOrder }),
      ),
    ),
  ])
}

/** In council order; undefined for a member without a counted ballot. */
type BallotsInOrder = readonly (BallotRecord | undefined)[]

type PartRowInput = {
  part: CriteriaPart
  item: ItemRecord
  ballots: BallotsInOrder
}

const partRow = ({ part, item, ballots }: PartRowInput): ProductTallyRow => ({
  kind: 'part',
  code: part.code,
  title: `Phần ${part.code}: ${part.title}`,
  max: part.max,
  points: ballots.map((ballot) => ({
    text: ballot === undefined ? '' : String(ballot.totals.parts[part.code]),
    isOutlier: false,
  })),
  mean: formatMean(item.result.partMeans[part.code], []),
  gates: [],
})

type CriterionRowInput = {
  criterion: Criterion
  index: number
  item: ItemRecord
  ballots: BallotsInOrder
}

function criterionRow({ criterion, index, item, ballots }: CriterionRowInput): ProductTallyRow {
  const points = ballots.map((ballot) => {
    const option = ballot === undefined ? null : choiceAt(ballot.choices, index)
    return option === null ? null : { option, points: pointsOf(criterion, option) }
  })
  const chosen = points.filter((choice) => choice !== null)
  const mean: Mean = { sum: chosen.reduce((sum, choice) => sum + choice.points, 0), count: chosen.length }
  const outliers = rowOutliers(
    points.map((choice) => choice?.points ?? null),
    outlierLimit,
  )
  return {
    kind: 'criterion',
    code: criterion.code,
    title: criterion.title,
    max: criterion.max,
    points: points.map((choice, place) => ({
      text: choice === null ? '' : String(choice.points),
      isOutlier: outliers[place] === true,
    })),
    mean: formatMean(mean, []),
    gates: item.result.gates.filter(({ criterionIndex }) => criterionIndex === index).map(gateText),
  }
}

function gateText({ star, holds, reachedBy, countedBallots, agreedOption }: SettledGate): string {
  const by = agreedOption === null ? `${reachedBy}/${countedBallots}` : 'mức thống nhất'
  return `${star} sao: ${holds ? 'đạt' : 'chưa đạt'} (${by})`
}

/** The word in a member's column where there is no counted ballot; empty where there is one. */
export function absenceWord(item: ItemRecord, member: MemberRecord): string {
  const exclusion = item.exclusions.find(({ memberId }) => memberId === member.id)
  if (!member.isPresent || exclusion?.kind === 'absent') return 'Vắng'
  if (exclusion?.kind === 'recused') return 'Không chấm'
  return item.ballots.some(({ memberId, counts }) => memberId === member.id && counts) ? '' : 'Chưa đủ'
}
