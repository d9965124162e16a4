import { readChoices } from '../ballot/choice-text.ts'
import { failedGates } from '../scoring/gates.ts'
import { canonicalJson } from './canonical-json.ts'
import type { ItemRecord, SessionRecord } from './session-record.ts'

/** The parts of a session record that decide its results. */
export type TalliedRecord = Pick<SessionRecord, 'ruleSet' | 'level' | 'regulation' | 'referralThreshold'> & {
  readonly members: readonly Pick<SessionRecord['members'][number], 'id' | 'code'>[]
  readonly items: readonly TalliedItem[]
}

type TalliedItem = Pick<ItemRecord, 'code' | 'ballots' | 'agreedLevels' | 'rejections' | 'spreadWaiver' | 'result'> & {
  readonly form: Pick<ItemRecord['form'], 'id'>
}

/**
 * Everything that decides a session's results, and the results, as one canonical text: the same for the same ballots
 * and rules whatever the order of members and products. Its SHA-256 is the session's digest.
 */
export function canonicalTally(record: TalliedRecord): string {
  // Not who may see what, nor who approves: neither decides a result, and digests from before them stay as they are.
  const {
    memberSight: _memberSight,
    chairApproves: _chairApproves,
    chairSeesDeviations: _chairSeesDeviations,
    takesClearPaper: _takesClearPaper,
    ...regulation
  } = record.regulation
  const memberCodes = new Map(record.members.map(({ id, code }) => [id, code]))
  return canonicalJson({
    ruleSet: record.ruleSet.id,
    level: record.level,
    regulation,
    referralThreshold: record.referralThreshold,
    items: Object.fromEntries(record.items.map((item) => [item.code, tallyOfItem(item, memberCodes)])),
  })
}

function tallyOfItem(item: TalliedItem, memberCodes: ReadonlyMap<number, string>): unknown {
  const { result } = item
  const ballots = item.ballots
    .filter(({ counts }) => counts)
    .map(({ memberId, choices }) => [memberCodes.get(memberId) ?? `#${memberId}`, readChoices(choices)] as const)
  return {
    form: item.form.id,
    rejections: item.rejections,
    isSpreadWaived: item.spreadWaiver !== null,
    agreedLevels: item.agreedLevels,
    ballots: Object.fromEntries(ballots),
    result: {
      mean: result.mean,
      partMeans: result.partMeans,
      band: result.band,
      star: result.star,
      failedGates: failedGates(result).map(({ criterionCode, star }) => `${criterionCode}:${star}`),
      spread: result.spread,
      isReferred: result.isReferred,
    },
  }
}
