import { findLevelRule } from '../rules/choose-rule-set.ts'
import type { Level } from '../rules/rule-set.ts'
import { finalStar, recognitionOf } from './outcome.ts'
import type { ItemRecord, SessionRecord } from './session-record.ts'
import { starStanding } from './star-standing.ts'

type Place = Pick<SessionRecord, 'ruleSet' | 'level' | 'items' | 'members'>

export type Unrecognised = { readonly item: ItemRecord; readonly why: string }

/**
 * The products that no level recognises going by the council's result, each with the reason and its article as a clause
 * without a mark at the end. Products that lack ballots have no result yet.
 */
export function unrecognisedOf(record: Place): readonly Unrecognised[] {
  return record.items
    .filter((item) => ['rejected', 'stands'].includes(starStanding(item, record.members).kind))
    .flatMap((item) => {
      const recognition = recognitionOf(item, record)
      if (recognition.kind !== 'nobody') return []
      return [{ item, why: describe({ item, record, recognition }) }]
    })
}

function describe({
  item,
  record,
  recognition,
}: {
  item: ItemRecord
  record: Place
  recognition: { readonly isSentUp: boolean; readonly article: string }
}): string {
  const { isSentUp, article } = recognition
  if (item.result.isRejected) return `hồ sơ bị loại (${article})`
  const star = finalStar(item)
  const shown = star === 0 ? 'không xếp hạng' : `${star} sao`
  const to = findLevelRule(record)?.referral?.to
  if (!isSentUp || to === undefined) return `${shown}; ${recognises(record, record.level)} (${article})`
  return (
    `${shown}, được gửi lên ${levelNames[to]} vì điểm trung bình (${record.ruleSet.articles.referral}) nên không công ` +
    `nhận tại ${levelNames[record.level]}; ${recognises(record, to)} (${article})`
  )
}

/** `cấp tỉnh công nhận 3 sao, 4 sao` */
function recognises({ ruleSet }: Pick<Place, 'ruleSet'>, level: Level): string {
  const stars = findLevelRule({ ruleSet, level })?.recognises ?? []
  const named = stars.map((star) => `${star} sao`).join(', ')
  return `${levelNames[level]} ${named === '' ? 'không công nhận hạng nào' : `chỉ công nhận ${named}`}`
}

const levelNames: Readonly<Record<Level, string>> = {
  district: 'cấp huyện',
  commune: 'cấp xã',
  province: 'cấp tỉnh',
  central: 'cấp trung ương',
}
