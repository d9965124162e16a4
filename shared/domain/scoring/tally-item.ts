import type { CriteriaSet } from '../criteria/criteria-set.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { findBand, floorsOf, nextBand, type Band } from './band.ts'
import { countBallots, type CountedBallot } from './count-ballots.ts'
import { failedGates, settleGates, starAfterGates } from './gates.ts'
import { meanAtLeast, roundMean } from './mean.ts'
import { spreadState } from './spread-state.ts'
import type { ItemResult, Mean, Reason, Regulation, Rejection, SettledGate, StarOrNone } from './types.ts'

/** What one product's result is computed from; nothing else bears on it. */
export type ItemTally = {
  readonly form: CriteriaSet
  readonly ruleSet: RuleSet
  /** Mean from which the product goes up a level; null at the top. */
  readonly referralThreshold: number | null
  readonly regulation: Pick<Regulation, 'spreadLimit' | 'rounding' | 'gateSettlement'>
  /** Only the ballots that count (see `doesCount`); one with a blank is left out whole. */
  readonly ballots: readonly CountedBallot[]
  /** Agreed option numbers by criterion code. */
  readonly agreedLevels: Readonly<Record<string, number>>
  readonly rejections: readonly Rejection[]
  /** The chair's recorded reason to let a large spread stand. */
  readonly spreadWaiver: string | null
}

/**
 * The result of one product with its reasons. Where the regulations round the mean, the rounded one is compared with
 * the bands and with the referral threshold alike, so that a product cannot hold a star and miss its referral.
 * A rejected product has no star and is not referred, but what its ballots say is still given.
 * @throws RangeError for an option number that its criterion does not print.
 */
export function tallyItem(item: ItemTally): ItemResult {
  const { form, ruleSet, regulation } = item
  const { mean, partMeans, spread, complete } = countBallots(item)
  const compared = roundMean(mean, regulation.rounding)
  const band = findBand(compared, ruleSet)
  const star = band?.star ?? 0
  const gates = settleGates(form, complete, { agreedLevels: item.agreedLevels, settlement: regulation.gateSettlement })
  const isRejected = item.rejections.length > 0
  const starWithGates = starAfterGates(star, gates)
  const isReferred = !isRejected && item.referralThreshold !== null && meanAtLeast(compared, item.referralThreshold)
  return {
    countedBallots: mean.count,
    mean,
    partMeans,
    band: star,
    star: isRejected ? 0 : starWithGates,
    gates,
    isRejected,
    spread,
    needsDiscussion: !isRejected && spreadState({ ...item, spread }) === 'open',
    isReferred,
    reasons: listReasons({ item, mean, compared, band, gates, starWithGates, spread, isReferred }),
  }
}

type Findings = {
  readonly item: ItemTally
  readonly mean: Mean
  readonly compared: Mean
  readonly band: Band | undefined
  readonly gates: readonly SettledGate[]
  readonly starWithGates: StarOrNone
  readonly spread: number
  readonly isReferred: boolean
}

function listReasons(findings: Findings): readonly Reason[] {
  const { item, band } = findings
  const { rejections, ruleSet } = item
  if (rejections.length > 0) return [{ kind: 'rejected', rejections, article: ruleSet.articles.knockouts }]
  if (band === undefined) return [{ kind: 'no-counted-ballots' }]
  return [
    bandReason({ ...findings, band }),
    ...gateReasons({ ...findings, band }),
    ...nextBandReasons({ ...findings, band }),
    ...referralReasons(findings),
    ...spreadReasons(findings),
  ]
}

const bandReason = ({ item, mean, compared, band }: Findings & { band: Band }): Reason => ({
  kind: 'band',
  star: band.star,
  from: band.from,
  below: band.below,
  mean,
  rounded: item.regulation.rounding === 'none' ? null : compared,
  floors: floorsOf(item),
  article: item.ruleSet.articles.bands,
})

function gateReasons({ item, band, gates, starWithGates }: Findings & { band: Band }): readonly Reason[] {
  const failed = failedGates({ gates, band: band.star })
  const { gates: article } = item.ruleSet.articles
  return failed.length === 0
    ? []
    : [{ kind: 'gates-failed', bandStar: band.star, star: starWithGates, gates: failed, article }]
}

/** Only where points are what the product lacks: below a missed gate the next band would not help. */
function nextBandReasons({ item, mean, band, gates }: Findings & { band: Band }): readonly Reason[] {
  const next = nextBand(band.star, item.ruleSet)
  if (next === undefined || failedGates({ gates, band: band.star }).length > 0) return []
  return [
    {
      kind: 'next-band',
      star: next.star,
      from: next.from,
      missing: { sum: next.from * mean.count - mean.sum, count: mean.count },
      floors: floorsOf(item),
      gates: gates.filter(({ holds, star }) => !holds && star === next.star),
    },
  ]
}

const referralReasons = ({ item, isReferred }: Findings): readonly Reason[] =>
  item.referralThreshold === null
    ? []
    : [
        {
          kind: isReferred ? 'referred' : 'not-referred',
          threshold: item.referralThreshold,
          article: item.ruleSet.articles.referral,
        },
      ]

function spreadReasons({ item, spread }: Findings): readonly Reason[] {
  const state = spreadState({ ...item, spread })
  if (state === 'within') return []
  return [{ kind: 'spread', spread, limit: item.regulation.spreadLimit, settled: state === 'open' ? 'no' : 'waived' }]
}
