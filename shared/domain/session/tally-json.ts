import type { GateStar, PartCode } from '../criteria/criteria-set.ts'
import type { Level } from '../rules/rule-set.ts'
import { floorsOf } from '../scoring/band.ts'
import { failedGates } from '../scoring/gates.ts'
import { formatMean } from '../scoring/mean.ts'
import { spreadState } from '../scoring/spread-state.ts'
import type { Mean, StarOrNone } from '../scoring/types.ts'
import type { ItemRecord, SessionRecord } from './session-record.ts'

/** What batch mode prints with `--json`. The keys are a public format: they change only by addition. */
export type TallyJson = {
  readonly ruleSet: string
  readonly level: Level
  readonly products: readonly ProductJson[]
  readonly quorum: {
    readonly present: number
    readonly members: number
    readonly required: number
    readonly met: boolean
  }
  readonly digest: string
  /** Sentences that say what keeps the session from closing; left out when nothing does. */
  readonly missing?: readonly string[]
}

export type ProductJson = {
  readonly code: string
  readonly name: string
  readonly countedBallots: number
  readonly sum: number
  /** As shown, `87,33`; empty with no counted ballot. */
  readonly mean: string
  /** The star by the mean alone. */
  readonly band: StarOrNone
  /** The star after gates; 0 for a rejected product. */
  readonly star: StarOrNone
  readonly failedGates: readonly { readonly criterion: string; readonly star: GateStar }[]
  readonly rejected: boolean
  readonly spread: number
  /** The spread is above the council's limit and nothing settles it; said of a rejected product too. */
  readonly needsDiscussion: boolean
  readonly referred: boolean
  readonly partMeans: Readonly<Record<PartCode, Mean>>
}

/** @param missing Sentences (`describeMissing`); an empty list leaves the key out. */
export function tallyJson(
  record: Pick<SessionRecord, 'ruleSet' | 'level' | 'referralThreshold' | 'regulation' | 'items' | 'quorum' | 'digest'>,
  missing: readonly string[],
): TallyJson {
  const floors = floorsOf(record)
  const { present, members, required, isMet } = record.quorum
  return {
    ruleSet: record.ruleSet.id,
    level: record.level,
    products: record.items.map((item) => productJson({ item, floors, regulation: record.regulation })),
    quorum: { present, members, required, met: isMet },
    digest: record.digest,
    ...(missing.length === 0 ? {} : { missing }),
  }
}

const productJson = ({
  item: { code, productName, spreadWaiver, result },
  floors,
  regulation,
}: {
  item: ItemRecord
  floors: readonly number[]
  regulation: SessionRecord['regulation']
}): ProductJson => ({
  code,
  name: productName,
  countedBallots: result.countedBallots,
  sum: result.mean.sum,
  mean: formatMean(result.mean, floors),
  band: result.band,
  star: result.star,
  failedGates: failedGates(result).map(({ criterionCode, star }) => ({ criterion: criterionCode, star })),
  rejected: result.isRejected,
  spread: result.spread,
  needsDiscussion: spreadState({ spread: result.spread, spreadWaiver, regulation }) === 'open',
  referred: result.isReferred,
  partMeans: {
    A: sumAndCount(result.partMeans.A),
    B: sumAndCount(result.partMeans.B),
    C: sumAndCount(result.partMeans.C),
  },
})

const sumAndCount = ({ sum, count }: Mean): Mean => ({ sum, count })
