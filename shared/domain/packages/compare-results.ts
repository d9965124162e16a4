import type { PartCode } from '../criteria/criteria-set.ts'
import type { GateStarNumber } from '../rules/rule-set.ts'
import { compareMeans } from '../scoring/mean.ts'
import type { Mean, StarOrNone } from '../scoring/types.ts'
import { starOfResult, type PackageResult } from './package-result.ts'

/** Where the upper council found otherwise than the lower one, as data that screen and table say in words. */
export type ResultDifference =
  | { readonly kind: 'set'; readonly below: number; readonly above: number }
  | { readonly kind: 'rejected'; readonly below: readonly string[]; readonly above: readonly string[] }
  | { readonly kind: 'part'; readonly part: PartCode; readonly below: Mean; readonly above: Mean }
  | { readonly kind: 'mean'; readonly below: Mean; readonly above: Mean }
  /** By scores and gates; the star that papers give is `final`. */
  | { readonly kind: 'star' | 'final'; readonly below: StarOrNone; readonly above: StarOrNone }
  | {
      readonly kind: 'gate'
      readonly criterion: string
      readonly star: GateStarNumber
      readonly below: GateVotes
      readonly above: GateVotes
    }
  | { readonly kind: 'conclusion'; readonly below: string; readonly above: string }

type GateVotes = { readonly holds: boolean; readonly reachedBy: number; readonly ballots: number }

const parts = ['A', 'B', 'C'] as const

/**
 * The differences in the order in which a result comes about: set, knock-outs, parts, mean, gates, star, conclusion. Means
 * are compared exactly; gates where both forms have them.
 */
export function compareResults(below: PackageResult, above: PackageResult): readonly ResultDifference[] {
  const isOneForm = below.setNumber === above.setNumber
  const [starBelow, starAbove] = [starOfResult(below), starOfResult(above)]
  const [noteBelow, noteAbove] = [below.conclusion?.note ?? '', above.conclusion?.note ?? '']
  const differences: readonly (ResultDifference | null)[] = [
    isOneForm ? null : { kind: 'set', below: below.setNumber, above: above.setNumber },
    isSameText(below.rejections, above.rejections)
      ? null
      : { kind: 'rejected', below: below.rejections, above: above.rejections },
    ...parts.map((part) =>
      isSameMean(below.parts[part], above.parts[part])
        ? null
        : ({ kind: 'part', part, below: below.parts[part], above: above.parts[part] } as const),
    ),
    isSameMean(below.mean, above.mean) ? null : { kind: 'mean', below: below.mean, above: above.mean },
    ...(isOneForm ? gateDifferences(below, above) : []),
    below.star === above.star ? null : { kind: 'star', below: below.star, above: above.star },
    starBelow === starAbove ? null : { kind: 'final', below: starBelow, above: starAbove },
    noteBelow === noteAbove ? null : { kind: 'conclusion', below: noteBelow, above: noteAbove },
  ]
  return differences.filter((one) => one !== null)
}

function gateDifferences(below: PackageResult, above: PackageResult): readonly ResultDifference[] {
  return above.gates.flatMap(({ criterion, star, ...votes }) => {
    const lower = below.gates.find((gate) => gate.criterion === criterion && gate.star === star)
    if (lower === undefined || lower.holds === votes.holds) return []
    const { holds, reachedBy, ballots } = lower
    return [{ kind: 'gate', criterion, star, below: { holds, reachedBy, ballots }, above: votes } as const]
  })
}

/** Two means of no ballots are the same. */
const isSameMean = (one: Mean, other: Mean): boolean => compareMeans(one, other) === 0

const isSameText = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, place) => text === other[place])
