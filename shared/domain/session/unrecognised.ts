import { findLevelRule } from '../rules/choose-rule-set.ts'
import type { Level } from '../rules/rule-set.ts'
import type { StarOrNone } from '../scoring/types.ts'
import { finalStar, recognitionOf } from './outcome.ts'
import type { ItemRecord, SessionRecord } from './session-record.ts'
import { starStanding } from './star-standing.ts'

type Place = Pick<SessionRecord, 'ruleSet' | 'level' | 'items' | 'members'>

export type Unrecognised = {
  readonly item: ItemRecord
  /** The article that says so, as papers cite it. */
  readonly article: string
  /** Null for a rejected dossier. */
  readonly star: StarOrNone | null
  /** Which level decides, and the stars that it recognises. */
  readonly decides: Level
  readonly recognises: readonly number[]
  /** The article by which its mean sends it up to that level; null where it stays. */
  readonly sentUpBy: string | null
}

/** The products that no level recognises going by the council's result, each with why. Products that lack ballots have no result yet. */
export function unrecognisedOf(record: Place): readonly Unrecognised[] {
  const { ruleSet, level } = record
  return record.items
    .filter((item) => ['rejected', 'stands'].includes(starStanding(item, record.members).kind))
    .flatMap((item) => {
      const recognition = recognitionOf(item, record)
      if (recognition.kind !== 'nobody') return []
      const to = recognition.isSentUp ? findLevelRule(record)?.referral?.to : undefined
      const decides = to ?? level
      const recognises = findLevelRule({ ruleSet, level: decides })?.recognises ?? []
      const star = item.result.isRejected ? null : finalStar(item)
      const sentUpBy = to === undefined ? null : ruleSet.articles.referral
      return [{ item, article: recognition.article, star, decides, recognises, sentUpBy }]
    })
}
