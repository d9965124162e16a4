import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { authorityOf, higherAuthority } from '../authority.ts'
import { outcomeOf } from '../outcome.ts'
import { listOrNone, type MinutesBlock } from './blocks.ts'

/** What the council proposes: which products to recognise, which to send up, which neither. */
export function conclusionBlocks(record: SessionRecord): readonly MinutesBlock[] {
  const outcomes = record.items.map((item) => ({ item, outcome: outcomeOf(item, record) }))
  const floors = floorsOf(record)
  const recognised = outcomes.flatMap(({ item, outcome }) =>
    outcome.kind === 'recognised' ? [`${item.code}. ${item.productName}: ${outcome.star} sao`] : [],
  )
  const sentUp = outcomes.flatMap(({ item, outcome }) =>
    outcome.kind === 'sent-up'
      ? [`${item.code}. ${item.productName}: ${formatMean(item.result.mean, floors)} điểm`]
      : [],
  )
  const others = outcomes.flatMap(({ item, outcome }) =>
    outcome.kind === 'none' ? [`${item.code}. ${item.productName}`] : [],
  )
  const to = higherAuthority(record) ?? 'cấp trên'
  const lists = [
    { text: `Đề nghị ${authorityOf(record).issuer} công nhận`, items: recognised },
    ...(record.referralThreshold === null
      ? []
      : [
          {
            text: `Đề nghị gửi hồ sơ đến ${to} để đánh giá, phân hạng sản phẩm đạt từ ${record.referralThreshold} điểm trở lên`,
            items: sentUp,
          },
        ]),
    { text: 'Không đề nghị công nhận', items: others },
  ]
  return lists.map(({ text, items }, index) =>
    listOrNone(`${index + 1}. ${text}${items.length === 0 ? '' : ` (${items.length} sản phẩm)`}`, items),
  )
}
