import { findLevelRule } from '../../../shared/domain/rules/choose-rule-set.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { departmentInCharge, ministryInCharge, type Authority } from '../authority.ts'

/** Of a session, or of a paper of a day. */
type Executed = Pick<SessionRecord, 'level' | 'ruleSet'> & {
  readonly session: Pick<SessionRecord['session'], 'heldOn'>
}

/**
 * Who carries the decision out, as one sentence's subject. Published decisions name the office, the body in charge,
 * the authorities below and the producers; an office adds to it on paper. Districts are named where the rule set has
 * that level.
 */
export function executorsOf({ record, authority }: { record: Executed; authority: Authority }): string {
  const producers = 'các chủ thể có sản phẩm nêu tại Quyết định này và các tổ chức, cá nhân có liên quan'
  switch (record.level) {
    case 'district':
      return (
        `Chánh Văn phòng Hội đồng nhân dân và ${authority.bodyKind}; Thủ trưởng các cơ quan chuyên môn thuộc ` +
        `${authority.bodyKind}; Chủ tịch Ủy ban nhân dân các xã, thị trấn; ${producers}`
      )
    case 'province':
    case 'commune':
      return (
        `Chánh Văn phòng ${authority.bodyKind}; Giám đốc ${departmentInCharge(record.session.heldOn)}; Thủ trưởng các ` +
        `sở, ban, ngành có liên quan; Chủ tịch Ủy ban nhân dân ${unitsBelow(record)}; ${producers}`
      )
    case 'central':
      return `Chánh Văn phòng Bộ; Thủ trưởng các đơn vị thuộc Bộ có liên quan; Chủ tịch Ủy ban nhân dân các tỉnh, thành phố có sản phẩm được công nhận; ${producers}`
    default:
      return assertNever(record.level)
  }
}

type RecipientsOfInput = {
  record: Executed
  authority: Authority
  lastArticle: number
}

/** The lines under "Nơi nhận:", without their marks. */
export function recipientsOf({ record, authority, lastArticle }: RecipientsOfInput): readonly string[] {
  return [
    `Như Điều ${lastArticle}`,
    ...(record.level === 'province' ? [`${ministryInCharge(record.session.heldOn).name} (để báo cáo)`] : []),
    ...(record.level === 'central' ? [] : [`Chủ tịch, các Phó Chủ tịch ${authority.bodyKind}`]),
    // "Hồ sơ" is kept with minutes only (Decree 30, Phụ lục I, Mục II.9.d; Phụ lục III, Mẫu 1.9).
    `Lưu: VT, ${authority.draftingUnit}`,
  ]
}

const unitsBelow = ({ ruleSet }: Executed): string =>
  findLevelRule({ ruleSet, level: 'district' }) ? 'các huyện, thị xã, thành phố' : 'các xã, phường'
