import type { Regulation } from '../../../shared/domain/scoring/types.ts'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'

/** Of the council's regulations, what one word states. */
export type WordedRegulation = Omit<Regulation, 'quorum' | 'spreadLimit'> & Pick<Regulation['quorum'], 'needsChair'>

const yesOrNo = [
  ['Có', true],
  ['Không', false],
] as const

/** The words for it in a workbook, as the application's own screen has them. */
export const regulationTitles = {
  needsChair: yesOrNo,
  rounding: [
    ['Không làm tròn', 'none'],
    ['Đến hai chữ số thập phân', 'two-decimals'],
    ['Đến một chữ số thập phân', 'one-decimal'],
    ['Đến số nguyên', 'integer'],
  ],
  gateSettlement: [
    ['Quá nửa số phiếu đạt', 'majority'],
    ['Chỉ theo mức Hội đồng thống nhất', 'agreed'],
    ['Tất cả các phiếu đạt', 'all'],
    ['Điểm trung bình của tiêu chí đạt', 'mean'],
  ],
  verification: [
    ['Không yêu cầu', 'off'],
    ['Sản phẩm sát mốc', 'borderline'],
    ['Mọi phiếu', 'all'],
  ],
  memberSight: [
    ['Lựa chọn của mình', 'own-ballot'],
    ['Lựa chọn và tổng điểm của mình', 'own-total'],
    ['Điểm của mình và kết quả đã công bố', 'revealed-result'],
  ],
  chairApproves: yesOrNo,
  chairSeesDeviations: yesOrNo,
  takesClearPaper: yesOrNo,
} as const satisfies { readonly [Key in keyof WordedRegulation]: readonly (readonly [string, WordedRegulation[Key]])[] }

export const regulationKeys = Object.keys(regulationTitles) as readonly (keyof WordedRegulation)[]

export function toWorded(regulation: Regulation): WordedRegulation {
  return { ...regulation, needsChair: regulation.quorum.needsChair }
}

type Stated = {
  readonly worded: Partial<WordedRegulation>
  /** Null = not said. */
  readonly spreadLimit: number | null
  readonly quorum: Omit<Regulation['quorum'], 'needsChair'> | null
}

/** The regulations that a workbook states; the usual ones where it says nothing. */
export function regulationOf({ worded, spreadLimit, quorum }: Stated): Regulation {
  const { needsChair, ...others } = { ...toWorded(usualRegulation), ...worded }
  return {
    ...others,
    spreadLimit: spreadLimit ?? usualRegulation.spreadLimit,
    quorum: { ...usualRegulation.quorum, ...quorum, needsChair },
  }
}
