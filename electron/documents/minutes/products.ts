import { findCriterion } from '../../../shared/domain/criteria/form.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { explainResult } from '../../../shared/domain/session/reason-text.ts'
import type { LetterBlock } from '../letter/model.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'

/** `SP07. Mật ong hoa nhãn` */
export function nameOf({ code, productName }: Pick<ItemRecord, 'code' | 'productName'>): string {
  return `${code}. ${productName}`
}

/** Why each product's result is what it is, and what the council concluded where it says more; in agenda order. */
export function reasonBlocks({ items }: SessionRecord): readonly LetterBlock[] {
  return items.map((item) => ({
    kind: 'text',
    lead: `${nameOf(item)}: `,
    text: `${[explainResult(item.result.reasons), ...agreedText(item), ...conclusionText(item)].join('. ')}.`,
  }))
}

/** Products whose members differ by more than the limit, and how that was settled; no mark at the end. */
export function spreadTexts({ items }: SessionRecord): readonly string[] {
  return items
    .filter(({ result }) => result.reasons.some(({ kind }) => kind === 'spread'))
    .map((item) => {
      const settled =
        item.spreadWaiver === null
          ? 'chưa được xử lý'
          : `Chủ tịch Hội đồng ghi lý do giữ nguyên điểm: ${item.spreadWaiver}`
      return `${nameOf(item)}: chênh lệch ${item.result.spread} điểm; ${settled}`
    })
}

/** Products scored again, with what their earlier rounds gave and why they were left; no mark at the end. */
export function rescoringTexts(record: SessionRecord): readonly string[] {
  const floors = floorsOf(record)
  return record.items.flatMap((item) =>
    item.earlierRounds.map(({ number, reason, result }) => {
      const mean = formatMean(result.mean, floors)
      const facts = mean === '' ? '' : ` (điểm trung bình ${mean}, chênh lệch ${result.spread} điểm)`
      return `${nameOf(item)}: không dùng kết quả lần chấm ${number}${facts}; lý do: ${reason}`
    }),
  )
}

/** Rejected dossiers with the condition that holds and its reason; no mark at the end. */
export function rejectionTexts({ items }: SessionRecord): readonly string[] {
  return items.flatMap((item) =>
    item.rejections.map(({ question, reason }) => {
      const facts = [question, reason].filter((part) => part !== '').join('; lý do: ')
      return `${nameOf(item)}: ${facts}`
    }),
  )
}

function agreedText({ agreedLevels, form }: ItemRecord): readonly string[] {
  const texts = Object.entries(agreedLevels).map(([code, option]) => {
    const label = findCriterion(form, code)?.criterion.options[option - 1]?.label
    return `tiêu chí ${code}: ${label ?? 'không đạt mức nào'}`
  })
  return texts.length === 0 ? [] : [`Mức Hội đồng thống nhất: ${texts.join('; ')}`]
}

/** Only what the computed result does not say already: another star, or a note. */
function conclusionText({ conclusion, result }: ItemRecord): readonly string[] {
  if (conclusion === null) return []
  const star = conclusion.star === result.star ? [] : [`Hội đồng kết luận: ${conclusion.star} sao`]
  return [...star, ...(conclusion.note === '' ? [] : [`Ý kiến của Hội đồng: ${conclusion.note.replace(/\.$/, '')}`])]
}
