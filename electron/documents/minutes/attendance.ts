import { presiding } from '../../../shared/domain/session/presiding.ts'
import type { MemberRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { regulationText } from '../cited-decisions.ts'
import { describePerson, personText } from '../council.ts'
import { countText } from '../count-text.ts'
import { listed, text, type LetterBlock } from '../letter/model.ts'

/** Who came and who did not, and whether that makes a quorum. */
export function attendanceBlocks(record: SessionRecord): readonly LetterBlock[] {
  const { members, quorum, regulation } = record
  const present = members.filter(({ isPresent }) => isPresent)
  const absent = members.filter(({ isPresent }) => !isPresent)
  const secretary = present.find(({ role }) => role === 'secretary')
  const { numerator, denominator, needsChair } = regulation.quorum
  const rule = `${numerator}/${denominator} tổng số thành viên${needsChair ? ', phải có Chủ tịch Hội đồng' : ''}`
  const line = (member: MemberRecord) => `${member.code}: ${describePerson(member)}${comingAndGoing(member)}`
  return [
    text(`1. Chủ trì (chủ tọa): ${describe(presiding(members), 'Chủ tịch hoặc Phó Chủ tịch Hội đồng', record)}.`),
    text(`2. Thư ký (người ghi biên bản): ${describe(secretary, 'Thư ký Hội đồng', record)}.`),
    ...listed(`3. Thành viên có mặt${countOf(present)}`, present.map(line)),
    ...listed(`4. Thành viên vắng mặt${countOf(absent)}`, absent.map(line)),
    text(
      `5. Hội đồng có ${countText(quorum.members)} thành viên, có mặt ${countText(quorum.present)}; số thành viên tối ` +
        `thiểu để họp theo ${regulationText(record)}: ${countText(quorum.required)} (${rule}). Hội đồng ${quorum.isMet ? 'đủ' : 'chưa đủ'} điều kiện họp.`,
    ),
  ]
}

/** Recusals and absences product by product, with their reasons. */
export function exclusionBlocks({ items, members }: SessionRecord): readonly LetterBlock[] {
  const texts = items.flatMap((item) =>
    item.exclusions.map(({ memberId, kind, reason }) => {
      const member = members.find(({ id }) => id === memberId)
      const who = member === undefined ? '' : `${personText(member)} (${member.code})`
      const what = kind === 'recused' ? 'không tham gia chấm' : 'vắng mặt'
      return `${item.code}. ${item.productName}: ${who} ${what}${reason === '' ? '' : `; lý do: ${reason}`}`
    }),
  )
  return listed('Thành viên không tham gia chấm hoặc vắng mặt tại từng sản phẩm', texts)
}

const countOf = (members: readonly MemberRecord[]): string =>
  members.length === 0 ? '' : ` (${countText(members.length)})`

/** Once the session is locked nobody comes any more: that there was none is said, and no room left to write a name in. */
function describe(member: MemberRecord | undefined, post: string, { session }: SessionRecord): string {
  if (member !== undefined) return describePerson(member)
  return session.state === 'closed' ? `không có ${post} được ghi có mặt` : '…………………………'
}

function comingAndGoing({ arrivedAt, leftAt, absenceReason }: MemberRecord): string {
  const parts = [
    arrivedAt === null ? '' : `đến ${arrivedAt}`,
    leftAt === null ? '' : `về ${leftAt}`,
    absenceReason === '' ? '' : `lý do: ${absenceReason}`,
  ]
  const text = parts.filter((part) => part !== '').join(', ')
  return text === '' ? '' : ` (${text})`
}
