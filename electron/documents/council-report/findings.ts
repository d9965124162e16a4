import { findCriterion } from '../../../shared/domain/criteria/form.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { compareMeans, formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { SettledGate } from '../../../shared/domain/scoring/types.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { standingReasons } from '../../../shared/domain/session/standing-reasons.ts'
import { countText } from '../count-text.ts'
import { conclusionText } from '../referral-note.ts'

/** What the scores say about the products and the scoring itself; whole sentences. */
export function findingTexts(record: SessionRecord): readonly string[] {
  return [...rangeTexts(record), ...lackingTexts(record), ...scoringTexts(record), ...conclusionTexts(record)]
}

function rangeTexts(record: SessionRecord): readonly string[] {
  const floors = floorsOf(record)
  const scored = scoredItems(record).toSorted((a, b) => compareMeans(b.result.mean, a.result.mean))
  const [highest] = scored
  const lowest = scored.at(-1)
  if (highest === undefined || lowest === undefined) return []
  const name = (item: ItemRecord) => `${item.productName} (${formatMean(item.result.mean, floors)} điểm)`
  return scored.length === 1
    ? [`Sản phẩm được chấm: ${name(highest)}.`]
    : [`Điểm trung bình cao nhất: ${name(highest)}; thấp nhất: ${name(lowest)}.`]
}

/** The requirements that kept most products from a higher star: at most five, the commonest first. */
function lackingTexts(record: SessionRecord): readonly string[] {
  const lacking = Map.groupBy(
    scoredItems(record).flatMap((item) => criteriaLacked(item).map((title) => ({ title, item }))),
    ({ title }) => title,
  )
  const commonest = [...lacking]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, 5)
    .map(([title, { length }]) => `${title} (${countText(length)} sản phẩm)`)
  return commonest.length === 0
    ? []
    : [`Các tiêu chí có nhiều sản phẩm chưa đạt yêu cầu tối thiểu để xếp hạng sao cao hơn: ${commonest.join('; ')}.`]
}

/** Titles rather than codes: the same criterion has other codes in other sets. */
function criteriaLacked(item: ItemRecord): readonly string[] {
  const gates: readonly SettledGate[] = standingReasons(item).flatMap((reason) =>
    reason.kind === 'gates-failed' || reason.kind === 'next-band' ? reason.gates : [],
  )
  const titles = gates.map(({ criterionCode }) => findCriterion(item.form, criterionCode)?.criterion.title ?? '')
  return [...new Set(titles)]
}

function scoringTexts({ items, regulation }: SessionRecord): readonly string[] {
  const rescored = items.filter(({ earlierRounds }) => earlierRounds.length > 0).length
  const waived = items.filter(({ spreadWaiver, result }) => spreadWaiver !== null && !result.isRejected).length
  const recused = items.filter(({ exclusions }) => exclusions.some(({ kind }) => kind === 'recused')).length
  const facts = [
    ...(rescored === 0 ? [] : [`${countText(rescored)} sản phẩm được chấm lại sau thảo luận`]),
    ...(waived === 0
      ? []
      : [
          `${countText(waived)} sản phẩm có điểm chênh lệch quá ${regulation.spreadLimit} điểm được giữ nguyên có lý do`,
        ]),
    ...(recused === 0 ? [] : [`${countText(recused)} sản phẩm có thành viên không tham gia chấm`]),
  ]
  return facts.length === 0 ? [] : [`Về việc chấm điểm: ${facts.join('; ')}; chi tiết ghi tại Biên bản họp.`]
}

function conclusionTexts({ items }: SessionRecord): readonly string[] {
  const texts = items.flatMap((item) => {
    const conclusion = conclusionText(item)
    return conclusion === '' ? [] : [`${item.productName}: ${conclusion}`]
  })
  return texts.length === 0 ? [] : [`Kết luận của Hội đồng khác với kết quả chấm điểm: ${texts.join('; ')}.`]
}

const scoredItems = ({ items }: SessionRecord): readonly ItemRecord[] =>
  items.filter(({ result }) => !result.isRejected && result.countedBallots > 0)
