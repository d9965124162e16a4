import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { authorityOf, higherAuthority } from '../authority.ts'
import { outcomeOf } from '../outcome.ts'

/** What the council proposes: which products to recognise, which to send up, which neither; whole paragraphs. */
export const conclusionTexts = (record: SessionRecord): readonly string[] => {
  const outcomes = record.items.map((item) => ({ item, outcome: outcomeOf({ item, record }) }))
  const recognised = outcomes.flatMap(({ item, outcome }) =>
    outcome.kind === 'recognised' ? [`- ${item.code}. ${item.productName}: ${outcome.star} sao`] : [],
  )
  const floors = floorsOf(record)
  const sentUp = outcomes.flatMap(({ item, outcome }) =>
    outcome.kind === 'sent-up'
      ? [`- ${item.code}. ${item.productName}: ${formatMean({ mean: item.result.mean, floors })} điểm`]
      : [],
  )
  const others = outcomes.filter(({ outcome }) => outcome.kind === 'none').length
  const { issuer } = authorityOf(record)
  const lists = [
    { text: `Đề nghị ${issuer} công nhận`, products: recognised },
    ...(record.referralThreshold === null
      ? []
      : [
          {
            text: `Đề nghị gửi hồ sơ đến ${higherAuthority(record) ?? 'cấp trên'} đánh giá, phân hạng sản phẩm đạt từ ${record.referralThreshold} điểm trở lên`,
            products: sentUp,
          },
        ]),
  ]
  return [
    ...lists.flatMap(({ text, products }, index) =>
      products.length === 0
        ? [`${index + 1}. ${text}: không có sản phẩm nào.`]
        : [`${index + 1}. ${text} (${products.length} sản phẩm):`, ...products.map(endEach)],
    ),
    ...(others === 0 ? [] : [`${lists.length + 1}. Không đề nghị công nhận: ${others} sản phẩm.`]),
  ]
}

/** A list ends its lines with ";" and the last with ".". */
const endEach = (text: string, index: number, all: readonly string[]): string =>
  `${text}${index === all.length - 1 ? '.' : ';'}`
