import { assertNever } from '../assert-never.ts'
import { capitalise } from '../vietnamese/sentence.ts'
import type { Missing } from './session-record.ts'

/** What keeps a session from closing as a Vietnamese sentence, without the mark at its end. */
export function describeMissing(missing: Missing): string {
  switch (missing.kind) {
    case 'quorum':
      return describeQuorum(missing)
    case 'no-products':
      return 'Phiên họp chưa có sản phẩm nào'
    case 'approval':
      return 'Chủ tịch Hội đồng chưa phê duyệt kết quả chấm điểm'
    case 'knockout':
      return `Sản phẩm ${missing.itemCode}: chưa trả lời đủ các điều kiện loại hồ sơ`
    case 'no-eligible-member':
      return `Sản phẩm ${missing.itemCode}: không có thành viên nào được chấm điểm`
    case 'ballot-incomplete':
      return `Sản phẩm ${missing.itemCode}: thành viên ${missing.memberCode} chưa chấm ${listCriteria(missing.criteria)}`
    case 'ballot-unconfirmed':
      return `Sản phẩm ${missing.itemCode}: phiếu của thành viên ${missing.memberCode} chưa được xác nhận`
    case 'ballot-unverified':
      return `Sản phẩm ${missing.itemCode}: phiếu của thành viên ${missing.memberCode} chưa được người thứ hai kiểm tra`
    case 'spread':
      return (
        `Sản phẩm ${missing.itemCode}: điểm của các thành viên chênh lệch ${missing.spread} điểm, ` +
        `quá mức ${missing.limit} điểm; cần thảo luận và chấm lại, hoặc ghi lý do giữ nguyên`
      )
    case 'agreed-level':
      return `Sản phẩm ${missing.itemCode}: Hội đồng chưa thống nhất mức đạt tại tiêu chí ${missing.criterion}`
    case 'conclusion':
      return (
        `Sản phẩm ${missing.itemCode}: kết luận ${starsOf(missing.star)} trong khi kết quả chấm điểm là ` +
        `${starsOf(missing.byResult)}; cần kết luận lại` +
        (missing.star < missing.byResult ? ' hoặc ghi lý do' : '')
      )
    default:
      return assertNever(missing)
  }
}

const starsOf = (star: number): string => (star === 0 ? 'không xếp hạng' : `${star} sao`)

function describeQuorum({ present, required, needsChair }: Extract<Missing, { kind: 'quorum' }>): string {
  const chair = 'cuộc họp phải có Chủ tịch Hội đồng'
  if (present >= required && needsChair) return capitalise(chair)
  const count = `Chưa đủ số thành viên dự họp: có mặt ${present}, cần ít nhất ${required}`
  return needsChair ? `${count}; ${chair}` : count
}

/** All codes while they fit a line; else their number with the first three. */
const listCriteria = (codes: readonly string[]): string =>
  codes.length <= 6 ? `tiêu chí ${codes.join(', ')}` : `${codes.length} tiêu chí (${codes.slice(0, 3).join(', ')}, …)`
