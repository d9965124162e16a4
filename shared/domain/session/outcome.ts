import { findLevelRule } from '../rules/choose-rule-set.ts'
import type { GateStarNumber, Level, ReferralRule } from '../rules/rule-set.ts'
import { meanAtLeast } from '../scoring/mean.ts'
import type { StarOrNone } from '../scoring/types.ts'
import type { ItemRecord, SessionRecord } from './session-record.ts'

/**
 * The star that papers and screens give: what the council concluded, else what scores and gates give. No council
 * concludes above these (QĐ 26/2026/QĐ-TTg, Điều 3 khoản 3 and Phụ lục II); a conclusion from before a correction that
 * lowered them is cut to them, and the session cannot be locked on it.
 */
export function finalStar({ conclusion, result }: Pick<ItemRecord, 'conclusion' | 'result'>): StarOrNone {
  return conclusion === null || conclusion.star > result.star ? result.star : conclusion.star
}

/** The conclusion, where the council gave the product another star than scores and gates do; else null. */
export function otherConclusion({ conclusion, result }: Judged): Judged['conclusion'] {
  return conclusion !== null && conclusion.star !== result.star ? conclusion : null
}

/**
 * What becomes of a product after the session: it goes up to a higher level, is recognised here, or neither. A product
 * that goes up is not recognised by the same decision: its star is for the higher level to give.
 * Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm e and khoản 4 điểm g; Điều 4 (no decision names 1 or 2 stars).
 */
export type Outcome =
  | { readonly kind: 'sent-up' }
  | { readonly kind: 'recognised'; readonly star: GateStarNumber }
  | { readonly kind: 'none' }

type Place = Pick<SessionRecord, 'ruleSet' | 'level'>
type Judged = Pick<ItemRecord, 'conclusion' | 'result'>

export function outcomeOf(item: Judged, record: Place): Outcome {
  if (item.result.isReferred) return { kind: 'sent-up' }
  const star = recognisedStar({ ...record, star: finalStar(item) })
  return star === undefined ? { kind: 'none' } : { kind: 'recognised', star }
}

/**
 * Who recognises the star that the council gave, going by that star alone. A product that goes up may get another one
 * there; until then a star that no level on its way recognises is nobody's.
 */
export type Recognition =
  | { readonly kind: 'here' | 'above'; readonly level: Level }
  /** The level that sent it up may, if it does not reach the threshold there. */
  | { readonly kind: 'after-return'; readonly level: Level; readonly article: string }
  | { readonly kind: 'nobody'; readonly isSentUp: boolean; readonly article: string }

export function recognitionOf(item: Judged, record: Place): Recognition {
  const star = finalStar(item)
  const { ruleSet, level } = record
  const nobody = { kind: 'nobody', isSentUp: item.result.isReferred, article: ruleSet.articles.recognition } as const
  if (item.result.isRejected) return { ...nobody, article: ruleSet.articles.knockouts }
  const outcome = outcomeOf(item, record)
  if (outcome.kind === 'recognised') return { kind: 'here', level }
  if (outcome.kind === 'none') return nobody
  const above = levelsAbove({ item, record }).find((higher) => recognisedStar({ ruleSet, level: higher, star }))
  if (above !== undefined) return { kind: 'above', level: above }
  const article = findLevelRule(record)?.referral?.returned
  const mayLater = article !== undefined && recognisedStar({ ruleSet, level, star }) !== undefined
  return mayLater ? { kind: 'after-return', level, article } : nobody
}

/** The levels that a product with that mean would pass through. */
function levelsAbove({ item: { result }, record }: { item: Judged; record: Place }): readonly Level[] {
  const levels: Level[] = []
  let referral: ReferralRule | null = findLevelRule(record)?.referral ?? null
  while (referral !== null && !levels.includes(referral.to)) {
    levels.push(referral.to)
    const next: ReferralRule | null = findLevelRule({ ruleSet: record.ruleSet, level: referral.to })?.referral ?? null
    referral = next !== null && meanAtLeast(result.mean, next.threshold) ? next : null
  }
  return levels
}

/** The star, where that level recognises it by a decision of its own. */
function recognisedStar({ ruleSet, level, star }: Place & { star: StarOrNone }): GateStarNumber | undefined {
  const recognised = findLevelRule({ ruleSet, level })?.recognises ?? []
  return recognised.find((candidate) => candidate === star && candidate >= ruleSet.lowestRecognisedStar)
}
