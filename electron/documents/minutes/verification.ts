import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamTime } from '../../../shared/domain/calendar/vietnam-day.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import type { DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import { needsVerification } from '../../../shared/domain/session/missing-verification.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { text, type LetterBlock } from '../letter/model.ts'
import { withPrintedMarks } from '../outcome.ts'

/** Who checked the keyed ballots, what was asked when the session was locked, and the digest by which it can be verified later. */
export function verificationBlocks(record: SessionRecord): readonly LetterBlock[] {
  const note = record.session.soleOperatorNote
  return [
    ...secondPersonTexts(record).map(text),
    ...(note === null ? [] : [text(`Một người vừa nhập vừa kiểm tra phiếu; lý do: ${note.replace(/\.$/, '')}.`)]),
    ...approvalTexts(record).map(text),
    ...reopeningTexts(record).map(text),
    ...acceptedTexts(record).map(text),
    text(digestText(record)),
  ]
}

/** How many of the ballots that had to be keyed a second time were; nothing where none had to and none was. */
function secondPersonTexts(record: SessionRecord): readonly string[] {
  const { verification } = record.regulation
  const floors = floorsOf(record)
  const asked = record.items.filter(({ result }) => needsVerification({ result, verification, floors }))
  const ballots = (verification === 'off' ? record.items : asked).flatMap((item) =>
    withPrintedMarks(item).ballots.filter(({ counts }) => counts),
  )
  const verified = ballots.filter(({ state }) => state === 'verified').length
  if (verification === 'off' && verified === 0) return []
  const which = {
    off: 'phiếu được tính',
    borderline: `phiếu được tính của ${asked.length} sản phẩm có điểm sát mức xếp hạng hoặc mức đề nghị`,
    all: 'phiếu được tính',
  }[verification]
  return [`Người thứ hai nhập lại để kiểm tra ${verified}/${ballots.length} ${which}.`]
}

/** Who approved the tally before it was locked, and when; nothing where nobody did. */
function approvalTexts({ session: { approval } }: SessionRecord): readonly string[] {
  if (approval === null) return []
  return [`Chủ tịch Hội đồng phê duyệt kết quả chấm điểm lúc ${moment(approval.at)}; người phê duyệt: ${approval.by}.`]
}

/** When, by whom and why the locked session was unlocked, and when it was locked again; nothing where it never was. */
function reopeningTexts({ session: { reopenings, closedAt } }: SessionRecord): readonly string[] {
  if (reopenings.length === 0) return []
  const told = reopenings.map(
    ({ at, by, reason }) =>
      `Phiên họp đã khóa được mở lại lúc ${moment(at)}; người mở lại: ${by}; lý do: ${reason.replace(/\.$/, '')}.`,
  )
  return closedAt === null ? told : [...told, `Phiên họp được khóa lại lúc ${moment(closedAt)}.`]
}

function moment(iso: string): string {
  const local = vietnamTime(iso)
  return `${local.slice(11, 13)} giờ ${local.slice(14, 16)}, ${formatDecreeDate(local.slice(0, 10))}`
}

/** What the machine doubted when the session was locked, and who said that it was meant; nothing where it doubted nothing. */
function acceptedTexts({ session: { accepted, closedAt } }: SessionRecord): readonly string[] {
  const texts = accepted?.doubts.flatMap((doubt) => doubtTexts[doubt] ?? []) ?? []
  if (accepted === null || closedAt === null || texts.length === 0) return []
  return [`Khi khóa phiên họp lúc ${moment(closedAt)}, ${accepted.by} được hỏi và đã xác nhận: ${texts.join('; ')}.`]
}

/** Of the doubts that locking can raise. */
const doubtTexts: Readonly<Partial<Record<DoubtKind, string>>> = {
  'clock-behind': 'đồng hồ của máy tính có thể chạy chậm',
  'before-held-on': 'phiên họp được khóa trước ngày họp',
  'no-chair': 'không có Chủ tịch hoặc Phó Chủ tịch Hội đồng được ghi có mặt để chủ trì',
  'no-secretary': 'không có Thư ký Hội đồng được ghi có mặt',
  'rules-not-in-force': 'quy định áp dụng không có hiệu lực vào ngày họp',
  'founded-after-meeting': 'quyết định thành lập Hội đồng có ngày sau ngày họp',
}

/**
 * Of all that papers print, conclusions too, once that was sealed; of the results alone before, which is what the chair
 * approves, and where an earlier program sealed no more. In groups of four, so that it can be read out, compared by eye and
 * broken between lines.
 */
function digestText({ session, digest, recordDigest }: SessionRecord): string {
  const isWhole = session.sealed === 'record'
  const what = isWhole ? 'toàn bộ nội dung phiên họp, gồm phiếu đánh giá, kết quả và kết luận' : 'kết quả chấm điểm'
  const blocks = (isWhole ? recordDigest : digest).match(/.{1,4}/g)?.join(' ') ?? ''
  return `Mã SHA-256 của ${what}, dùng để kiểm chứng: ${blocks}.`
}
