import type { MemberRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { roleText } from '../council.ts'

/** Who chaired: the chair, or the vice-chair where the chair is absent; undefined where neither is present. */
export const presiding = (members: readonly MemberRecord[]): MemberRecord | undefined =>
  members.find(({ role, isPresent }) => role === 'chair' && isPresent) ??
  members.find(({ role, isPresent }) => role === 'vice-chair' && isPresent)

/** Who came and who did not, and whether that makes a quorum; whole paragraphs. */
export const attendanceTexts = ({ members, quorum, regulation }: SessionRecord): readonly string[] => {
  const present = members.filter(({ isPresent }) => isPresent)
  const absent = members.filter(({ isPresent }) => !isPresent)
  const secretary = present.find(({ role }) => role === 'secretary')
  const { numerator, denominator, needsChair } = regulation.quorum
  const rule = `${numerator}/${denominator} tổng số thành viên${needsChair ? ', phải có Chủ tịch Hội đồng' : ''}`
  return [
    `1. Chủ trì (chủ tọa): ${describe(presiding(members))}.`,
    `2. Thư ký (người ghi biên bản): ${describe(secretary)}.`,
    `3. Thành viên có mặt (${present.length}):`,
    ...present.map((member) => `- ${member.code}: ${describe(member)}${comingAndGoing(member)};`).map(endLast),
    absent.length === 0 ? '4. Thành viên vắng mặt: không có.' : `4. Thành viên vắng mặt (${absent.length}):`,
    ...absent.map((member) => `- ${member.code}: ${describe(member)};`).map(endLast),
    `5. Hội đồng có ${quorum.members} thành viên, có mặt ${quorum.present}; số thành viên tối thiểu để họp theo quy chế ` +
      `của Hội đồng: ${quorum.required} (${rule}). Hội đồng ${quorum.isMet ? 'đủ' : 'chưa đủ'} điều kiện họp.`,
  ]
}

/** Recusals and absences product by product, with their reasons; whole paragraphs. */
export const exclusionTexts = ({ items, members }: SessionRecord): readonly string[] => {
  const texts = items.flatMap((item) =>
    item.exclusions.map(({ memberId, kind, reason }) => {
      const code = members.find(({ id }) => id === memberId)?.code ?? ''
      const what = kind === 'recused' ? 'không tham gia chấm' : 'vắng mặt'
      return `- ${item.code}. ${item.productName}: thành viên ${code} ${what}${reason === '' ? '' : `; lý do: ${reason}`};`
    }),
  )
  return texts.length === 0 ? ['Không có.'] : texts.map(endLast)
}

const describe = (member: MemberRecord | undefined): string =>
  member === undefined
    ? '…………………………'
    : [member.name, member.position, member.organisation, roleText[member.role]]
        .filter((part) => part !== '')
        .join(', ')

const comingAndGoing = ({ arrivedAt, leftAt }: MemberRecord): string => {
  const parts = [arrivedAt === null ? '' : `đến ${arrivedAt}`, leftAt === null ? '' : `về ${leftAt}`]
  const text = parts.filter((part) => part !== '').join(', ')
  return text === '' ? '' : ` (${text})`
}

/** A list ends its lines with ";" and the last with ".". */
const endLast = (text: string, index: number, all: readonly string[]): string =>
  index === all.length - 1 ? text.replace(/;$/, '.') : text
