import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamTime } from '../../../shared/domain/calendar/vietnam-day.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { needsVerification } from '../../../shared/domain/session/missing-verification.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { text, type LetterBlock } from '../letter/model.ts'
import { withPrintedMarks } from '../outcome.ts'

/** Who checked the keyed ballots, and the digest by which the tally can be verified later. */
export function verificationBlocks(record: SessionRecord): readonly LetterBlock[] {
  const note = record.session.soleOperatorNote
  return [
    ...secondPersonTexts(record).map(text),
    ...(note === null ? [] : [text(`Một người vừa nhập vừa kiểm tra phiếu; lý do: ${note.replace(/\.$/, '')}.`)]),
    ...approvalTexts(record).map(text),
    ...reopeningTexts(record).map(text),
    text(digestText(record.digest)),
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

/** In groups of four, so that it can be read out, compared by eye and broken between lines. */
const digestText = (digest: string): string =>
  `Mã SHA-256 của kết quả chấm điểm, dùng để kiểm chứng: ${digest.match(/.{1,4}/g)?.join(' ') ?? ''}.`
