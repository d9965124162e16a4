import { findCriterion } from '../../../shared/domain/criteria/form.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { earlierStanding, type BallotsDue, type EarlierStanding } from '../../../shared/domain/session/ballots-due.ts'
import { scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import { explainItem } from '../../../shared/domain/session/reason-text.ts'
import { isUnexplained } from '../../../shared/domain/session/rescoring-reason.ts'
import { countText } from '../count-text.ts'
import type { LetterBlock } from '../letter/model.ts'
import { withPrintedMarks } from '../outcome.ts'
import { conclusionText as otherText } from '../referral-note.ts'
import {
  importedReason,
  type EarlierRound,
  type ItemRecord,
  type SessionRecord,
} from '../../../shared/domain/session/session-record.ts'

/** `SP07. Mật ong hoa nhãn` */
export function nameOf({ code, productName }: Pick<ItemRecord, 'code' | 'productName'>): string {
  return `${code}. ${productName}`
}

/** Why each product's result is what it is, and what the council concluded where it says more; in agenda order. */
export function reasonBlocks({ items }: SessionRecord): readonly LetterBlock[] {
  return items.map((item) => ({
    kind: 'text',
    lead: `${nameOf(item)}: `,
    text: `${[explainItem(item), ...agreedText(item), ...conclusionText(item)].join('. ')}.`,
  }))
}

/**
 * Products whose members differed by more than the limit, in a round that was left or in the present one, and how that
 * was settled; no mark at the end.
 */
export function spreadTexts({ items, members, regulation: { spreadLimit } }: SessionRecord): readonly string[] {
  return items.flatMap((item) => [
    ...item.earlierRounds
      .filter(({ result }) => result.spread > spreadLimit)
      .map((round) => {
        const { stillDue } = earlierStanding(round, { item, members })
        const short = stillDue === null ? '' : `, ${dueText(stillDue)}`
        return `${nameOf(item)}: chênh lệch ${round.result.spread} điểm tại lần chấm ${round.number}${short}; Hội đồng thảo luận và chấm lại`
      }),
    ...(withPrintedMarks(item).result.spread > spreadLimit
      ? [`${nameOf(item)}: chênh lệch ${item.result.spread} điểm; ${settledText(item)}`]
      : []),
  ])
}

const settledText = ({ spreadWaiver }: ItemRecord): string =>
  spreadWaiver === null ? 'chưa được xử lý' : `Chủ tịch Hội đồng ghi lý do giữ nguyên điểm: ${spreadWaiver}`

/** Products scored again, with what their earlier rounds gave and why they were left; no mark at the end. */
export function rescoringTexts(record: SessionRecord): readonly string[] {
  const floors = floorsOf(record)
  const { members } = record
  return record.items.flatMap((item) =>
    item.earlierRounds.map((round) => {
      const facts = roundFacts(round, formatMean(round.result.mean, floors), earlierStanding(round, { item, members }))
      const reason = rescoringReason(round, record.regulation.spreadLimit)
      const why = reason === '' ? '' : `; lý do: ${reason.replace(/\.$/, '')}`
      return `${nameOf(item)}: không dùng kết quả lần chấm ${round.number}${facts}${why}${carriedText(round, { item, members })}`
    }),
  )
}

const dueText = ({ counted, due }: BallotsDue): string => `chưa đủ phiếu (${counted}/${due})`

/** What a round gave: no mean where ballots were missing, and whose ballots no longer count in it. */
function roundFacts({ result }: EarlierRound, mean: string, { stillDue, uncounted }: EarlierStanding): string {
  const left = [
    ...(uncounted.recused.length === 0
      ? []
      : [`không tính phiếu của ${uncounted.recused.join(', ')}, không tham gia chấm`]),
    ...(uncounted.absent.length === 0 ? [] : [`không tính phiếu của ${uncounted.absent.join(', ')}, vắng mặt`]),
  ]
  if (stillDue !== null) return `, ${[dueText(stillDue), ...left].join('; ')}`
  const given = mean === '' ? [] : [`điểm trung bình ${mean}, chênh lệch ${result.spread} điểm`]
  const facts = [...given, ...left]
  return facts.length === 0 ? '' : ` (${facts.join('; ')})`
}

/** Which ballots the round behind it began with; nothing where it began blank. */
function carriedText({ number, carried }: EarlierRound, { item, members }: RoundPlace): string {
  if (carried === undefined) return ''
  const next = item.earlierRounds.find((round) => round.number === number + 1)
  const scorers = next?.scorers ?? scoringMembers(members, item).map(({ id }) => id)
  // A copy of one who is recused since stands for nothing.
  const kept = carried.copied.filter((id) => scorers.includes(id)).length
  const opened = members.filter(({ id }) => carried.opened.includes(id)).map(({ code }) => code)
  const copied = kept === 0 ? '' : `, ${countText(kept)} phiếu khác được sao nguyên từ lần chấm ${number}`
  return `; lần chấm ${number + 1} mở lại phiếu của ${opened.join(', ')} để chấm lại${copied}`
}

type RoundPlace = { readonly item: ItemRecord; readonly members: SessionRecord['members'] }

/** As it was given; an import gives none, and the spread says it then. */
function rescoringReason(round: EarlierRound, spreadLimit: number): string {
  if (round.reason !== importedReason) return round.reason
  return isUnexplained(round, spreadLimit)
    ? 'không ghi trong bảng tính đã nhập'
    : `điểm của các thành viên chênh lệch quá mức ${spreadLimit} điểm`
}

/**
 * Rejected dossiers with the condition that holds and its reason, and that it was scored where it was, whose points no
 * paper prints; no mark at the end.
 */
export function rejectionTexts({ items }: SessionRecord): readonly string[] {
  return items.flatMap((item) => {
    const { countedBallots } = item.result
    const scored = countedBallots === 0 ? '' : `; đã chấm ${countText(countedBallots)} phiếu, điểm không được sử dụng`
    return item.rejections.map(({ question, reason }) => {
      const facts = [question, reason].filter((part) => part !== '').join('; lý do: ')
      return `${nameOf(item)}: ${facts}${scored}`
    })
  })
}

function agreedText({ agreedLevels, agreedReasons, form }: ItemRecord): readonly string[] {
  const texts = Object.entries(agreedLevels).map(([code, option]) => {
    const label = findCriterion(form, code)?.criterion.options[option - 1]?.label
    const reason = agreedReasons[code]?.replace(/\.$/, '')
    return `tiêu chí ${code}: ${label ?? 'không đạt mức nào'}${reason === undefined ? '' : ` (lý do: ${reason})`}`
  })
  return texts.length === 0 ? [] : [`Mức Hội đồng thống nhất: ${texts.join('; ')}`]
}

/** Only what the computed result does not say already: another star, or a note. */
function conclusionText(item: ItemRecord): readonly string[] {
  const { conclusion } = item
  if (conclusion === null) return []
  const other = otherText(item)
  if (other !== '') return [other]
  return conclusion.note === '' ? [] : [`Ý kiến của Hội đồng: ${conclusion.note.replace(/\.$/, '')}`]
}
